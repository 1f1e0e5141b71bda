"""Whether two lemmas are written alike enough to be forms or spellings of one word."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.senses import Tie, tie

_APART = ("un", "in", "im", "dis", "non", "mis", "re", "de", "anti", "counter", "pre", "post")


@lru_cache(maxsize=100_000)
def akin(a: str, b: str) -> bool:
    """Whether one is a form of the other (announce, announcement) or a variant of its letters."""
    if a == b:
        return True
    if a[:1].isdigit() or b[:1].isdigit() or a[:1] != b[:1]:
        return False
    stem = 0
    while stem < min(len(a), len(b)) and a[stem] == b[stem]:
        stem += 1
    least = min(len(a), len(b))
    if stem < 4 or stem < 0.65 * least or stem < 0.5 * max(len(a), len(b)):
        return False
    if stem < 0.8 * least and tie(a, b) is not Tie.UNKNOWN:
        return False
    return tie(a, b) not in (Tie.OPPOSITE, Tie.SISTERS)


_SOUNDS = (
    (re.compile("(?<=[aeiou])h(?![aeiou])"), ""), (re.compile("ph"), "f"),
    (re.compile("dj|dzh"), "j"), (re.compile("q|ck|kh|c(?!h)"), "k"),
    (re.compile("x"), "ks"), (re.compile("w"), "v"), (re.compile("(?<=.)[aeiouy]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip
"""How letters of a name from another script are told apart by ear: no vowel behind the first."""
_FROM = 4
"""Letters from which a name is long enough to have two spellings."""


@lru_cache(maxsize=20_000)
def sounds_alike(a: str, b: str) -> bool:
    """Whether two folded names may be two spellings of one: `qaida` and `qaeda`.

    Told places never are: Niger is not Nigeria.
    """
    from rapidfuzz.distance import Levenshtein

    if min(len(a), len(b)) < _FROM or abs(len(a) - len(b)) > 1:
        return False
    listed = gazetteer()
    if any(n in listed.countries or n in listed.country_of for n in (a, b)):
        return False
    return _heard(a) == _heard(b) and Levenshtein.distance(a, b) <= 2


def _heard(name: str) -> str:
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name
