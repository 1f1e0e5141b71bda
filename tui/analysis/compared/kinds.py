"""What a sentence says its subject is: `is a ferry`, `was an American poet and painter`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.analysis.compared.content_words import Unit
from tui.analysis.compared.matching import Match
from tui.analysis.compared.naming import is_place
from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.words.senses import Tie, tie
from tui.analysis.words.sentence import Sentence, Word

_IS = frozenset("is was are were be became remains".split())
_ARTICLES = frozenset("a an the one".split())
_ENDS = frozenset(
    "of in on at by for from with to who which that whose where when since after before "
    "as about near against under over between within inside during until into here there "
    "now then".split()
)
_DONE = ("ed", "known", "built", "made", "written", "born", "set", "found", "called")
"""Endings of what only qualifies the noun before: `a mine located in the north`."""
_AND = frozenset("and or".split())
_ONE_THING = (Tie.SAME, Tie.LIKE, Tie.NEAR, Tie.BROADER)


def other_kind(a: Reading, b: Reading, match: Match) -> tuple[Word, Word] | None:
    """The two nouns by which `a` and `b` say what the same subject is, if they exclude each other.

    None where they need not: a writer may be a poet, and a painter besides.
    """
    here, there = _said(a, match.a, match.mates), _said(b, match.b, match.back)
    here, there = ([w for w in told if not is_place(w.folded)] for told in (here, there))
    few, many = sorted((here, there), key=len)
    if not few or any(tie(x.lemma, y.lemma) in _ONE_THING for x in few for y in many):
        return None
    return here[0], there[0]


def _said(reading: Reading, units: Sequence[Unit], mates: Collection[int]) -> list[Word]:
    """The nouns behind the first `is a`, if the other sentence has the subject too."""
    words = reading.sentence.words
    held = {units[n].at for n in mates}
    for n, word in enumerate(words[:-2]):
        if word.folded not in _IS:
            continue
        start = n + 1 + (words[n + 1].folded in ("also", "only"))
        if words[start].folded in _ARTICLES:
            subject = any(at in held for at in range(n))
            return _heads(reading.sentence, words[start + 1 :]) if subject else []
    return []


def _heads(sentence: Sentence, words: Sequence[Word]) -> list[Word]:
    """The last noun of each item in `words` up to the end of the list: `poet and painter`."""
    found: list[Word] = []
    last: Word | None = None
    for word in words:
        gap = sentence.between(last.span, word.span) if last else ""
        behind = last is not None and word.folded.endswith(_DONE)
        if behind or word.folded in _ENDS or any(c in gap for c in "();:."):
            break
        if "," in gap and word.text[:1].isupper():
            break
        if last and ("," in gap or word.folded in _AND):
            found.append(last)
        if word.folded not in _AND:
            last = word
    return [*found, last] if last and last not in found else found
