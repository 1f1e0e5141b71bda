"""One group or deed under a name that judges and one that does not."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.named.loaded_names import loaded_name_disputes
from tui.analysis.sentences.themes import weights

PLAIN = "Protesters crossed the bridge to the harbour of Renn on Monday."


def _found(*articles: str) -> list[Dispute]:
    """The disputes among articles A, B, C …; sentences of one article are parted by `/`."""
    told = [
        sentence(part.strip(), article=chr(65 + n), n=n * 10 + m)
        for n, text in enumerate(articles)
        for m, part in enumerate(text.split("/"))
    ]
    return list(loaded_name_disputes(told, weights(told)))


def test_a_name_that_judges_differs_from_one_that_does_not() -> None:
    (one,) = _found("Rioters crossed the bridge to the harbour of Renn on Monday.", PLAIN)
    assert one.question == "What is it called: “Rioters” or “Protesters”?"


def test_every_article_that_chose_a_name_is_shown_with_it() -> None:
    rioters = "Rioters crossed the bridge to the harbour of Renn on Monday."
    (one,) = _found(rioters, PLAIN, "A mob crossed the bridge of Renn.")
    assert [a.mention.article for a in one.answers] == ["A", "C", "B"]


@pytest.mark.parametrize(
    "other",
    [
        "“Rioters crossed the bridge to the harbour of Renn,” the mayor said.",
        "Riot police crossed the bridge to the harbour of Renn on Monday.",
        "The mob of pigeons on the town hall roof has grown.",
        "Demonstrators crossed the bridge to the harbour of Renn on Monday.",
        "Rioters crossed the bridge to the harbour of Renn. / The protesters left.",
    ],
    ids=["quoted", "tool", "other thing", "as plain", "both"],
)
def test_no_article_is_said_to_judge_that_does_not(other: str) -> None:
    expected = 1 if "/" in other else 0  # who uses both names chose the one that judges, too
    assert len(_found(other, PLAIN)) == expected


def test_an_article_that_quotes_the_judging_name_knows_it() -> None:
    rioters = "Rioters crossed the bridge to the harbour of Renn on Monday."
    assert not _found(rioters, PLAIN + " / “They are rioters,” the mayor said.")
