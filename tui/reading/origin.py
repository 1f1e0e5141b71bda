"""Finds in the lines of a report who published it and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from tui.model.article import Article, Source
from tui.model.day import day_of_publication
from tui.reading.days import day_alone, day_of, foreign_day, full_days, nearest, yearless_day
from tui.reading.plain_text import DATE_LINE, SOURCE_LINE, dateline
from tui.reading.wordlists import outlet_key, outlets

_HEAD, _TAIL = 12, 30
_TOLD_FIRST, _TOLD_MOST = 40, 20_000
"""Only so many paragraphs and characters of a report are searched for the day it was written."""
_IN_BRACKETS = re.compile(r"\(([A-Za-z][A-Za-z./& -]{1,40})\)")
_BY = re.compile(r"(?:.{0,30}\b)?by:? ([A-Z][\w.'/&,| -]{1,60})", re.IGNORECASE)
_STAFF = re.compile(r"by:? ([A-Z][\w.'& -]{1,40}?),? staff\b", re.IGNORECASE)
_OWNER = (
    r"(?i)(?:©|\(c\)|copyright)(?: ?©)? ?(?:\d{4},? )?(?:by )?"
    r"([A-Z][\w.'& -]{1,40}?)(?:,? \d{4})?\W*$"
)
_RELATIVE = re.compile(r"\b(yesterday|today|tomorrow)\W{1,3}(?:\w+day,? )?([^()]{3,24})\)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STEP = {"yesterday": 1, "today": 0, "tomorrow": -1}


def known_outlet(name: str) -> str | None:
    """The name to show of an agency or outlet that the list knows."""
    name = name.strip(" .,:;|-–—/")
    return outlets().get(outlet_key(name))


def outlet_of(lines: Sequence[str]) -> tuple[str | None, Source | None]:
    """The outlet or agency that a report names as its source: in byline, dateline, or credit at
    the end.
    """
    for line in lines[:_HEAD]:
        name = _by(line) if len(line) <= 120 else None
        if name:
            return name, Source.HEADER
        name = _in_dateline(line)
        if name:
            return name, Source.DATELINE
    for line in reversed(lines[-_TAIL:]):
        if len(line) <= 60:
            credit = re.match(SOURCE_LINE, line)
            if not credit and line[0] in "©(cC":
                credit = re.match(_OWNER, line)
            name = credit and credit[1].strip()
            if name:
                return known_outlet(name) or name, Source.INFERRED
    return None, None


def _by(line: str) -> str | None:
    """The outlet of a byline: `by AFP Staff Writers`, `By Jane Doe, Reuters`."""
    staff, by = _STAFF.match(line), _BY.match(line)
    if staff:
        return known_outlet(staff[1]) or staff[1].strip()
    return (known_outlet(by[1]) or _within(by[1])) if by else None


def _in_dateline(line: str) -> str | None:
    """A known outlet in brackets near the start, or any in brackets of a full dateline."""
    for match in _IN_BRACKETS.finditer(line[:80]):
        name = known_outlet(match[1])
        if name:
            return name
    found = dateline(line)
    return found.agency if found else None


def _within(words: str) -> str | None:
    """An outlet after a person's name: `Jane Doe, Reuters`, `Jane Doe for The Guardian`."""
    parts = re.split(r",|\||/| for | of | - | – ", words)
    return next((name for part in parts[1:] if (name := known_outlet(part))), None)


def published_of(lines: Sequence[str], day_first: bool) -> tuple[date | None, Source | None]:
    """The day of publication from header or dateline."""
    for line in lines[:_HEAD]:
        match = DATE_LINE.match(line)
        if match:
            with suppress(ValueError):  # 2025-02-30 dates nothing
                return day_of_publication(match[1]), Source.HEADER
        alone = day_alone(line)
        day = day_of(alone.groups(), day_first) if alone else foreign_day(line)
        if day:
            return day, Source.HEADER
        found = dateline(line)
        days = found and full_days(found.day, day_first)
        if days:
            return days[0][1], Source.DATELINE
    return None, None


def with_inferred_dates(articles: Sequence[Article], day_first: bool) -> list[Article]:
    """The articles; those without a date get one inferred from their text or from the others.

    A full date in a text may belong to an event long past, so the only one in the story dates
    no other article.
    """
    known = [a.published for a in articles if a.published]
    found = [
        a if a.published or a.problem else _dated_by_word(a, known, day_first) for a in articles
    ]
    known = [a.published for a in found if a.published]
    if not known:
        found = [a if a.problem else _dated_by_only_day(a, day_first) for a in found]
        told = Counter(a.published for a in found if a.published)
        known = [day for day, voices in told.items() for _ in range(voices) if voices > 1]
    return [a if a.published or a.problem else _dated_by_others(a, known) for a in found]


def _told(article: Article) -> str:
    return "\n".join(p.span.of(article.text) for p in article.told[:_TOLD_FIRST])[:_TOLD_MOST]


def _dated_by_word(article: Article, others: list[date], day_first: bool) -> Article:
    """The article, dated by `today (June 3)` or the like in its text."""
    for match in _RELATIVE.finditer(_told(article)):
        days = [day for _, day in full_days(match[2], day_first)]
        month_and_day = yearless_day(match[2])
        day = days[0] if days else month_and_day and nearest(*month_and_day, others)
        if day:
            day += timedelta(days=_STEP[match[1].lower()])
            return _inferred(article, day, f"“{match.group()}” in its text")
    return article


def _dated_by_only_day(article: Article, day_first: bool) -> Article:
    """The article, dated by the only full date in its text, unless it also names a later year."""
    told = _told(article)
    days = sorted({day for _, day in full_days(told, day_first)})
    if len(days) != 1 or any(int(year) > days[0].year for year in _YEAR.findall(told)):
        return article
    return _inferred(article, days[0], "the only full date in its text")


def _dated_by_others(article: Article, others: list[date]) -> Article:
    if not others:
        return article
    counts = Counter(others)
    middle = sorted(others)[(len(others) - 1) // 2]
    day = min(counts, key=lambda d: (-counts[d], abs(d - middle), d))
    return _inferred(article, day, "the other articles")


def _inferred(article: Article, day: date, why: str) -> Article:
    note = f"No date of publication; {day:%Y-%m-%d} is inferred from {why}."
    return replace(
        article, published=day, published_from=Source.INFERRED, notes=(*article.notes, note)
    )
