"""Questions and reasons in the words a person would use."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 90


def cited(article: str, words: str, longest: int = LONGEST) -> str:
    """`A “met again on July 12”`: whose words, cut to a readable length."""
    return f"{article} “{short(words, longest)}”"


def short(words: str, longest: int = LONGEST) -> str:
    """One line of at most `longest` characters, cut between words."""
    line = " ".join(words.split()).strip(' ,;:.-–—“”"')
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def listed(names: Sequence[str]) -> str:
    """`Lavrov and Wang`; `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def because(a: str, b: str, reason: str) -> str:
    """One sentence from two citations and the reason they exclude each other."""
    return f"{a}, but {b}: {reason}."


_ASKED = {
    "number": "How many",
    "date": "When",
    "place": "Where",
    "name": "Who",
    "actor": "Who",
    "negation": "Did it happen",
    "antonym": "Which is it",
}


def question(kind: str, text: str, words: str) -> str:
    """What a person would ask: the sentence with a gap where the two differ."""
    at = text.find(words)
    if at < 0 or not words:
        return f"{_ASKED.get(kind, 'Which is right')}: “{short(text, 70)}”?"
    left, right = text[:at].split(), text[at + len(words) :].split()
    gap = " ".join([*left[-6:], "…", *right[:6]]).strip(' .,;:“”"')
    return f"{_ASKED.get(kind, 'Which is right')}: “{gap}”?"
