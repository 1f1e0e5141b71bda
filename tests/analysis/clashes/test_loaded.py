"""One act under two names."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.clashes.loaded import loaded
from tui.analysis.sentences.slot_reading import reading


def test_a_loaded_word_that_is_denied_takes_no_side() -> None:
    a = reading(sentence("The office did not disclose the result."))
    b = reading(sentence("The office published the result.", article="B", n=1))
    assert not list(loaded(a, b))
