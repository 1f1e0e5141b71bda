"""Rows in which all agree can be one line each; nothing in them is disputed or told once."""

from dataclasses import replace

from tests.page.sheets import aligned, marks_of, text_of
from tests.page.story import ANALYSIS, STORY
from tui.page.agreeing import agreeing
from tui.page.aligned import AlignedSheet
from tui.page.marks import finding_marks
from tui.page.rows import AlignedRows
from tui.page.sheet import Spot, next_block, spot_at

ROWS = AlignedRows(ANALYSIS.rows)
CALM = replace(ANALYSIS, contradictions=ANALYSIS.contradictions[1:2], only=())


def folded() -> AlignedSheet:
    layout = aligned(columns="AB").layout._replace(
        agreeing=agreeing(ROWS, finding_marks(STORY, CALM, {}))
    )
    return AlignedSheet(STORY, CALM, ROWS, marks_of(STORY, CALM, None), layout)


def test_a_dispute_or_a_lone_claim_is_no_agreement() -> None:
    assert agreeing(ROWS, finding_marks(STORY, ANALYSIS, {})) == frozenset()
    assert agreeing(ROWS, finding_marks(STORY, CALM, {})) == {1}


def test_an_agreeing_row_is_one_line_that_says_so_and_leads_there() -> None:
    (line,) = text_of(folded(), 1)
    assert "≡ all agree" in line
    assert {f.target for f in folded().lines(1)[0]} == {"row:2"}


def test_the_cursor_passes_over_a_folded_row_until_it_is_opened() -> None:
    sheet = folded()
    first = spot_at(sheet, "A", 0)
    assert first is not None
    after = next_block(sheet, first, 1, "ABCD")
    assert isinstance(after, Spot)
    assert after.block == 2
    sheet.open_rows.add(1)
    assert next_block(sheet, first, 1, "ABCD").block == 1  # type: ignore[union-attr]
    assert len(sheet.lines(1)) > 1
