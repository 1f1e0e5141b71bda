"""Questions and reasons in the words a person would use."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 90
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})
"""Quoted words stand in double marks, so those inside them become single."""


def cited(article: str, words: str, longest: int = LONGEST) -> str:
    """`A says “met again on July 12”`: whose words, cut to a readable length."""
    return f"{article} says “{short(words, longest)}”"


def short(words: str, longest: int = LONGEST) -> str:
    """One line of at most `longest` characters, cut between words; its quotation marks single."""
    line = " ".join(words.split()).strip(' ,;:.-–—“”"').translate(_SINGLE)
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def listed(names: Sequence[str]) -> str:
    """`Smith and Jones`; `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def because(a: str, b: str, reason: str) -> str:
    """One sentence from two citations and the reason they exclude each other."""
    return f"{a}, but {b}: {reason}."
