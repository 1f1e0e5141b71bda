"""One person, two names: two holders of one office, or another given or family name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.sentences.cast import Cast, same_person, surname
from tui.analysis.sentences.names import headline, runs
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.lexicon import fold, line_heads
from tui.analysis.words.sentence import Sentence
from tui.analysis.words.stems import sounds_alike
from tui.model.finding import Kind, Severity
from tui.model.span import Span

FRONT = 40
"""Characters in front of a name in which an office stands."""
ENOUGH = 1.3
"""Weight of the themes that two sentences must share to be about one person."""
ENOUGH_OF_KIN = 2.2
"""The same where given names that begin with two letters stand before one family name."""
OFFICE = 0.8
"""The same where both give the person the same office."""
MANY = 60
"""At most this many names of one kind are compared with each other."""
_OLD = re.compile(r"\b(?:former|ex-?|then-?|late|acting|onetime|future|deputy|assistant)\W*$", re.I)
"""In front of an office that is no longer or not fully held."""


@dataclass(frozen=True, eq=False, slots=True)
class Called:
    """A full name, as one sentence gives it."""

    sentence: Sentence
    span: Span
    """The name and the office in front of it."""
    name: str
    """Folded."""
    shown: str
    """As it stands in the text."""
    office: str
    """The office in front, by the first name of its line in the list; or empty."""


def misnamed_disputes(
    sentences: Sequence[Sentence], cast: Cast, known: Weights
) -> Iterator[Dispute]:
    """Persons whom two articles seem to call by two names, each pair of names once."""
    called = [c for s in sentences for c in _called(s, cast)]
    full: dict[str, set[str]] = defaultdict(set)
    for one in called:
        full[one.sentence.article].add(one.name)
    names = {a: {p for name in held for p in name.split()} for a, held in full.items()}
    kin: dict[tuple[str, str], list[Called]] = defaultdict(list)
    for one in called:
        kin["last", surname(one.name)].append(one)
        kin["first", one.name.split()[0]].append(one)
        if one.office:
            kin["office", one.office].append(one)
    for key in sorted(kin):
        seen: set[tuple[str, str]] = set()
        for a, b in combinations(kin[key][:MANY], 2):
            pair = min(a.name, b.name), max(a.name, b.name)
            if pair in seen or not _may_be_one(a, b, full, names):
                continue
            if score := _score(a, b, key[0], known):
                seen.add(pair)
                yield _dispute(a, b, score)


def _called(sentence: Sentence, cast: Cast) -> Iterator[Called]:
    """The full names of persons in the sentence; none in a headline."""
    if headline(sentence):
        return
    base, text = sentence.span.start, sentence.text
    for run in runs(sentence):
        name = fold(run.text)
        if not 2 <= len(name.split()) <= 4 or name not in cast.full or "-" in name.split()[0]:
            continue
        at = run.span.start - base
        office, start = _office(text[max(0, at - FRONT) : at])
        span = Span(run.span.start - start, run.span.end)
        yield Called(sentence, span, name, run.text, office)


def _office(lead: str) -> tuple[str, int]:
    """The office right in front of a name, and how many characters it takes; empty and 0 without
    one.
    """
    words = [fold(w) for w in lead.split()]
    for size in range(min(3, len(words)), 0, -1):
        form = " ".join(words[-size:]).rstrip(",")
        office = line_heads("sole_offices.txt").get(form, "")
        if office:
            start = len(" ".join(lead.split()[-size:])) + 1
            return ("", 0) if _OLD.search(lead[: len(lead) - start]) else (office, start)
    return "", 0


def _may_be_one(
    a: Called, b: Called, full: Mapping[str, set[str]], names: Mapping[str, set[str]]
) -> bool:
    """Whether the names could be one person's: no article has both, or parts of the other name."""
    here, there = a.sentence.article, b.sentence.article
    if here == there or a.name == b.name:
        return False
    if surname(a.name) == surname(b.name) and _one_given(a.name, b.name):
        return False
    if _spelt_alike(a.name, b.name):
        return False
    if any({a.name, b.name} <= held for held in full.values()):
        return False  # a third article knows that they are two
    if b.name in full[here] or a.name in full[there]:
        return False
    own = {*a.name.split()} & {*b.name.split()}
    return (
        not ({*b.name.split()} - own) & names[here] and not ({*a.name.split()} - own) & names[there]
    )


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two folded names are one: a part more, or spelt by ear."""
    x, y = sorted((a.split(), b.split()), key=len)
    if surname(a) == surname(b) and len({*x} & {*y}) > 1:
        return True  # a middle name, or a word in front that is none
    return all(any(p == q or sounds_alike(p, q) for q in y) for p in x)


def _one_given(a: str, b: str) -> bool:
    """Whether two names with one surname are one person's: a given name more, or its short form."""
    x, y = a.split()[0], b.split()[0]
    return same_person(a, b) or x.startswith(y) or y.startswith(x)


def _score(a: Called, b: Called, by: str, known: Weights) -> float:
    """How surely both names mean one person, 0 where they do not. `by` is what they have in common:
    `first`, `last` or `office`.
    """
    own = {theme(w) for c in (a, b) for w in c.sentence.words if w.span.overlaps(c.span)}
    left, right = themes(a.sentence) - own, themes(b.sentence) - own
    weight = known.shared(left, right)
    alike = bool(a.office) and a.office == b.office
    if by == "first" and not alike and not _slip(a.name, b.name):
        return 0.0
    if weight < (OFFICE if alike else ENOUGH) or len(left & right) < 2:
        return 0.0
    if by == "last" and not alike and a.name[:1] != b.name[:1] and weight < ENOUGH_OF_KIN:
        return 0.0
    return min(0.85, 0.4 + 0.1 * weight + 0.1 * alike)


def _slip(a: str, b: str) -> bool:
    """Whether the family names begin alike, as misheard or mistyped names do."""
    x, y = surname(a), surname(b)
    return x[:1] == y[:1] and abs(len(x) - len(y)) <= 3 and len({*x} & {*y}) >= 3


def _written(one: Called) -> str:
    """The office as the article writes it."""
    return one.sentence.text_at(one.span).removesuffix(one.shown).strip(" ,").lower()


def _dispute(a: Called, b: Called, score: float) -> Dispute:
    office = a.office if a.office == b.office else ""
    asked = f"Who is the {_written(a)}" if office else "What is the person’s name"
    return two_sided(
        Kind.NAME, Severity.CONFLICT, "misnamed",
        f"{asked}: {a.shown} or {b.shown}?",
        Stated(a.sentence, a.span, a.name, a.shown),
        Stated(b.sentence, b.span, b.name, b.shown),
        score,
        f"the same person seems to be called {a.shown} and {b.shown}, "
            "and neither article mentions both",
    )  # fmt: skip
