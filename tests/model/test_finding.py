"""The vocabulary of findings."""

from __future__ import annotations

from tui.model.finding import Kind


def test_every_kind_has_words_of_its_own() -> None:
    assert len({kind.words for kind in Kind}) == len(Kind)
