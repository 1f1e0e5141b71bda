"""The numbers of two sentences paired off."""

from __future__ import annotations

import pytest

from tests.analysis.pairs import read
from tui.analysis.compared.paired_numbers import agreed, numbers_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("At least 12 died.", "Fourteen died."),
        ("About a dozen houses burned.", "Twelve houses burned."),
        ("It rose half a point.", "It rose 0.5 points."),
        ("It grew by a third.", "It grew by 33 percent."),
        ("The vote was 97-1.", "The vote was 97 to 1."),
        ("It lasted three decades.", "It lasted 30 years."),
        ("The altar weighs 270 kilograms.", "The 600-pound altar came back."),
        ("They seized three tonnes of it.", "They seized 3,000 kilograms of it."),
        ("It burned 10 miles away.", "It burned 16 km away."),
        ("Half of the voters agreed.", "Fifty percent of voters agreed."),
    ],
)
def test_numbers_told_in_two_ways_agree(a: str, b: str) -> None:
    assert len(agreed(read(a), read(b))) == len(numbers_of(read(a)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("At least 12 died.", "Nine died."),
        ("The altar weighs 270 kilograms.", "The 300-pound altar came back."),
        ("More than 100 came.", "More than 70 came."),
        ("The second round was his.", "The third round was his."),
    ],
)
def test_numbers_that_exclude_each_other_do_not(a: str, b: str) -> None:
    assert not agreed(read(a), read(b))
