"""The window on a sheet: what it shows, and that it never loses the claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import aligned
from tui.page.sheet import Spot
from tui.page.viewport import Viewport

SHEET = aligned(width=78)
SPOTS = [
    Spot(block, article, claim)
    for block in range(len(SHEET))
    for article, claims in SHEET.claims(block).items()
    if article in SHEET.layout.columns
    for claim in claims
]
HEIGHTS = st.integers(4, 60)


@given(st.lists(st.sampled_from(SPOTS), min_size=1, max_size=8), HEIGHTS, st.booleans())
def test_a_claim_that_was_revealed_is_on_screen(
    walked: list[Spot], height: int, jump: bool
) -> None:
    port = Viewport(SHEET, height)
    for spot in walked:
        port.reveal(spot, jump)
        assert port.line_of(spot) is not None


@given(st.sampled_from(SPOTS), HEIGHTS)
def test_revealing_what_is_on_screen_moves_nothing(spot: Spot, height: int) -> None:
    port = Viewport(SHEET, height)
    port.reveal(spot, jump=True)
    before = list(port.window)
    port.reveal(spot)
    assert port.window == before


@given(st.sampled_from(SPOTS), st.integers(0, 60), HEIGHTS)
def test_a_claim_is_held_on_its_line_where_there_is_text_above(
    spot: Spot, y: int, height: int
) -> None:
    port = Viewport(SHEET, height)
    port.hold(spot, y)
    found = port.line_of(spot)
    assert found is not None
    lines_above = sum(len(SHEET.lines(b)) for b in range(spot.block))
    if lines_above > height and port.window[-1][0] < len(SHEET) - 1:
        assert abs(found - min(y, port.body - 1)) <= 1


@given(HEIGHTS, st.lists(st.integers(-30, 30), max_size=10))
def test_scrolling_stays_between_the_first_and_the_last_line(height: int, steps: list[int]) -> None:
    port = Viewport(SHEET, height)
    for step in steps:
        port.scroll(step)
        assert port.window == sorted(port.window)
        total = sum(len(SHEET.lines(b)) for b in range(len(SHEET))) - 1
        assert len(port.window) == min(port.body, total)


@given(HEIGHTS)
def test_a_line_down_and_a_line_up_is_where_it_was(height: int) -> None:
    port = Viewport(SHEET, height)
    while True:
        before = port.window[0]
        port.scroll(1)
        if port.window[0] == before:
            break
        port.scroll(-1)
        assert port.window[0] == before
        port.scroll(1)


@given(HEIGHTS, st.sampled_from(SPOTS))
def test_the_nearest_claim_is_on_screen(height: int, spot: Spot) -> None:
    port = Viewport(SHEET, height)
    near = port.nearest(spot)
    assert near == spot or port.shows(near)
