"""The report as Markdown: the same outline, and article text stays text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.report.made import ANALYSIS, PLACES, SESSION, STORY
from tui.model.finding import Analysis
from tui.report.as_markdown import as_markdown, inert
from tui.report.outline import outline

WHOLE = as_markdown(outline(STORY, ANALYSIS, session=SESSION, places=PLACES))


@pytest.mark.parametrize(
    "words",
    [
        "# Fire at the harbour",
        "### ≠1 How many boats burned?",
        "- **C says: twelve boats**",
        "The reader rejected this.",
        "**Row 1 of 3. A, B, C agree.**",
        "## Tags by ana",
        "  Note: Ask the hospital.",
    ],
)
def test_every_part_of_the_outline_is_there(words: str) -> None:
    assert words in WHOLE.split("\n")


def test_nothing_found_is_said_as_such() -> None:
    assert as_markdown(outline(STORY, Analysis())).count("None found.") == 2


@pytest.mark.parametrize(
    "text",
    [
        "[here](javascript:alert(1))", "<script>x</script>", "![x](y)", "# not a heading",
        "- not a list", "1. not a list", "**not bold**", "`not code`", "&#27;", "a\n\n# b",
        "~~not struck~~", "--- ", "| a | b |",
    ],
)  # fmt: skip
def test_markdown_in_an_article_does_not_come_to_life(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(inert(text))
    kinds = [t.type for t in tokens]
    assert kinds == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(inert(text))
    assert "".join(c.content for c in tokens[1].children or []) == text


def test_a_title_with_markup_stays_one_heading() -> None:
    story = replace(STORY, title="Fire <b>now</b>\n# again")
    first = as_markdown(outline(story, ANALYSIS)).split("\n")[0]
    assert first == r"# Fire \<b\>now\</b\> \# again"
