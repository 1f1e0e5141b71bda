"""Every figure of a sentence with its sort: people, money, shares, lengths of time, hours, years.

Wider than `quantities`: it also reads numbers that do not say what they count
(`police spoke of 12,000`), hours told in words (`twenty to three`), spans of time
(`a fortnight`, `nearly half an hour`), and the years, days and weekdays of what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.analysis.sentences.fates import counts_people
from tui.analysis.sentences.figure import Figure
from tui.analysis.sentences.hours import UNITS, WORLD, hours, spells
from tui.analysis.sentences.quantities import NAMED, Quantity, all_numbers
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.units import CURRENCIES, MEASURES
from tui.analysis.sentences.when import Grain
from tui.analysis.words.numerals import WORDS
from tui.analysis.words.sentence import Sentence, once

GROWING = 1.4
"""How many times a lower bound such as `at least 12` the final count may be."""
_LENGTHS = {unit: size for unit, (sort, size) in MEASURES.items() if sort == "length"}
_SPEEDS = re.compile(r"\s?(?:kph|km/h|kmh|kilomet(?:er|re)s (?:an|per) hour)\b", re.I)
_MILES = re.compile(r"\s?(?:mph|miles (?:an|per) hour)\b", re.I)
_METRIC = re.compile(r"\s?(?:kms?|kilomet(?:er|re)s?)\b", re.I)
_BARELY = re.compile(r"\b(?:barely|scarcely|hardly|just|only)\s$", re.I)
_LABEL = re.compile(r"(?:[A-Z#/:.,–-]|\b(?:[Gg]roup of|[Ll]aw|[Cc]ase)\s)$")
_PAIRED = re.compile(r"(?:\svotes?)?\s(?:to|against)\s\d", re.I)
_PAIRED_BEFORE = re.compile(r"(?:\d|\bvotes?)\s(?:to|against)\s$|\d[-–]$", re.I)
_POSTED = re.compile(r"\W*(?:Posted|Published|Updated|Last updated|Modified)\b", re.I)
"""Opens a line that dates the report, not what it reports."""
_RELATIVE = re.compile(r"ago|yesterday|today|tonight|tomorrow|last|next|this|past|coming", re.I)
_YEAR = re.compile(r"(?:1[89]\d|20[0-4])\d")
_CALLED = frozenset(("911", "999", "112"))
"""Phone numbers."""


@once
def figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of `sentence` in the order of the text; none overlaps another."""
    text = sentence.text
    if not _SIGN.search(text):
        return ()
    found: list[Figure] = []
    for figure in (*hours(sentence), *spells(sentence), *_days(sentence), *_numbers(sentence)):
        if not any(figure.span.overlaps(a.span) for a in found):
            found.append(figure)
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
    r"|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
    re.I,
)


def _days(sentence: Sentence) -> Iterator[Figure]:
    """The days, weekdays and years that the sentence names by date, not relative to its report."""
    if _POSTED.match(sentence.text):
        return
    for when in reading(sentence).whens:
        if _RELATIVE.search(when.words):
            continue
        span = sentence.in_article(when.span)
        if when.weekday is not None and not when.month and not when.ranged:
            if when.words.endswith("s"):
                continue  # on any of them
            low = high = float(when.weekday)
            sort = "weekday"
        elif not (when.first and when.last) and not when.month:
            continue
        elif when.grain is Grain.YEAR and when.first and when.last:
            low, high, sort = float(when.first.year), float(when.last.year), "year"
        elif when.exact and when.month and when.day:
            low = high = float(when.month * 31 + when.day)
            sort = "day"
        elif when.grain is Grain.MONTH and when.month and not when.ranged:
            low, high, sort = when.month * 31 + 1.0, when.month * 31 + 31.0, "day"
        else:
            continue
        yield Figure(sentence, span, when.words, sort, low, high, "", "", "")


def _numbers(sentence: Sentence) -> Iterator[Figure]:
    """The quantities, and the numbers that do not say what they count."""
    told = reading(sentence)
    text = sentence.text
    held = [w.span for w in told.whens]
    for number in told.numbers:
        figure = _figure(sentence, number)
        if figure is not None:
            yield figure
    known = held + [q.span for q in told.numbers]
    if all(
        any(m.start() < k.end and k.start < m.end() for k in known) for m in _ANY.finditer(text)
    ):
        return
    for number in all_numbers(text, held):
        if any(number.span.overlaps(k) for k in known) or number.ordinal:
            continue
        start, end = number.span.start, number.span.end
        before = text[max(0, start - 24) : start]
        joined = text[end : end + 1] in ("-", "–", "/", ":") or " to " in number.words
        if joined or NAMED.search(before) or _LABEL.search(before) or WORLD.match(text, end):
            continue  # the number of a page or a flight, half of a score, an hour elsewhere
        if _PAIRED.match(text, end) or _PAIRED_BEFORE.search(text[max(0, start - 16) : start]):
            continue
        figure = _figure(sentence, number)
        if figure is not None:
            yield figure


def _figure(sentence: Sentence, q: Quantity) -> Figure | None:
    """The quantity with its sort; None for a vote, an age, an hour or a phone number."""
    if q.second is not None or q.unit in ("age", "point", "clock") or q.unit in UNITS:
        return None
    text = sentence.text
    sort, factor, unit = _sort(text, q)
    if not sort:
        return None
    low, high = q.low, q.high
    if sort == "percent" and _told_as_part(q.words):
        low, high = min(low, high) - 1.5, max(low, high) + 1.5
    bound = q.bound
    if not bound and _BARELY.search(text[max(0, q.span.start - 12) : q.span.start]):
        bound = "nearly"
    low, high = _hedged(low, high, bound)
    if sort == "count" and unit not in _MADE_OF and _HYPHENED.search(q.words):
        return None  # `a 24-page report`
    return Figure(
        sentence, sentence.in_article(q.span), q.words, sort, low * factor, high * factor,
        unit, q.about, bound if bound else "" if q.exact else "about",
    )  # fmt: skip


def _sort(text: str, q: Quantity) -> tuple[str, float, str]:
    """What sort the quantity is of, by how much it is multiplied, and its unit.

    The sort is empty where the figure counts nothing.
    """
    unit, end = q.unit, q.span.end
    if q.ordinal:
        return "nth", 1.0, unit
    if unit in CURRENCIES:
        return "money", 1.0, unit
    if unit == "percent":
        return "percent", 1.0, unit
    if _SPEEDS.match(text, end) or unit in ("kph", "mph"):
        return "speed", 1.0, "kph"
    if _MILES.match(text, end):
        return "speed", 1.609, "mph"
    if unit in _LENGTHS:
        if q.about.endswith("/hour"):
            return "speed", _LENGTHS[unit], "mph" if unit == "mile" else "kph"
        return "length", _LENGTHS[unit], unit
    if not unit and _METRIC.match(text, end):
        return "length", 1.0, unit
    if unit:
        return "people" if counts_people(unit) else "count", 1.0, unit
    if _YEAR.fullmatch(q.words):
        return "year", 1.0, unit
    return "" if q.words in _CALLED else "bare", 1.0, unit


def _told_as_part(words: str) -> bool:
    """Whether a share is told as a half, a third or a quarter, and so only roughly."""
    figure = "%" in words or "cent" in words
    return not figure and re.search(r"half|third|quarter", words, re.I) is not None


_HYPHENED = re.compile(r"\d[-–][a-z]", re.I)
_MADE_OF = frozenset("strong member seat bed".split())


def _hedged(low: float, high: float, bound: str) -> tuple[float, float]:
    """The range that a hedged figure stands for: `at least 12` is 12 to 12 times `GROWING`."""
    if bound in ("least", "over"):
        return low, low * GROWING
    if bound == "under":
        return high * 0.85, high
    if bound == "most":
        return high, high
    if bound == "nearly":
        return high * 0.88, high
    return low, high
