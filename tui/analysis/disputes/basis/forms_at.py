"""The forms of a shipped list: read, sorted, and found among the words of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from tui.analysis.words.sentence import Word

GAP = 5
"""Most words that `..` leaves out."""

Form = tuple[str, ...]
"""Words as written or their lemmas, one after the other; `..` leaves out a few."""

Told = TypeVar("Told", bound=tuple[Any, ...])
"""A form, then what the list says of it."""


def form(written: str) -> Form:
    """A form as the lists write it: its words are parted by spaces or hyphens."""
    return tuple(written.replace("-", " ").split())


def longest_first(forms: Mapping[str, Sequence[Told]]) -> dict[str, tuple[Told, ...]]:
    """`forms`, which are listed by one of their words, with the longest of each word first."""
    return {w: tuple(sorted(told, key=lambda t: (-len(t[0]), t))) for w, told in forms.items()}


def stands_at(words: Sequence[Word], at: int, parts: Form) -> int:
    """The position behind the form `parts` that begins at word `at`; 0 where it does not stand
    there.
    """
    first = words[at]
    if parts[0] not in (first.folded, first.lemma):
        return 0
    at, gap = at + 1, 0
    for part in parts[1:]:
        if part == "..":
            gap = GAP
            continue
        for n in range(at, min(len(words), at + gap + 1)):
            if part in (words[n].folded, words[n].lemma):
                at, gap = n + 1, 0
                break
        else:
            return 0
    return at


def apart(words: Sequence[Word]) -> Sequence[Word]:
    """The words with every phrasal verb, which is one word, as two; names stay whole."""
    if not any(" " in w.text for w in words):
        return words
    found: list[Word] = []
    for word in words:
        parts = word.text.split(" ") if word.text[:1].islower() else [word.text]
        if len(parts) == 1:
            found.append(word)
        for n, part in enumerate(parts if len(parts) > 1 else ()):
            found.append(word._replace(folded=part.lower(), lemma="" if n else word.lemma))
    return found
