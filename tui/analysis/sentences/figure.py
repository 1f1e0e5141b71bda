"""A figure of any sort, and when two figures can be one.

A `Quantity` is a number with the noun behind it, as it is written. A `Figure` is what a quantity,
an hour or a day measures, on one scale with all others of its sort.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from tui.analysis.words.numerals import half_unit
from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

COUNTED = frozenset(("people", "count", "bare"))
"""Sorts that may count the same thing: a bare number does not say what it counts."""
LOWER = frozenset(("over", "least"))
"""Bounds of a number that may well be higher."""
FEW = 3
"""Counts below this are too common to be compared as lower bounds."""
WEEK = 10080.0
"""Minutes of a week."""
CLOSE = 8.0
"""Minutes within which two hours of the day are one, told roughly."""
ONE_SIDED = frozenset(("before", "after"))
"""Hedges of an hour that leave minutes open on one side of it only: `shortly after 5 p.m.`"""
ROUNDED = 1.1
"""Largest ratio at which a rounded figure may stand for an exact one."""
LOOSE = 1.2
"""The same where one of them is hedged."""


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """A figure and the sort of thing it measures."""

    sentence: Sentence
    span: Span
    """In the article's text."""
    words: str
    sort: str
    """`people`, `count`, `bare`, `money`, `percent`, `time`, `clock`, `length`, `speed`, `nth`,
    `year`, `day`, `weekday`, `moment` (a part of a weekday), `gap` (a time
    before or after something)."""
    low: float
    """The least it may mean, in the unit of its sort."""
    high: float
    """The most it may mean. The units are minutes, kilometers, kilometers an hour; minutes since
    midnight for a clock and since Monday for a moment; days from Monday for a weekday; month times
    31 plus day for a day."""
    unit: str
    """Lemma of what is counted, the currency, or the zone of an hour; empty where the words do not
    say."""
    about: str
    """A second word on what is counted, and behind a slash the rate: `missile`, `/month`; of a time
    its unit."""
    bound: str
    """How it is hedged: `over`, `least`, `under`, `most`, `nearly`, `about`, and of an hour also
    `before` and `after`; empty where it is not."""

    @property
    def value(self) -> str:
        """A key for comparison, such as `12 people` or `70..98 people`."""
        top = "" if self.high == inf else f"{self.high:.12g}"
        low = f"{self.low:.12g}"
        return f"{low if low == top else low + '..' + top} {self.unit or self.sort}"

    @property
    def middle(self) -> float:
        """The single number that stands for it: of a lower bound the least, else the middle."""
        if self.bound in ("least", "over") and self.sort not in ("time", "clock", "gap"):
            return self.low
        return self.high if self.low == 0 else (self.low + self.high) / 2


def same_figure(a: Figure, b: Figure) -> bool:
    """Whether both can be the same figure: their ranges meet, or one is the other rounded."""
    if a.sort == "clock":
        apart = abs(a.middle - b.middle)
        return min(apart, 1440 - apart) < CLOSE or _within(a, b) or _within(b, a)
    if a.low <= b.high and b.low <= a.high:
        return True
    if a.sort == "moment":
        return any(a.low <= b.high + turn and b.low + turn <= a.high for turn in (WEEK, -WEEK))
    if a.sort == b.sort and a.sort in ("length", "speed") and a.unit != b.unit:
        return max(a.middle, b.middle) <= ROUNDED * min(a.middle, b.middle)  # 100 km are 60 miles
    if "nth" in (a.sort, b.sort) or a.sort in ("year", "day", "weekday", "time", "gap"):
        return False
    x, y = (a.low, b.high) if a.low > b.high else (b.low, a.high)
    return abs(x - y) <= max(_rounding(a), _rounding(b)) + 1e-9


def _within(rough: Figure, told: Figure) -> bool:
    """Whether an exact hour lies in what a hedge on one side leaves open."""
    exact = told.low == told.high
    return rough.bound in ONE_SIDED and exact and rough.low <= told.low <= rough.high


def agree(a: Figure, b: Figure) -> bool:
    """Whether both give the same figure, and do not merely allow it: `under 10` is not 3."""
    if two_floors(a, b):
        return False
    low, high = sorted((a.middle, b.middle))
    loose = LOOSE if a.bound or b.bound else ROUNDED
    return (a.sort in ("clock", "moment", "gap") or high <= loose * low) and same_figure(a, b)


def two_floors(a: Figure, b: Figure) -> bool:
    """Whether both are lower bounds of a count, and not the same: `at least 12`, `more than 14`.

    Both may be true, but one report knows less than the other.
    """
    return (
        a.sort in COUNTED
        and b.sort in COUNTED
        and {a.bound, b.bound} <= LOWER
        and a.low != b.low
        and min(a.low, b.low) >= FEW
    )


def _rounding(figure: Figure) -> float:
    """Half a unit of the last digit that a large or broken figure gives; 0 where it is hedged."""
    if figure.bound or not figure.high or figure.high == inf:
        return 0.0
    return half_unit(figure.high)
