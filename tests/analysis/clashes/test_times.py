"""Sentences that speak of two times."""

from __future__ import annotations

import pytest

from tui.analysis.clashes.times import counted_later


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Within an hour 28,000 had signed.", "Already 100,000 have signed."),
        ("A year ago 59 were fired.", "On Friday 105 were fired."),
    ],
)
def test_counts_of_two_moments_are_two_counts(first: str, later: str) -> None:
    assert counted_later(first, later)
    assert counted_later(later, first)


def test_counts_of_one_moment_are_not_told_apart() -> None:
    assert not counted_later("By hand 12 were counted.", "They counted 14.")
