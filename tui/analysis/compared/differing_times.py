"""Days, years and hours of which two sentences name different ones.

Who checks a claim against a report looks for the day that the claim names. Where the report names
only other days, the words around them hardly count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tui.analysis.sentences.hours import hours
from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.sentences.when import Grain, When, apart
from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

_HOURS = {
    "dawn": (4, 8), "daybreak": (4, 8), "sunrise": (4, 8), "morning": (4, 12), "noon": (11, 14),
    "midday": (11, 14), "lunchtime": (11, 14), "afternoon": (12, 19), "evening": (16, 24),
    "dusk": (16, 22), "sunset": (16, 22), "nightfall": (17, 24), "tonight": (17, 29),
    "night": (18, 29), "overnight": (18, 31), "midnight": (21, 27),
}  # fmt: skip
"""Part of the day → its first and last hour; hours beyond 24 belong to the next day."""
_PART = re.compile(rf"\b(?P<before>before |after )?(?P<part>{'|'.join(_HOURS)})\b", re.I)
_OF_YEAR = re.compile(
    r"\b(?:the|a|an|his|her|its|their|our|this|that|['’]s|s['’])\s(?P<year>(?:1[89]|20)\d\d)"
    r"(?=\s[A-Za-z])",
    re.I,
)
ABOUT = 0.5
"""Hours that an hour of the clock is taken to last."""
_BEFORE = 4
"""Hours that `before` or `after` a part of the day may reach back or on."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One day, year or hour of a sentence."""

    span: Span
    """In the text of the sentence."""
    shown: str
    when: When | None
    """The day or year; None for an hour."""
    hours: tuple[float, float] | None
    """First and last hour; None for a day or year."""


def clashing(a: Reading, b: Reading) -> Iterator[tuple[Moment, Moment, int]]:
    """Pairs of moments of one kind that exclude each other, and how many of that kind `b` has.

    A moment of `a` counts only if it excludes all of that kind in `b`, and one of `b` only if it
    excludes all in `a`.
    """
    here, there = moments(a), moments(b)
    for one in here:
        if any(_same_time(one, m) for m in there):
            continue
        kind = [m for m in there if _kin(one, m)]
        free = [
            m for m in kind
            if not any(_same_time(m, o) or (_kin(m, o) and not _exclude(m, o)) for o in here)
        ]  # fmt: skip
        if free and all(_exclude(one, m) for m in kind):
            for other in free:
                yield one, other, len(kind)


def moments(reading: Reading) -> tuple[Moment, ...]:
    """Days and years, then hours, each in order."""
    text = reading.sentence.text
    days = [Moment(w.span, w.shown, w, None) for w in reading.whens]
    parts = [
        Moment(Span(*m.span()), m[0], None, _hours(m["part"], m["before"]))
        for m in _PART.finditer(text)
    ]
    days += _years(reading)
    return (*days, *parts, *_clocks(reading.sentence, [m.span for m in parts]))


def _years(reading: Reading) -> Iterator[Moment]:
    """Years in front of what was then: `her 2009 memoir`, `the 2012 crackdown`."""
    for found in _OF_YEAR.finditer(reading.sentence.text):
        span, year = Span(*found.span("year")), int(found["year"])
        if not any(w.span.overlaps(span) for w in reading.whens):
            when = When(span, found["year"], Grain.YEAR, date(year, 1, 1), date(year, 12, 31))
            yield Moment(span, found["year"], when, None)


def _hours(part: str, before: str | None) -> tuple[int, int]:
    first, last = _HOURS[part.lower()]
    if before:
        return (first - _BEFORE, first + 1) if before.lower() == "before " else (last - 1, last + 4)
    return first, last


def _clocks(sentence: Sentence, parts: Sequence[Span]) -> Iterator[Moment]:
    """The hours told by the clock; `midnight` is a part of the day already."""
    for clock in hours(sentence):
        span = sentence.inside(clock.span)
        if not any(span.overlaps(part) for part in parts):
            yield Moment(span, clock.words, None, (clock.low / 60, clock.high / 60 + ABOUT))


def _kin(one: Moment, other: Moment) -> bool:
    """Whether both are of one kind: both hours, or days of one grain (or one of them a month)."""
    if one.when is None or other.when is None:
        return one.when is other.when
    return one.when.grain == other.when.grain or Grain.MONTH in (one.when.grain, other.when.grain)


def _same_time(one: Moment, other: Moment) -> bool:
    """Whether one moment lies in the other, both with a year: 2 September 2016 and 2016."""
    if not (one.when and other.when and one.when.first and other.when.first):
        return False
    return not apart(one.when, other.when)


def _exclude(one: Moment, other: Moment) -> bool:
    """Whether one moment cannot be the other."""
    if one.when and other.when:
        return apart(one.when, other.when)
    if one.hours and other.hours:
        return not any(
            one.hours[0] + turn < other.hours[1] and other.hours[0] < one.hours[1] + turn
            for turn in (-24, 0, 24)
        )
    return False
