"""How long one event lasted."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.figures.durations import duration_disputes
from tui.analysis.sentences.themes import weights


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The speech lasted about 20 minutes.", "The hour-long speech was dull.", True),
        ("The speech lasted 100 minutes.", "The two-hour speech was dull.", False),
        ("The siege lasted three days.", "The speech lasted three hours.", False),
        (
            "At the meeting, which lasted three hours, they agreed.",
            "The meeting took an hour.",
            True,
        ),
        ("After three hours of talks they agreed.", "The talks lasted an hour.", True),
        ("After three hours of talks they agreed.", "The talks lasted three hours.", False),
        ("The speech ended two hours ago.", "The half-hour speech was dull.", False),
    ],
)
def test_only_lengths_of_one_event_that_no_rounding_explains_differ(
    a: str, b: str, differ: bool
) -> None:
    told = [sentence(a), sentence(b, article="B", n=1)]
    assert bool(list(duration_disputes(told, weights(told), {}))) is differ
