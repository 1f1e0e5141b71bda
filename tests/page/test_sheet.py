"""How a cursor walks over a page."""

import pytest

from tests.page.sheets import aligned, compare, source
from tests.page.story import STORY, A, body, side_by_side
from tui.model.alignment import Row
from tui.model.finding import Analysis
from tui.page.sheet import (
    Sheet,
    Spot,
    first_spot,
    last_spot,
    next_block,
    next_claim,
    sideways,
    spot_at,
)

SHEETS: dict[str, Sheet] = {
    "aligned": aligned(),
    "compare": compare(1),
    "source": source("A"),
}


def walk(sheet: Sheet, start: Spot, step: int) -> list[Spot]:
    """Every spot from `start` on, `start` included."""
    found = [start]
    while (spot := next_claim(sheet, found[-1], step)) is not None:
        found.append(spot)
        assert len(found) < 1000
    return found


@pytest.mark.parametrize("id", ["A", "B", "C", "D"])
def test_walking_down_a_column_meets_every_claim_once(id: str) -> None:
    sheet = aligned()
    column = [
        Spot(block, id, claim)
        for block in range(len(sheet))
        for claim in sheet.claims(block).get(id, ())
    ]
    assert walk(sheet, column[0], 1) == column


@pytest.mark.parametrize("name", SHEETS)
def test_walking_back_is_walking_on_turned_round(name: str) -> None:
    sheet = SHEETS[name]
    start = first_spot(sheet, "ABCD")
    assert start is not None
    there = walk(sheet, start, 1)
    assert walk(sheet, there[-1], -1) == there[::-1]


def test_comparing_walks_through_all_sources_of_the_row() -> None:
    sheet = compare(1)
    start = first_spot(sheet)
    assert start is not None
    assert [s.article for s in walk(sheet, start, 1)] == ["A", "A", "B", "B", "C", "C", "D"]


@pytest.mark.parametrize("name", SHEETS)
def test_every_claim_is_found_by_each_of_its_offsets(name: str) -> None:
    sheet = SHEETS[name]
    for block in range(len(sheet)):
        for article, claims in sheet.claims(block).items():
            for claim in claims:
                for offset in (claim.start, claim.end - 1):
                    assert spot_at(sheet, article, offset) == Spot(block, article, claim)


def test_an_offset_that_is_not_shown_has_no_spot() -> None:
    assert spot_at(source("A"), "B", 0) is None
    assert spot_at(aligned(), "Z", 0) is None


def test_the_first_spot_is_in_the_preferred_article() -> None:
    sheet = aligned()
    assert first_spot(sheet, ["B", "A"]) == Spot(0, "B", STORY.by_id["B"].paragraphs[0].claims[0])
    last = last_spot(sheet, ["A"])
    assert last is not None
    assert (last.block, last.article) == (len(sheet) - 1, "C")  # only C tells the last row


def test_a_row_step_stays_in_the_article_where_it_speaks() -> None:
    sheet = aligned()
    spot = Spot(1, "B", STORY.by_id["B"].paragraphs[1].claims[1])
    below = next_block(sheet, spot, 1, "ABCD")
    assert below is not None
    assert (below.block, below.article) == (2, "B")
    silent = next_block(sheet, Spot(3, "B", STORY.by_id["B"].paragraphs[3].claims[0]), 1, "ABCD")
    assert silent is not None
    assert (silent.block, silent.article) == (4, "A")


def test_a_row_step_lands_on_the_first_claim_both_ways() -> None:
    sheet = aligned()
    below = next_block(sheet, Spot(1, "A", A.paragraphs[1].claims[1]), 1, "A")
    above = next_block(sheet, Spot(3, "A", A.paragraphs[3].claims[1]), -1, "A")
    assert below == above == Spot(2, "A", A.paragraphs[2].claims[0])


def test_steps_end_at_the_edges() -> None:
    sheet = aligned()
    start = Spot(0, "A", A.paragraphs[0].claims[0])
    end = last_spot(sheet)
    assert end is not None
    assert next_claim(sheet, start, -1) is None
    assert next_block(sheet, start, -1, "A") is None
    assert next_block(sheet, end, 1, "A") is None


def test_sideways_goes_through_those_who_tell_the_row_and_back() -> None:
    sheet = aligned()
    spots = [Spot(1, "A", A.paragraphs[1].claims[0])]
    while (spot := sideways(sheet, spots[-1], "ABCD", 1)) is not None:
        spots.append(spot)
    assert [s.article for s in spots] == ["A", "B", "C", "D"]
    back = [spots[-1]]
    while (spot := sideways(sheet, back[-1], "ABCD", -1)) is not None:
        back.append(spot)
    assert [s.article for s in back] == ["D", "C", "B", "A"]


def test_sideways_passes_over_the_silent() -> None:
    spot = sideways(aligned(), Spot(5, "A", A.paragraphs[5].claims[0]), "ABCD", 1)
    assert spot is not None
    assert spot.article == "D"


def test_a_page_without_rows_has_no_spot() -> None:
    sheet = aligned(*side_by_side(body("")))
    assert first_spot(sheet) is None
    assert last_spot(sheet) is None


def test_rows_in_which_nobody_speaks_are_passed_over() -> None:
    one = body("first\nsecond")
    story, found = side_by_side(one)
    rows = (found.rows[0], Row(2, "", 0.0, (), {}), Row(3, "", 1.0, (), found.rows[1].cells))
    sheet = aligned(story, Analysis(rows=rows))
    spot = first_spot(sheet)
    assert spot is not None
    after = next_claim(sheet, spot, 1)
    assert after is not None
    assert after.block == 2
