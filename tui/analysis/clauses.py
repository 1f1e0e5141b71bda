"""Sentences cut into clauses, roughly: at punctuation and at words that open one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.sentence import Sentence
from tui.model.span import Span

_OPENERS = frozenset(
    "that which who whom whose while although though because since after before when where as if "
    "but until unless whether so amid despite following ahead during saying adding including "
    "calling according".split()
)
_BREAKS = frozenset(",;:—–…")
_LINKS = frozenset("and or but nor that which who so as".split())
_CLOSERS = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"'}
FEWEST = 4
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


def run(sentence: Sentence, first: int, last: int) -> Span:
    """Where clauses `first` to `last` stand, without a link word in front.

    The whole sentence, with its last stop, when they are all of it.
    """
    numbers = clause_numbers(sentence)
    inside = [w for w, n in zip(sentence.words, numbers, strict=True) if first <= n <= last]
    if not inside or (first == 0 and last >= numbers[-1]):
        return sentence.span
    while len(inside) > 1 and inside[0].folded in _LINKS:
        inside = inside[1:]
    start, end = inside[0].span.start, inside[-1].span.end
    return _balanced(sentence, start, end)


def _balanced(sentence: Sentence, start: int, end: int) -> Span:
    """With the bracket or quotation mark that closes what opened inside."""
    text, base = sentence.text, sentence.span.start
    words = text[start - base : end - base]
    after = text[end - base : end - base + 3]
    for at, sign in enumerate(after):
        if sign in _CLOSERS and _open(words, sign):
            return Span(start, end + at + 1)
        if sign not in ".,!?":
            break
    return Span(start, end)


def _open(words: str, closer: str) -> bool:
    if closer == '"':
        return words.count('"') % 2 == 1
    return words.count(_CLOSERS[closer]) > words.count(closer)
