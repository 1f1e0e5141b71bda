"""Reads calendar days written in full, for the date of a report, without guessing and without
the clock.
"""

from __future__ import annotations

import re
from datetime import date

from tui.reading.wordlists import before_days, months

_NAMES = "january february march april may june july august september october november december"
_MONTHS = {
    short: number
    for number, name in enumerate(_NAMES.split(), 1)
    for short in (name, name[:3], name[:4])
}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)"
_DAY_AND_YEAR = (
    rf"(?:\b{_YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})\b"
    rf"|\b({MONTH})\s{{1,3}}{_DAY}(?:,\s{{0,3}}|\s{{1,3}}){_YEAR}\b"
    rf"|\b{_DAY}\s{{1,3}}({MONTH}),?\s{{1,3}}{_YEAR}\b"
    rf"|\b(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}\b)"
)
FULL_DAY = re.compile(_DAY_AND_YEAR, re.IGNORECASE)
"""A full day with its year; `day_of` reads its twelve groups."""
_YEARLESS = rf"(?i)\b(?:({MONTH})\s{{1,3}}{_DAY}|{_DAY}\s{{1,3}}({MONTH}))(?!\w)"
_BEFORE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|date|on|at)\b[\s:]*)*"
    r"(?:\w{3,9}day,? |(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:[\s,|·•–—()+:./-]|\d|(?:at|am|pm|a\.m|p\.m)\b"
    r"|(?-i:(?!A[TM]\b|PM\b)[A-Z]{1,5})\b){0,40}",
    re.IGNORECASE,
)


_NAMED_DAY = (
    r"\b(\d{1,2})(?:er|\.|º|°)?\s{1,3}(?:de\s{1,3})?([^\W\d_]{3,14})\.?\s{1,3}(?:del?\s{1,3})?"
    r"((?:19|20)\d\d)\b"
)
_COUNTED_DAY = r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"
_IN_A_TOWN = r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}, ?(?:den |le |am )?"
_TIME_BEHIND = r"\W{0,4}(?:[\d:.h]{1,8}\W{0,3})?(?:[^\W\d_]{1,5}\W{0,3})?(?:[\d:.h]{1,8})?\W{0,3}"
_MOST = 80


def foreign_day(line: str) -> date | None:
    """The day of a line that holds nothing but one in another language than English, and
    perhaps a town, a weekday or a time: `Emden, 14. März 2024`, `2024年3月14日`.
    """
    if len(line) > _MOST or not ("20" in line or "19" in line):
        return None
    if found := re.search(_COUNTED_DAY, line):
        day = _day(found[1], int(found[2]), found[3])
    elif found := re.search(_NAMED_DAY, line):
        month = months().get(found[2].lower())
        day = _day(found[3], month, found[1]) if month else None
    if found is None or not re.fullmatch(_TIME_BEHIND, line[found.end() :]):
        return None
    front = line[: found.start()]
    words = front.lower().replace(",", " ").replace(":", " ").split()
    known = all(word in before_days() for word in words)
    return day if known or re.fullmatch(_IN_A_TOWN, front) else None


def day_alone(line: str) -> re.Match[str] | None:
    """The day of a line that holds nothing but a day and perhaps a time: `Published: 13 July
    2025`.
    """
    day = FULL_DAY.search(line) if "20" in line or "19" in line else None
    if day is None or not _BEFORE.fullmatch(line, 0, day.start()):
        return None
    return day if _BEHIND.fullmatch(line, day.end()) else None


def full_days(text: str, day_first: bool) -> list[tuple[int, date]]:
    """Every day with its year in `text`, with the offset where it stands."""
    found = []
    for match in FULL_DAY.finditer(text):
        day = day_of(match.groups(), day_first)
        if day:
            found.append((match.start(), day))
    return found


def day_of(groups: tuple[str | None, ...], day_first: bool) -> date | None:
    """The day of the twelve groups of `FULL_DAY`; None if there is no such day (31 June)."""
    y1, m1, d1, month2, d2, y2, d3, month3, y3, first, second, y4 = groups
    if y1 and m1 and d1:
        return _day(y1, int(m1), d1)
    if month2 and d2 and y2:
        return _day(y2, month_number(month2), d2)
    if d3 and month3 and y3:
        return _day(y3, month_number(month3), d3)
    if first and second and y4:
        day, month = (first, second) if day_first else (second, first)
        return _day(y4, int(month), day) or _day(y4, int(day), month)
    return None


def yearless_day(text: str) -> tuple[int, int] | None:
    """Month and day of the first `July 13` or `13 July` in `text`."""
    match = re.search(_YEARLESS, text) if re.search(r"\d", text) else None
    if not match:
        return None
    month1, day1, day2, month2 = match.groups()
    return month_number(month1 or month2), int(day1 or day2)


def month_number(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def nearest(month: int, day: int, others: list[date]) -> date | None:
    """That day, in the year in which it is closest to the median of `others`; None without
    `others`.
    """
    if not others:
        return None
    middle = sorted(others)[(len(others) - 1) // 2]
    years = (middle.year - 1, middle.year, middle.year + 1)
    days = [d for d in (_day(str(year), month, str(day)) for year in years) if d]
    return min(days, key=lambda d: (abs(d - middle), d)) if days else None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
