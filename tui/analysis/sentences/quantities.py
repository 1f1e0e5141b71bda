"""The quantities of a text: numbers with what they count and how exact they are.

Only what is certainly a quantity is read; years, dates, flight numbers, `G20`, and `1.5m` without a
unit are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from tui.analysis.sentences.fates import names_person
from tui.analysis.sentences.units import OF_POINT, minute_of, unit_of
from tui.analysis.words.numerals import (
    FIGURE,
    MAGNITUDE,
    ORDINALS,
    SIZES,
    WORDS,
    half_unit,
    may_hold_number,
    number_of,
    value_of,
)
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a range of values: `at least 12` is 12 to infinity."""

    span: Span
    """From the qualifier to the unit, in the text that was searched."""
    words: str
    low: float
    high: float
    unit: str
    """Lemma of what is counted, `usd`, `percent`, `point`, `age`, `clock`, `vote`; or empty. Of
    `clock` the range is in minutes since midnight."""
    about: str = ""
    """A second word on what is counted, and behind a slash the rate: `missile`, `/month`."""
    exact: bool = True
    """False for bounds, approximations and round figures."""
    ordinal: bool = False
    second: float | None = None
    """The smaller half of a vote or score such as 97-1; None for other quantities."""
    bound: str = ""
    """How it is hedged: `least` (`12+`, too), `over`, `most`, `under`, `nearly`, `about`; or empty.
    """

    @property
    def value(self) -> str:
        """A key for comparison: the number or range, and its unit."""
        low, high = _plain(self.low), "" if self.high == inf else _plain(self.high)
        number = low if low == high else f"{low}..{high}"
        if self.second is not None:
            number += f"-{_plain(self.second)}"
        return f"{number} {self.unit}".strip()


def _plain(number: float) -> str:
    return f"{number:.6g}" if abs(number) < 1e6 else f"{number:.0f}"


_BOUNDS = {
    "least": "at least|no fewer than|no less than|not less than|a minimum of|minimum of",
    "over": "more than|over|upwards of|in excess of|exceeding|above|greater than",
    "most": "at most|up to|as many as|as much as|no more than|not more than|a maximum of",
    "under": "fewer than|less than|under|below",
    "nearly": "nearly|almost|just under|close to|not quite",
    "about": "about|around|approximately|roughly|some|an estimated|estimated|circa|or so",
}
_BOUND_OF = {w: name for name, words in _BOUNDS.items() for w in words.split("|")}
_BOUND = "|".join(sorted(_BOUND_OF, key=len, reverse=True)).replace(" ", r"\s")

_SHARE = (
    r"(?=\s(?:of|more|less|fewer|larger|higher|lower|smaller|above|below|the|its|their|his|her|to|"
    r"from|in|on|at|by|since|after|over|and|or|but|that|who|which|were|was|are|is|had|have)\b|\W*$"
    r"|[,.;:)])"
)
"""Behind `a third` where it is a fraction; in `a third night` it is an ordinal."""
_FRACTIONS = "third|fifth|sixth|seventh|eighth|ninth|tenth"
_ONLY = r"(?:(?:mere|bare|scant|tiny|full|good)\s)?"
"""Between the article and a fraction."""
_OF_SIZE = r"(?:\s(?:of\s)?a(?=\s(?:thousand|million|billion|trillion)\b))?"
"""Behind `half` or `a quarter` where the two make a number: `half a million`."""
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_AMONG = (
    rf"(?:{_FEW}|[1-9])\s(?:in|out\sof)\s(?:every\s)?"
    rf"(?:{_FEW}|ten|twelve|twenty|hundred|[2-9]|[1-9]\d|100)"
    r"(?!\s?(?:[-\w]*\d|days|weeks|months|years|hours|minutes|seconds|games|matches|sets|rounds|more|other))"
)
"""A share of so many: `one in ten`, `nine out of ten`."""

_NUMBER = re.compile(
    rf"""(?<![\w.,/-])(?<!\d:)(?<![A-Za-z][-–])
    (?:(?P<bound>{_BOUND})\s(?:an?\s(?=dozen|hundred|half|third|quarter|fifth))?)?
    (?:(?P<currency>(?:US|A|C|HK)?\$|€|£|¥|₹|₽)\s?)?
    (?: (?P<vote>\d{{1,4}})(?:\s?[-–]\s?|\sto\s)(?P<against>\d{{1,4}})(?![\d,%]|\s(?:percent|%))
      | (?P<figure>{FIGURE})
      | (?P<vague>tens\sof\sthousands|hundreds\sof\sthousands|dozens|scores|hundreds|thousands
          |millions|billions)\b(?=\sof)
      | (?P<dozen>(?:a|two|three|four|half(?:[\s-]a)?)[\s-])?dozen\b
      | (?P<half>half{_OF_SIZE}|(?:an?\s|(?<=\sa\s)|(?<=\san\s)){_ONLY}(?:(?:{_FRACTIONS}){_SHARE}
          |quarter(?!\s(?:past|to)\b){_OF_SIZE})
          |one[-\s](?:quarter|{_FRACTIONS})|two[-\s]thirds|three[-\s]quarters
          |(?:two|three|four)[-\s]fifths|{_AMONG})\b
      | (?P<words>{WORDS})(?!\w)
      | (?P<order>{"|".join(list(ORDINALS)[1:])})(?=[\s-][a-z])
    )
    (?P<nth>st|nd|rd|th)?(?![\w])?
    (?:[\s-]?(?P<size>{MAGNITUDE})\b)?
    (?P<plus>\+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(rf"\s?(?:-|–|to|or|and)\s?(?P<high>{FIGURE}|{WORDS})(?![\w,]\d)", re.I)
_AGED = re.compile(r",|\.$")
"""Behind an age in commas: `Doe, 34, said`."""
_BESIDE_HOUR = re.compile(r"\b(?:shortly|just|soon|right|minutes)\s(?:before|after)\s$", re.I)
"""In front of an hour that is only approximate."""
NAMED = re.compile(
    r"(?:\b(?:No|Nos|number|article|section|chapter|page|room|flight|route|resolution|channel|"
    r"phase|grade|type|level|title|amendment|highway|unit|gate|pier|berth|platform|Formula|Boeing|Airbus|Group)\.?\s"
    r"|\b(?!The|A|An|In|On|At|But|And|By|Of|For|With|From|About|Some|Over|Nearly|Almost|Around|Only"
    r"|Just|After|Before|When|While|As|That|Those|These|Their|His|Her|Its|All|More|Less|At|Up|To"
    r"|Another|Roughly|Another|Police|Officials)[A-Z][a-z]{2,}\s)$"
)
"""In front of a number that names something and counts nothing: a flight, a page, a ward."""


def quantities(text: str, taken: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of `text` in order. `taken` are spans of dates, which are no quantities."""
    if not may_hold_number(text):
        return ()
    held = tuple(taken)
    found: list[Quantity] = []
    end = 0
    for match in _NUMBER.finditer(text):
        span = Span(*match.span())
        if span.start < end or any(span.overlaps(t) for t in held):
            continue
        quantity = _read(match, text)
        if quantity is not None:
            found.append(quantity)
            end = quantity.span.end
    return tuple(found)


def all_numbers(text: str, taken: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """Every number of `text` with its bounds, also where it does not say what it counts.

    For two sentences whose other words show that both count one thing, so the unit is empty.
    `taken` are spans of dates, which are left out.
    """
    held = tuple(taken)
    found = []
    for match in _NUMBER.finditer(text):
        span = Span(*match.span())
        got = match.groupdict()
        number = number_of(got)
        if number is None or any(span.overlaps(t) for t in held):
            continue
        if got["words"] and number == (1.0, 1.0):
            continue  # "one of", "one another"
        bound = _bound(got)
        number = _of_a_point(number, got, text, match.end())
        low, high, exact = _bounded(*number, bound, got)
        ordinal = bool(got["order"] or got["nth"])
        found.append(Quantity(span, match.group(), low, high, "", "", exact, ordinal, bound=bound))
        if got["against"]:  # of a vote, a score or a range each half is a number
            other = float(got["against"]) * (SIZES[got["size"].lower()] if got["size"] else 1.0)
            at = Span(match.start("against"), match.end("against"))
            found.append(Quantity(at, got["against"], other, other, ""))
    return tuple(found)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether both can be the same number: the ranges meet, or one is the other rounded."""
    if a.second is not None and b.second is not None:
        return {a.low, a.second} == {b.low, b.second}  # `rejected 49-51`, `voted it down 51-49`
    if a.low <= b.high and b.low <= a.high:
        return True
    if a.ordinal or b.ordinal:
        return False
    x, y = (a.low, b.high) if a.low > b.high else (b.low, a.high)
    return abs(x - y) <= max(_rounding(a), _rounding(b)) + 1e-9


def _rounding(q: Quantity) -> float:
    """Half a unit of the last digit that a large or broken figure gives, or a rough percentage."""
    number = q.low if q.high == inf else q.high
    if number == inf or not number:
        return 0.0
    return half_unit(number) or (0.5 if q.unit == "percent" and not q.exact else 0.0)


def _read(match: re.Match[str], text: str) -> Quantity | None:
    """The quantity that a match of `_NUMBER` stands for; None where it is none."""
    got = match.groupdict()
    bound = _bound(got)
    number = number_of(got)
    if number is None:
        return None
    low, high = _of_a_point(number, got, text, match.end())
    start, end = match.span()
    bare_start = match.start("currency") if got["currency"] else _number_start(match)
    hedged = got["currency"] or got["bound"] or "," in (got["figure"] or "")
    if not hedged and NAMED.search(text[max(0, start - 24) : start]):
        return None  # `Flight 370`, but not `into the Pacific Ocean 1,180 km away`
    if got["vote"]:
        return _vote(match, text) or _range(match, text)
    tail = _RANGE.match(text, end)
    if tail and not got["nth"] and not got["vague"]:
        top = value_of(tail.group("high"))
        size = re.match(rf"\s?({MAGNITUDE})\b", text[tail.end() : tail.end() + 12])
        factor = SIZES[size.group(1).lower()] if size else 1.0
        if (
            top is not None
            and top * factor > low
            and text[tail.start() : tail.end()].strip()[:3] != "and"
        ):
            high, low = top * factor, low * (factor if low < top else 1)
            end = tail.end() + (size.end() if size else 0)
    if _AGED.match(text, end) and got["figure"] and 1 <= low <= 115 and text[:start].endswith(", "):
        return Quantity(Span(start, end), text[start:end], low, high, "age")
    if got["order"]:
        got["nth"] = "th"
    unit, about, end = unit_of(text, end, got, low)
    if unit is None:
        return None
    if unit == "clock":
        at = minute_of(low, text[match.end() : end])
        loose = bool(bound) or bool(_BESIDE_HOUR.search(text[max(0, start - 24) : start]))
        slack = 45.0 if loose else 0.0
        span = Span(start if got["bound"] else bare_start, end)
        return Quantity(
            span, span.of(text), at - slack, at + slack, "clock", exact=not loose, bound=bound
        )
    if got["words"] and low == 1 and high == 1 and not names_person(unit):
        return None  # "one of", "one another"
    low, high, exact = _bounded(low, high, bound, got)
    span = Span(start if got["bound"] else bare_start, end)
    return Quantity(
        span, span.of(text), low, high, unit, about, exact, bool(got["nth"]), bound=bound
    )


def _of_a_point(
    number: tuple[float, float], got: dict[str, str | None], text: str, end: int
) -> tuple[float, float]:
    """A fraction of a point as a number, which would be a percentage: `half a point` is 0.5."""
    if not got["half"] or not OF_POINT.match(text, end):
        return number
    return number[0] / 100, number[1] / 100


def _number_start(match: re.Match[str]) -> int:
    return next(
        (
            at
            for g in ("figure", "words", "order", "vague", "half", "vote")
            if (at := match.start(g)) >= 0
        ),
        match.start(),
    )


def _bound(got: dict[str, str | None]) -> str:
    """The hedge of a match of `_NUMBER`; see `Quantity.bound`."""
    return _BOUND_OF.get((got["bound"] or "").lower(), "least" if got["plus"] else "")


def _bounded(
    low: float, high: float, bound: str, got: dict[str, str | None]
) -> tuple[float, float, bool]:
    """The range of a number with its hedge, and whether it is exact."""
    if bound in ("least", "over"):
        return low, inf, False
    if bound in ("most", "under"):
        return 0.0, high, False
    if bound == "nearly":
        return low * 0.85, high, False
    if bound == "about":
        return low * 0.88, high * 1.12, False
    return low, high, not (got["vague"] or got["half"] or low != high)


def _range(match: re.Match[str], text: str) -> Quantity | None:
    """A range of two numbers: `10 to 12 workers`."""
    low, high = float(match.group("vote")), float(match.group("against"))
    unit, about, end = unit_of(text, match.end(), match.groupdict(), high)
    if not unit or low >= high:
        return None
    start = match.start("vote")
    return Quantity(Span(start, end), text[start:end], low, high, unit, about, exact=False)


def _vote(match: re.Match[str], text: str) -> Quantity | None:
    """A vote or score, if words around it say so; else None."""
    around = text[max(0, match.start() - 60) : match.end() + 40].lower()
    if not re.search(
        r"vot|decision|ruling|senate|house|panel|won|win|beat|lead|lost|score|defeat|margin", around
    ):
        return None
    a, b = float(match.group("vote")), float(match.group("against"))
    start = match.start("vote")
    return Quantity(Span(start, match.end()), text[start : match.end()], a, a, "vote", second=b)
