"""Plans alive here and dead there."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentences
from tui.analysis.disputes.deeds.status import status_disputes


def test_what_is_on_ice_does_not_remain_open() -> None:
    told = sentences(
        "The invitation for a state visit remains open.", "The state visit is on ice, aides said."
    )
    (one,) = status_disputes(told)
    assert [a.value for a in one.answers] == ["on", "off"]
    assert "state visit" in one.question


def test_two_matters_stand_each_for_itself() -> None:
    told = sentences("The new wing is going ahead.", "The football stadium was shelved.")
    assert not list(status_disputes(told))


def test_what_is_not_dead_is_not_called_dead() -> None:
    told = sentences("The trade deal is not dead.", "The trade deal is still alive.")
    assert not list(status_disputes(told))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The mayor signed off on aid for island households.",
            "The island households' aid is pending.",
        ),
        ("The tide gauge was working all night.", "A tide gauge had been out of order since June."),
        ("The ferry crossing remained open.", "The ferry crossing was closed on Monday."),
    ],
)
def test_a_thing_stands_in_one_way(a: str, b: str) -> None:
    assert list(status_disputes(sentences(a, b)))


def test_what_stands_at_a_place_is_not_the_place() -> None:
    told = sentences("The island parks stayed open.", "Kiosks at nine island parks were shut.")
    assert not list(status_disputes(told))
