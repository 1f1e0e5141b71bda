"""Datelines and quotations."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.sentences.layout import dateline_end, quoted


def test_a_place_inside_double_marks_is_quoted() -> None:
    one = sentence("He said “it is over” and left.")
    assert quoted(one, one.text.index("over"))
    assert not quoted(one, one.text.index("left"))


def test_a_dateline_ends_behind_its_dash() -> None:
    text = "Moscow (AFP) July 13, 2025 - Talks began."
    assert text[dateline_end(text) :] == "Talks began."
    assert dateline_end("Talks (AFP) began in Moscow.") == 0
