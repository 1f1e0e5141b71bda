"""The flow layout: columns without blanks, the row in focus level, every claim where it is said."""

from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import aligned, all_lines, cells, marks_of, words_drawn
from tests.page.story import ANALYSIS, STORY
from tui.page.flow import FlowSheet
from tui.page.lines import plain
from tui.page.rows import AlignedRows
from tui.page.sheet import Spot, is_in, spot_at
from tui.page.viewport import Viewport

ROWS = AlignedRows(ANALYSIS.rows)
FOCUS = st.integers(0, len(ANALYSIS.rows) - 1)
COLUMNS = st.permutations("ABCD").flatmap(
    lambda order: st.integers(1, 4).map(lambda n: tuple(order[:n]))
)
SPOTS = [
    Spot(block, id, claim)
    for block in range(len(ROWS))
    for id, claims in aligned(columns="ABCD").claims(block).items()
    for claim in claims
]


def flow(focus: int, columns: tuple[str, ...] = tuple("ABCD"), width: int = 120) -> FlowSheet:
    layout = aligned(columns=columns, width=width).layout
    sheet = FlowSheet(STORY, ANALYSIS, ROWS, marks_of(STORY, ANALYSIS, None), layout)
    sheet.line_up(focus)
    return sheet


@given(FOCUS, COLUMNS, st.integers(18, 60))
def test_every_line_has_the_width_of_the_page(
    focus: int, columns: tuple[str, ...], width: int
) -> None:
    sheet = flow(focus, columns, width * len(columns) + 22)
    assert {cells(line) for line in all_lines(sheet)} == {width * len(columns) + 22}


@given(FOCUS)
def test_every_word_of_every_column_is_drawn_whatever_row_is_in_focus(focus: int) -> None:
    for id in "ABCD":
        level = sorted(words_drawn(aligned(columns="ABCD", width=120), id))
        assert sorted(words_drawn(flow(focus), id)) == level


@given(FOCUS)
def test_the_cells_of_the_row_in_focus_begin_on_one_line(focus: int) -> None:
    sheet = flow(focus)
    firsts = {
        sheet.lines_of(Spot(focus, id, claims[0]))[0]  # type: ignore[index]
        for id, claims in sheet.claims(focus).items()
    }
    assert len(firsts) == 1
    assert plain(sheet.lines(focus)[0]).startswith(f" {ANALYSIS.rows[focus].number:>2} ")


@given(FOCUS)
def test_no_column_has_a_blank_line_between_its_cells(focus: int) -> None:
    sheet = flow(focus)
    for stream in sheet._streams:
        stream.reach(-10_000, 10_000)
        ys = sorted(stream.lines)
        assert ys == [y for y in range(stream.top, stream.end) if y]
        assert all(stream.lines[y].fragments for y in ys)


@given(FOCUS, st.sampled_from(SPOTS))
def test_a_claim_is_on_the_lines_that_are_said(focus: int, spot: Spot) -> None:
    sheet = flow(focus)
    first, last = sheet.lines_of(spot) or ((0, 0), (0, 0))
    drawn = [
        (block, y)
        for block in range(len(sheet))
        for y, line in enumerate(sheet.lines(block))
        if any(is_in(f, spot) for f in line)
    ]
    assert (min(drawn), max(drawn)) == (first, last)


@given(FOCUS, st.sampled_from(SPOTS), st.integers(4, 40), st.integers(0, 39))
def test_a_claim_stays_on_its_line_when_its_row_comes_into_focus(
    focus: int, spot: Spot, height: int, y: int
) -> None:
    port = Viewport(flow(focus), height)
    port.hold(spot, min(y, port.body - 1))
    before = port.line_of(spot)
    assert before is not None
    sheet = flow(spot.block)
    port.sheet = sheet
    port.hold(spot, before)
    after = port.line_of(spot)
    at_an_edge = port.window[0] == (0, 0) or port.window[-1][0] == len(sheet) - 1
    assert after == before or (at_an_edge and after is not None)


@given(FOCUS, st.integers(4, 40))
def test_scrolling_down_passes_every_line_once(focus: int, height: int) -> None:
    sheet = flow(focus)
    port = Viewport(sheet, height)
    port.top = (0, 0)
    port.moved()
    seen = list(port.window)
    while port.scroll(1) or port.window[-1] != seen[-1]:  # type: ignore[func-returns-value]
        seen.append(port.window[-1])
    assert seen == [(b, y) for b in range(len(sheet)) for y in range(len(sheet.lines(b)))]


def test_claims_keep_their_rows() -> None:
    sheet = flow(2)
    for spot in SPOTS:
        assert spot_at(sheet, spot.article, spot.claim.start) == spot
