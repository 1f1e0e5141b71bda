"""Which numbers of two sentences measure one thing."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.clashes.measures import numbers
from tui.analysis.sentences.slot_reading import reading


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("He ended it three days later.", "He ended it eight days later.", True),
        ("He ended it three days later.", "He ended it eight days ago.", False),
        ("He ended it three days before.", "He ended it eight days after.", False),
        ("He ended it three days ago.", "He ended it eight days ago.", True),
    ],
)
def test_days_counted_on_and_days_counted_back_are_two_measures(
    a: str, b: str, differ: bool
) -> None:
    one, other = reading(sentence(a)), reading(sentence(b, article="B", n=1))
    assert bool(list(numbers(one, other))) is differ
