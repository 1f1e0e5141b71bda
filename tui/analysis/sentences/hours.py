"""Hours of the day and lengths of time, also in words: `twenty to three`, `a fortnight`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.analysis.sentences.figure import Figure
from tui.analysis.words.numerals import FIGURE, WORDS, value_of
from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

UNITS = {
    "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "night": 1440.0,
    "week": 10080.0, "fortnight": 20160.0, "month": 43800.0, "year": 525600.0, "decade": 5256000.0,
}  # fmt: skip
"""Unit of time → its minutes."""
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
    rf"(?<![$£€\d.,])\b(?:(?P<rough>around|about|shortly after|shortly before|just after|"
    rf"just before|nearly|by|before|after)\s)?"
    rf"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minutes>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
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
"""A quick sign of a length of time, without which no pattern is tried."""
_BY = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty-five": 25,
       "half": 30}  # fmt: skip
ZONE = re.compile(
    r"\.?\s\(?((?:[ECMP][DS]T|BST|CES?T|EES?T|IST|JST|KST|MSK|AES?T)\b|Eastern|Central|Pacific"
    r"|Mountain|Moscow)",
)
WORLD = re.compile(r"\.?\s?(?:GMT|UTC)\b")
"""Behind an hour that only repeats another one for readers in other time zones."""


_SLACK = {
    "": (0, 0), "around": (20, 20), "about": (20, 20), "nearly": (15, 0), "shortly after": (0, 20),
    "just after": (0, 15), "shortly before": (20, 0), "just before": (15, 0),
}  # fmt: skip
"""Hedge of an hour → minutes before and after it that it leaves open."""


def hours(sentence: Sentence) -> Iterator[Figure]:
    """The hours of the day that the sentence names, in minutes since midnight."""
    if not _HOUR.search(sentence.text):
        return
    for match in _CLOCK.finditer(sentence.text):
        at = _minute(match)
        if at is None or WORLD.match(sentence.text, match.end()):
            continue
        rough = (match["rough"] or "").lower()
        if rough in ("by", "before", "after"):
            continue
        before, after = _SLACK[rough]
        span = sentence.in_article(Span(*match.span()))
        zone = ZONE.match(sentence.text, match.end())
        yield Figure(
            sentence, span, match.group(), "clock", at - before, at + after,
            zone[1].upper() if zone else "", "", _side(before, after),
        )  # fmt: skip


def _side(before: int, after: int) -> str:
    """The bound of an hour that leaves open so many minutes before and after it."""
    if before and after:
        return "about"
    return "before" if before else "after" if after else ""


def _minute(match: re.Match[str]) -> float | None:
    """Minutes since midnight; None where the match is no hour."""
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
    told = value_of((match["told"] or match["full"]).lower())
    if told is None or told > 12:
        return None
    past = _BY[" ".join((match["by"] or "five").lower().split())] if match["by"] else 0
    minutes = told * 60 + (past if (match["side"] or "past").lower() == "past" else -past)
    return minutes + (720 if "afternoon" in part or "evening" in part else 0)


def spells(sentence: Sentence) -> Iterator[Figure]:
    """The lengths of time that the sentence names, in minutes."""
    text = sentence.text
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
            else value_of(told.rstrip("½"))
        )
        if number is None or (match["half"] and told.startswith("half")):
            continue
        number += 0.5 * (bool(match["half"]) + told.endswith("½"))
        many = number * UNITS[unit]
        if match["more"] and (more := value_of(match["more"].lower())) is not None:
            many += more * UNITS[match["finer"].lower()[:-1]]
        low, high = lasted(many, number, UNITS[unit], bound, bool(match["more"]))
        if unit == "year" and number >= 1000:
            continue
        yield Figure(
            sentence, sentence.in_article(Span(*match.span())), match.group(), "time",
            low, high, "", unit, BOUND_OF.get(bound, ""),
        )  # fmt: skip


BOUND_OF = {
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "a little under": "nearly",
    "over": "over", "more than": "over", "a little over": "over", "just over": "over",
    "at least": "least", "under": "under", "less than": "under", "fewer than": "under",
    "up to": "most", "within": "most", "about": "about", "around": "about", "roughly": "about",
    "some": "about", "barely": "nearly",
}  # fmt: skip
"""Hedge of a length of time → its `Figure.bound`."""
_MOMENT = re.compile(
    r"\s(?:ago|old|earlier|later|before|after|prior|running|straight|in a row)\b", re.I
)
"""Behind a length of time that gives a moment instead: `two hours ago`."""
_IS_SPELL = re.compile(r"(?:-long|\sof\b|['’]s?\s)", re.I)
"""Behind `a week` where it is a length of time: `a week-long`, `a week of`."""


def lasted(
    many: float, number: float, unit: float, bound: str, finer: bool = False
) -> tuple[float, float]:
    """The least and most minutes that a length of time may mean.

    `many` is `number` times `unit` and all that follows, in minutes; `bound` is the hedge in front;
    `finer` says whether a smaller unit follows (`2 hours 10 minutes`).
    """
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
