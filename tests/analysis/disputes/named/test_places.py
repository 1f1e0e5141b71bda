"""One thing at two places of one kind."""

from __future__ import annotations

import pytest

from tests.analysis.made import articles
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.named.places import place_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights


def _found(*texts: str) -> list[Dispute]:
    told = articles(*texts)
    return list(place_disputes(told, cast_of(told), weights(told)))


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "The wounded driver was taken to Saint Ann Hospital in a taxi.",
            "The wounded driver was brought by taxi to Mercy Hospital.",
            True,
        ),
        (
            "The wounded driver was taken to Saint Ann Hospital in a taxi.",
            "The wounded driver came by taxi to the hospital of Saint Ann.",
            False,
        ),
        (
            "The wounded driver was taken to Saint Ann Hospital in a taxi.",
            "The mayor opened a ward at Mercy Hospital.",
            False,
        ),
        (
            "The train with the nurses crashed near the village of Tarn.",
            "The train with the nurses crashed near the village of Pell.",
            True,
        ),
        (
            "The train with the nurses crashed in eastern Norland.",
            "The train with the nurses crashed in western Norland.",
            True,
        ),
        (
            "The train with the nurses crashed in eastern Norland.",
            "The train with the nurses crashed in southeastern Norland.",
            False,
        ),
        (
            "The minister of trade met the nurses in Paris.",
            "The minister of trade met the nurses in Madrid.",
            False,
        ),
        (
            "The bus with the nurses crashed in Madrid.",
            "The bus with the nurses crashed in Barcelona.",
            True,
        ),
    ],
)
def test_one_thing_happens_at_one_place(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_an_article_that_knows_both_places_tells_of_two_things() -> None:
    assert not _found(
        "The wounded driver came to Saint Ann Hospital. / Others were taken to Mercy Hospital.",
        "The wounded driver was taken to Mercy Hospital.",
    )
