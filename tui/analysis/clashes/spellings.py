"""Whether two names are two spellings of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.analysis.words.gazetteer import gazetteer
from tui.analysis.words.lexicon import root
from tui.analysis.words.sentence import Word


def a_slip_apart(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the names are a letter or two apart, as a slip of the pen would be."""
    return _slip(" ".join([w.folded for w in left]), " ".join([w.folded for w in right]))


@lru_cache(maxsize=20_000)
def _slip(x: str, y: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return x[:1] == y[:1] and Levenshtein.distance(x, y) <= 1 + (len(x) > 7) and len(x) > 4


def _initials(folded: Sequence[str]) -> str:
    """`New York Stock Exchange` → `nyse`; a single word gives nothing."""
    parts = [p for w in folded for p in w.split()]
    return "".join(p[0] for p in parts) if len(parts) > 1 else ""


def spelt_alike(left: Sequence[Word], right: Sequence[Word]) -> bool:
    here, there = (tuple([w.folded.replace("'", "") for w in side]) for side in (left, right))
    return _one_spelling(here, there)


def _plainly(word: str) -> str:
    """In American spelling, forms of the word too: `armoured` as `armored`."""
    return root(word.replace("our", "or") if len(word) > 5 else word)


@lru_cache(maxsize=20_000)
def _one_spelling(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names, as folded words, may be two spellings of one."""
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
    return fuzz.ratio(x, y) >= 80 and JaroWinkler.similarity(x, y) >= 0.92
