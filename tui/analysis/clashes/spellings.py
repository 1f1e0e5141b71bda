"""Whether two names are two spellings of one name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import root
from tui.analysis.words.sentence import Word
from tui.analysis.words.stems import sounds_alike

PART = 0.8
"""Jaro-Winkler similarity of one part of two full names of which another part is the same."""


def a_slip_apart(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the names differ by a letter or two, as a typing error would make them."""
    return _slip(" ".join([w.folded for w in left]), " ".join([w.folded for w in right]))


@lru_cache(maxsize=20_000)
def _slip(x: str, y: str) -> bool:
    """The same of two folded names, by Levenshtein distance."""
    from rapidfuzz.distance import Levenshtein

    return x[:1] == y[:1] and Levenshtein.distance(x, y) <= 1 + (len(x) > 7) and len(x) > 4


def _initials(folded: Sequence[str]) -> str:
    """`New York Stock Exchange` → `nyse`; empty for a single word."""
    parts = [p for w in folded for p in w.split()]
    return "".join(p[0] for p in parts) if len(parts) > 1 else ""


def spelt_alike(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two names are written alike enough to be one: an acronym, a variant, another
    script.
    """
    here, there = (tuple([w.folded.replace("'", "") for w in side]) for side in (left, right))
    return _one_spelling(here, there)


def _plainly(word: str) -> str:
    """The root of a folded word in American spelling: `armoured` as `armored`."""
    return root(word.replace("our", "or") if len(word) > 5 else word)


@lru_cache(maxsize=20_000)
def _one_spelling(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same of folded words, by a shared root, initials, or rapidfuzz ratio and Jaro-Winkler;
    of full names part by part.

    Two places that the lists know are never one: Niger is not Nigeria.
    """
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    x, y = " ".join(left), " ".join(right)
    if not {*map(_plainly, left)}.isdisjoint(map(_plainly, right)):
        return True
    if _initials(left) == y.replace(" ", "") or _initials(right) == x.replace(" ", ""):
        return True
    listed = gazetteer().country_of
    if (x in listed and y in listed) or {*x.split()} & gazetteer().countries:
        return False
    if fuzz.ratio(x, y) >= 80 and JaroWinkler.similarity(x, y) >= 0.92:
        return True
    if len(left) != len(right) or len(left) == 1:
        return False
    parts = tuple(zip(left, right, strict=True))
    return any(sounds_alike(v, w) for v, w in parts) and all(one_part(v, w) for v, w in parts)


def one_part(x: str, y: str) -> bool:
    """Whether two folded parts of names may be one where another part is: `magdi` and `mahdi`."""
    from rapidfuzz.distance import JaroWinkler

    return sounds_alike(x, y) or JaroWinkler.similarity(x, y) >= PART
