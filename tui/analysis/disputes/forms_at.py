"""Finds the forms of a shipped list among the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.words.sentence import Word

GAP = 5
"""Most words that `..` leaves out."""

Form = tuple[str, ...]
"""Words as written or their lemmas, one after the other; `..` leaves out a few."""


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
