"""Sentences cut roughly into clauses, at punctuation and at words that open one.

The clauses of `events` are cut elsewhere, by other words: they decide which day
belongs to which event. Those of `disputes.wording.clause_parts` have subject and verb, to ask a
question with. These decide which part of a sentence is shown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from tui.analysis.sentences.layout import dateline_end
from tui.analysis.words.sentence import Sentence, Word, once
from tui.model.span import Span

_OPENERS = frozenset(
    "that which who whom whose while although though because since after before when where as if "
    "but until unless whether so amid despite following ahead during saying adding including "
    "calling according".split()
)
_BREAKS = frozenset(",;:—–…")
_LINKS = frozenset(
    "and or but nor that so as while whereas although though because where when if".split()
)
"""Words that a clause does not need in front when it stands alone."""
_LEANING = frozenset("ahead following amid despite during including saying adding calling".split())
"""A clause that begins so belongs to the clause in front of it."""
_LOOSE = frozenset(
    "and or but nor that which who so as while because the a an of to in on at by for "
    "with from".split()
)
"""Words that no clause ends with."""
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ('"', '"'))
FEWEST = 4
"""Content words of a clause; a shorter one goes with the clause before it."""


@once
def clause_numbers(sentence: Sentence) -> tuple[int, ...]:
    """The number of its clause, from 0, for each word of the sentence."""
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
    return tuple(numbers)


def run(sentence: Sentence, first: int, last: int) -> Span:
    """The span of clauses `first` to `last` in the article, with clean edges.

    The dateline and link words at the edges are left out; quotations are kept whole, and the clause
    before is added where the first needs it (`ahead of the summit`). All clauses give the whole
    sentence with its full stop.
    """
    words, numbers = sentence.words, clause_numbers(sentence)
    while first and words[bisect_left(numbers, first)].folded in _LEANING:
        first -= 1
    start = sentence.span.start + dateline_end(sentence.text)
    told = words[bisect_left(numbers, first) : bisect_right(numbers, last)]
    inside = [w for w in told if w.span.start >= start]
    if not inside:
        return sentence.span
    if first == 0 and last >= numbers[-1]:
        return Span(_with_mark(sentence, inside[0].span.start, start), sentence.span.end)
    inside = _trimmed(inside)
    start = _with_mark(sentence, inside[0].span.start, start)
    return _balanced(sentence, start, inside[-1].span.end)


def _trimmed(words: list[Word]) -> list[Word]:
    first, last = 0, len(words)
    while first < last - 1 and words[first].folded in _LINKS:
        first += 1
    while last - 1 > first and words[last - 1].folded in _LOOSE:
        last -= 1
    return words[first:last]


def _with_mark(sentence: Sentence, start: int, least: int) -> int:
    """`start`, or the place of the quotation mark, bracket or currency sign right in front of
    it.
    """
    base = sentence.span.start
    while start > least and sentence.text[start - base - 1] in '"“‘([$£€':
        start -= 1
    return start


def _balanced(sentence: Sentence, start: int, end: int) -> Span:
    """The span widened so that brackets and quotation marks in it come in pairs."""
    text, base = sentence.text, sentence.span.start
    words = text[start - base : end - base]
    for opener, closer in _PAIRS:
        opened, closed = words.count(opener), words.count(closer)
        if (opened % 2 == 1) if opener == closer else opened > closed:
            before = text[: start - base].count(opener) if opener == closer else 0
            at = (
                text.rfind(opener, 0, start - base) if before % 2 else text.find(closer, end - base)
            )
            if before % 2:
                start = at + base
            elif at >= 0:
                end = at + base + 1
        elif closed > opened:
            at = text.rfind(opener, 0, start - base)
            start = at + base if at >= 0 else start
    return Span(start, end)
