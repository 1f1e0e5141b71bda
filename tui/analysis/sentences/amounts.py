"""Every figure of a sentence with its sort: people, money, shares, lengths of time, hours, years.

Wider than `quantities`: it also reads numbers that do not say what they count
(`police spoke of 12,000`), hours told in words (`twenty to three`), spans of time
(`a fortnight`, `nearly half an hour`), and the years of a document or an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from tui.analysis.sentences.quantities import CURRENCIES, NAMED, Quantity, figures, people
from tui.analysis.sentences.slot_reading import LONGEST, reading, spot
from tui.analysis.sentences.when import Grain
from tui.analysis.words.numerals import FIGURE, WORDS, figure
from tui.analysis.words.sentence import Sentence, once
from tui.model.span import Span

COUNTED = frozenset(("people", "count", "bare"))
"""Sorts that may count one thing: a bare number does not say what it counts."""
CLOSE = 8.0
"""Minutes within which two hours of the day are one, told roughly."""
GROWING = 1.4
"""How many times a lower bound, `at least 12`, the better count may be that it waits for."""
ROUNDED = 1.1
"""How many times the other a rounded figure may be that tells it."""
LOOSE = 1.2
"""How many times the other a hedged figure may be that includes it."""
_UNITS = {
    "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "night": 1440.0,
    "week": 10080.0, "fortnight": 20160.0, "month": 43800.0, "year": 525600.0, "decade": 5256000.0,
}  # fmt: skip
_LENGTHS = {
    "kilometer": 1.0, "mile": 1.609, "meter": 0.001, "foot": 0.0003048, "feet": 0.0003048,
    "yard": 0.0009144,
}  # fmt: skip
_SPEEDS = re.compile(r"\s?(?:kph|km/h|kmh|kilomet(?:er|re)s (?:an|per) hour)\b", re.I)
_MILES = re.compile(r"\s?(?:mph|miles (?:an|per) hour)\b", re.I)
_METRIC = re.compile(r"\s?(?:kms?|kilomet(?:er|re)s?)\b", re.I)
_LASTING = re.compile(
    rf"\b(?:(?P<bound>nearly|almost|about|around|roughly|some|over|more than|just under|under|"
    rf"less than|fewer than|at least|up to|a little over|just over|a little under|barely|only|for|"
    rf"within)\s)?(?P<number>(?:{FIGURE})½?|{WORDS}|half an?|an?)[\s-]"
    rf"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade)(?P<plural>s?)\b"
    rf"(?P<half>\sand\sa\shalf)?"
    rf"(?:\s(?:and\s)?(?P<more>\d{{1,2}}|{WORDS})\s(?P<finer>seconds|minutes|hours)\b)?"
    rf"(?![\s-]olds?\b)",
    re.I,
)
_CLOCK = re.compile(
    rf"\b(?:(?P<rough>around|about|shortly after|shortly before|just after|just before|nearly|by|"
    rf"before|after)\s)?(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minutes>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<hour24>[01]?\d|2[0-3])[:.](?P<minutes24>[0-5]\d)(?=\s(?:local|gmt|on|hours|in the)\b|,)"
    rf"|(?P<told>{WORDS}|\d{{1,2}})\s?o['’]clock"
    rf"|(?P<by>five|ten|twenty|twenty-five|(?:a\s)?quarter|half)\s(?P<side>past|to)\s(?P<full>{WORDS})\b"
    rf"|(?P<noon>noon|midnight|midday)\b)(?P<part>\sin the (?:morning|afternoon|evening))?",
    re.I,
)
_HOUR = re.compile(
    r"\d\s?[ap]\.?m\b|\d[:.]\d\d|o['’]clock|\b(?:quarter|half|five|ten|twenty) (?:past|to) "
    r"|noon|midnight|midday",
    re.I,
)
_SPELL = re.compile(
    r"[\s-](?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?\b", re.I
)
"""Signs, quickly looked for, without which no sentence tells an hour or a span of time."""
_BY = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty-five": 25,
       "half": 30}  # fmt: skip
_BARELY = re.compile(r"\b(?:barely|scarcely|hardly|just|only)\s$", re.I)
_LABEL = re.compile(r"(?:[A-Z#/:.,–-]|\b(?:[Gg]roup of|[Ll]aw|[Cc]ase)\s)$")
_PAIRED = re.compile(r"(?:\svotes?)?\s(?:to|against)\s\d", re.I)
_PAIRED_BEFORE = re.compile(r"(?:\d|\bvotes?)\s(?:to|against)\s$|\d[-–]$", re.I)
_HEDGE = re.compile(
    r"(?P<least>at least|no fewer|no less|not less|a minimum|minimum)\b"
    r"|(?P<over>more than|over|upwards|in excess|exceeding|above|greater)\b"
    r"|(?P<most>at most|up to|as many|as much|no more|not more|a maximum)\b"
    r"|(?P<under>fewer|less|under|below)\b"
    r"|(?P<nearly>nearly|almost|just under|close to|not quite)\b"
    r"|(?P<about>about|around|approx|roughly|some|(?:an )?estimated|circa)\b",
    re.I,
)
_POSTED = re.compile(r"\W*(?:Posted|Published|Updated|Last updated|Modified)\b", re.I)
"""The day of a report, not of what it reports."""
_YEAR = re.compile(r"(?:1[89]\d|20[0-4])\d")
_CALLED = frozenset(("911", "999", "112"))
"""Numbers that are called, and count nothing."""
_WORLD = re.compile(r"[^)]{0,12}\b(?:GMT|UTC)\b")


@dataclass(frozen=True, eq=False, slots=True)
class Amount:
    """One figure and what sort of thing it measures."""

    sentence: Sentence
    span: Span
    """In the article's text."""
    words: str
    sort: str
    """`people`, `count`, `bare`, `money`, `percent`, `time`, `clock`, `length`, `speed`, `nth`,
    `year`, `month`, `day`."""
    low: float
    high: float
    """In the one unit of its sort: minutes, kilometers, minutes of the day."""
    unit: str
    """Lemma of what is counted, or the currency; empty where the words do not say."""
    about: str
    bound: str
    """How it is hedged: `over`, `least`, `under`, `most`, `nearly`, `about`; else empty."""

    @property
    def value(self) -> str:
        """As it compares."""
        top = "" if self.high == inf else f"{self.high:.12g}"
        low = f"{self.low:.12g}"
        return f"{low if low == top else low + '..' + top} {self.unit or self.sort}"

    @property
    def middle(self) -> float:
        """The one value that stands for it."""
        if self.bound in ("least", "over") and self.sort not in ("time", "clock"):
            return self.low
        return self.high if self.low == 0 else (self.low + self.high) / 2


def same_figure(a: Amount, b: Amount) -> bool:
    """Whether both can be one figure: they meet, or one is the other rounded."""
    if a.sort == "clock":
        apart = abs(a.middle - b.middle)
        return min(apart, 1440 - apart) < CLOSE
    if a.low <= b.high and b.low <= a.high:
        return True
    if "nth" in (a.sort, b.sort) or a.sort in ("year", "day", "time"):
        return False
    x, y = (a.low, b.high) if a.low > b.high else (b.low, a.high)
    return abs(x - y) <= max(_rounding(a), _rounding(b)) + 1e-9


def agree(a: Amount, b: Amount) -> bool:
    """Whether both tell one figure, not only do not exclude it: `under 10` tells no 3."""
    low, high = sorted((a.middle, b.middle))
    loose = LOOSE if a.bound or b.bound else ROUNDED
    return (a.sort == "clock" or high <= loose * low) and same_figure(a, b)


def _rounding(amount: Amount) -> float:
    """Half a unit of the last digit of a large or broken figure that is not hedged."""
    if amount.bound or not amount.high or amount.high == inf:
        return 0.0
    return _half_unit(amount.high)


@lru_cache(maxsize=20_000)
def _half_unit(number: float) -> float:
    digits = f"{number:.10g}"
    if "e" in digits:
        return 0.0
    if "." in digits:
        return float(0.5 * 10 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**zeros if number >= 1000 and zeros >= 2 else 0.0


@once
def amounts(sentence: Sentence) -> tuple[Amount, ...]:
    """The figures of `sentence` in order; none overlaps another."""
    text = sentence.text
    if len(text) > LONGEST or not _SIGN.search(text):
        return ()
    found: list[Amount] = []
    for amount in (*_hours(sentence), *_spells(sentence), *_days(sentence), *_numbers(sentence)):
        if not any(amount.span.overlaps(a.span) for a in found):
            found.append(amount)
    return tuple(sorted(found, key=lambda a: a.span))


_ANY = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|half|third|quarter|dozens?|scores|hundreds|thousands|millions|billions)\b",
    re.I,
)
_SIGN = re.compile(
    rf"\d|\b(?:{WORDS}|half|third|quarter|noon|midnight|minute|hour|day|night|week|fortnight|month|year|decade"
    r"|second|fourth|fifth|sixth|dozen|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)",
    re.I,
)


def _hours(sentence: Sentence) -> Iterator[Amount]:
    if not _HOUR.search(sentence.text):
        return
    for match in _CLOCK.finditer(sentence.text):
        at = _minute(match)
        if at is None or _WORLD.match(sentence.text, match.end()):
            continue
        slack = {"": 0, "around": 20, "about": 20, "nearly": 10}.get(
            (match["rough"] or "").lower(), 10
        )
        if (match["rough"] or "").lower() in ("by", "before", "after"):
            continue
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        yield Amount(
            sentence,
            span,
            match.group(),
            "clock",
            at - slack,
            at + slack,
            "",
            "",
            "about" if slack else "",
        )


def _minute(match: re.Match[str]) -> float | None:
    part = (match["part"] or "").lower()
    if match["noon"]:
        return 0.0 if match["noon"].lower() == "midnight" else 720.0
    if match["hour"]:
        hour = int(match["hour"])
        if hour > 12:
            return None
        late = 12 * (match["half"].lower() == "p")
        return (hour % 12 + late) * 60.0 + int(match["minutes"] or 0)
    if match["hour24"]:
        return int(match["hour24"]) * 60.0 + int(match["minutes24"])
    told = figure((match["told"] or match["full"]).lower())
    if told is None or told > 12:
        return None
    past = _BY[" ".join((match["by"] or "five").lower().split())] if match["by"] else 0
    minutes = told * 60 + (past if (match["side"] or "past").lower() == "past" else -past)
    return minutes + (720 if "afternoon" in part or "evening" in part else 0)


def _spells(sentence: Sentence) -> Iterator[Amount]:
    base, text = sentence.span.start, sentence.text
    if not _SPELL.search(text):
        return
    for match in _LASTING.finditer(text):
        unit = match["unit"].lower()
        bound = (match["bound"] or "").lower()
        told = match["number"].lower()
        if (
            told in ("a", "an")
            and not bound
            and unit != "fortnight"
            and not text[: match.start()].endswith(" of ")
            and not _IS_SPELL.match(text, match.end())
        ):
            continue
        if (
            _MOMENT.match(text, match.end())
            and bound != "for"
            and not text[: match.start()].endswith("for ")
        ):
            continue
        if text[: match.start()].rstrip()[-1:] in "$€£" and text[: match.start()].strip():
            continue
        number = (
            0.5
            if told.startswith("half")
            else 1.0
            if told in ("a", "an")
            else figure(told.rstrip("½"))
        )
        if number is None or (match["half"] and told.startswith("half")):
            continue
        number += 0.5 * (bool(match["half"]) + told.endswith("½"))
        many = number * _UNITS[unit]
        if match["more"] and (more := figure(match["more"].lower())) is not None:
            many += more * _UNITS[match["finer"].lower()[:-1]]
        low, high = _lasted(many, number, _UNITS[unit], bound, bool(match["more"]))
        if unit == "year" and number >= 1000:
            continue
        yield Amount(
            sentence, Span(base + match.start(), base + match.end()), match.group(), "time",
            low, high, "", unit, _BOUND_OF.get(bound, ""),
        )  # fmt: skip


_BOUND_OF = {
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "a little under": "nearly",
    "over": "over", "more than": "over", "a little over": "over", "just over": "over",
    "at least": "least", "under": "under", "less than": "under", "fewer than": "under",
    "up to": "most", "within": "most", "about": "about", "around": "about", "roughly": "about",
    "some": "about", "barely": "nearly",
}  # fmt: skip
_MOMENT = re.compile(
    r"\s(?:ago|old|earlier|later|before|after|prior|running|straight|in a row)\b", re.I
)
_IS_SPELL = re.compile(r"(?:-long|\sof\b|['’]s?\s)", re.I)


def _lasted(
    many: float, number: float, unit: float, bound: str, finer: bool
) -> tuple[float, float]:
    if bound in ("over", "more than", "a little over", "just over", "at least"):
        part = 0.5 if "little" in bound or "just" in bound else 0.95
        return many, many + min(part * unit, many) if number < 20 else many * 1.25
    if bound in ("nearly", "almost", "just under", "a little under"):
        return many * 0.8, many
    if bound in ("under", "less than", "fewer than", "up to", "within"):
        return 0.0, many
    if bound in ("about", "around", "roughly", "some"):
        return many * 0.8, many * 1.2
    if finer or number % 1 not in (0, 0.5):
        return many, many
    hours = 60 <= unit < 1440 and number < 10
    slack = 0.2 if hours else 0.1 if unit >= 10080 or not number % 5 else 0.0
    return many * (1 - slack), many * (1 + slack)


def _days(sentence: Sentence) -> Iterator[Amount]:
    if _POSTED.match(sentence.text):
        return
    for when in reading(sentence).whens:
        if not (when.first and when.last) and not when.month:
            continue
        if re.search(r"ago|yesterday|today|tonight|tomorrow|last|next|this", when.words, re.I):
            continue
        span = spot(reading(sentence), when.span)
        if when.grain is Grain.YEAR and when.first and when.last:
            low, high, sort = float(when.first.year), float(when.last.year), "year"
        elif when.exact and when.month and when.day:
            low = high = float(when.month * 31 + when.day)
            sort = "day"
        elif when.grain is Grain.MONTH and when.month and not when.ranged:
            low, high, sort = when.month * 31 + 1.0, when.month * 31 + 31.0, "day"
        else:
            continue
        yield Amount(sentence, span, when.words, sort, low, high, "", "", "")


def _numbers(sentence: Sentence) -> Iterator[Amount]:
    told = reading(sentence)
    text = sentence.text
    held = [w.span for w in told.whens]
    for number in told.numbers:
        amount = _amount(sentence, number)
        if amount is not None:
            yield amount
    known = held + [q.span for q in told.numbers]
    if all(
        any(m.start() < k.end and k.start < m.end() for k in known) for m in _ANY.finditer(text)
    ):
        return
    for number in figures(text, held):
        if any(number.span.overlaps(k) for k in known) or number.ordinal:
            continue
        start, end = number.span.start, number.span.end
        before = text[max(0, start - 24) : start]
        joined = text[end : end + 1] in ("-", "–", "/", ":") or " to " in number.words
        if joined or NAMED.search(before) or _LABEL.search(before):
            continue  # the number of a page or a flight, half of a score
        if _PAIRED.match(text, end) or _PAIRED_BEFORE.search(text[max(0, start - 16) : start]):
            continue
        amount = _amount(sentence, number)
        if amount is not None:
            yield amount


def _amount(sentence: Sentence, q: Quantity) -> Amount | None:
    text = sentence.text
    unit, low, high = q.unit, q.low, q.high
    if q.second is not None or unit in ("age", "point", "clock") or unit in _UNITS:
        return None
    factor = 1.0
    if q.ordinal:
        sort = "nth"
    elif unit in CURRENCIES:
        sort = "money"
    elif unit == "percent":
        sort = "percent"
        if (
            "%" not in q.words
            and "cent" not in q.words
            and re.search(r"half|third|quarter", q.words, re.I)
        ):
            low, high = min(low, high) - 1.5, max(low, high) + 1.5
    elif _SPEEDS.match(text, q.span.end) or unit in ("kph", "mph"):
        sort = "speed"
    elif _MILES.match(text, q.span.end):
        sort, factor = "speed", 1.609
    elif unit in _LENGTHS:
        sort, factor = "length", _LENGTHS[unit]
    elif not unit and _METRIC.match(text, q.span.end):
        sort = "length"
    elif people(unit):
        sort = "people"
    elif unit:
        sort = "count"
    elif _YEAR.fullmatch(q.words):
        sort = "year"
    elif q.words in _CALLED:
        return None
    else:
        sort = "bare"
    hedge = _HEDGE.match(q.words)
    bound = (hedge.lastgroup or "") if hedge else "least" if q.words.endswith("+") else ""
    if not bound and _BARELY.search(text[max(0, q.span.start - 12) : q.span.start]):
        bound = "nearly"
    low, high = _hedged(low, high, bound)
    if sort == "count" and unit not in _MADE_OF and _HYPHENED.search(q.words):
        return None  # `a 24-page report`
    return Amount(
        sentence, spot(reading(sentence), q.span), q.words, sort, low * factor, high * factor,
        unit, q.about, bound if bound else "" if q.exact else "about",
    )  # fmt: skip


_HYPHENED = re.compile(r"\d[-–][a-z]", re.I)
_MADE_OF = frozenset("strong member seat bed".split())


def _hedged(low: float, high: float, bound: str) -> tuple[float, float]:
    """What a writer means who hedges a figure so: `at least 12` is how many are known by now."""
    if bound in ("least", "over"):
        return low, low * GROWING
    if bound == "under":
        return high * 0.85, high
    if bound == "most":
        return high, high
    if bound == "nearly":
        return high * 0.88, high
    return low, high
