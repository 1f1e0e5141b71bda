"""Where a way to say something stands among the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.words.sentence import Word

GAP = 5
"""Words that `..` may leave out."""

Form = tuple[str, ...]
"""Words as written or their lemmas, in a row; `..` leaves out a few."""


def stands_at(words: Sequence[Word], at: int, parts: Form) -> int:
    """Where the form ends whose first word is that at `at`; 0 where it does not stand there."""
    gap = 0
    for part in parts:
        if part == "..":
            gap = GAP
            continue
        ahead = range(at, min(len(words), at + gap + 1))
        found = next((n for n in ahead if part in (words[n].folded, words[n].lemma)), -1)
        if found < 0:
            return 0
        at, gap = found + 1, 0
    return at
