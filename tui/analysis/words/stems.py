"""Whether two lemmas are written alike enough to be forms or spellings of one word."""

from __future__ import annotations

from functools import lru_cache

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
