"""Deeds that one does alone, told of two doers."""

from __future__ import annotations

import pytest

from tests.analysis.made import articles
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.deeds.sole_deeds import sole_deed_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights


def _found(*texts: str) -> list[Dispute]:
    told = articles(*texts)
    return list(sole_deed_disputes(told, cast_of(told), weights(told)))


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "Senator Mara Quill presided over the vote on the harbour bill.",
            "Senator Odo Brandt read the result of the harbour vote from the chair.",
            True,
        ),
        (
            "Mara Quill, who had come late, presided over the harbour vote.",
            "The harbour vote, in which Mara Quill was in the chair, took an hour.",
            False,
        ),
        (
            "The swap of spies was mediated by Norway.",
            "Qatar, which has an embassy in both, brokered the swap of spies.",
            True,
        ),
        (
            "The swap of spies was mediated by Norway.",
            "Qatar did not mediate the swap of spies.",
            False,
        ),
        (
            "Chad closed the Tiber border crossing until May.",
            "The Tiber border crossing has been closed by the Sudanese side.",
            True,
        ),
        (
            "Chad closed the Tiber border crossing until May.",
            "Sudan closed the schools of the capital.",
            False,
        ),
        (
            "Mara Quill fired first in the harbour, guards said.",
            "“Odo Brandt fired first in the harbour,” the guards said.",
            False,
        ),
    ],
)
def test_a_sole_deed_has_one_doer(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_he_is_the_one_person_of_the_sentence_before() -> None:
    assert _found(
        "Mara Quill came to the harbour. / In the end she took the chair for the harbour vote.",
        "Senator Odo Brandt read the result of the harbour vote from the chair.",
    )


def test_an_article_that_knows_of_both_doers_tells_of_two_deeds() -> None:
    assert not _found(
        "Mara Quill presided over the harbour vote. / Odo Brandt presided over the second one.",
        "Senator Odo Brandt read the result of the harbour vote from the chair.",
    )


def test_the_question_tells_what_was_done() -> None:
    (one,) = _found(
        "Chad closed the Tiber border crossing, officials said.",
        "Sudan closed the Tiber border crossing in a huff.",
    )
    assert one.question == "Who closed the Tiber border crossing: Chad or Sudan?"
