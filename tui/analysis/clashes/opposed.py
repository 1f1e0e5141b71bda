"""Antonyms: a word in one sentence and its opposite in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.analysis.clashes.modality import forecast, lead_text
from tui.analysis.sentences.slot_reading import (
    Discord,
    Reading,
    around,
    denied_words,
    kinship,
    sides,
)
from tui.analysis.words.sentence import Word, once
from tui.model.finding import Kind, Severity


def opposed(a: Reading, b: Reading) -> Iterator[Discord]:
    """A word in `a` and its antonym in `b`, neither of which the other sentence has.

    `before` and `after` give the kind SEQUENCE, all others ANTONYM.
    """
    if _against(a).isdisjoint(_poles(b)):
        return
    denied_a, denied_b = denied_words(a), denied_words(b)
    for word, key, against in a.poles:
        if not word.content and word.lemma not in ("before", "after"):
            continue  # `more than` and `at least` are no opposites
        if key in b.keys or _result(a, word):
            continue
        for other, other_key, _ in b.poles:
            if other_key in a.keys or not (other.lemma in against or other_key in against):
                continue
            if _result(b, other):
                continue
            if (word.span in denied_a) != (other.span in denied_b):
                continue
            if forecast(a, word.span.start) != forecast(b, other.span.start):
                continue
            if _earlier(a, word) != _earlier(b, other):
                continue
            kin = kinship(around(a, word.span), around(b, other.span))
            near = kinship(around(a, word.span, 2), around(b, other.span, 2))
            order = word.lemma in ("before", "after")
            if order and _turned_about(a, word, b, other):
                continue
            yield Discord(
                Kind.SEQUENCE if order else Kind.ANTONYM, Severity.CONFLICT, word.span, other.span,
                word.lemma, other.lemma, word.text, other.text, 0.3 + 0.35 * kin + 0.3 * near,
                "the two events are told in the opposite order" if order
                else f"“{word.text}” and “{other.text}” are opposites",
                len(around(a, word.span, 6) & around(b, other.span, 6)),
            )  # fmt: skip


@once
def _poles(reading: Reading) -> frozenset[str]:
    """Lemmas and meanings of the words that have antonyms."""
    return frozenset(form for word, key, _ in reading.poles for form in (word.lemma, key))


@once
def _against(reading: Reading) -> frozenset[str]:
    """All their antonyms."""
    return frozenset(other for _, _, others in reading.poles for other in others)


def _result(reading: Reading, word: Word) -> bool:
    """Whether `leaving` gives a result, as in `, leaving six of them`, and not a departure."""
    return word.folded == "leaving" and lead_text(reading, word.span.start).endswith(", ")


_HAD = re.compile(r"\bhad\s(?:[a-z]+ly\s|always\s|long\s)?$", re.I)


def _earlier(reading: Reading, word: Word) -> bool:
    """Whether it was so before what the sentence tells: `had denied`."""
    return _HAD.search(lead_text(reading, word.span.start)) is not None


SIDE = 5
"""Words on either side of `before` and `after` that tell what happened."""


def _turned_about(a: Reading, x: Word, b: Reading, y: Word) -> bool:
    """Whether one order is told from its two ends: `sank before dawn broke`, `dawn broke after it
    sank`.
    """
    (front_a, behind_a), (front_b, behind_b) = sides(a, x, SIDE), sides(b, y, SIDE)
    crossed = len(front_a & behind_b) + len(behind_a & front_b)
    return crossed > len(front_a & front_b) + len(behind_a & behind_b)
