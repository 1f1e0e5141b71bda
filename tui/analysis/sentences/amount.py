"""One figure, whatever it measures, and when two can be one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf

from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

COUNTED = frozenset(("people", "count", "bare"))
"""Sorts that may count one thing: a bare number does not say what it counts."""
LOWER = frozenset(("over", "least"))
"""Hedges of a number that may well be higher."""
FEW = 3
"""Counts below are too common to be compared with a lower bound."""
WEEK = 10080.0
"""Minutes."""
CLOSE = 8.0
"""Minutes within which two hours of the day are one, told roughly."""
ONE_SIDED = frozenset(("before", "after"))
"""Hedges of an hour that leave minutes open on one side of it only: `shortly after 5 p.m.`"""
ROUNDED = 1.1
"""How many times the other a rounded figure may be that tells it."""
LOOSE = 1.2
"""How many times the other a hedged figure may be that includes it."""


@dataclass(frozen=True, eq=False, slots=True)
class Amount:
    """One figure and what sort of thing it measures."""

    sentence: Sentence
    span: Span
    """In the article's text."""
    words: str
    sort: str
    """`people`, `count`, `bare`, `money`, `percent`, `time`, `clock`, `length`, `speed`, `nth`,
    `year`, `day`, `weekday`, `moment` (a part of a weekday), `gap` (a time
    before or after something)."""
    low: float
    high: float
    """In the one unit of its sort: minutes, kilometers, minutes of the day or, of a moment, of the
    week, days from Monday."""
    unit: str
    """Lemma of what is counted, the currency, or the zone of an hour; empty where the words do not
    say."""
    about: str
    bound: str
    """How it is hedged: `over`, `least`, `under`, `most`, `nearly`, `about`, and of an hour also
    `before` and `after`; empty where it is not."""

    @property
    def value(self) -> str:
        """As it compares."""
        top = "" if self.high == inf else f"{self.high:.12g}"
        low = f"{self.low:.12g}"
        return f"{low if low == top else low + '..' + top} {self.unit or self.sort}"

    @property
    def middle(self) -> float:
        """The one value that stands for it."""
        if self.bound in ("least", "over") and self.sort not in ("time", "clock", "gap"):
            return self.low
        return self.high if self.low == 0 else (self.low + self.high) / 2


def same_figure(a: Amount, b: Amount) -> bool:
    """Whether both can be one figure: they meet, or one is the other rounded."""
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


def _within(rough: Amount, told: Amount) -> bool:
    """Whether an hour told to the minute lies in what the other leaves open on one side."""
    exact = told.low == told.high
    return rough.bound in ONE_SIDED and exact and rough.low <= told.low <= rough.high


def agree(a: Amount, b: Amount) -> bool:
    """Whether both tell one figure, not only do not exclude it: `under 10` tells no 3."""
    if two_floors(a, b):
        return False
    low, high = sorted((a.middle, b.middle))
    loose = LOOSE if a.bound or b.bound else ROUNDED
    return (a.sort in ("clock", "moment", "gap") or high <= loose * low) and same_figure(a, b)


def two_floors(a: Amount, b: Amount) -> bool:
    """Whether one count is told as `at least` so many, and as at least another number.

    Both may be true, but one of the two reports knows less than the other.
    """
    return (
        a.sort in COUNTED
        and b.sort in COUNTED
        and {a.bound, b.bound} <= LOWER
        and a.low != b.low
        and min(a.low, b.low) >= FEW
    )


def _rounding(amount: Amount) -> float:
    """Half a unit of the last digit of a large or broken figure that is not hedged."""
    if amount.bound or not amount.high or amount.high == inf:
        return 0.0
    return _half_unit(amount.high)


@lru_cache(maxsize=20_000)
def _half_unit(number: float) -> float:
    digits = f"{number:.15g}"
    if "e" in digits:
        return 0.0
    if "." in digits:
        return float(0.5 * 10 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**zeros if number >= 1000 and zeros >= 2 else 0.0
