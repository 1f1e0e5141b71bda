"""Words that news uses for one thing, so that a reworded claim still counts as the same."""

from __future__ import annotations

from functools import cache

from tui.analysis.words.lexicon import lines
from tui.analysis.words.sentence import Word


@cache
def same_words() -> dict[str, str]:
    """Lemma → the lemma that stands for all that mean the same."""
    found: dict[str, str] = {}
    for line in lines("same_words.txt"):
        first, _, rest = line.partition(":")
        for word in (first, *rest.split(",")):
            found.setdefault(word.strip(), first.strip())
    return found


def meaning(word: Word) -> str:
    """What the word is compared by."""
    return same_words().get(word.lemma, word.lemma)
