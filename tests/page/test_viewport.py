"""The window on a sheet: what it shows, and that it never loses the claim."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import aligned
from tui.model.span import Span
from tui.page.lines import Fragment, Line, plain
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


class Blocks:
    """A sheet of one article: one line above all, and blocks of a heading and claims of a line."""

    sticky = by_article = True
    width = 4
    head: tuple[Line, ...] = ((Fragment("HEAD"),),)

    def __init__(self, *claims: int) -> None:
        self._lines = [
            ((Fragment(f"# {block}"),), *(self._line(block, at) for at in range(count)))
            for block, count in enumerate(claims)
        ]

    @staticmethod
    def claim(block: int, at: int) -> Span:
        return Span(100 * block + 10 * at, 100 * block + 10 * at + 9)

    def _line(self, block: int, at: int) -> Line:
        return (Fragment(f"{block}.{at}", article="A", span=self.claim(block, at)),)

    def spot(self, block: int, at: int) -> Spot:
        return Spot(block, "A", self.claim(block, at))

    def __len__(self) -> int:
        return len(self._lines)

    def lines(self, block: int) -> tuple[Line, ...]:
        return self._lines[block]

    def block_of(self, article: str, offset: int) -> int | None:
        return offset // 100

    def claims(self, block: int) -> Mapping[str, tuple[Span, ...]]:
        return {"A": tuple(self.claim(block, at) for at in range(len(self.lines(block)) - 1))}


def drawn(port: Viewport) -> list[str]:
    """What stands on each line of the page."""
    told = [plain(line).strip() for line, _ in port.on_screen]
    assert told == [plain(port.line_at(y)[0]).strip() for y in range(port.height)]
    return told


def test_heads_and_the_heading_of_the_block_on_top_stay_above_the_text() -> None:
    port = Viewport(Blocks(3, 2, 4), 6)
    assert drawn(port) == ["HEAD", "# 0", "0.0", "0.1", "0.2", "# 1"]
    assert (port.body, port.blocks_on_screen) == (4, (0, 1))
    assert [port.line_at(y)[1] for y in range(6)] == [-1, 0, 0, 0, 0, 1]
    port.scroll(2)
    assert drawn(port) == ["HEAD", "# 0", "0.2", "# 1", "1.0", "1.1"]
    port.scroll(1)
    assert drawn(port) == ["HEAD", "# 1", "1.0", "1.1", "# 2", "2.0"]
    assert port.blocks_on_screen == (1, 2)
    port.scroll(-2)
    assert drawn(port) == ["HEAD", "# 0", "0.1", "0.2", "# 1", "1.0"]


def test_the_end_of_the_story_is_the_last_line_and_blanks_follow_a_short_one() -> None:
    port = Viewport(Blocks(3, 2, 4), 6)
    port.scroll(100)  # no more than a page at once
    port.scroll(100)
    assert drawn(port) == ["HEAD", "# 2", "2.0", "2.1", "2.2", "2.3"]
    assert drawn(Viewport(Blocks(1), 5)) == ["HEAD", "# 0", "0.0", "", ""]
    assert drawn(Viewport(Blocks(), 3)) == ["HEAD", "", ""]


@pytest.mark.parametrize(
    ("block", "at", "jump", "top"),
    [
        (0, 2, False, (0, 1)),  # in sight: nothing moves
        (0, 8, False, (0, 4)),  # two lines stay below it
        (0, 8, True, (0, 7)),  # a jump puts it a quarter down
        (9, 5, True, (9, 4)),
    ],
)
def test_the_page_follows_as_little_as_it_can_and_a_jump_shows_what_comes(
    block: int, at: int, jump: bool, top: tuple[int, int]
) -> None:
    sheet = Blocks(*[12] * 10)
    port = Viewport(sheet, 10)
    port.reveal(sheet.spot(block, at), jump)
    assert port.top == top


def test_going_up_two_lines_stay_above_the_claim() -> None:
    sheet = Blocks(*[12] * 3)
    port = Viewport(sheet, 10)
    port.reveal(sheet.spot(2, 5), jump=True)
    port.reveal(sheet.spot(2, 1))
    assert port.line_of(sheet.spot(2, 1)) == 2 - (port.top == (2, 1))


def test_the_claim_nearest_to_one_off_screen_is_the_first_or_the_last_in_sight() -> None:
    sheet = Blocks(3, 3, 3, 3)
    port = Viewport(sheet, 6)
    port.scroll(5)
    shown = [name for name in drawn(port) if "." in name]
    assert port.nearest(sheet.spot(3, 2)) == sheet.spot(*map(int, shown[-1].split(".")))
    assert port.nearest(sheet.spot(0, 0)) == sheet.spot(*map(int, shown[0].split(".")))
    here = sheet.spot(*map(int, shown[1].split(".")))
    assert port.nearest(here) == here
    assert port.shows(here)
    assert not port.shows(sheet.spot(3, 2))
