"""Sentences cut into clauses, roughly: at punctuation and at words that open one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.sentence import Sentence

_OPENERS = frozenset(
    "that which who whom whose while although though because since after before when where as if "
    "but and or nor until unless whether so amid despite following ahead during saying adding "
    "including calling according".split()
)
_BREAKS = frozenset(',;:—–()[]“”"…')
FEWEST = 2
"""Content words of a clause; a shorter one goes with the clause in front of it."""


def clause_numbers(sentence: Sentence) -> Sequence[int]:
    """For each word of the sentence the number of its clause, from 0."""
    text, start = sentence.text, sentence.span.start
    numbers: list[int] = []
    clause = content = 0
    last = start
    for word in sentence.words:
        gap = text[last - start : word.span.start - start]
        opens = word.folded in _OPENERS or not _BREAKS.isdisjoint(gap) or " - " in gap
        if opens and content >= FEWEST:
            clause += 1
            content = 0
        content += word.content
        numbers.append(clause)
        last = word.span.end
    if clause and content < FEWEST:
        numbers = [min(n, clause - 1) for n in numbers]
    return numbers
