"""Word choice: one act under two names, of which one judges it or goes farther."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.analysis.clashes.modality import forecast, lead_text
from tui.analysis.sentences.slot_reading import (
    Discord,
    Reading,
    around,
    denied_words,
    kinship,
    sides,
)
from tui.analysis.words.sentence import Word
from tui.model.finding import Kind, Severity

NEAR = 3
"""Words on either side of a word that tell what it is about."""
SAID = 6
"""Words behind a verb of saying that tell what was said."""
_Named = Sequence[tuple[Word, frozenset[str]]]
"""Words of a sentence, each with the other words for the same act."""


def loaded(a: Reading, b: Reading) -> Iterator[Discord]:
    """One act under two names, at least one of which takes sides."""
    here, there = _figurative(a), _figurative(b)
    for word, other in _renamed(a, here, b, there):
        if "say" not in (word.lemma, other.lemma) or _same_said(a, word, b, other):
            yield _two_names(a, word, b, other, "judge the same thing differently")


_INTO = re.compile(r"\s(?:into|through|shut)\b")
"""Behind a verb that is meant literally: `slammed into a wall`."""


def _figurative(reading: Reading) -> _Named:
    """The loaded words of the sentence without those that are meant literally."""
    text, base = reading.sentence.text, reading.sentence.span.start
    return [n for n in reading.loaded if not _INTO.match(text, n[0].span.end - base)]


def graded(a: Reading, b: Reading) -> Iterator[Discord]:
    """One act under two names of different degree: `lifted`, `eased`."""
    for word, other in _renamed(a, a.graded, b, b.graded):
        yield _two_names(a, word, b, other, "go unequally far")


def _renamed(a: Reading, here: _Named, b: Reading, there: _Named) -> Iterator[tuple[Word, Word]]:
    """Pairs of words for one act with the same object.

    Neither word stands in the other sentence, neither is denied, and both or none are under a
    modal.
    """
    denied_a, denied_b = denied_words(a), denied_words(b)
    for word, others in here:
        if others.isdisjoint(b.lemmas) or word.lemma in b.lemmas or word.span in denied_a:
            continue
        for other, _ in there:
            if other.lemma not in others or other.lemma in a.lemmas or other.span in denied_b:
                continue
            foretold = forecast(a, word.span.start) != forecast(b, other.span.start)
            if not foretold and _one_object(a, word, b, other):
                yield word, other


def _two_names(a: Reading, word: Word, b: Reading, other: Word, why: str) -> Discord:
    kin = kinship(around(a, word.span), around(b, other.span))
    near = kinship(around(a, word.span, 3), around(b, other.span, 3))
    return Discord(
        Kind.WORDING, Severity.DIFFERS, word.span, other.span, word.lemma, other.lemma,
        word.text, other.text, 0.25 + 0.35 * kin + 0.35 * near,
        f"“{word.text}” and “{other.text}” {why}",
        len(around(a, word.span, 6) & around(b, other.span, 6)),
    )  # fmt: skip


def _same_said(a: Reading, x: Word, b: Reading, y: Word) -> bool:
    """Whether the same content follows both words, and the same stands in front of both."""
    behind = sides(a, x, SAID)[1] & sides(b, y, SAID)[1]
    return bool(behind) and bool(sides(a, x, NEAR)[0] & sides(b, y, NEAR)[0])


_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s(?:\w+\s)?$")


def _one_object(a: Reading, x: Word, b: Reading, y: Word) -> bool:
    """Whether both words share a neighbour in front, behind, or across a passive."""
    (front_a, behind_a), (front_b, behind_b) = sides(a, x, NEAR), sides(b, y, NEAR)
    if behind_a & behind_b:
        return True
    if _of_next(a, x) and _of_next(b, y):
        return False  # `second summit`, `only willing`: what they belong to is behind them
    if front_a & front_b:
        return True
    passive = [_PASSIVE.search(lead_text(r, w.span.start)) is not None for r, w in ((a, x), (b, y))]
    return bool((passive[0] and front_a & behind_b) or (passive[1] and front_b & behind_a))


def _of_next(reading: Reading, word: Word) -> bool:
    """Whether the word is no form of a verb and a content word follows."""
    words = reading.sentence.words
    at = next(n for n, w in enumerate(words) if w.span == word.span)
    return word.folded == word.lemma and at + 1 < len(words) and words[at + 1].content
