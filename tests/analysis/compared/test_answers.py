"""Two answers to a question of the lists, in two bare sentences."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.compared.answers import other_answers


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("A jury found the banker guilty of fraud.", "The banker was acquitted of fraud.", True),
        ("The banker was acquitted of fraud.", "A jury cleared the banker of fraud.", False),
        ("A plane bombed the village.", "The village was bombed by a drone.", True),
        ("A plane bombed the village.", "No drone bombed the village.", False),
        ("The judge asked whether he was dead.", "He is alive and well.", False),
    ],
)
def test_only_answers_that_are_given_exclude_each_other(a: str, b: str, differ: bool) -> None:
    assert bool(list(other_answers(sentence(a), sentence(b, article="B", n=1)))) is differ
