"""The reading page: columns of equal lines, nothing left out, everything named."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.sheets import MEASURE, aligned, all_lines, cells, text_of, words_drawn
from tests.page.story import (
    ANALYSIS,
    BROKEN,
    CLOSED,
    QUIET,
    STORY,
    A,
    B,
    body,
    side_by_side,
)
from tests.signs import strewn
from tui.model.alignment import Row
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.page.lines import plain
from tui.page.marks import Show
from tui.page.row_heads import presence_strip
from tui.page.rows import StandInRows
from tui.page.signs import ASCII, UNICODE

WIDTHS = range(40, 241)
STRANGE = strewn(
    [*"ab -,.東京あ한é", "👩🏽‍🚒", "🇺🇳", "⛴️", *"\u0301\u200b\u00a0"],
    st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]),
    min_size=1,
    max_size=90,
).filter(lambda text: text.strip() != "")


def columns_for(width: int) -> str:
    return "ABCD"[: max(1, width // 40)]


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_every_line_is_as_wide_as_the_page_at_every_width(columns: int, signs: object) -> None:
    wrong = []
    for width in range(max(40, 22 * columns), 241, 1 if columns < 3 else 9):
        sheet = aligned(width=width, columns="ABCD"[:columns], signs=signs, fold=2)  # type: ignore[arg-type]
        sheet.guest = (4, CLOSED)
        wrong += [(width, plain(line)) for line in all_lines(sheet) if cells(line) != width]
    assert wrong == []


@settings(deadline=None, max_examples=40)
@given(st.lists(STRANGE, min_size=1, max_size=3), STRANGE, st.integers(40, 240))
def test_wide_and_combining_characters_break_no_column(
    lines: list[str], other: str, width: int
) -> None:
    sheet = aligned(*side_by_side(body("\n".join(lines)), body(other, "B")), width=width)
    assert {cells(line) for line in all_lines(sheet)} == {width}


@pytest.mark.parametrize("width", [40, 60, 80, 120, 160, 240])
@pytest.mark.parametrize("id", ["A", "B", "C", "D"])
def test_every_word_of_a_visible_column_is_drawn(id: str, width: int) -> None:
    columns = dict.fromkeys([id, *columns_for(width)])
    sheet = aligned(width=width, columns=tuple(columns)[: len(columns_for(width))])
    wanted = [
        word
        for row in ANALYSIS.rows
        for piece in row.cells.get(id, ())
        for word in piece.span.of(STORY.by_id[id].text).split()
    ]
    assert words_drawn(sheet, id) == wanted


@settings(deadline=None, max_examples=40)
@given(st.lists(STRANGE, min_size=1, max_size=3), st.integers(40, 120))
def test_no_text_is_ever_left_out(lines: list[str], width: int) -> None:
    article = body("\n".join(lines))
    sheet = aligned(*side_by_side(article), width=width)
    drawn = "".join(words_drawn(sheet, "A"))
    wanted = "".join(p.span.of(article.text) for p in article.told)
    assert "".join(drawn.split()) == "".join(wanted.split())


def test_the_same_lines_come_back_while_nothing_changed() -> None:
    sheet = aligned()
    assert sheet.lines(1) is sheet.lines(1)


def test_marks_that_are_hidden_leave_no_sign() -> None:
    shown = "\n".join(plain(line) for line in all_lines(aligned(show=Show.NONE)))
    assert not set("≡≠≈⚑") & set(shown)


# -- headings ------------------------------------------------------------------


def test_a_heading_tells_number_title_contradictions_and_who_speaks() -> None:
    heading = text_of(aligned(), 3)[0]
    assert heading.split() == ["4", "What", "the", "mayor", "said", "≈2", "AB·D"]


def test_chips_in_a_heading_lead_to_their_findings() -> None:
    targets = [f.target for f in aligned().lines(2)[0] if f.target]
    assert targets == ["finding:x3"]


def test_a_weakly_aligned_row_says_so() -> None:
    assert "~.20" in text_of(aligned(), 5)[0]
    assert "~" not in "".join(text_of(aligned(), n)[0] for n in (0, 1, 2, 3, 4, 6))


@pytest.mark.parametrize("score", [0.0, 0.004, 0.05, 0.199])
def test_a_weak_score_is_a_number_below_one(score: float) -> None:
    rows = tuple(replace(row, score=score) for row in ANALYSIS.rows)
    heading = text_of(aligned(analysis=replace(ANALYSIS, rows=rows)), 5)[0]
    told = next(word for word in heading.split() if word.startswith("~"))
    assert float(told[1:]) == round(score, 2)


@pytest.mark.parametrize("width", [40, 41, 60])
def test_a_long_title_gives_way_to_presence(width: int) -> None:
    rows = tuple(replace(row, title="very long title " * 20) for row in ANALYSIS.rows)
    sheet = aligned(analysis=replace(ANALYSIS, rows=rows), width=width, columns="A")
    assert all(text_of(sheet, n)[0].endswith(s + " ") for n, s in ((1, "ABCD"), (4, "A···")))


def test_before_the_analysis_headings_are_blank() -> None:
    sheet = aligned(rows=StandInRows(STORY), analysis=Analysis())
    assert text_of(sheet, 0)[0].strip() == ""


@pytest.mark.parametrize(
    ("cells_of", "order", "strip"),
    [("AC", "ABCD", "A·C·"), ("", "AB", "··"), ("B", ("A", "B1", "B2"), "A · ·")],
)
def test_the_presence_strip(cells_of: str, order: tuple[str, ...], strip: str) -> None:
    pieces = ANALYSIS.rows[0].cells["A"]
    row = Row(1, "", 1.0, (), dict.fromkeys(cells_of or "", pieces))
    if order[-1] == "B2":
        row = Row(1, "", 1.0, (), {"A": pieces})
    assert presence_strip(row, order, UNICODE) == strip


# -- heads ---------------------------------------------------------------------


def test_the_head_names_letter_outlet_date_and_base() -> None:
    first, second = (plain(line) for line in aligned(width=120).head)
    assert first.split("│")[0].split() == ["A", "Norrhamn", "Post", "⌂", "base"]
    assert "4 May 2025 · Ferry strikes pier" in second


def test_articles_off_screen_stay_as_chips() -> None:
    assert "▸ C≠2 D " in plain(aligned().head[0])
    assert "◂ B" in plain(aligned(columns="AC").head[0])
    assert "▸ D" in plain(aligned(columns="AC").head[0])
    assert "◂" not in plain(aligned(columns="ABCD").head[0])


@pytest.mark.parametrize("columns", ["A", "B", "AB", "AC", "BD", "AD", "ABD", "ACD", "ABCD"])
def test_every_article_is_on_screen_or_in_a_chip(columns: str) -> None:
    head = aligned(columns=columns, width=160).head[0]
    shown = {part.split()[0] for part in plain(head).split("│")}
    chips = {f.text.removeprefix("⌂") for f in head if f.look == "head-chips"}
    assert shown == set(columns)
    assert chips == set("ABCD") - set(columns)


# -- empty cells ---------------------------------------------------------------


def test_a_silent_article_says_so_and_where_the_row_is_told() -> None:
    assert "— not covered" in text_of(aligned(), 4)[1]
    assert "not covered · in D ▸" in text_of(aligned(), 5)[1]
    assert "in C ▸" in text_of(aligned(), 6)[1]


def test_an_unreadable_file_says_why_in_its_head_and_once_below() -> None:
    story = Story("s", "S", (A, BROKEN))
    lines = [plain(line) for line in all_lines(aligned(story, *side_by_side(A)[1:]))]
    assert ["is not text" in line for line in lines].count(True) == 2
    assert "is not text" in lines[1]


# -- folding -------------------------------------------------------------------


def test_a_tall_cell_is_folded_until_its_row_is_opened() -> None:
    sheet = aligned(width=50, fold=2)
    folded = text_of(sheet, 2)
    assert any("more lines" in line for line in folded)
    sheet.open_rows.add(2)
    assert not any("more lines" in line for line in text_of(sheet, 2))
    assert len(sheet.lines(2)) > len(folded)


def test_folding_counts_the_lines_it_hides() -> None:
    whole, sheet = aligned(width=50), aligned(width=50, fold=2)
    hidden = len(whole.lines(2)) - len(sheet.lines(2))
    # heading, cell, blank: the note itself takes one line of the tallest cell
    assert f"… {hidden + 1} more lines" in "".join(text_of(sheet, 2))


def test_one_line_too_many_is_shown_rather_than_counted() -> None:
    for fold in range(1, 9):
        assert "… 1 more lines" not in "".join(
            "".join(text_of(aligned(width=60, fold=fold), n)) for n in range(7)
        )


def test_nothing_is_folded_before_the_analysis() -> None:
    sheet = aligned(rows=StandInRows(STORY), analysis=Analysis(), width=50, fold=1)
    assert not any("more lines" in plain(line) for line in all_lines(sheet))


# -- other rows ----------------------------------------------------------------


def test_a_paragraph_that_tells_what_another_row_tells_leads_there() -> None:
    targets = [f.target for line in aligned(columns="AC").lines(4) for f in line if f.target]
    assert "row:3" in targets
    back = [f.target for line in aligned(columns="AC").lines(2) for f in line if f.target]
    assert "row:5" in back


def test_a_linked_paragraph_of_the_same_row_is_not_pointed_at() -> None:
    targets = [f.target for line in aligned(columns="AC").lines(1) for f in line]
    assert not any(t.startswith("row:") for t in targets)


# -- small stories -------------------------------------------------------------


def test_one_article_needs_no_base_mark_and_no_rule() -> None:
    sheet = aligned(*side_by_side(body("One line.")))
    assert "base" not in plain(sheet.head[0])
    assert "│" not in "".join(plain(line) for line in all_lines(sheet))


def test_a_row_that_no_visible_column_tells_is_still_a_row() -> None:
    sheet = aligned(columns="B")
    assert len(sheet.lines(6)) == 3
    assert sheet.claims(6).keys() == {"C"}


def test_a_page_for_no_column_at_all_is_empty_instead_of_an_error() -> None:
    assert all_lines(aligned(columns=())) is not None


def test_titles_look_like_titles() -> None:
    looks = {f.look for line in aligned(analysis=QUIET).lines(0) for f in line if f.span}
    assert looks == {"title"}


def test_only_the_claims_of_shown_articles_are_offered() -> None:
    sheet = aligned()
    assert sheet.claims(1)["B"] == B.paragraphs[1].claims
    assert list(sheet.claims(1)) == ["A", "B", "C", "D"]


def test_a_line_is_never_too_long_to_read_back_from() -> None:
    sheet = aligned(width=240, columns="A")
    lines = [line for block in range(len(sheet)) for line in text_of(sheet, block)[1:]]
    assert 60 < max(len(line.rstrip()) for line in lines) <= 3 + MEASURE
    sheet = aligned(width=240, columns="A", measure=40)
    lines = [line for block in range(len(sheet)) for line in text_of(sheet, block)[1:]]
    assert 30 < max(len(line.rstrip()) for line in lines) <= 3 + 40
