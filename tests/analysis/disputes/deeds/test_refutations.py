"""A thing denied in one article and told in another."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.deeds.refutations import refutation_disputes
from tui.analysis.sentences.themes import weights

REST = (
    "Rain fell on the hills all night.",
    "Traders at the market sold bread.",
    "The ferry company hired nine sailors.",
    "A bell rang twice before dawn.",
    "Nine boats left for the islands.",
)


def _found(a: list[str], b: list[str]) -> bool:
    told = [sentence(t, n=n) for n, t in enumerate((*REST, *a))]
    told += [sentence(t, article="B", n=len(told) + n) for n, t in enumerate(b)]
    return any(refutation_disputes(told, weights(told)))


DENIED = "The harbour police said that there was no criminal investigation."
TOLD = "The harbour police have opened a criminal investigation."


def test_what_one_denies_and_another_tells_is_disputed() -> None:
    assert _found([DENIED], [TOLD])


@pytest.mark.parametrize(
    "other",
    [
        "The harbour police have opened a museum.",
        "The harbour police have stopped a criminal investigation.",
        "The harbour police will open a criminal investigation.",
        "The harbour police laughed at the false rumour of a criminal investigation.",
        "A criminal investigation of a baker ended in a far town.",
    ],
)
def test_another_thing_or_time_or_a_rumour_is_not(other: str) -> None:
    assert not _found([DENIED], [other])


def test_what_a_speaker_denies_is_the_speakers() -> None:
    assert not _found(["The harbour police said: “There is no criminal investigation.”"], [TOLD])


def test_an_article_that_tells_both_contradicts_nobody() -> None:
    assert not _found([DENIED, TOLD], [TOLD])
    assert not _found([DENIED], [TOLD, "The mayor said there was no investigation."])
