"""Days, years and hours that two sentences do not share."""

from __future__ import annotations

import pytest

from tests.analysis.pairs import read
from tui.analysis.compared.differing_times import clashing


def _clashes(a: str, b: str) -> set[tuple[str, str]]:
    return {(one.shown, other.shown) for one, other, _ in clashing(read(a), read(b))}


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("The dam was opened in 1931.", "Built in 1948, the dam leaks.", ("1931", "1948")),
        ("They left before dawn.", "They left at midday.", ("before dawn", "midday")),
        ("It docked at 3 a.m. in Perth.", "It docked in the evening.", ("3 a.m.", "evening")),
        ("Her 2009 memoir sold well.", "The memoir came out in 1987.", ("2009", "1987")),
        ("The vote is on Monday.", "On Friday they vote.", ("Monday", "Friday")),
    ],
)
def test_a_moment_of_which_the_other_names_only_others_clashes(
    a: str, b: str, shown: tuple[str, str]
) -> None:
    assert shown in _clashes(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It closed in 2019.", "It closed on a Monday."),
        ("It opened in 2016.", "Begun in 2015, it opened on 2 September 2016."),
        ("The 2009 accord ended in 2015.", "The accord ended in 2015."),
        ("They met on Monday and on Friday.", "They met on Friday."),
        ("It began at 7 a.m. sharp.", "It began in the morning."),
        ("The quake came around midnight.", "The quake came at night."),
        ("Founded in 1990, it closed in 2019.", "It closed in 2019."),
    ],
)
def test_moments_that_may_be_one_do_not_clash(a: str, b: str) -> None:
    assert not _clashes(a, b)
