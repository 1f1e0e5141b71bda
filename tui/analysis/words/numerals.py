"""Numbers as reports write them: figures, spelt numbers, sizes, vague counts, halves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
} | {"eleventh": 11, "twelfth": 12}
_SPELT = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))})"
)
WORDS = rf"(?:{_SPELT}(?:\s(?:hundred|thousand)(?:\s(?:and\s)?{_SPELT})?)?)"
_COMMA = r"\d{1,3},\d{1,2}(?=\s?%|\s(?!and\b|or\b|to\b)[^\W\d_])"
"""`2,5 Millionen`, `3,5 %`: no thousands have so few figures, and English lists have a blank. What
it counts follows, or it may be a list all the same."""
FIGURE = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{_COMMA}|\d+(?:\.\d+)?"
_ELSEWHERE = dict.fromkeys(
    "millionen millions millioner millones milioni milhões miljoen mio".split(), 1e6
) | dict.fromkeys("milliarde milliarden milliard milliards miliardi miljard mrd".split(), 1e9)
"""Sizes in other languages of Europe, as far as no English word is written like them."""
MAGNITUDE = (
    "hundred|thousand|" + "|".join(sorted(_ELSEWHERE, key=len, reverse=True)) + "|"
    r"million|billion|trillion|bn|tn|mn|[mkMBK](?![\w])"
)
SIZES = _ELSEWHERE | {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_VAGUE = {
    "dozens": (24, 120), "scores": (40, 200), "hundreds": (150, 1500), "thousands": (1500, 15e3),
    "tens of thousands": (15e3, 150e3), "hundreds of thousands": (150e3, 1.5e6),
    "millions": (1.5e6, 50e6), "billions": (1.5e9, 1e12),
}  # fmt: skip
_HALVES = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6,
    "seventh": 100 / 7, "eighth": 12.5, "ninth": 100 / 9, "tenth": 10.0,
    "two-thirds": 200 / 3, "three-quarters": 75.0,
    "two-fifths": 40.0, "three-fifths": 60.0, "four-fifths": 80.0,
}  # fmt: skip
_PARTS_OF_ONE = frozenset(part for words in _HALVES for part in words.split("-"))


SPELT_OUT = frozenset(
    run
    for words in (*_ONES, *_TENS, *ORDINALS, *_VAGUE, *_HALVES, "dozen")
    for run in re.findall(r"\w+", words)
    if run != "of"
)
"""Words of which a number without figures has one."""
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"\w+")


def may_hold_number(text: str) -> bool:
    """Whether a number may stand in the text: most need not be searched for any."""
    if _DIGIT.search(text):
        return True
    return not SPELT_OUT.isdisjoint(_RUN.findall(text.lower()))


def number_of(got: dict[str, str | None]) -> tuple[float, float] | None:
    """Least and most of what the named groups of a number hold; None when it is none."""
    if got["vague"]:
        return _VAGUE[" ".join(got["vague"].lower().split())]
    if got["order"]:
        place = float(ORDINALS[got["order"].lower()])
        return place, place
    if got["half"]:
        share = _share(got["half"].lower().replace("-", " ").split())
        if got["size"]:  # half a million
            share = share / 100 * SIZES[got["size"].lower()]
        return share, share
    if got["vote"]:
        return float(got["vote"]), float(got["vote"])
    if got["figure"] or got["words"]:
        number = value_of(got["figure"] or got["words"] or "")
        if number is None:
            return None
    else:
        many = (got["dozen"] or "a").lower().strip(" -").removesuffix("a").strip(" -") or "a"
        number = {"a": 12.0, "half": 6.0, "two": 24.0, "three": 36.0, "four": 48.0}[many]
    size = SIZES[got["size"].lower()] if got["size"] else 1.0
    return number * size, number * size


@lru_cache(maxsize=20_000)
def half_unit(number: float) -> float:
    """Half a unit of the last digit of a large or broken number; 0 of any other, which is exact."""
    digits = f"{number:.15g}"
    if "e" in digits:
        return 0.0
    if "." in digits:
        return float(0.5 * 10 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.5 * 10**zeros if number >= 1000 and zeros >= 2 else 0.0


def _share(words: Sequence[str]) -> float:
    """The percentage of `a mere tenth`, `two thirds`, or `nine out of ten`."""
    if "in" in words or "out" in words:
        many, among = (value_of(w) or 1.0 for w in (words[0], words[-1]))
        return 100 * many / among
    told = [w for w in words if w in _PARTS_OF_ONE]
    return _HALVES["-".join(told)]


@lru_cache(maxsize=4096)
def value_of(words: str) -> float | None:
    """The number that figures or spelt words stand for; None when they stand for none."""
    if words[:1].isdigit():
        whole, comma, part = words.partition(",")
        try:
            return float(f"{whole}.{part}" if comma and len(part) < 3 else words.replace(",", ""))
        except ValueError:
            return None
    from text_to_num import text2num  # type: ignore[import-untyped]

    try:
        return float(text2num(words.lower().replace(" and ", " "), "en"))
    except ValueError:
        return None
