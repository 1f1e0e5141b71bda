"""Bare sentences, read as the comparison of pairs reads them."""

from __future__ import annotations

from tui.analysis.sentences.slot_reading import Reading, reading
from tui.analysis.words.sentence import Sentence
from tui.analysis.words.tokens import words
from tui.model.article import Role
from tui.model.span import Span


def read(text: str) -> Reading:
    """The slots of one sentence of an article without a date."""
    span = Span(0, len(text))
    return reading(Sentence(0, "A", 1, Role.BODY, span, text, tuple(words(text, span)), None))
