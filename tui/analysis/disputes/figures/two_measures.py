"""Why two figures measure two things, whatever the words around them."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from tui.analysis.clashes.times import counted_later, on_other_days
from tui.analysis.disputes.figures.counts import counted_kind, counts_deeds
from tui.analysis.disputes.figures.figure_table import (
    FigureTable,
    PlacedFigure,
    at_sentence,
    comparable,
    family,
    kin,
    telling,
)
from tui.analysis.disputes.figures.two_days import two_days
from tui.analysis.sentences.fates import counts_people, names_person
from tui.analysis.sentences.figure import COUNTED, WEEK, Figure, agree, same_figure
from tui.analysis.sentences.figures import figures
from tui.analysis.sentences.slot_reading import denied_at, reading
from tui.analysis.sentences.when import MONTHS
from tui.analysis.words.lexicon import root
from tui.analysis.words.sentence import Sentence
from tui.model.article import Role

UNLIKE = 1.25
"""Largest natural logarithm of the ratio of two figures for one thing."""
_STEPS = {"clock": 180.0, "day": 60.0, "weekday": 3.0, "year": 10.0, "moment": 1440.0}
"""Sort whose zero is arbitrary → the difference that counts like a logarithm of 1."""
_ROUND = {"clock": 1440.0, "weekday": 7.0, "moment": WEEK}
"""Sort that begins anew → after how many units: hours after a day, weekdays after a week."""
MOST = {"time": 1.35, "clock": 1.4, "year": 1.0, "day": 1.1}
"""Sort → largest distance of two figures, where it is not `UNLIKE`."""
WHOLE = 0.5
"""Difference from which two counts are not the same."""
_NARROW = frozenset("child woman girl boy baby infant minor".split())
"""Persons that reports count separately: a part of the victims."""
_PUPILS = frozenset("schoolgirl schoolboy schoolchild pupil student youngster teenager".split())
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.I)


def excluded(table: FigureTable, a: int, b: int) -> bool:
    """Whether two figures measure two things, whatever the words around them.

    So it is where one article gives both, where one is many times the other, or where they differ
    in fate (dead, hurt), in place, in rate, or as a part and a whole.
    """
    x, y = table.figures[a], table.figures[b]
    if distance(x.figure, y.figure) > MOST.get(x.figure.sort, UNLIKE):
        return True
    if _other_things(x, y) or _vaguely_one(x.figure, y.figure) or _vaguely_one(y.figure, x.figure):
        return True
    if x.figure.about.partition("/")[2] != y.figure.about.partition("/")[2]:
        return True
    one_place = bool(x.place) and x.place == y.place
    if (x.fate and y.fate and x.fate != y.fate) or (x.part != y.part and not one_place):
        return True
    if x.place and y.place and x.place != y.place and x.figure.sort in (*COUNTED, "length"):
        return True
    if x.figure.sort in COUNTED and _needed(x) != _needed(y):
        return True
    if x.figure.sort == "nth" and _denied(x) != _denied(y):
        return True  # no third meeting, after a second
    if x.figure.sort == "length" and len({_direction(x), _direction(y)} - {""}) > 1:
        return True
    if bool(x.fate) != bool(y.fate) and _attacks(x) != _attacks(y):
        return True  # who killed, and who was killed
    if _adds_up(x.figure, y.figure) or _adds_up(y.figure, x.figure):
        return True
    if {x.unit, y.unit} & _NARROW and root(x.unit) != root(y.unit) and not _both_young(x, y):
        return True
    if x.figure.sort in _STEPS:
        if x.figure.sort != "clock" and _other_figures(x, y):
            return True
        if x.figure.sort in ("day", "weekday", "moment") and two_days(x, y):
            return True
    elif _two_times(x.sentence, y.sentence):
        return True
    here, there = x.sentence.article, y.sentence.article
    if here == there:
        titles = [n for n, f in ((a, x), (b, y)) if f.sentence.role is Role.TITLE]
        return any(_knows(table, here, n) for n in titles)
    return _knows(table, there, a) or _knows(table, here, b)


def _vaguely_one(a: Figure, b: Figure) -> bool:
    """Whether `a` is a vague number such as `hundreds` that may mean `b`."""
    return bool(_VAGUE.search(a.words)) and a.low / 3 <= b.middle <= a.high * 3


def _other_things(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether they count two things, unlike `62 people were arrested` and `47 arrests`."""
    if x.figure.sort not in COUNTED or kin(x.unit, y.unit) != "other":
        return False
    both = ((x, y), (y, x))
    return not any(
        counts_people(v.unit) and counts_deeds(w.unit) and family(w.unit) in v.beside
        for v, w in both
    )


_NEED = re.compile(r"\b(?:requir|need|necessar|threshold|minimum|quorum)\w*\b[^.;]{0,50}$", re.I)


def _needed(one: PlacedFigure) -> bool:
    """Whether the figure is what something takes: `it needed 60 votes`."""
    return _NEED.search(one.sentence.text[: at_sentence(one).start]) is not None


_HEIGHT = re.compile(r"\b(?:altitude|height|elevation|depth)\b[^,;.]{0,24}$", re.I)
_HIGH = re.compile(r"\s(?:high|tall|deep|above)\b|\s?\([^)]{0,20}\)\s(?:high|tall|deep)\b")


_WENT = re.compile(
    r"\b(?:fl(?:ew|own|ies|ying)|travel\w*|covered|distance\sof)\b[^,;.]{0,24}$", re.I
)
_AWAY = re.compile(r"\s(?:off|away|from|inland|(?:(?:north|south)?(?:east|west)?(?:ern)?)\sof)\b")


def _direction(one: PlacedFigure) -> str:
    """Whether a length tells how `high` or deep something is, how long a `way` it went, or how
    `far` off it is; else empty.
    """
    at, text = at_sentence(one), one.sentence.text
    if _HIGH.match(text, at.end) or _HEIGHT.search(text[: at.start][-60:]):
        return "high"
    if _WENT.search(text[: at.start][-40:]):
        return "way"
    return "far" if _AWAY.match(text, at.end) else ""


def _attacks(one: PlacedFigure) -> bool:
    """Whether attackers are counted."""
    return counted_kind(one.unit) == "attacker"


def _both_young(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether both count girls, or both boys or children, as pupils or not."""
    return all(v.unit in _NARROW or v.unit in _PUPILS for v in (x, y))


def _denied(one: PlacedFigure) -> bool:
    """Whether the sentence denies what is counted: `no plans for a third meeting`."""
    return denied_at(one.sentence, one.figure.span)


_AND = re.compile(r"[^,;:.]{0,30}\sand\s(?:the\s)?")


def _adds_up(a: Figure, b: Figure) -> bool:
    """Whether `a` and the persons counted with it make `b`: `58 diplomats and two officers`, 60."""
    if a.sort not in COUNTED or b.sort not in COUNTED or not names_person(a.unit):
        return False
    sentence, text = a.sentence, a.sentence.text
    end = sentence.inside(a.span).end
    return any(
        _AND.fullmatch(text, end, sentence.inside(v.span).start)
        and names_person(v.unit)
        and abs(a.middle + v.middle - b.middle) < WHOLE
        for v in figures(sentence)
        if v.sort in COUNTED and v.span.start > a.span.end
    )


def _other_figures(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two days or years stand beside other figures that differ: `146 in 2021`."""
    return any(
        comparable(v, w) and not same_figure(v, w)
        for v in figures(x.sentence)
        if v is not x.figure and v.sort not in (*_STEPS, "percent")
        for w in figures(y.sentence)
        if w is not y.figure
    )


_BEFORE = re.compile(
    r"(?:Back\s)?(?:In|Last|Earlier\sthis)\s"
    rf"(?:(?:{'|'.join(MONTHS)})\b(?!\s\d)|year|month|\d{{4}}\b)",
    re.I,
)
"""Opens a sentence of something that happened before: `In September, six people were killed`."""


@lru_cache(maxsize=20_000)
def _two_times(a: Sentence, b: Sentence) -> bool:
    """Whether the sentences name only different days, or count early and late."""
    if on_other_days(reading(a), reading(b)):
        return True
    if bool(_BEFORE.match(a.text)) != bool(_BEFORE.match(b.text)):
        return True
    return counted_later(a.text, b.text)


def _knows(table: FigureTable, article: str, at: int) -> bool:
    """Whether the article gives the figure at position `at` too, for what may be the same thing."""
    if (article, at) not in table.knowing:
        table.knowing[article, at] = _told_in(table, article, at)
    return table.knowing[article, at]


def _told_in(table: FigureTable, article: str, at: int) -> bool:
    one = table.figures[at]
    for n in table.by_article.get(article, ()):
        other = table.figures[n]
        if (
            n == at
            or not comparable(one.figure, other.figure)
            or not agree(one.figure, other.figure)
        ):
            continue
        relation = kin(one.unit, other.unit)
        if relation == "other" or (one.part == "") != (other.part == ""):
            continue
        if one.fate and one.place and (one.fate, one.place) == (other.fate, other.place):
            return True
        if one.figure.sort in (*COUNTED, "nth") and not telling(one.figure):
            least = 0.0 if relation == "same" else 1.0
        else:
            spans = one.figure.sort == "time" and one.figure.about != other.figure.about
            least = 0.5 if spans or one.figure.sort == "moment" else 0.0
        if table.near(at, n) >= least:
            return True
    return False


def distance(a: Figure, b: Figure) -> float:
    """How far the figures are apart: the logarithm of their ratio, or steps of their sort."""
    x, y = a.middle, b.middle
    if a.sort in _STEPS:
        apart = abs(x - y)
        if a.sort in _ROUND:
            apart = min(apart, _ROUND[a.sort] - apart)
        return apart / _STEPS[a.sort]
    if a.sort == "gap":
        return abs(log(abs(x) / abs(y))) + 1.0 * (x * y < 0)
    return abs(log(max(x, 1e-6) / max(y, 1e-6)))
