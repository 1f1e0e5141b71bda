"""What speaks for two figures of a story measuring one thing, wherever they stand.

Reports word the same figure differently, so likeness of sentences sees little.
What says more: the words close to both figures, whether each article has any
other figure that would fit, whether a third article has the one, and whether an
article that has the one also has the other and so knows that they are two.
`bench/fit_rivals.py` fits the weights.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import combinations, islice
from math import exp, log

from tui.analysis.disputes.counts import counted_kind, grown
from tui.analysis.sentences.amounts import COUNTED, Amount, agree, amounts, same_figure
from tui.analysis.sentences.quantities import befell, people
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, theme
from tui.analysis.sentences.when import apart
from tui.analysis.words.lexicon import lines, root, synonym_class
from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.article import Role

NAMES = ("beside sentence rivals hedged title agreed spans speaker year mixed far sole day").split()
"""The evidence, in the order of the weights."""
NEAR = 0.4
"""Closeness from which a word stands beside a figure."""
FADING = 5
"""Words away at which a word counts half."""
FAINT = 0.1
"""What the words around two figures must share for the pair to be looked at."""
LIKE = 0.4
"""The same for a telling figure that two articles tell; three times as much for another."""
COMMON = 80
"""Figures beside which a theme stands from which on it leads to no pair."""
MANY = 500
"""Figures of one story that are held against each other."""
UNLIKE = 1.25
"""Natural logarithm of how many times the other a figure may be and still be its rival."""
_STEPS = {"clock": 180.0, "day": 60.0, "year": 10.0}
"""What counts as much as a logarithm of 1 for sorts whose zero says nothing."""
_MOST = {"time": 1.35, "clock": 0.8, "year": 1.0, "day": 1.1}
_NARROW = frozenset("child woman girl boy baby infant minor".split())
"""Persons who are counted apart from all: a part of the victims, not the victims."""
_SMALL = 10
"""Figures up to which say nothing of themselves: many things are three."""
_SPEAKERS = re.compile(
    r"\b(police|organi[sz]ers?|unions?|army|military|ministry|officials?|authorities|government|"
    r"opposition|witness(?:es)?|residents|hospital|prosecutors?|campaign|critics)\b",
    re.I,
)
_PART = re.compile(r"\s(?:others?\b|more\b(?! than)|of (?:them|whom|which|those|these)\b)", re.I)
_IN_PART = re.compile(r"\b(?:of (?:the|its|their|his|her|those|these)|other|more(?! than))\b", re.I)
_ANOTHER = re.compile(
    r"\b(?:another|other|additional|further|remaining|first|last|next|past)\s$", re.I
)
_WHOLE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|some|many|most|half|all|none|any"
    r"|several) of "
    r"(?:the |its |their |his |her )?(?:[\w’']{2,20}[’']s )?$",
    re.I,
)
_THAT_DAY = re.compile(r"\s(?:on\s(?:[A-Z][a-z]+day\b|the first)|each|every|that day)\b")
"""Behind a length of time: `deliberated for four hours on Monday`, and went on."""
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.I)
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

Pair = tuple[int, int]
"""Positions of two figures, the smaller first."""


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """An amount with the words around it."""

    amount: Amount
    around: Mapping[str, float]
    """Theme of each word of its sentence → how close it stands, 0 to 1."""
    beside: frozenset[str]
    """The themes that stand close."""
    state: str
    """What befell the people counted; empty where nothing did."""
    part: str
    """`part` of a larger number, the `whole` of which a part is told, or empty."""
    speakers: frozenset[str]
    place: str
    """Where it counts, as named beside it: `34 in Norland`; empty where no place is named."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self.amount.sentence

    @property
    def unit(self) -> str:
        """What is counted; empty where the words do not say, or a measure has no kinds."""
        return self.amount.unit if self.amount.sort in ("people", "count", "nth") else ""


@dataclass(frozen=True, eq=False, slots=True)
class Field:
    """The figures of a story, and what the words around each two of them share."""

    figures: tuple[Figure, ...]
    known: Weights
    shared: dict[Pair, float]
    by_article: dict[str, tuple[int, ...]]
    agreeing: list[set[str]]
    """For each figure the other articles that tell it in like words."""
    knowing: dict[tuple[str, int], bool] = field(default_factory=dict)
    """Article and figure → whether it tells that figure too, as far as asked for."""
    orphans: dict[tuple[int, str], tuple[int, ...]] = field(default_factory=dict)
    """Figure and article → its figures that might as well be rivals, as far as asked for."""

    def near(self, a: int, b: int) -> float:
        """What the words around both share."""
        return self.shared.get((a, b) if a < b else (b, a), 0.0)


def field_of(
    sentences: Sequence[Sentence], likenesses: Sequence[Likeness], known: Weights
) -> Field:
    """Every figure of the story that may have a rival."""
    told = list(islice((f for s in sentences for f in _figures(s)), MANY))
    shared = _shared(told, known)
    alike = {(like.a, like.b): like.score for like in likenesses}
    for (a, b), weight in shared.items():
        here, there = told[a].sentence.number, told[b].sentence.number
        shared[a, b] = weight + alike.get((here, there), 0.0) / 2
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        by_article[one.sentence.article].append(at)
    return Field(
        tuple(told), known, shared, {a: tuple(held) for a, held in by_article.items()},
        _agreeing(told, shared),
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _figures(sentence: Sentence) -> tuple[Figure, ...]:
    return tuple(f for a in amounts(sentence) if (f := _figure(a)) is not None)


def _figure(amount: Amount) -> Figure | None:
    sentence = amount.sentence
    words = sentence.words
    inside = [n for n, w in enumerate(words) if w.span.overlaps(amount.span)]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    around: dict[str, float] = {}
    for n, word in enumerate(words):
        if not word.content or word.lemma[0].isdigit():
            continue
        away = max(first - n, n - last, 0)
        if not away and word.lemma in _SPELT:
            continue
        key = theme(word)
        around[key] = max(around.get(key, 0.0), 1 / (1 + max(0, away - 1) / FADING))
    base, text = sentence.span.start, sentence.text
    start, end = amount.span.start - base, amount.span.end - base
    return Figure(
        amount,
        around,
        frozenset(k for k, weight in around.items() if weight >= NEAR),
        befell([w.lemma for w in words], first, last) if amount.sort in COUNTED else "",
        _part(text, start, end),
        frozenset(
            w.lower().rstrip("s") for w in _SPEAKERS.findall(text[max(0, start - 50) : end + 40])
        ),
        _place(text, start, end),
    )


def _place(text: str, start: int, end: int) -> str:
    found = (
        _IN_PLACE.match(text, end)
        or _IN_FRONT.search(text[max(0, start - 60) : start])
        or _OPENING.match(text)
    )
    return found[1] if found else ""


def _part(text: str, start: int, end: int) -> str:
    if _THAT_DAY.match(text, end):
        return "part"
    if _WHOLE.search(text[max(0, start - 40) : start]):
        return "whole"
    part = (
        _PART.match(text, end)
        or _IN_PART.search(text, start, end)
        or _ANOTHER.search(text[max(0, start - 14) : start])
    )
    return "part" if part else ""


def _shared(told: Sequence[Figure], known: Weights) -> dict[Pair, float]:
    """What the words around two figures of like sort share, by closeness and rareness."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        group = "counted" if one.amount.sort in COUNTED else one.amount.sort
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


def comparable(a: Amount, b: Amount) -> bool:
    """Whether both may measure one thing, by their sorts."""
    if a.sort != b.sort:
        return a.sort in COUNTED and b.sort in COUNTED
    return a.sort != "money" or a.unit == b.unit


@lru_cache(maxsize=20_000)
def kin(a: str, b: str) -> str:
    """How two counted nouns stand: `same`, `near`, `unknown` or `other`."""
    if not a or not b:
        return "unknown"
    if _family(a) == _family(b) or counted_kind(a) == counted_kind(b):
        return "same"
    return "near" if people(a) and people(b) else "other"


def _agreeing(told: Sequence[Figure], shared: Mapping[Pair, float]) -> list[set[str]]:
    """For each figure the other articles that tell it in words like enough for its size."""
    found: list[set[str]] = [set() for _ in told]
    for (a, b), weight in shared.items():
        x, y = told[a], told[b]
        if (
            weight >= LIKE
            and x.sentence.article != y.sentence.article
            and comparable(x.amount, y.amount)
            and agree(x.amount, y.amount)
            and kin(x.unit, y.unit) != "other"
        ):
            if weight >= (LIKE if telling(x.amount) else 3 * LIKE):
                found[a].add(y.sentence.article)
            if weight >= (LIKE if telling(y.amount) else 3 * LIKE):
                found[b].add(x.sentence.article)
    return found


def telling(amount: Amount) -> bool:
    """Whether the figure is rare enough to say what it is of by itself."""
    return amount.sort not in (*COUNTED, "time", "nth") or amount.middle > _SMALL


def excluded(story: Field, a: int, b: int) -> bool:
    """Whether the two figures measure two things, whatever stands around them.

    Who knows of both knows that they are two; one that is many times the other is
    no other count of the same; nor are the dead the hurt, nor a part the whole.
    """
    x, y = story.figures[a], story.figures[b]
    if distance(x.amount, y.amount) > _MOST.get(x.amount.sort, UNLIKE):
        return True
    if _other_things(x, y) or _vaguely_one(x.amount, y.amount) or _vaguely_one(y.amount, x.amount):
        return True
    if x.amount.about.partition("/")[2] != y.amount.about.partition("/")[2]:
        return True
    one_place = bool(x.place) and x.place == y.place
    if (x.state and y.state and x.state != y.state) or (x.part != y.part and not one_place):
        return True
    if x.place and y.place and x.place != y.place and x.amount.sort in (*COUNTED, "length"):
        return True
    if {x.unit, y.unit} & _NARROW and root(x.unit) != root(y.unit):
        return True
    if x.amount.sort in _STEPS:
        if x.amount.sort != "clock" and _other_figures(x, y):
            return True
    elif _two_times(x.sentence, y.sentence):
        return True
    here, there = x.sentence.article, y.sentence.article
    if here == there:
        titles = [n for n, f in ((a, x), (b, y)) if f.sentence.role is Role.TITLE]
        return any(_knows(story, here, n) for n in titles)
    return _knows(story, there, a) or _knows(story, here, b)


def _vaguely_one(a: Amount, b: Amount) -> bool:
    """Whether `hundreds` may be meant for the other: nobody counted."""
    return bool(_VAGUE.search(a.words)) and a.low / 3 <= b.middle <= a.high * 3


def _other_things(x: Figure, y: Figure) -> bool:
    """Whether they count two things, and no `62 people were arrested` of `47 arrests`."""
    if x.amount.sort not in COUNTED or kin(x.unit, y.unit) != "other":
        return False
    return not any(
        people(one.unit) and _family(other.unit) in one.beside for one, other in ((x, y), (y, x))
    )


@lru_cache(maxsize=20_000)
def _family(noun: str) -> str:
    return synonym_class(root(noun)) or root(noun)


def _other_figures(x: Figure, y: Figure) -> bool:
    """Whether two days or years stand beside other figures that differ: `146 in 2021`."""
    return any(
        comparable(v, w) and not same_figure(v, w)
        for v in amounts(x.sentence)
        if v is not x.amount and v.sort not in (*_STEPS, "percent")
        for w in amounts(y.sentence)
        if w is not y.amount
    )


@lru_cache(maxsize=20_000)
def _two_times(a: Sentence, b: Sentence) -> bool:
    """Whether the sentences tell of two days, or of what there was early and late."""
    left, right = reading(a).whens, reading(b).whens
    if left and right and all(apart(v, w) for v in left for w in right):
        return True
    return grown(a.text, b.text)


def _knows(story: Field, article: str, at: int) -> bool:
    """Whether the article tells that very figure somewhere, of what may be the same thing."""
    if (article, at) not in story.knowing:
        story.knowing[article, at] = _told_in(story, article, at)
    return story.knowing[article, at]


def _told_in(story: Field, article: str, at: int) -> bool:
    one = story.figures[at]
    for n in story.by_article.get(article, ()):
        other = story.figures[n]
        if (
            n == at
            or not comparable(one.amount, other.amount)
            or not agree(one.amount, other.amount)
        ):
            continue
        relation = kin(one.unit, other.unit)
        if relation == "other":
            continue
        if one.amount.sort in (*COUNTED, "nth") and not telling(one.amount):
            least = 0.0 if relation == "same" else 1.0
        else:
            spans = one.amount.sort == "time" and one.amount.about != other.amount.about
            least = 0.5 if spans else 0.0
        if story.near(at, n) >= least:
            return True
    return False


def distance(a: Amount, b: Amount) -> float:
    """How far the figures are apart: the logarithm of their ratio, or steps of their sort."""
    x, y = a.middle, b.middle
    if a.sort in _STEPS:
        apart = abs(x - y)
        if a.sort == "clock":
            apart = min(apart, 1440 - apart)
        return apart / _STEPS[a.sort]
    return abs(log(max(x, 1e-6) / max(y, 1e-6)))


def evidence(story: Field, a: int, b: int) -> tuple[float, ...]:
    """The values of `NAMES`."""
    x, y = story.figures[a], story.figures[b]
    rivals = _orphans(story, a, b) + _orphans(story, b, a)
    others = (story.agreeing[a] - {y.sentence.article}) | (story.agreeing[b] - {x.sentence.article})
    return (
        story.known.shared(x.beside, y.beside),
        min(3.0, story.near(a, b)),
        log(1 + rivals),
        float(bool(x.amount.bound or y.amount.bound)),
        float(Role.TITLE in (x.sentence.role, y.sentence.role)),
        float(len(others) > 1),
        float(x.amount.sort == "time" and x.amount.about == y.amount.about),
        float(bool(x.speakers & y.speakers) and x.amount.sort in COUNTED),
        float(x.amount.sort == "year"),
        float(x.amount.sort != y.amount.sort),
        float(distance(x.amount, y.amount) > 1.0),
        float(_sole(story, a) and _sole(story, b) and kin(x.unit, y.unit) == "same"),
        float(x.amount.sort == "day"),
    )


def _sole(story: Field, at: int) -> bool:
    """Whether it is the only count of such things in its article."""
    one = story.figures[at]
    return not any(
        n != at
        and story.figures[n].amount.sort in COUNTED
        and kin(one.unit, story.figures[n].unit) == "same"
        and not agree(one.amount, story.figures[n].amount)
        for n in story.by_article[one.sentence.article]
    )


def _orphans(story: Field, a: int, b: int) -> int:
    """Figures of b's article beside b that a might as well be a rival of: none tells them too."""
    key = a, story.figures[b].sentence.article
    if key not in story.orphans:
        one = story.figures[a]
        story.orphans[key] = tuple(
            n
            for n in story.by_article[key[1]]
            if not story.agreeing[n]
            and comparable(one.amount, story.figures[n].amount)
            and not same_figure(one.amount, story.figures[n].amount)
            and distance(one.amount, story.figures[n].amount) <= _MOST.get(one.amount.sort, UNLIKE)
            and kin(one.unit, story.figures[n].unit) != "other"
        )
    return sum(n != b for n in story.orphans[key])


def candidates(story: Field) -> Iterator[Pair]:
    """Pairs of two articles whose figures differ and may measure one thing."""
    for (a, b), weight in story.shared.items():
        x, y = story.figures[a], story.figures[b]
        if (
            weight >= FAINT
            and x.sentence.article != y.sentence.article
            and comparable(x.amount, y.amount)
            and not same_figure(x.amount, y.amount)
            and not excluded(story, a, b)
        ):
            yield a, b


@cache
def shipped_weights() -> tuple[float, ...]:
    """The constant, then a weight for each of `NAMES`."""
    found = {
        name: float(weight) for name, weight in (li.split() for li in lines("rival_weights.txt"))
    }
    return tuple(found[name] for name in ("base", *NAMES))


def sureness(values: Sequence[float], weights: Sequence[float]) -> float:
    """How surely two figures with that evidence measure one thing, 0 to 1."""
    total = weights[0] + sum(w * v for w, v in zip(weights[1:], values, strict=True))
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))
