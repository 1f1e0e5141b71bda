"""No contradiction of a row is left out of its heading without being counted."""

from dataclasses import replace

import pytest

from tests.page.sheets import cells
from tui.model.alignment import Piece, Row
from tui.model.span import Span
from tui.page.lines import Fragment, plain
from tui.page.marks import Mark, Marks
from tui.page.row_heads import cell_heading, row_heading, uncovered
from tui.page.signs import ASCII, UNICODE, Signs

ROW = Row(4, "What the mayor said", 0.8, (), {id: (Piece(1, Span(0, 90)),) for id in "AB"})
LOOKS = ("differs", "differs", "rejected", "conflict", "differs", "conflict")
MARKS = Marks(
    {"A": [Mark(Span(n, n + 1), look, f"x{n}", f"{look[0]}{n}") for n, look in enumerate(LOOKS, 1)]}
)
"""Chips `d1 d2 r3 c4 d5 c6`, named after their looks."""


def test_all_chips_stand_in_the_order_of_their_numbers() -> None:
    assert "d1 d2 r3 c4 d5 c6" in plain(row_heading(ROW, "AB", MARKS, 80, UNICODE))


@pytest.mark.parametrize(("width", "chips"), [(34, "d1 c4 c6 …3"), (30, "c4 c6 …4"), (24, "c4 …5")])
def test_where_room_is_short_conflicts_stay_and_the_others_are_counted(
    width: int, chips: str
) -> None:
    assert f" {chips} " in plain(row_heading(ROW, "AB", MARKS, width, UNICODE))


def test_the_heading_of_one_column_counts_what_it_leaves_out_too() -> None:
    line = cell_heading(ROW, "A", MARKS, 24, UNICODE)
    assert "".join(f.text for f in line.fragments).rstrip().endswith("d1 c4 c6 …3")


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("width", [40, 41, 60, 300])
@pytest.mark.parametrize("articles", [2, 20, 45, 120])
def test_a_heading_is_as_wide_as_the_page_however_many_articles_there_are(
    signs: Signs, width: int, articles: int
) -> None:
    order = [f"A{n}" for n in range(articles)]
    heading = row_heading(ROW, order, MARKS, width, signs)
    assert cells(heading) == width


@pytest.mark.parametrize("covered", [8, 40, 55, 79])
def test_beside_what_lies_over_a_heading_nothing_stands_by_halves(covered: int) -> None:
    row = replace(ROW, title="Mayor " * 8)
    heading = row_heading(row, "AB", MARKS, 80, UNICODE)
    shown = uncovered(heading, covered)
    assert cells(shown) == 80
    at = 0
    for before, now in zip(heading, shown, strict=True):
        halved = at < covered < at + cells((before,))
        assert now == (before._replace(text=" " * cells((before,))) if halved else before)
        at += cells((before,))


def test_what_lies_over_a_text_hides_no_more_than_it_covers() -> None:
    line = (Fragment("The fire began at six."),)
    assert uncovered(line, 4) == line
