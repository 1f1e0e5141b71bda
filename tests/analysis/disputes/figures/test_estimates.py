"""Two counts of one thing inside one report."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.figures.estimates import estimate_disputes
from tui.analysis.disputes.figures.figure_table import figure_table
from tui.analysis.sentences.themes import weights


def _questions(text: str) -> list[str]:
    """Of one article; its sentences are parted by ` / `."""
    told = [sentence(part, n=n) for n, part in enumerate(text.split(" / "))]
    return [d.question for d in estimate_disputes(figure_table(told, weights(told), {}))]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "At least 400 people were detained, he says; the minister put the number at 200.",
            "at least 400 people or 200",
        ),
        (
            "The ministry said 97 people had been killed. / Officials gave a figure of 96.",
            "97 people or 96",
        ),
        (
            "Six sailors were hurt, the navy said; the harbour police speaks of only three.",
            "six sailors or three",
        ),
        (
            "Renn freed 24 prisoners. / It rained. / Its mayor put the number of prisoners at 26.",
            "24 prisoners or 26",
        ),
    ],
)
def test_a_count_put_against_another_is_told(text: str, pair: str) -> None:
    assert _questions(text) == [f"Which count is right: {pair}?"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 200 people marched. / The police put the number at 200.",
        "Six sailors were hurt. / The navy sent two ships. / Rain fell. / It spoke of three.",
        "Renn freed 24 prisoners. / Its mayor put the number of guards at 26.",
        "The ministry said 97 people had been killed. / It put the number of injured at 12.",
        "He put the price at 12 crowns after 40 people had asked.",
    ],
    ids=["agrees", "late", "other thing", "other fate", "price"],
)
def test_another_thing_and_the_same_count_are_no_dispute(text: str) -> None:
    assert not _questions(text)
