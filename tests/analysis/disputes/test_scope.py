"""Qualifiers that exclude each other."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.scope import scope_clashes

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
    assert bool(list(scope_clashes(sentence(JUDGE), sentence(b, article="B", n=1)))) is differ
