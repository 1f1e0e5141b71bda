"""Who tells a claim."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentences
from tui.analysis.disputes.alike.tellers import two_tellers
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.sentences.cast import cast_of


def _found(*texts: str) -> list[Dispute]:
    a, b = sentences(*texts)
    return list(two_tellers(a, b, cast_of((a, b))))


def test_one_announcement_of_two_bodies_is_told_with_both() -> None:
    (one,) = _found(
        "The premier will visit Ostia in October, the White House announced on Monday.",
        "The premier will visit Ostia in October, the Ostian Trade Ministry revealed on Monday.",
    )
    assert [a.shown for a in one.answers] == ["White House", "Ostian Trade Ministry"]


@pytest.mark.parametrize(
    "other",
    [
        "The premier will visit Ostia in October, the Associated Press reported on Monday.",
        "The premier will not visit Ostia in October, the Trade Ministry announced on Monday.",
        "“I will visit Ostia in October,” the Trade Ministry quoted the premier as saying.",
    ],
)
def test_a_reporter_a_denial_and_a_quotation_are_no_second_source(other: str) -> None:
    assert not _found(
        "The premier will visit Ostia in October, the White House announced on Monday.", other
    )
