"""Picks the word that stands for a name: `Kim Jong Un` counts as `kim`.

Otherwise a full name would weigh as much as three facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.analysis.words.sentence import Sentence, Word

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)

Place = tuple[int, int]
"""Sentence number, position among its words."""


def heads(sentences: Sequence[Sentence]) -> dict[Place, str]:
    """For each word of a name: the lemma it counts as, or "" where another word stands for it.

    Words that are no part of a name are absent. The word of a name that is most
    often used alone in the story is its head, else the last one.
    """
    common = {w.folded for s in sentences for w in s.words if w.text[0].islower()}
    runs = [(s, run) for s in sentences for run in _runs(s, common)]
    alone = Counter(s.words[run[0]].lemma for s, run in runs if len(run) == 1)
    found: dict[Place, str] = {}
    for sentence, run in runs:
        head = max(run, key=lambda at: (alone[sentence.words[at].lemma], at))
        for at in run:
            found[sentence.number, at] = sentence.words[at].lemma if at == head else ""
    return found


def _runs(sentence: Sentence, common: set[str]) -> Iterator[list[int]]:
    """Positions of neighbouring capitalised words; a name the lists know stands alone."""
    run: list[int] = []
    for at, word in enumerate(sentence.words):
        if not _may_name(word, common):
            if run:
                yield run
            run = []
            continue
        known = " " in word.lemma or word.lemma != word.folded
        if run and (known or not _adjacent(sentence, run[-1], at)):
            yield run
            run = []
        run.append(at)
        if known:
            yield run
            run = []
    if run:
        yield run


def _may_name(word: Word, common: set[str]) -> bool:
    return (
        word.content
        and word.text[0].isupper()
        and word.folded not in common
        and word.folded not in _CALENDAR
    )


def _adjacent(sentence: Sentence, one: int, two: int) -> bool:
    if two != one + 1:
        return False
    between = sentence.words[two].span.start - sentence.words[one].span.end
    return between == 1
