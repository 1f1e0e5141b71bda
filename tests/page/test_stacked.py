"""Compare and Source: one column, nothing left out."""

from dataclasses import replace

import pytest

from tests.page.sheets import (
    all_lines,
    cells,
    compare,
    marks_of,
    source,
    text_of,
    words_drawn,
)
from tests.page.story import ANALYSIS, BROKEN, CLOSED, STORY, A, B, C
from tui.model.article import Article, Source, Story
from tui.page.jumps import sides_elsewhere
from tui.page.lines import plain
from tui.page.rows import AlignedRows
from tui.page.signs import UNICODE
from tui.page.stacked import CompareSheet, Rival


@pytest.mark.parametrize("measure", [20, 60])
def test_no_text_is_longer_than_a_line_may_be(measure: int) -> None:
    for sheet in (compare(1, 200, measure=measure), source("A", 200, measure=measure)):
        words = ["".join(f.text for f in line if f.span) for line in all_lines(sheet)]
        assert measure // 2 < max(map(len, words)) <= measure


@pytest.mark.parametrize("width", [*range(40, 120, 9), 160, 240])
def test_lines_are_as_wide_as_the_page(width: int) -> None:
    for sheet in (compare(1, width), compare(3, width), source("A", width), source("D", width)):
        assert {cells(line) for line in all_lines(sheet)} == {width}


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("id", ["A", "B", "C", "D"])
def test_a_source_shows_every_word_of_its_file(id: str, width: int) -> None:
    assert words_drawn(source(id, width), id) == STORY.by_id[id].text.split()


def test_a_source_says_what_a_line_is_when_it_is_no_body_text() -> None:
    sheet = source("B")
    assert text_of(sheet, 4)[0].strip().startswith("caption: The Alda")
    assert {f.look for f in sheet.lines(4)[0] if f.span} == {"dim"}


def test_the_head_of_a_source_says_where_outlet_and_date_come_from() -> None:
    (head,) = source("B", 160).head
    for words in ("Coast Radio", "4 May 2025", "b.txt", "utf-8", "outlet from metadata"):
        assert words in plain(head)


@pytest.mark.parametrize(
    ("article", "why"),
    [
        (BROKEN, "not text"),
        (Article("E", "e.txt", "", "", problem=None), "no text"),
    ],
)
def test_a_source_without_text_says_why(article: Article, why: str) -> None:
    sheet = source("E", story=Story("s", "S", (A, B, STORY.by_id["C"], STORY.by_id["D"], article)))
    assert len(sheet) == 1
    assert why in "".join(text_of(sheet, 0))
    assert sheet.claims(0) == {}


def test_every_paragraph_is_found_by_its_offsets() -> None:
    sheet = source("A")
    for block, paragraph in enumerate(A.paragraphs):
        assert sheet.block_of("A", paragraph.span.start) == block
        assert sheet.block_of("A", paragraph.span.end - 1) == block
    assert sheet.block_of("B", 0) is None


def test_comparing_shows_the_sources_of_the_row_in_the_order_of_the_columns() -> None:
    sheet = compare(3)
    assert sheet.articles == ["A", "B", "D"]
    assert [text_of(sheet, n)[0].split()[0] for n in range(3)] == ["A", "B", "D"]
    assert sheet.block_of("C", 0) is None


def test_comparing_marks_the_words_that_are_a_sources_own() -> None:
    own = [f.text for line in compare(1).lines(2) for f in line if f.look.endswith("own")]
    assert "230 people" in " ".join(own) or "230" in " ".join(own)
    assert all(not f.look.endswith("own") for line in compare(4).lines(0) for f in line)


@pytest.mark.parametrize("row", range(len(ANALYSIS.rows)))
def test_comparing_leaves_no_word_out(row: int) -> None:
    sheet = compare(row, 70)
    for article, pieces in ANALYSIS.rows[row].cells.items():
        text = " ".join(p.span.of(STORY.by_id[article].text) for p in pieces)
        assert words_drawn(sheet, article) == text.split()


def test_long_lines_are_not_drawn_over_a_whole_wide_screen() -> None:
    for line in all_lines(source("A", 240))[1:]:
        assert len(plain(line).rstrip()) <= 102


def test_a_side_told_in_another_row_stands_below_with_the_number_of_its_row() -> None:
    (thursday,) = CLOSED.sides[1].mentions
    claim = C.claim_at(thursday.span.start)
    assert claim is not None
    rows = AlignedRows(ANALYSIS.rows)
    assert sides_elsewhere(CLOSED, rows.at, 4) == [thursday]
    marks = marks_of(STORY, ANALYSIS, None)
    rival = Rival("C", claim, 3, "≠3")
    sheet = CompareSheet(STORY, ANALYSIS.rows[4], "ABCD", marks, 80, 80, UNICODE, rivals=[rival])
    assert len(sheet) == 2
    heading, words, *_ = text_of(sheet, 1)
    assert heading.startswith(" C  ↪ from row 3 ≠3 · Nordic Wire")
    assert "before Thursday" in " ".join((words, *text_of(sheet, 1)))
    assert sheet.block_of("C", thursday.span.start) == 1
    assert sheet.claims(1) == {"C": (claim,)}
    assert {cells(line) for line in all_lines(sheet)} == {80}


def test_the_head_of_a_source_says_nothing_twice() -> None:
    bare = replace(A, outlet=None, outlet_from=None, published_from=Source.INFERRED)
    story = replace(STORY, articles=(bare, *STORY.articles[1:]))
    head = plain(source("A", 160, story=story).head[0])
    assert head.count("a.txt") == 1
    assert "date inferred" in head
