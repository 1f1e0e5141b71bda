"""What befell the people that a number counts."""

from __future__ import annotations

import pytest

from tui.analysis.sentences.fates import fate_near


@pytest.mark.parametrize(
    ("lemmas", "first", "fate"),
    [
        ("gunman kill 21 people and hold 100 people hostage", 2, "dead"),
        ("gunman kill 21 people and hold 100 people hostage", 6, "captive"),
        ("a crash take the life of 19 people and wound 50", 6, "dead"),
        ("a crash take the life of 19 people and wound 50", 10, "hurt"),
        ("a court gave life in prison to 19 people", 7, ""),
        ("the soldiers kill 12 hostage", 3, "dead"),
    ],
)
def test_the_nearest_fate_is_theirs(lemmas: str, first: int, fate: str) -> None:
    words = lemmas.split()
    last = min(first + 1, len(words) - 1)
    assert fate_near(words, first, last) == fate
