"""A heading is short, whole, from the text, and says what the row tells."""

from __future__ import annotations

import pytest

from tests.analysis.stories import FIRE, article, story
from tui.analysis.alignment.headings import WIDEST
from tui.analysis.engine import analyse
from tui.model.settings import AnalysisSettings


def titles(*paragraphs: str) -> list[str]:
    return [r.title for r in analyse(story(article("A", *paragraphs)), AnalysisSettings()).rows]


def test_no_heading_is_wider_than_it_may_be() -> None:
    found = analyse(story(*FIRE), AnalysisSettings()).rows
    assert all(0 < len(row.title) <= WIDEST for row in found)


def test_a_clause_whose_doer_is_named_is_the_heading() -> None:
    (title,) = titles("On a rainy Sunday, Lavrov met Wang. He had come from the coast.")
    assert title == "Lavrov met Wang"


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("MOSCOW (AFP) July 13, 2025 - The minister left for the coast with two aides.", "AFP"),
        ("It was during the storm that the ferry sank off the southern cape.", "It"),
        ("No ship leaves the harbour before the divers come back from the wreck.", "Ship leaves"),
        ("Meanwhile, prices at the auction rose by six per cent in one week.", "Meanwhile"),
    ],
)
def test_a_heading_begins_with_what_it_tells(text: str, unwanted: str) -> None:
    (title,) = titles(text)
    assert unwanted not in title


def test_a_long_sentence_is_not_cut_where_a_phrase_of_it_will_do() -> None:
    (title,) = titles("Despite the long and heavy protests of the fishermen, who had come by boat")
    assert not title.endswith("…")


def test_a_row_of_several_is_called_by_words_they_share() -> None:
    one = article("A", "A long inquiry found that the harbour bridge fell after a storm in May.")
    two = article("B", "The harbour bridge fell after a storm, and the mayor has resigned.")
    (row,) = analyse(story(one, two), AnalysisSettings()).rows
    assert "bridge fell" in row.title


@pytest.mark.parametrize("text", ["Yes.", "?", "…", "123"])
def test_even_a_word_or_a_sign_gets_a_heading(text: str) -> None:
    assert len(titles(text)) == 1
