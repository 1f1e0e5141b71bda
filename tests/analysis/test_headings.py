"""A heading is short, whole and from the text."""

from __future__ import annotations

import pytest

from tests.analysis.stories import FIRE, article, story
from tui.analysis.engine import analyse
from tui.analysis.headings import WIDEST
from tui.model.settings import AnalysisSettings


def titles(*paragraphs: str) -> list[str]:
    return [r.title for r in analyse(story(article("A", *paragraphs)), AnalysisSettings()).rows]


def test_no_heading_is_wider_than_it_may_be() -> None:
    found = analyse(story(*FIRE), AnalysisSettings()).rows
    assert all(0 < len(row.title) <= WIDEST for row in found)


def test_a_clause_that_stands_by_itself_is_the_heading() -> None:
    assert titles("Lavrov met Wang in the old town hall of the capital on a rainy Sunday.") == [
        "Lavrov met Wang"
    ]


def test_a_long_beginning_ends_behind_a_telling_word() -> None:
    (title,) = titles("despite the many and various long and heavy protests of the fishermen")
    assert title.endswith("…")
    assert title.rstrip("…").split()[-1] in "many various long heavy protests".split()


@pytest.mark.parametrize("text", ["Yes.", "?", "…", "123"])
def test_even_a_word_or_a_sign_gets_a_heading(text: str) -> None:
    assert len(titles(text)) == 1
