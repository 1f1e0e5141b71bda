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
    "number": "What is the number in “{}”?",
    "date": "Which day is it in “{}”?",
    "place": "Which place is it in “{}”?",
    "name": "Who is it in “{}”?",
    "actor": "Who did it: “{}”?",
    "negation": "Is it so or not: “{}”?",
    "antonym": "Which of two opposites is it in “{}”?",
    "sequence": "Which came first in “{}”?",
    "list": "What belongs in the list “{}”?",
    "attribution": "Who says so: “{}”?",
    "wording": "What is it called in “{}”?",
}


def question(kind: str, text: str, words: str) -> str:
    """What a person would ask: the sentence with a gap where the two differ."""
    ask = _ASKED.get(kind, "Which is right in “{}”?")
    at = text.find(words)
    if at < 0 or not words:
        return ask.format(short(text, 70))
    left, right = text[:at].split(), text[at + len(words) :].split()
    gap = " ".join([*left[-6:], "…", *right[:6]])
    return ask.format(gap.replace("“", "").replace("”", "").replace('"', "").strip(" .,;:"))
