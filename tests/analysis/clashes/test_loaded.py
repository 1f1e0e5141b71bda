"""One act under two names."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.clashes.loaded import loaded
from tui.analysis.sentences.slot_reading import reading


def test_a_loaded_word_that_is_denied_takes_no_side() -> None:
    a = reading(sentence("The office did not disclose the result."))
    b = reading(sentence("The office published the result.", article="B", n=1))
    assert not list(loaded(a, b))


def test_a_loaded_word_that_is_meant_literally_takes_no_side() -> None:
    a = reading(sentence("Rockets slammed into the base on Monday."))
    b = reading(sentence("Rockets attacked the base on Monday.", article="B", n=1))
    assert not list(loaded(a, b))
    a = reading(sentence("The mayor slammed the plan on Monday.", n=2))
    b = reading(sentence("The mayor criticized the plan on Monday.", article="B", n=3))
    assert list(loaded(a, b))
