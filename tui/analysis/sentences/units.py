"""What a number counts: a noun, a currency, a share, an age, an hour of the clock."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.sentences.fates import names_person
from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import function_words
from tui.analysis.words.tokens import lemma

_CURRENCIES = {
    "$": "usd", "us$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "₽": "rub",
    "a$": "aud", "c$": "cad", "hk$": "hkd",
    "dollar": "usd", "euro": "eur", "pound": "gbp", "yen": "jpy", "yuan": "cny", "ruble": "rub",
    "rouble": "rub", "rupee": "inr", "franc": "chf", "peso": "peso", "won": "krw",
}  # fmt: skip
CURRENCIES = frozenset(_CURRENCIES.values())
VAGUE_UNITS = frozenset(
    "year month week day hour minute second time percent point country way thing "
    "age clock kilometer mile meter other side part state nation".split()
)
"""Units that do not tell what is counted; any other says so by itself."""
_POINTS = re.compile(r"[\s-]?(?:percentage\s|basis\s)?points?\b", re.I)
OF_POINT = re.compile(r"\s(?:of\s)?a\s(?:percentage\s)?point\b", re.I)
"""Behind a fraction that is one of a point: `half a percentage point`."""
_PERCENT = re.compile(r"\s?%|[\s-](?:per\s?cento?|pro[zc]ent|pour\scent|por\scien?to)\b", re.I)
_AGE = re.compile(r"[\s-]years?[\s-]olds?\b", re.I)
_CLOCK = re.compile(r"(?::(?P<minutes>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?|\s?o['’]clock", re.I)
_NEXT = re.compile(
    r"[\s-]{1,3}(?:of\s(?:the|its|their|his|her|these|those)\s)?"
    r"((?:[A-Z]\.){2,}|[^\W\d_](?:[\w'’]|\.(?=\w))*)"
)
_PER = re.compile(r"\s(?:a|an|per|each|every)\s(day|week|month|year|hour|minute|second|person)\b")
_TOLL = re.compile(
    r"\b(?:kill\w*|injur\w+|wound\w+|hurt|dead|deaths?|died|tolls?|fatalit\w+|casualt\w+|arrest\w*"
    r"|detain\w*)\W(?:[a-z]+\s){0,4}[\w,]+(?:\s[\w]+)?$",
    re.I,
)
"""In front of a bare number that counts people: `killing 14`, `the toll rose to 14`."""
_IRREGULAR = frozenset("people men women children police crew staff personnel dead".split())
_PLAIN_ADJECTIVES = frozenset("dead killed injured wounded hurt missing arrested".split())
_UNITS = {
    "kilometer": "kilometer", "km": "kilometer", "kilometre": "kilometer", "mile": "mile",
    "mi": "mile", "meter": "meter", "metre": "meter", "kg": "kilogram", "kilo": "kilogram",
    "tonne": "ton",
    "hr": "hour", "min": "minute", "sec": "second", "sq": "square",
}  # fmt: skip
MEASURES = {
    "kilometer": ("length", 1.0), "mile": ("length", 1.609), "meter": ("length", 0.001),
    "foot": ("length", 0.0003048), "feet": ("length", 0.0003048), "yard": ("length", 0.0009144),
    "kilogram": ("mass", 1.0), "pound": ("mass", 0.4536), "ton": ("mass", 1000.0),
    "hectare": ("area", 1.0), "acre": ("area", 0.4047),
}  # fmt: skip
"""Unit → what it measures, and how many kilometers, kilograms or hectares it has."""


def measure_named(word: str) -> tuple[str, float] | None:
    """What the unit `word` measures and its size, as in `MEASURES`; None for other words."""
    base = lemma(word.lower())
    return MEASURES.get(_UNITS.get(base, base))


def unit_of(
    text: str, end: int, got: dict[str, str | None], number: float
) -> tuple[str | None, str, int]:
    """The unit of a number that ends at `end` of `text`, a second word on it, and where both end.

    `got` are the groups of `quantities._NUMBER`. The unit is None where the number is no quantity.
    """
    if got["half"] and not got["size"]:
        points = OF_POINT.match(text, end)
        return ("point", "", points.end()) if points else ("percent", "", end)
    clock = _CLOCK.match(text, end)
    if clock and number <= 12 and not got["currency"]:
        return "clock", "", clock.end()
    if percent := _PERCENT.match(text, end):
        if points := _POINTS.match(text, percent.end()):
            return "point", "", points.end()
        return "percent", "", percent.end()
    if points := _POINTS.match(text, end):
        return "point", "", points.end()
    if age := _AGE.match(text, end):
        return "age", "", age.end()
    if got["currency"]:
        return _CURRENCIES[got["currency"].lower()], _per(text, end), end
    unit, about, at = _counted(text, end, number, bool(got["nth"]))
    whole = number == int(number)
    if (
        not unit
        and number >= 2
        and whole
        and not got["nth"]
        and _TOLL.search(text[max(0, end - 60) : end])
    ):
        return "people", "", end
    if not unit and not got["size"] and not got["vague"]:
        return None, "", end
    return unit, about + _per(text, at), at


def _per(text: str, end: int) -> str:
    """The rate behind a quantity, as `/month`; or empty."""
    per = _PER.match(text, end)
    return f"/{per.group(1)}" if per else ""


def _counted(text: str, end: int, number: float, nth: bool) -> tuple[str, str, int]:
    """The noun that a number counts: the first plural among the next five words.

    With the word in front of it, and where it ends; empty where there is none.
    """
    run: list[tuple[str, int]] = []
    at = end
    if text.startswith(" of ", end):
        at = end + 3
    for _ in range(5):
        found = _NEXT.match(text, at)
        if found is None or (run and found.group(1).lower() in function_words()):
            break
        if found.group(1).lower() in function_words() - {"other", "others", "more"}:
            break
        run.append((found.group(1), found.end()))
        at = found.end()
        if at < len(text) and text[at] in ',;:.!?)"”':
            break
    run = [(w, e) for w, e in run if w.lower() not in ("more", "other", "additional", "further")]
    for i, (word, at) in enumerate(run):
        low = word.lower().removesuffix("'s").removesuffix("’s")
        if low in _CURRENCIES or lemma(low) in _CURRENCIES:
            return _CURRENCIES.get(low) or _CURRENCIES[lemma(low)], "", at
        if word[:1].isupper() and (of := _nationality(low, i == len(run) - 1)):
            return of, "", at
        plural = low in _IRREGULAR or (low.endswith("s") and not low.endswith(("ss", "'s", "us")))
        if low.endswith("men") and len(low) > 5:
            return f"{low[:-3]}man", "", at
        if (plural and lemma(low) != low) or low in _IRREGULAR or low in _PLAIN_ADJECTIVES:
            return _norm(low), " ".join(lemma(w.lower()) for w, _ in run[max(0, i - 1) : i]), at
    if run and (nth or number == 1 or text[end : end + 1] == "-"):
        word, at = _person(run) if number == 1 else run[0]
        return _norm(word.lower()), "", at
    if run and lemma(run[0][0].lower()) in _UNITS:
        return _UNITS[lemma(run[0][0].lower())], "", run[0][1]
    return "", "", end


def _person(run: Sequence[tuple[str, int]]) -> tuple[str, int]:
    """The first word that names a person, as in `one federal agent`; else the first of all."""
    for word, at in run:
        if lemma(word.lower())[:1].isdigit():
            break  # `one day three men came`
        if names_person(_norm(word.lower())):
            return word, at
    return run[0]


def _nationality(low: str, last: bool) -> str:
    """The nationality that is counted: `three Belgians`, or `two Japanese` at the end of the
    phrase.
    """
    known = gazetteer().demonyms
    if low.endswith("s") and low[:-1] in known:
        return low[:-1]
    return low if last and low in known else ""


def _norm(word: str) -> str:
    if word in _PLAIN_ADJECTIVES:
        return "people"
    base = lemma(word)
    return "people" if base == "person" else _UNITS.get(base, base)


def minute_of(hour: float, words: str) -> float:
    """Minutes since midnight of an hour; `words` are what stands behind it: `:30 p.m.`"""
    found = _CLOCK.match(words)
    minutes = float(found.group("minutes") or 0) if found else 0.0
    if hour % 1:  # `5.47am`
        hour, minutes = hour // 1, round(hour % 1 * 100)
    if found and found.group("half"):
        hour = hour % 12 + (12 if found.group("half").lower() == "p" else 0)
    return hour * 60 + minutes
