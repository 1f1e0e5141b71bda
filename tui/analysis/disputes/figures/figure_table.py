"""All figures of a story, each with the words around it, and what the words of each two share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, islice

from tui.analysis.disputes.basis.scores import Scores
from tui.analysis.disputes.figures.counts import counted_kind
from tui.analysis.sentences.fates import fate_near, names_person
from tui.analysis.sentences.figure import COUNTED, Figure, agree
from tui.analysis.sentences.figures import figures
from tui.analysis.sentences.themes import Weights, theme
from tui.analysis.sentences.when import MONTHS, WEEKDAYS
from tui.analysis.words.lexicon import root, synonym_class
from tui.analysis.words.sentence import Sentence, once_with
from tui.model.span import Span

NEAR = 0.4
"""Closeness from which a word stands beside a figure."""
FADING = 5
"""Distance in words at which a word counts half as much."""
LIKE = 0.4
"""Weight that the words around one distinctive figure must share in two articles for both to agree
on it; three times as much for a small count."""
COMMON = 80
"""Number of figures beside which a theme may stand and still lead to pairs."""
MANY = 500
"""Most figures of one story that are compared, the first ones."""
_SMALL = 10
"""Largest count that is too common to identify anything: many things are three."""
_SPEAKERS = re.compile(
    r"\b(police|organi[sz]ers?|unions?|army|military|ministry|officials?|authorities|government|"
    r"opposition|witness(?:es)?|residents|hospital|prosecutors?|campaign|critics)\b",
    re.I,
)
_PART = re.compile(r"\s(?:others?\b|more\b(?! than)|of (?:them|whom|which|those|these)\b)", re.I)
_IN_PART = re.compile(r"\b(?:of (?:the|its|their|his|her|those|these)|other|more(?! than))\b", re.I)
_ANOTHER = re.compile(
    r"\b(?:of (?:them|whom|which|those|these)|another|other|additional|further|remaining|first|last"
    r"|next|past)\s$",
    re.I,
)
_WHOLE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|some|many|most|half|all|none|any"
    r"|several) of "
    r"(?:the |its |their |his |her )?(?:[\w’']{2,20}[’']s )?$",
    re.I,
)
_BOTH = re.compile(r"\bboth\s[^,;:.]{0,40}$|\bcombined\b[^,;:.]{0,30}$", re.I)
"""In front of a sum of what others count separately: `the toll for both bombings`."""
_THAT_DAY = re.compile(r"\s(?:on\s(?:[A-Z][a-z]+day\b|the first)|each|every|that day)\b")
"""Behind a length of time that is only part of the whole: `four hours on Monday`."""
_NAME = r"(?:the\s)?(?:[a-z]{3,6}ern\s)?([A-Z]\w+(?:\s[A-Z]\w+)?)"
_IN_PLACE = re.compile(
    r"(?:\s(?!and\b|but\b|while\b)[a-z]+){0,6}?\s(?:in|on|at|of|from|outside|near)\s" + _NAME
)
_IN_FRONT = re.compile(rf"\b[Ii]n\s{_NAME},?\s(?:[a-z]+\s){{0,4}}$")
_OPENING = re.compile(rf"In\s{_NAME},\s")
_SPELT = frozenset(
    "one two three four five six seven eight nine ten hundred thousand million billion percent "
    "half third quarter".split()
)
_SIZES = frozenset("hundred thousand million billion trillion percent".split())
"""Words of other figures, which say nothing about what is measured."""
_PARTS_OF_DAY = frozenset("morning noon afternoon evening night midnight day week hour".split())
"""Words of a time itself, which say nothing about what happened then."""

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
"""Names that are no places: `12 people on Monday`."""
_TIMES = frozenset(("day", "weekday", "clock", "moment"))
"""Sorts of figures that are times."""
Pair = tuple[int, int]
"""Positions of two figures, the smaller first."""


@dataclass(frozen=True, eq=False, slots=True)
class PlacedFigure:
    """A figure with the words around it."""

    figure: Figure
    around: Mapping[str, float]
    """Theme of each content word of the sentence → how close it stands, 0 to 1."""
    beside: frozenset[str]
    """The themes of the words that stand close."""
    fate: str
    """What befell the people counted; see `fates`. Empty where nothing did."""
    part: str
    """`part` of a larger number, the `whole` of a part that is told, the `sum` of several things,
    or empty."""
    speakers: frozenset[str]
    """Sorts of sources named near it: `police`, `organizer`."""
    place: str
    """The place where it counts, as named beside it (`34 in Norland`); or empty."""

    @property
    def sentence(self) -> Sentence:
        """The sentence in which it stands."""
        return self.figure.sentence

    @property
    def unit(self) -> str:
        """What a count counts; empty for a measure, and where the words do not say."""
        return self.figure.unit if self.figure.sort in ("people", "count", "nth") else ""


def at_sentence(one: PlacedFigure) -> Span:
    """The span of the figure in the text of its sentence."""
    return one.sentence.inside(one.figure.span)


@dataclass(frozen=True, eq=False, slots=True)
class FigureTable:
    """The figures of a story and what they share; figures are known by their positions in it."""

    figures: tuple[PlacedFigure, ...]
    """In the order of the story."""
    known: Weights
    """The weights of themes in this story."""
    shared: dict[Pair, float]
    """Pair → weight of the themes around both; pairs without any are absent."""
    by_article: dict[str, tuple[int, ...]]
    """Article → positions of its figures."""
    agreeing: list[set[str]]
    """For each figure, the other articles that give the same figure in like words."""
    knowing: dict[tuple[str, int], bool] = field(default_factory=dict)
    """A cache for `two_measures`: article and figure → whether the article gives the figure
    too."""
    orphans: dict[tuple[int, str], tuple[int, ...]] = field(default_factory=dict)
    """A cache for `rival_evidence`: figure and article → the article's other possible rivals."""

    def near(self, a: int, b: int) -> float:
        """Weight of the themes around both figures, 0 where they share none."""
        return self.shared.get((a, b) if a < b else (b, a), 0.0)


def figure_table(
    sentences: Sequence[Sentence],
    known: Weights,
    alike: Scores,
    read: Callable[[Sentence], Sequence[Figure]] = figures,
) -> FigureTable:
    """The table of all figures that `read` finds in the sentences.

    `alike` adds half the likeness of the two sentences to what a pair shares.
    """
    told = list(islice((f for s in sentences for f in _figures(s, read)), MANY))
    shared = _shared(told, known)
    for (a, b), weight in shared.items():
        here, there = told[a].sentence.number, told[b].sentence.number
        shared[a, b] = weight + alike.get((here, there), 0.0) / 2
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        by_article[one.sentence.article].append(at)
    return FigureTable(
        tuple(told), known, shared, {a: tuple(held) for a, held in by_article.items()},
        _agreeing(told, shared),
    )  # fmt: skip


@once_with
def _figures(
    sentence: Sentence, read: Callable[[Sentence], Sequence[Figure]]
) -> tuple[PlacedFigure, ...]:
    """The figures of one sentence; kept with it."""
    return tuple(f for a in read(sentence) if (f := _placed(a)) is not None)


def _placed(figure: Figure) -> PlacedFigure | None:
    """The figure with the words around it; None where it covers no word."""
    sentence = figure.sentence
    words = sentence.words
    inside = [n for n, w in enumerate(words) if w.span.overlaps(figure.span)]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    empty = _SIZES | _PARTS_OF_DAY if figure.sort in _TIMES else _SIZES
    around: dict[str, float] = {}
    for n, word in enumerate(words):
        if not word.content or word.lemma[0].isdigit() or word.lemma in empty:
            continue
        away = max(first - n, n - last, 0)
        if not away and word.lemma in _SPELT:
            continue
        key = theme(word)
        around[key] = max(around.get(key, 0.0), 1 / (1 + max(0, away - 1) / FADING))
    base, text = sentence.span.start, sentence.text
    start, end = figure.span.start - base, figure.span.end - base
    return PlacedFigure(
        figure,
        around,
        frozenset(k for k, weight in around.items() if weight >= NEAR),
        fate_near([w.lemma for w in words], first, last) if figure.sort in COUNTED else "",
        _part(text, start, end, figure.sort),
        frozenset(
            w.lower().rstrip("s") for w in _SPEAKERS.findall(text[max(0, start - 50) : end + 40])
        ),
        _place(text, start, end),
    )


def _place(text: str, start: int, end: int) -> str:
    """The name behind `in`, `at` or the like, near the figure; or empty."""
    found = (
        _IN_PLACE.match(text, end)
        or _IN_FRONT.search(text[max(0, start - 60) : start])
        or _OPENING.match(text)
    )
    return found[1] if found and found[1].split()[0].lower() not in _CALENDAR else ""


def _part(text: str, start: int, end: int, sort: str) -> str:
    """Whether the figure is a part, a whole or a sum; see `PlacedFigure.part`."""
    if sort == "time" and _THAT_DAY.match(text, end):
        return "part"
    if _WHOLE.search(text[max(0, start - 40) : start]):
        return "whole"
    if _BOTH.search(text[max(0, start - 55) : start]):
        return "sum"
    part = (
        _PART.match(text, end)
        or _IN_PART.search(text, start, end)
        or _ANOTHER.search(text[max(0, start - 14) : start])
    )
    return "part" if part else ""


def _shared(told: Sequence[PlacedFigure], known: Weights) -> dict[Pair, float]:
    """Pair → weight of the themes around both figures, by how close and how rare they are."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        group = "counted" if one.figure.sort in COUNTED else one.figure.sort
        for key in one.around:
            index[group, key].append(at)
    shared: dict[Pair, float] = defaultdict(float)
    for (_, key), held in index.items():
        if len(held) > COMMON:
            continue
        weight = known.of.get(key, 1.0)
        for a, b in combinations(held, 2):
            shared[a, b] += weight * told[a].around[key] * told[b].around[key]
    return dict(sorted(shared.items()))


def comparable(a: Figure, b: Figure) -> bool:
    """Whether figures of these sorts may measure one thing."""
    if a.sort != b.sort:
        return a.sort in COUNTED and b.sort in COUNTED
    if a.sort == "clock":
        return not (a.unit and b.unit) or a.unit == b.unit
    return a.sort != "money" or a.unit == b.unit


@lru_cache(maxsize=20_000)
def kin(a: str, b: str) -> str:
    """How two counted nouns are related: `same`, `near` (both persons), `unknown` or `other`."""
    if not a or not b:
        return "unknown"
    if family(a) == family(b) or counted_kind(a) == counted_kind(b):
        return "same"
    return "near" if names_person(a) and names_person(b) else "other"


def _agreeing(told: Sequence[PlacedFigure], shared: Mapping[Pair, float]) -> list[set[str]]:
    """For each figure the other articles that give it in words like enough for its size."""
    found: list[set[str]] = [set() for _ in told]
    for (a, b), weight in shared.items():
        x, y = told[a], told[b]
        if (
            weight >= LIKE
            and x.sentence.article != y.sentence.article
            and comparable(x.figure, y.figure)
            and agree(x.figure, y.figure)
            and kin(x.unit, y.unit) != "other"
        ):
            if weight >= (LIKE if telling(x.figure) else 3 * LIKE):
                found[a].add(y.sentence.article)
            if weight >= (LIKE if telling(y.figure) else 3 * LIKE):
                found[b].add(x.sentence.article)
    return found


def telling(figure: Figure) -> bool:
    """Whether the figure is rare enough to identify what it measures."""
    return figure.sort not in (*COUNTED, "time", "nth") or figure.middle > _SMALL


@lru_cache(maxsize=20_000)
def family(noun: str) -> str:
    """The class that a counted noun belongs to."""
    return synonym_class(root(noun)) or root(noun)
