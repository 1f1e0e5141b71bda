"""How a matter stands: a plan alive or dead, a request granted or pending, a gate open or shut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.sentences.slot_reading import denied_at
from tui.analysis.sentences.themes import matters, neighbours, theme
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

MANY = 60
"""At most this many tellings are compared with each other."""
REACH = 14
"""Words on either side of the phrase that name the matter."""


_OF_PLACES = frozenset(("open", "shut"))
"""States that are not those of the place where the thing stands."""
_AT = re.compile(r"\b(?:at|in|near|outside|around)\s(?:[\w’'-]{1,24}\s){0,4}[\w’'-]{1,24}", re.I)
"""A phrase of place beside something open or shut, which is not what is open or shut."""
_RUN = re.compile(r"\w+")


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """The state of a matter, as one sentence gives it."""

    sentence: Sentence
    span: Span
    state: str
    """A name in `status.txt`; the line before or after it excludes it."""
    pairs: frozenset[tuple[str, str]]
    """Themes of neighbouring words beside it: `state visit`."""


@cache
def _phrases() -> dict[str, list[str]]:
    """State → its phrases, longest first."""
    phrases: dict[str, list[str]] = {}
    for line in lines("status.txt"):
        name, _, told = line.partition(":")
        phrases[name.strip()] = sorted((p.strip() for p in told.split(",")), key=len, reverse=True)
    return phrases


@cache
def _openings() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The phrases of one word; and the first two words of all others."""
    runs = [tuple(_RUN.findall(p.lower())) for told in _phrases().values() for p in told]
    return (
        frozenset(run[0] for run in runs if len(run) == 1),
        frozenset(run[:2] for run in runs if len(run) > 1),
    )


def _may_stand(text: str) -> bool:
    """Whether the text may hold a phrase; saves searching most texts."""
    words = _RUN.findall(text.lower())
    alone, pairs = _openings()
    return not (alone.isdisjoint(words) and pairs.isdisjoint(pairwise(words)))


@cache
def _states() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """The pattern of all phrases, a group for each state; and the pairs of states that exclude each
    other.
    """
    phrases = _phrases()
    parts = [f"(?P<{name}>{'|'.join(every)})" for name, every in phrases.items()]
    names = tuple(phrases)
    found = re.compile(rf"\b(?:{'|'.join(parts)})\b", re.I)
    return found, tuple(zip(names[::2], names[1::2], strict=True))


def status_disputes(sentences: Sequence[Sentence]) -> Iterator[Dispute]:
    """Matters to which two articles give states that exclude each other."""
    told = [s for sentence in sentences for s in _standings(sentence)]
    if len({s.state for s in told}) < 2:
        return
    known = matters(sentences)
    for on, off in _states()[1]:
        here = [s for s in told if s.state == on][:MANY]
        there = [s for s in told if s.state == off][:MANY]
        for a, b in ((x, y) for x in here for y in there):
            if a.sentence.article == b.sentence.article:
                continue
            if common := known.of(a.pairs, b.pairs):
                yield _dispute(a, b, common[0])


def _standings(sentence: Sentence) -> Iterator[Standing]:
    if not _may_stand(sentence.text):
        return
    base, text = sentence.span.start, sentence.text
    for match in _states()[0].finditer(text):
        span = sentence.in_article(Span(*match.span()))
        if denied_at(sentence, span):
            continue
        words = sentence.words
        inside = [n for n, w in enumerate(words) if w.span.overlaps(span)]
        if not inside:
            continue
        near = words[max(0, inside[0] - REACH) : inside[-1] + REACH + 1]
        if match.lastgroup in _OF_PLACES:
            held = [m.span() for m in _AT.finditer(text)]
            near = tuple(w for w in near if not any(a <= w.span.start - base < b for a, b in held))
        pairs = neighbours(sentence, [w for w in near if not w.span.overlaps(span)])
        yield Standing(sentence, span, match.lastgroup or "", pairs)


def _dispute(a: Standing, b: Standing, pair: tuple[str, str]) -> Dispute:
    x, y = (s.sentence.text_at(s.span) for s in (a, b))
    matter = _words(a.sentence, pair)
    return two_sided(
        Kind.ANTONYM, Severity.DIFFERS if a.state == "on" else Severity.CONFLICT, "status",
        f"How do things stand with “{matter}”: {plain(short(x, 24))} or {plain(short(y, 24))}?",
        Stated(a.sentence, a.span, a.state, x),
        Stated(b.sentence, b.span, b.state, y),
        0.5,
        f"“{x}” and “{y}” exclude each other",
    )  # fmt: skip


def _words(sentence: Sentence, pair: tuple[str, str]) -> str:
    """The two words that name the matter, as the sentence has them."""
    for v, w in pairwise(sentence.words):
        if (theme(v), theme(w)) == pair:
            return f"{v.text} {w.text}"
    return " ".join(pair)
