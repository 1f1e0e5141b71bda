"""Times without a date: a part of a weekday, and how long before or after something.

`late Tuesday`, `1 a.m. on Wednesday`, `shortly before midnight Sunday`; `two days before`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.analysis.sentences.figure import Figure
from tui.analysis.sentences.hours import BOUND_OF, UNITS, WORLD, ZONE, hours, lasted
from tui.analysis.words.numerals import FIGURE, WORDS, value_of
from tui.analysis.words.sentence import Sentence, once
from tui.model.span import Span

DAY = 1440.0
"""Minutes of a day."""
HOUR = "hour"
"""`Figure.about` of a moment that is given to the hour."""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = rf"(?P<day>{'|'.join(_DAYS)})"
_PART = r"(?P<part>morning|afternoon|evening|night)"
_SPELLED = (
    rf"(?P<edge>early|late)\s(?:on\s)?{_DAY}(?:\s{_PART})?",
    rf"{_DAY}\s(?:in\sthe\s)?(?P<edge>early\s|late\s)?{_PART}",
    rf"(?:shortly\s|just\s|soon\s)?(?P<side>before|after)\s(?P<mark>midnight|dawn)\s(?:on\s)?{_DAY}",
    rf"(?P<small>in\sthe\s(?:early|small)\shours\s(?:of\s)?(?:on\s)?){_DAY}",
)
_NAMED = tuple(re.compile(rf"\b{spelt}\b(?!s)", re.I) for spelt in _SPELLED)
_ANY = re.compile(rf"\b{_DAY}\b", re.I)
_BEHIND = re.compile(rf",?\s(?:(?:local\s)?time,?\s)?(?:on\s)?{_DAY}\b", re.I)
"""A weekday behind an hour and its zone."""
_AHEAD = re.compile(rf"\b{_DAY},?\s(?:at\s|from\s)?$", re.I)
"""A weekday in front of one."""
_GAP = re.compile(
    rf"\b(?:(?P<bound>nearly|almost|about|around|roughly|some|more than|less than|at least|just|"
    rf"only|barely)\s)?(?P<number>{FIGURE}|{WORDS}|half an|an?|the)\s"
    rf"(?P<unit>minute|hour|day|week|month|year)s?\s"
    rf"(?:(?P<before>before|earlier|prior to)|after|later)\b",
    re.I,
)
_HOURS = {
    ("", "morning"): (3, 12), ("", "afternoon"): (12, 18.5), ("", "evening"): (16.5, 23.9),
    ("", "night"): (18, 30), ("early", ""): (0.1, 8), ("early", "morning"): (0.1, 9),
    ("early", "afternoon"): (12, 15), ("early", "evening"): (16.5, 20),
    ("early", "night"): (18, 22), ("late", ""): (17, 24),
    ("late", "morning"): (9, 12), ("late", "afternoon"): (14.5, 18.5),
    ("late", "evening"): (19, 24), ("late", "night"): (20, 24),
}  # fmt: skip
"""Qualifier and part of a day → first and last hour it may mean. A night ends on the next day, but
who writes `late on Tuesday` means Tuesday."""
_AROUND = {
    ("before", "midnight"): (22, 24), ("after", "midnight"): (0.1, 3),
    ("before", "dawn"): (0.1, 7), ("after", "dawn"): (4, 9),
}  # fmt: skip
"""The same around midnight and dawn."""


@once
def moments(sentence: Sentence) -> tuple[Figure, ...]:
    """The parts of weekdays that `sentence` names, in minutes since Monday began, in order."""
    text = sentence.text
    if not _ANY.search(text):
        return ()
    found: list[Figure] = []
    for figure in (*_at_hours(sentence), *_named(sentence)):
        if not any(figure.span.overlaps(a.span) for a in found):
            found.append(figure)
    return tuple(sorted(found, key=lambda a: a.span))


def _at_hours(sentence: Sentence) -> Iterator[Figure]:
    base, text = sentence.span.start, sentence.text
    for hour in hours(sentence):
        if "midnight" in hour.words.lower():
            continue  # at which end of the day it is, what stands before it says
        start, end = hour.span.start - base, hour.span.end - base
        if zone := WORLD.match(text, end) or ZONE.match(text, end):
            end = zone.end()
        behind = _BEHIND.match(text, end)
        ahead = None if behind else _AHEAD.search(text[:start])
        day = behind or ahead
        if day is None:
            continue
        begin = _DAYS.index(day["day"].lower()) * DAY
        told = (ahead.start() if ahead else start, behind.end() if behind else end)
        yield _moment(sentence, told, begin + hour.low, begin + hour.high, HOUR)


def _named(sentence: Sentence) -> Iterator[Figure]:
    for pattern in _NAMED:
        for match in pattern.finditer(sentence.text):
            held = match.groupdict()
            if held.get("small"):
                first, last = _HOURS["early", ""]
            elif held.get("mark"):
                first, last = _AROUND[held["side"].lower(), held["mark"].lower()]
            else:
                edge, part = (held.get("edge") or "").strip(), held.get("part") or ""
                first, last = _HOURS[edge.lower(), part.lower()]
            begin = _DAYS.index(held["day"].lower()) * DAY
            yield _moment(sentence, match.span(), begin + first * 60, begin + last * 60)


def _moment(
    sentence: Sentence, told: tuple[int, int], first: float, last: float, about: str = ""
) -> Figure:
    span = sentence.in_article(Span(*told))
    words = sentence.text_at(span)
    return Figure(sentence, span, words, "moment", first, last, "", about, "")


def from_where(words: str) -> str:
    """From when a time is counted: `then` (three days later), `now` (ago), or `told` (after …)."""
    last = words.split()[-1].lower()
    return {"later": "then", "earlier": "then", "afterwards": "then", "ago": "now"}.get(
        last, "told"
    )


@once
def gaps(sentence: Sentence) -> tuple[Figure, ...]:
    """The times before or after something that the sentence names, in order.

    In minutes, negative for a time before.
    """
    found = []
    for match in _GAP.finditer(sentence.text):
        told = match["number"].lower()
        number = 0.5 if told.startswith("half") else value_of(told) or 1.0  # a day, the day
        unit, bound = UNITS[match["unit"].lower()], (match["bound"] or "").lower()
        low, high = lasted(number * unit, number, unit, bound)
        if match["before"]:
            low, high = -high, -low
        span = sentence.in_article(Span(*match.span()))
        hedge = BOUND_OF.get(bound, "")
        since = f"/{from_where(match.group())}"
        found.append(Figure(sentence, span, match.group(), "gap", low, high, "", since, hedge))
    return tuple(found)
