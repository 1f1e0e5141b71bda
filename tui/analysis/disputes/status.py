"""How a plan stands: alive here, dead there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tui.analysis.disputes.dispute import Answer, Dispute
from tui.analysis.disputes.explain import because, cited, short
from tui.analysis.disputes.naming import plain
from tui.analysis.sentences.slot_reading import LONGEST, reading
from tui.analysis.sentences.themes import matters, neighbours, theme
from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span

MANY = 60
"""Tellings that are held against each other."""
REACH = 14
"""Words beside the status that name what it is of."""


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """That something stands or has fallen."""

    sentence: Sentence
    span: Span
    on: bool
    pairs: frozenset[tuple[str, str]]
    """Neighbouring themes beside it: `state visit`."""


@cache
def _pattern() -> re.Pattern[str]:
    parts = []
    for line in lines("status.txt"):
        name, _, phrases = line.partition(":")
        every = sorted((p.strip() for p in phrases.split(",")), key=len, reverse=True)
        parts.append(f"(?P<{name.strip()}>{'|'.join(every)})")
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.I)


def status_disputes(sentences: Sequence[Sentence]) -> Iterator[Dispute]:
    """Plans and offers that one passage calls alive and another dead."""
    told = [s for sentence in sentences for s in _standings(sentence)]
    on = [s for s in told if s.on][:MANY]
    off = [s for s in told if not s.on][:MANY]
    if not on or not off:
        return
    known = matters(sentences)
    for a, b in ((x, y) for x in on for y in off):
        if a.sentence.article == b.sentence.article:
            continue
        if common := known.of(a.pairs, b.pairs):
            yield _dispute(a, b, common[0])


def _standings(sentence: Sentence) -> Iterator[Standing]:
    if len(sentence.text) > LONGEST:
        return
    base = sentence.span.start
    for match in _pattern().finditer(sentence.text):
        span = Span(base + match.start(), base + match.end())
        if any(w.span.overlaps(span) for d in reading(sentence).denials for w in d.scope[:2]):
            continue
        words = sentence.words
        inside = [n for n, w in enumerate(words) if w.span.overlaps(span)]
        if not inside:
            continue
        near = words[max(0, inside[0] - REACH) : inside[-1] + REACH + 1]
        pairs = neighbours(sentence, [w for w in near if not w.span.overlaps(span)])
        yield Standing(sentence, span, match.lastgroup == "on", pairs)


def _dispute(a: Standing, b: Standing, pair: tuple[str, str]) -> Dispute:
    x, y = (s.span.of(" " * s.sentence.span.start + s.sentence.text) for s in (a, b))
    matter = _words(a.sentence, pair)
    return Dispute(
        Kind.ANTONYM, Severity.DIFFERS, "status",
        f"How does the {matter} stand: {plain(short(x, 24))} or {plain(short(y, 24))}?",
        (
            Answer("on", x, Mention(a.sentence.article, a.span)),
            Answer("off", y, Mention(b.sentence.article, b.span)),
        ),
        0.5,
        because(
            cited(a.sentence.article, a.sentence.text), cited(b.sentence.article, b.sentence.text),
            f"what is “{x}” is not “{y}”",
        ),
    )  # fmt: skip


def _words(sentence: Sentence, pair: tuple[str, str]) -> str:
    """The two words of the matter as the sentence has them."""
    for v, w in pairwise(sentence.words):
        if (theme(v), theme(w)) == pair:
            return f"{v.text} {w.text}"
    return " ".join(pair)
