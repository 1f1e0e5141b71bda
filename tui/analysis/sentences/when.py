"""The value of a date: a day or a range of days, and whether two exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from tui.model.span import Span


class Grain(IntEnum):
    """How exactly a date is given, finest first."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True, slots=True)
class When:
    """A day or a range of days that the text names."""

    span: Span
    """In the text that was searched."""
    words: str
    grain: Grain
    first: date | None = None
    """The first day it may mean; None when the year or week is not known."""
    last: date | None = None
    """The last day it may mean; None when `first` is."""
    weekday: int | None = None
    """Monday 0; only where the text names one."""
    month: int | None = None
    """Month as named; kept for texts whose year is not known."""
    day: int | None = None
    """Day of the month as named; kept for the same reason."""
    ranged: bool = False
    """Whether it is a run of days (`12 to 14 July`): it lasts, and is not uncertain."""

    @property
    def value(self) -> str:
        """ISO date, month or year; `--07-12` without a year; a weekday's number as `W0`."""
        if self.first and self.last:
            if self.first == self.last:
                return self.first.isoformat()
            if self.grain is Grain.YEAR:
                years = self.first.year, self.last.year
                return f"{years[0]}" if years[0] == years[1] else f"{years[0]}/{years[1]}"
            if self.grain is Grain.MONTH and not self.ranged:
                return f"{self.first:%Y-%m}"
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.month:
            return f"--{self.month:02}-{self.day:02}" if self.day else f"--{self.month:02}"
        return f"W{self.weekday}" if self.weekday is not None else self.words.lower()

    @property
    def shown(self) -> str:
        """As a person would say it: `12 July`, `July 2024`, `2017`, else the words."""
        if self.ranged:
            return self.words
        if self.first and self.first == self.last:
            return f"{self.first.day} {MONTHS[self.first.month - 1].capitalize()}"
        if self.month and self.day:
            return f"{self.day} {MONTHS[self.month - 1].capitalize()}"
        return self.words

    @property
    def exact(self) -> bool:
        """Whether it names one day, with or without the year."""
        return self.grain is Grain.DAY and not self.ranged


MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())


def weekday_step(start: int, end: int) -> int:
    """Days from one weekday to the nearest other, -3 to 3: from Sunday to Monday is 1."""
    return (end - start + 3) % 7 - 3


def apart(a: When, b: When) -> bool:
    """Whether no day can be both.

    Compares ranges of days where both are known, else months and days, else weekdays. False where
    too little is known.
    """
    if a.first and a.last and b.first and b.last:
        return a.last < b.first or b.last < a.first
    if a.month and b.month:
        if a.month != b.month:
            return not (a.ranged or b.ranged)
        return bool(a.day and b.day and a.day != b.day and not (a.ranged or b.ranged))
    if a.weekday is not None and b.weekday is not None and not a.month and not b.month:
        return a.weekday != b.weekday
    for known, bare in ((a, b), (b, a)):
        if known.first and known.last and not bare.first:
            if bare.month:
                return not any(_holds(known, bare, y) for y in {known.first.year, known.last.year})
            if bare.weekday is not None and known.first == known.last:
                return known.first.weekday() != bare.weekday
    return False


def _holds(known: When, bare: When, year: int) -> bool:
    """Whether the range `known` has that day or month of the year `year`."""
    assert known.first
    assert known.last
    assert bare.month
    first = day_of(year, bare.month, bare.day or 1)
    last = day_of(year, bare.month, bare.day or 28)
    return bool(first and last and first <= known.last and known.first <= last)


def day_of(year: int | None, month: int, day: int) -> date | None:
    """That day; None where the calendar has no such day, or `year` is None or 0."""
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None
