"""Plans alive here and dead there."""

from __future__ import annotations

from tests.analysis.made import sentences
from tui.analysis.disputes.status import status_disputes


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
