"""One deed told of two doers."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentences
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.deeds.doers import doer_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights


def _found(*texts: str) -> list[Dispute]:
    told = sentences(*texts)
    return list(doer_disputes(told, cast_of(told), weights(told)))


def test_the_question_asks_for_the_doer_and_names_the_deed() -> None:
    (one,) = _found(
        "Deputy minister Pavel Orlo leaked the harbour memo to two newspapers.",
        "Justice minister Ana Brandt leaked the harbour memo to a friend.",
    )
    assert one.question == "Who leaked the harbour memo: Pavel Orlo or Ana Brandt?"


@pytest.mark.parametrize(
    "other",
    [
        "Justice minister Ana Brandt leaked the names of spies.",
        "Justice minister Ana Brandt did not leak the harbour memo.",
        "The harbour memo was leaked by Pavel Orlo, Ana Brandt said.",
        "“Ana Brandt leaked the harbour memo,” a poster said.",
    ],
)
def test_another_thing_a_denial_and_a_quotation_are_no_second_doer(other: str) -> None:
    assert not _found("Deputy minister Pavel Orlo leaked the harbour memo to newspapers.", other)
