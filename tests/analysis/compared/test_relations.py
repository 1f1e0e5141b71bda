"""Words that have taken one another's parts."""

from __future__ import annotations

import pytest

from tests.analysis.pairs import read
from tui.analysis.compared.matching import match
from tui.analysis.compared.relations import exchanges


def _exchanged(a: str, b: str) -> bool:
    x, y = read(a), read(b)
    return any(c.strength > 0.5 for c in exchanges(x, y, match(x, y)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He was born in Kent and died in Sussex.", "He was born in Sussex and died in Kent."),
        (
            "The western end closed in 1964 and the eastern end in 1971.",
            "The eastern end closed in 1964 and the western end in 1971.",
        ),
        (
            "They fled from Virginia and settled in Kentucky.",
            "They fled from Kentucky and settled in Virginia.",
        ),
    ],
)
def test_two_words_in_each_others_places_are_exchanged(a: str, b: str) -> None:
    assert _exchanged(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Norvex sued Harlan over patents.", "Harlan was sued by Norvex over patents."),
        ("On Monday the bank of Rome closed.", "The bank of Rome closed on Monday."),
        ("Iran and Oman held talks.", "Oman and Iran held talks."),
        ("Her father painted and her mother sang.", "Her mother sang and her father painted."),
    ],
)
def test_turned_voices_moved_clauses_and_lists_are_not(a: str, b: str) -> None:
    assert not _exchanged(a, b)
