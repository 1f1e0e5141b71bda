"""One event at two places of one kind: two hospitals, two towns, two sides of a country.

Places of one kind do not lie in each other, so no gazetteer is needed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.clashes.spellings import one_part
from tui.analysis.clashes.times import on_other_days
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.given import Given
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.events import kinds_of
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import fold, line_heads
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

FRONT = 40
"""Characters in front of a place in which its preposition stands."""
MANY = 60
"""At most this many places of one kind are compared with each other."""
ENOUGH = 1.4
"""Weight of the themes that two sentences must share to be about one event."""
AGREED = 0.7
"""Share of that which is enough where a third article gives one of the two places."""

_NAME = r"[A-Z][^\W\d_]{1,20}(?:[.’'-]{1,2}[^\W\d_]{1,20})?"
_AT = re.compile(
    r"\b(?:at|in|near|to|from|outside|on|by|off|across|along|inside|into|toward|towards|behind|"
    r"opposite|over|around|of)\s(?:the\s)?(?:[a-z’'-]+\s){0,2}$"
)
_SIDE = re.compile(
    rf"\b(north|south|east|west)(?:ern)?\s(?:part\sof\s)?(?P<name>{_NAME}(?:\s{_NAME})?)"
)
_ONCE = frozenset("arrest crash shoot sink explode burn quake sentence charge".split())
"""Kinds of event that happen in one city only."""
_AGAINST = {"north": "south", "south": "north", "east": "west", "west": "east"}


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """A place of some kind, as one sentence names it."""

    sentence: Sentence
    span: Span
    sort: str
    """Kind of place: the first noun of its line in `place_nouns.txt`, `city`, or `side of`
    something."""
    name: str
    """Without the noun that gives the kind; key of a city."""
    shown: str
    about: frozenset[str]
    """Themes of the sentence without the place."""
    kinds: frozenset[str]
    """Kinds of event that the sentence names."""


def _nouns() -> dict[str, str]:
    """Noun, in small letters → the kind of place it makes."""
    return line_heads("place_nouns.txt")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a place by its noun: `Saint Ann Hospital`, `Hotel Bolivar`; and `the village of
    Tarn`.
    """
    nouns = "|".join(sorted(map(re.escape, _nouns()), key=lambda n: (-len(n), n)))
    either = "|".join(sorted((re.escape(n.title()) for n in _nouns()), key=lambda n: (-len(n), n)))
    return (
        re.compile(rf"\b(?:{_NAME}\s){{1,3}}(?:{either}|{nouns})\b|\b(?:{either})\s{_NAME}"),
        re.compile(rf"\b(?:{nouns})\sof\s{_NAME}(?:\s{_NAME})?"),
    )


def place_disputes(sentences: Sequence[Sentence], cast: Cast, known: Weights) -> Iterator[Dispute]:
    """Places of one kind that two articles give for one event."""
    found: dict[str, list[Place]] = defaultdict(list)
    for sentence in sentences:
        for place in _places(sentence, cast):
            found[place.sort].append(place)
    if not found:
        return
    for sort in sorted(found):
        told = found[sort][:MANY]
        given = Given((place.sentence.article, place.name) for place in told)
        for a, b in combinations(told, 2):
            if score := _score(a, b, given, known):
                yield _dispute(a, b, score)


def _places(sentence: Sentence, cast: Cast) -> Iterator[Place]:
    text = sentence.text
    spots = [*_named(text), *_sides(text), *_cities(sentence, cast)]
    if not spots:
        return
    kinds = frozenset(k for w in sentence.words if (k := kinds_of().get(w.lemma)))
    every = themes(sentence)
    for start, end, sort, name in spots:
        span = sentence.in_article(Span(start, end))
        if quoted(sentence, span.start):
            continue
        own = {theme(w) for w in sentence.words if w.span.overlaps(span)}
        yield Place(sentence, span, sort, name, text[start:end], every - own, kinds)


def _named(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Places with a noun of the list: start and end in `text`, kind, name."""
    behind, of = _patterns()
    for found in (*behind.finditer(text), *of.finditer(text)):
        if not _AT.search(text[max(0, found.start() - FRONT) : found.start()]):
            continue
        words = fold(found.group()).split()
        noun = next((w for w in (words[-1], words[0], " ".join(words[-2:])) if w in _nouns()), "")
        name = " ".join(w for w in words if w not in noun.split() and w not in ("of", "the"))
        if noun and name:
            yield found.start(), found.end(), _nouns()[noun], name


def _sides(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Sides of a named place or country, in the same form."""
    for found in _SIDE.finditer(text):
        yield found.start(), found.end(), f"side of {found['name']}", found[1]


def _cities(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, int, str, str]]:
    """Listed cities behind a preposition, in the same form."""
    base = sentence.span.start
    for named in cast.mentions(sentence):
        at = named.span.start - base
        if named.kind == "city" and _AT.search(sentence.text[max(0, at - FRONT) : at]):
            yield at, named.span.end - base, "city", named.key


def _score(a: Place, b: Place, given: Given, known: Weights) -> float:
    """How surely one event is told at two places, 0 where it is not."""
    here, there = a.sentence.article, b.sentence.article
    if here == there or a.name == b.name:
        return 0.0
    if given.has(here, b.name) or given.has(there, a.name):
        return 0.0
    if a.sort.startswith("side of ") and _AGAINST[a.name] != b.name:
        return 0.0  # the east holds the south-east
    if a.sort == "city" and (not a.kinds & b.kinds & _ONCE or _around(a, b)):
        return 0.0  # who travels is in many cities
    alike = not a.sort.startswith("side of ") and one_part(a.name, b.name)
    if {*a.name.split()} & {*b.name.split()} or alike:
        return 0.0
    if on_other_days(reading(a.sentence), reading(b.sentence)):
        return 0.0
    weight = known.shared(a.about, b.about)
    voices = given.single(a.name, b.name)
    if weight < ENOUGH * (AGREED if voices > 2 else 1) or len(a.about & b.about) < 2:
        return 0.0
    return min(0.85, 0.3 + 0.12 * weight + 0.05 * (voices - 2))


def _around(a: Place, b: Place) -> bool:
    """Whether one is a city of the country that the other names."""
    country_of = gazetteer().country_of
    return country_of.get(a.name) == b.name or country_of.get(b.name) == a.name


def _dispute(a: Place, b: Place, score: float) -> Dispute:
    x, y = short(a.shown, 30), short(b.shown, 30)
    sort = a.sort.partition(" of ")[0]
    return two_sided(
        Kind.PLACE, Severity.CONFLICT, "place",
        f"At which {sort} was it: {x} or {y}?",
        Stated(a.sentence, a.span, a.name, a.shown),
        Stated(b.sentence, b.span, b.name, b.shown),
        score,
        f"{x} and {y} are different places, and neither lies in the other",
    )  # fmt: skip
