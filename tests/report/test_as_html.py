"""The report as a web page: the same outline, nothing in it comes to life or is fetched."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.made import ANALYSIS, PLACES, SESSION, STORY
from tui.model.finding import Analysis
from tui.report.as_html import as_html, text
from tui.report.outline import outline

WHOLE = as_html(outline(STORY, ANALYSIS, session=SESSION, places=PLACES))


class Page(HTMLParser):
    """The tags and the words of a page; fails where tags are not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize(
    "words",
    [
        "Fire at the harbour",
        "≠1 How many boats burned?",
        "twelve boats",
        "The reader rejected this.",
        "Row 1 of 3. A, B, C agree.",
        "Tags by ana",
        "Note: Ask the hospital.",
        "Left out: notes.pdf.",
    ],
)
def test_every_part_of_the_outline_is_there(words: str) -> None:
    assert words in "".join(Page(WHOLE).words)


def test_it_is_one_whole_page_that_fetches_and_runs_nothing() -> None:
    page = Page(WHOLE)
    assert page.open == []
    assert not page.tags & {"script", "link", "img", "iframe", "a", "base", "form"}
    assert page.names <= {"lang", "dir", "charset", "name", "content", "class"}
    assert not re.search(r"url\(|@import|http", WHOLE)


def test_words_that_run_from_right_to_left_do_so_in_every_place() -> None:
    """Without it the browser sets their full stop at the wrong end."""
    assert WHOLE.count("<q") == WHOLE.count('<q dir="auto">') > 0
    rows = WHOLE[WHOLE.index("<h2>Rows") : WHOLE.index("<h2>Told by one")]
    assert rows.count("<td") == rows.count('<td dir="auto">') > 0


def test_nothing_found_is_said_as_such() -> None:
    assert as_html(outline(STORY, Analysis())).count("None found.") == 3


@pytest.mark.parametrize("words", ["<script>x</script>", "<b>", "&lt;", '" onclick="x', "a\n\nb"])
def test_markup_in_a_title_stays_words(words: str) -> None:
    page = Page(as_html(outline(replace(STORY, title=words), ANALYSIS)))
    assert " ".join(words.split()) in "".join(page.words)
    assert "script" not in page.tags


@given(st.text())
def test_escaped_words_hold_no_markup(words: str) -> None:
    assert not set(text(words)) & set('<>"\n\x1b')
