"""How two words stand to each other in meaning."""

from __future__ import annotations

import pytest

from tui.analysis.words.senses import Tie, tie


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("car", "automobile", Tie.SAME),
        ("suspend", "suspension", Tie.SAME),
        ("pistol", "weapon", Tie.BROADER),
        ("dog", "cat", Tie.SISTERS),
        ("mother", "father", Tie.OPPOSITE),
        ("large", "small", Tie.OPPOSITE),
        ("remain", "stay", Tie.SAME),
        ("explosion", "blast", Tie.LIKE),
        ("fire", "pension", Tie.OTHER),
        ("xyzzy", "plugh", Tie.UNKNOWN),
    ],
)
def test_words_are_tied_as_a_dictionary_ties_them(a: str, b: str, expected: Tie) -> None:
    assert tie(a, b) is expected
    assert tie(b, a) is expected
