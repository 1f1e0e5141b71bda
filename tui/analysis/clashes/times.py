"""Whether two sentences speak of two times, so that what differs in them is no contradiction."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.sentences.speech import ANNOUNCE
from tui.analysis.sentences.when import When, apart
from tui.analysis.words.sentence import once

_FIRST = re.compile(
    r"\b(?:within (?:an?|the first|one|two|\d+) (?:hour|minute|day)s?|initially|at first|"
    r"in the first hours?|by (?:noon|dawn|midday|midnight)|early reports|earlier)\b",
    re.I,
)
_OF_OLD = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|\d+) (?:years?|months|decades?) (?:ago|earlier|before)|"
    r"last (?:year|month)['’]s|the (?:previous|year before))\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:already|so far|by now|now|since|has (?:\w+ )?(?:amassed|risen|grown)|later|"
    r"have (?:\w+ )?signed)\b",
    re.I,
)


def on_other_days(a: Reading, b: Reading) -> bool:
    """Whether both name days, and no day of the one can be a day of the other.

    The day on which somebody said it, and a day on which something happened, do not compare.
    """
    for left, right in zip(_days(a), _days(b), strict=True):
        if left and right:
            return all(apart(v, w) for v in left for w in right)
    return False


_SAID_ON = re.compile(
    rf"(?:{ANNOUNCE.pattern}|\b(?:acknowledg|admit|conced)\w+)(?:\s[\w’'-]+){{0,2}}\s(?:on\s)?$",
    re.I,
)
"""In front of the day on which something was said: `acknowledged Sunday`, `told reporters on`."""


@once
def _days(reading: Reading) -> tuple[tuple[When, ...], tuple[When, ...]]:
    """The days on which something happened, and those on which it was said."""
    text = reading.sentence.text
    said = [w for w in reading.whens if _SAID_ON.search(text[: w.span.start][-50:])]
    return tuple(w for w in reading.whens if w not in said), tuple(said)


def years_apart(a: Reading, b: Reading) -> bool:
    """Whether one names only years before its report, and the other only other years."""
    return _of_old(a, b) or _of_old(b, a)


def _of_old(a: Reading, b: Reading) -> bool:
    """Whether `a` names only years before its report, and `b` only others."""
    told = a.sentence.published
    if told is None or not a.whens:
        return False
    years = {w.last.year for w in a.whens if w.last}
    there = {w.last.year for w in b.whens if w.last}
    return bool(years and there) and max(years) < told.year and not years & there


def counted_later(a: str, b: str) -> bool:
    """Whether one text counts early or long ago, and the other later: `within an hour`,
    `already`.
    """
    (old_a, first_a, later_a), (old_b, first_b, later_b) = _moments(a), _moments(b)
    return old_a != old_b or (first_a and later_b) or (first_b and later_a)


@lru_cache(maxsize=40_000)
def _moments(text: str) -> tuple[bool, bool, bool]:
    """Whether the text speaks of long ago, of a first count, of a later one."""
    return bool(_OF_OLD.search(text)), bool(_FIRST.search(text)), bool(_LATER.search(text))
