"""Tells text that is not English, for which there are no rules, from text that is."""

from __future__ import annotations

from collections.abc import Sequence

NOTE = "This does not seem to be English: what is found in it is little, and less to be trusted."

_SAMPLE = 2_000
"""So many characters tell."""
_FEWEST_WORDS, _FEWEST_LETTERS = 40, 30
_SHARE = 0.08
"""English prose has three to four times this share of the small words below."""
_SMALL = frozenset(
    "a and are as at be but by for from had has have he her his in is it its not of on or she "
    "that the their they this to was were which who will with would you".split()
)


def foreign(lines: Sequence[str]) -> bool:
    """Whether the lines of an article are surely not English; no for a few words."""
    sample = " ".join(lines[:_SAMPLE])[:_SAMPLE]
    if not sample.isascii():
        letters = [sign for sign in sample if sign.isalpha()]
        latin = sum(sign < "\u0250" for sign in letters)
        if len(letters) >= _FEWEST_LETTERS and latin * 2 < len(letters):
            return True
    words = sample.lower().split()
    return len(words) >= _FEWEST_WORDS and sum(w in _SMALL for w in words) < _SHARE * len(words)
