"""Datelines, quotations and the text at a place."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.sentences.layout import dateline_end, quoted, text_at
from tui.model.span import Span


def test_a_place_inside_double_marks_is_quoted() -> None:
    one = sentence("He said “it is over” and left.")
    assert quoted(one, one.text.index("over"))
    assert not quoted(one, one.text.index("left"))


def test_the_text_at_a_span_counts_from_the_article() -> None:
    one = sentence("He left.")
    assert text_at(one, Span(3, 7)) == "left"


def test_a_dateline_ends_behind_its_dash() -> None:
    text = "Moscow (AFP) July 13, 2025 - Talks began."
    assert text[dateline_end(text) :] == "Talks began."
    assert dateline_end("Talks (AFP) began in Moscow.") == 0
