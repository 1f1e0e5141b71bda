"""One person under two names."""

from __future__ import annotations

import pytest

from tests.analysis.made import articles
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.named.misnamed import misnamed_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights


def _found(*texts: str) -> list[Dispute]:
    told = articles(*texts)
    return list(misnamed_disputes(told, cast_of(told), weights(told)))


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "Police chief Odo Brandt said the harbour was closed.",
            "The harbour stays closed, police chief Ivo Marsh said.",
            True,
        ),
        (
            "Former police chief Odo Brandt said the harbour was closed.",
            "The harbour stays closed, police chief Ivo Marsh said.",
            False,
        ),
        (
            "Police chief Odo Brandt said the harbour was closed.",
            "Police chief Ivo Marsh praised a school choir.",
            False,
        ),
        (
            "The widow, Ana Brandt, lost the boat, the house and the dog.",
            "The widow, Ruth Brandt, lost the boat, the house and the dog.",
            True,
        ),
        (
            "The widow, Kate Brandt, lost the boat, the house and the dog.",
            "The widow, Katie Brandt, lost the boat, the house and the dog.",
            False,
        ),
        (
            "Odo Mwaure of the harbour party got 31,000 votes in the election.",
            "Odo Measure of the harbour party got few votes in the election.",
            True,
        ),
        (
            "Odo Mwaure of the harbour party got 31,000 votes in the election.",
            "Odo Brandt of the harbour party got few votes in the election.",
            False,
        ),
    ],
)
def test_a_person_has_one_name(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_an_article_that_knows_both_names_tells_of_two_persons() -> None:
    assert not _found(
        "The widow, Ana Brandt, lost the boat, the house and the dog. / Ruth Brandt wept.",
        "The widow, Ruth Brandt, lost the boat, the house and the dog.",
    )


def test_a_third_article_that_knows_both_names_tells_that_they_are_two() -> None:
    assert not _found(
        "The widow, Ana Brandt, lost the boat, the house and the dog.",
        "The widow, Ruth Brandt, lost the boat, the house and the dog.",
        "Ana Brandt and Ruth Brandt wept.",
    )


def test_the_office_is_asked_for_in_the_spelling_of_the_article() -> None:
    (one,) = _found(
        "Harbourmaster Odo Brandt closed the harbour at once.",
        "Harbourmaster Ivo Marsh closed the harbour at once.",
    )
    assert one.question == "Who is the harbourmaster: Odo Brandt or Ivo Marsh?"
