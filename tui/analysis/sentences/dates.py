"""The days that a text names, each as the range of days it may mean.

Candidates are found by patterns of our own, so that `may`, `march` or `50 days` are never dates.
Only a candidate that needs it (`three weeks ago`, 13/07/2025) is given to the library dateparser,
and always relative to the date of the report.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from tui.analysis.sentences.when import MONTHS, WEEKDAYS, Grain, When, day_of
from tui.model.span import Span

_SHORT = {m[:3]: n for n, m in enumerate(MONTHS, 1)} | {"sept": 9}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAY = r"(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
_TO = r"\s?(?:-|–|—|to|through|until|and)\s?"
_COUNT = r"(?:an?|\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?:day|week|fortnight|month|year)"
_CANDIDATE = re.compile(
    rf"""\b(?=\w)(?:   # no branch begins with a mark, so the ends of words are passed over
      (?P<iso>(?P<iy>{_YEAR})-(?P<im>[01]\d)-(?P<id>[0-3]\d))(?!\d)
    | (?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR})(?!\d)
    | (?:(?P<wa>{_WEEKDAY}),?\s)?(?P<ma>{_MONTH})\s(?P<da>{_DAY})\b(?!:)
        (?:{_TO}(?:(?P<ma2>{_MONTH})\s)?(?P<da2>{_DAY})\b(?!:))?(?:,?\s(?P<ya>{_YEAR})\b)?
    | (?:(?P<wb>{_WEEKDAY}),?\s)?(?:the\s)?(?P<db>{_DAY})
        (?:{_TO}(?P<db2>{_DAY}))?\s(?:of\s)?(?P<mb>{_MONTH})(?:,?\s(?P<yb>{_YEAR})\b)?
    | (?:(?P<part>early|mid|late)[-\s])?(?P<mc>{_MONTH}),?\s(?:of\s)?(?P<yc>{_YEAR})\b
    | (?P<lead>(?i:in|since|by|until|during|from|of|last|next|this|early|late|mid-|mid))\s?
        (?P<md>{_MONTH})(?!\w|\.?\s\d)
    | (?P<ago>(?i:{_COUNT}\s{_UNIT}s?\sago))\b
    | (?P<rel>(?i:(?:last|next|this|past|coming)\s(?:week(?:end)?|month|year)))\b
    | (?P<near>(?i:(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|today|tonight
        |tomorrow|last\snight|this\s(?:morning|afternoon|evening)))\b
    | (?:(?P<which>(?i:last|next|this|past|coming))\s)?(?P<wd>{_WEEKDAY})\b
        (?P<after>\s(?:in\sthe\sweek\sahead|next\sweek|last\sweek|week))?
    | (?:(?P<third>early|mid|late)[-\s])?(?P<decade>(?:1[89]|20)\d0)s\b
    | (?P<yl>(?i:in|since|by|until|during|from|of|between|early|late|mid-|year|and|before|after)\s?)
        (?P<yd>{_YEAR})\b(?![-,.]\d|\s?(?:%|percent|dollars|people))
    | (?P<yp>{_YEAR})(?=\s(?:invasion|war|election|elections|campaign|attack|attacks|agreement|deal
        |treaty|report|summit|budget|season|law|coup|revolution|crisis)\b|['’]s\b)
    )""",
    re.VERBOSE,
)
"""Case counts: `may` and `march` in small letters are never months."""
DUE = r"due(?! to (?:the|an?|its|his|her|their|costs?|concerns?|fears?|[a-z]+ing)\b)"
"""`due` in the sense of expected, not `due to the cost`."""
_AHEAD = re.compile(
    rf"\b(?:will|upcoming|ahead of|next|{DUE}|scheduled|to be|plans? to|expected|coming|set to)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAY_WORDS = frozenset(
    "day yesterday today tonight tomorrow night morning afternoon evening week weekend month year "
    "ago".split()
) | {name for day in WEEKDAYS for name in (day, f"{day}s")}
_RUN = re.compile(r"\w+")
_TRAIL = re.compile(r"\s?\(([^()]{3,30})\)")


def whens(text: str, published: date | None, before: str = "") -> tuple[When, ...]:
    """The dates of `text` in order; spans count in `text`.

    Relative dates count from `published`; without it (None) they are left out or keep only what the
    text says, such as the weekday. `before` is what stands in front of `text`, up to 120
    characters: a weekday behind "will" or "ahead of" is the next one, otherwise the last one. An
    explicit date in brackets behind a relative one, "yesterday (July 13)", wins.
    """
    if not _may_name_day(text):
        return ()
    found: list[When] = []
    taken = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() < taken:
            continue
        when = _read(match, text, published, before)
        if when is None:
            continue
        when, taken = _bracketed(when, text, published)
        found.append(when)
    return tuple(found)


def _may_name_day(text: str) -> bool:
    """Whether the text has a digit or a word that every candidate has; saves searching most
    texts.
    """
    if _DIGIT.search(text) or any(month in text for month in _MONTHS):
        return True
    return not _DAY_WORDS.isdisjoint(_RUN.findall(text.lower()))


def _bracketed(when: When, text: str, published: date | None) -> tuple[When, int]:
    """The date with an explicit date in brackets behind it, and where both end."""
    trail = _TRAIL.match(text, when.span.end)
    if trail:
        inner = whens(trail.group(1), published)
        if len(inner) == 1 and inner[0].exact:
            span = Span(when.span.start, trail.end())
            return replace(inner[0], span=span, words=span.of(text)), trail.end()
    return when, when.span.end


def _read(match: re.Match[str], text: str, published: date | None, before: str) -> When | None:
    """The date that a match of `_CANDIDATE` stands for; None where it is none."""
    got = match.groupdict()
    start, end = match.span()
    if got["lead"] or got["yl"]:
        start += len(got["lead"] or got["yl"])
        start += len(text[start:end]) - len(text[start:end].lstrip())
    span = Span(start, end)
    words = span.of(text)
    if got["iso"]:
        exact = day_of(int(got["iy"]), int(got["im"]), int(got["id"]))
        return _one(span, words, exact) if exact else None
    if got["ma"] or got["mb"]:
        return _month_day(got, span, words, published)
    if got["mc"]:
        return _month(span, words, int(got["yc"]), _month_number(got["mc"]), got["part"])
    if got["md"]:
        return _bare_month(got, match, span, words, published)
    if got["decade"]:
        return _decade(span, words, int(got["decade"]), got["third"])
    if got["yd"] or got["yp"]:
        year = int(got["yd"] or got["yp"])
        return When(span, words, Grain.YEAR, date(year, 1, 1), date(year, 12, 31))
    if got["wd"]:
        ahead = bool(_AHEAD.search((before + text[:start])[-120:]))
        return _weekday(got, span, words, published, ahead)
    if got["near"]:
        return _near(span, words, published)
    if got["rel"]:
        return _relative(span, words, published)
    return _parsed(span, words, published)


def _month_day(
    got: dict[str, str | None], span: Span, words: str, published: date | None
) -> When | None:
    side = "a" if got["ma"] else "b"
    month, day = _month_number(got["m" + side] or ""), _number(got["d" + side] or "")
    end_day = _number(got[f"d{side}2"] or "") if got[f"d{side}2"] else None
    end_month = _month_number(got["ma2"] or "") if side == "a" and got["ma2"] else month
    weekday = _weekday_number(got["w" + side] or "") if got["w" + side] else None
    year = int(got["y" + side] or 0) or _likely_year(month, day, published)
    if day > monthrange(year or 2024, month)[1]:
        return None
    first = day_of(year, month, day) if year else None
    last = first
    if end_day:
        last = day_of(year, end_month, end_day) if year else None
        if first and last and last < first:
            last = first
    return When(span, words, Grain.DAY, first, last, weekday, month, day, bool(end_day))


def _likely_year(month: int, day: int, published: date | None) -> int | None:
    """The year in which that day is nearest to the report; None without a date of the report."""
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    days = [(abs((d - published).days), y) for y in years if (d := day_of(y, month, day))]
    return min(days)[1] if days else None


def _bare_month(
    got: dict[str, str | None], match: re.Match[str], span: Span, words: str, published: date | None
) -> When | None:
    month = _month_number(got["md"] or "")
    lead = (got["lead"] or "").lower()
    part = lead.rstrip("-") if lead.rstrip("-") in ("early", "late", "mid") else None
    if part:
        span = Span(match.start(), span.end)
        words = match.group()
    if published is None:
        return When(span, words, Grain.MONTH, month=month)
    year = published.year
    if lead == "last" and month >= published.month:
        year -= 1
    elif lead == "next" and month <= published.month:
        year += 1
    elif lead not in ("last", "next", "this"):
        year = _likely_year(month, 15, published) or year
    return _month(span, words, year, month, part)


def _month(span: Span, words: str, year: int, month: int, part: str | None) -> When:
    days = monthrange(year, month)[1]
    first, last = {"early": (1, 12), "mid": (9, 21), "late": (18, days)}.get(part or "", (1, days))
    return When(
        span, words, Grain.MONTH, date(year, month, first), date(year, month, last), month=month
    )


def _decade(span: Span, words: str, year: int, third: str | None) -> When:
    """`the early 1990s`: the years that may be meant."""
    first, last = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(third or "", (0, 9))
    return When(span, words, Grain.YEAR, date(year + first, 1, 1), date(year + last, 12, 31))


def _weekday(
    got: dict[str, str | None], span: Span, words: str, published: date | None, ahead: bool
) -> When | None:
    """The day that a weekday means: the next one where `ahead`, otherwise the last one."""
    name, which, after = got["wd"] or "", (got["which"] or "").lower(), (got["after"] or "").strip()
    if name.endswith("s"):
        return None  # "on Mondays" is no day
    weekday = _weekday_number(name)
    if after == "week":
        after, span, words = "", Span(span.start, span.end - 5), words[:-5]
    if published is None:
        return When(span, words, Grain.DAY, weekday=weekday)
    back = (published.weekday() - weekday) % 7
    ahead = ahead or which in ("next", "coming") or after in ("in the week ahead", "next week")
    if which in ("last", "past") or after == "last week":
        ahead, back = False, back or 7
    forward = (weekday - published.weekday()) % 7
    if which == "next" and not forward:
        forward = 7
    day = published + timedelta(forward if ahead else -back)
    return When(span, words, Grain.DAY, day, day, weekday)


def _near(span: Span, words: str, published: date | None) -> When | None:
    if published is None:
        return None
    low = " ".join(words.lower().split())
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(low, 0)
    shift = -2 if "before" in low else 2 if "after " in low else shift
    day = published + timedelta(shift)
    return When(span, words, Grain.DAY, day, day)


def _relative(span: Span, words: str, published: date | None) -> When | None:
    if published is None:
        return None
    which, unit = words.lower().split()
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "year":
        year = published.year + step
        return When(span, words, Grain.YEAR, date(year, 1, 1), date(year, 12, 31))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return _month(span, words, months // 12, months % 12 + 1, None)
    monday = published + timedelta(7 * step - published.weekday())
    # On a Sunday "next week" begins tomorrow for some and in a week for others.
    slack = 1 if published.weekday() == 6 else 0
    return When(span, words, Grain.WEEK, monday, monday + timedelta(6 + 7 * slack * (step > 0)))


def _parsed(span: Span, words: str, published: date | None) -> When | None:
    if published is None and (not words[:1].isdigit() or words.lower().endswith("ago")):
        return None
    day = _by_dateparser(words, published)
    if day is None:
        return None
    low = words.lower()
    slack = {"week": 4, "fortn": 4, "month": 20, "year": 200}
    days = next((n for unit, n in slack.items() if unit in low), 0)
    grain = Grain.YEAR if days > 100 else Grain.MONTH if days > 10 else Grain.WEEK
    if not days:
        return _one(span, words, day)
    return When(span, words, grain, day - timedelta(days), day + timedelta(days))


@lru_cache(maxsize=4096)
def _by_dateparser(words: str, published: date | None) -> date | None:
    base = datetime.combine(published or date(2000, 1, 1), datetime.min.time())
    found = _parser(base).get_date_data(words).date_obj
    return found.date() if found else None


@lru_cache(maxsize=64)
def _parser(base: datetime) -> Any:
    from dateparser.date import DateDataParser

    settings = {
        "PREFER_DATES_FROM": "current_period", "RELATIVE_BASE": base, "DATE_ORDER": "DMY",
        "TIMEZONE": "UTC", "TO_TIMEZONE": "UTC",
    }  # fmt: skip
    return DateDataParser(languages=["en"], settings=settings)


def _one(span: Span, words: str, day: date) -> When:
    return When(span, words, Grain.DAY, day, day, month=day.month, day=day.day)


def _number(words: str) -> int:
    return int("".join(c for c in words if c.isdigit()))


def _month_number(word: str) -> int:
    low = word.lower().rstrip(".")
    return _SHORT[low] if low in _SHORT else _SHORT[low[:3]]


def _weekday_number(word: str) -> int:
    low = word.lower()
    return next(n for n, day in enumerate(WEEKDAYS) if low.startswith(day))
