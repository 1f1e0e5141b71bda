"""Qualifiers that exclude each other."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.named.qualifiers import qualifier_clashes, qualifier_disputes
from tui.analysis.sentences.themes import weights

JUDGE = "A federal judge in Averton blocked the voting law on Tuesday."


@pytest.mark.parametrize(
    ("b", "differ"),
    [
        ("A state judge in Averton blocked the voting law on Tuesday.", True),
        ("A judge in Averton blocked the voting law on Tuesday.", False),
        ("A federal judge blocked the state law on voting in Averton.", False),
    ],
)
def test_one_noun_cannot_bear_both(b: str, differ: bool) -> None:
    assert bool(list(qualifier_clashes(sentence(JUDGE), sentence(b, article="B", n=1)))) is differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "Four lawyers left the Averton court by a back door.",
            "The side door of the court.",
            True,
        ),
        (
            "Four lawyers left the Averton court by a back door.",
            "The side gate of the court.",
            False,
        ),
        (
            "Four lawyers left the Averton court by a back door, not the side door.",
            "The side door of the court.",
            False,
        ),
    ],
)
def test_one_noun_cannot_bear_both_wherever_it_is_told(a: str, b: str, differ: bool) -> None:
    behind = b.removesuffix(".") + " in Averton let the four lawyers out into the rain."
    told = [sentence(a), sentence(behind, article="B", n=1)]
    assert bool(list(qualifier_disputes(told, weights(told)))) is differ
