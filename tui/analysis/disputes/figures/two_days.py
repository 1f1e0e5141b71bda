"""Why two days that stand with like words may be days of two things."""

from __future__ import annotations

import re

from tui.analysis.clashes.measures import one_deed, one_night
from tui.analysis.disputes.figures.figure_table import PlacedFigure, at_sentence
from tui.analysis.sentences.figure import WEEK, Figure
from tui.analysis.sentences.names import cities_in
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.speech import ANNOUNCE
from tui.analysis.sentences.when import weekday_step

_BREATH = 60.0
"""Largest gap in minutes between two parts of days that may be one night."""
_DUE = re.compile(r"\s(?:deadline|cut-?off|target)\b|\s(?:date|day)\s(?:for|by)\b")
_DUE_BY = re.compile(r"\b(?:deadline|no\slater\sthan|by|before|until)\s(?:of\s|on\s|the\s)*$", re.I)


def _due(one: PlacedFigure) -> bool:
    """Whether something must be done by the day: `the March 29 deadline`."""
    at, text = at_sentence(one), one.sentence.text
    return bool(_DUE.match(text, at.end) or _DUE_BY.search(text[: at.start][-30:]))


def two_days(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two days are of two events, or one night in two time zones."""
    if _due(x) != _due(y):
        return True
    here, there = cities_in(x.sentence), cities_in(y.sentence)
    if _told_on(x.figure) or _told_on(y.figure) or (here and there and not here & there):
        return True
    left, right = reading(x.sentence), reading(y.sentence)
    a, b = at_sentence(x), at_sentence(y)
    if not one_deed(left, a, right, b):
        return True
    if x.figure.sort == "moment" and _other_zones(x, y):
        return True
    if x.figure.sort == "moment":
        return not (x.figure.about or y.figure.about) and _one_night(x.figure, y.figure)
    step = y.figure.middle - x.figure.middle
    if x.figure.sort == "weekday":
        step = weekday_step(int(x.figure.middle), int(y.figure.middle))
    return one_night(left, a, right, b, step)


_ZONED = re.compile(r"\b(?:(\w+)\stime|(GMT|UTC|E[SD]?T|[CMP][SD]T|[BC]E?ST))\b")
"""The zone of a time: `Washington time`, `local time`, GMT."""
ZONES = 14 * 60.0
"""Minutes by which the clocks of two zones may differ."""
ZONED = 24
"""Characters behind a time in which its zone is named."""


def _other_zones(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether two moments may be one, told by the clocks of two zones."""
    if _zone(x) == _zone(y):
        return False
    apart = max(x.figure.low - y.figure.high, y.figure.low - x.figure.high)
    return min(apart, WEEK - apart) <= ZONES


def _zone(one: PlacedFigure) -> str:
    """The zone named with a time; empty where none is."""
    at = at_sentence(one)
    found = _ZONED.search(one.sentence.text, at.start, at.end + ZONED)
    return (found[1] or found[2]) if found else ""


def _one_night(a: Figure, b: Figure) -> bool:
    """Whether one part of a day ends about when the other begins."""
    gaps = (a.low - b.high, b.low - a.high)
    return any(abs(gap + turn) < _BREATH for gap in gaps for turn in (0, WEEK))


_TELLING = re.compile(rf"{ANNOUNCE.pattern}(?:\s[\w’'-]+){{0,3}}\s$", re.I)
"""A verb of saying right in front of a day."""
_OPENING = re.compile(rf"(?:\s[a-z]+)?,?\s(?:[\w’'.-]+\s){{0,5}}{ANNOUNCE.pattern}", re.I)
"""A verb of saying soon behind a day that opens the sentence."""
EARLY = 12
"""Characters from the start of a sentence in which a day opens it."""


def _told_on(figure: Figure) -> bool:
    """Whether the day is only that of a statement: `said on Monday`, `On Monday the mayor said`."""
    text, at = figure.sentence.text, figure.span.start - figure.sentence.span.start
    if _TELLING.search(text[max(0, at - 50) : at]):
        return True
    return at < EARLY and bool(_OPENING.match(text, at + len(figure.span)))
