"""What the mouse does beyond choosing words: chips, letters, double and right clicks, the wheel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tests.view.sample import (
    claim,
    open_app,
    page_of,
    piloted,
    place,
    press,
    reading_of,
    settle,
)
from tui.page.lines import Fragment
from tui.page.wrap import width_of

WIDE = (160, 40)


def cell(pilot: Pilot[int], wanted: Callable[[Fragment], bool]) -> tuple[int, int]:
    """Where the first such fragment of the page stands."""
    view = page_of(pilot).view
    for y in range(view.size.height):
        x = 0
        for fragment in view._line(y)[0]:
            if wanted(fragment):
                return x, y
            x += width_of(fragment.text)
    raise AssertionError("not on the page")


async def click(pilot: Pilot[int], at: tuple[int, int], button: int = 1, times: int = 1) -> None:
    await pilot.click("#sheet", offset=at, button=button, times=times)
    await settle(pilot)


@piloted
async def test_a_click_on_a_chip_takes_that_contradiction_in_hand(path: Path) -> None:
    async with open_app(path, WIDE) as pilot:
        await press(pilot, "escape", "G")
        await click(pilot, cell(pilot, lambda f: f.look == "chip-differs" and "x2" in f.ids))
        assert reading_of(pilot).current == "x2"
        await press(pilot, "G")
        await click(pilot, cell(pilot, lambda f: f.target == "finding:x3"))
        assert reading_of(pilot).current == "x3"


@piloted
async def test_a_double_click_compares_and_a_right_click_tags(path: Path) -> None:
    async with open_app(path, WIDE) as pilot:
        await press(pilot, "escape", "g")
        words = cell(pilot, lambda f: f.article == "B" and "ferry" in f.text)
        await click(pilot, words, times=2)
        assert place(pilot) == "compare"
        assert claim(pilot)[0] == "B"
        await press(pilot, "escape")
        await click(pilot, words, button=3)
        assert place(pilot) == "LabelMenu"


@piloted
async def test_the_wheel_moves_the_page_and_leaves_the_cursor_on_its_claim(path: Path) -> None:
    async with open_app(path, (100, 20)) as pilot:
        await press(pilot, "escape", "g")
        before, top = claim(pilot), page_of(pilot).view.top
        view = page_of(pilot).view
        for event in (events.MouseScrollDown, events.MouseScrollUp):
            await pilot._post_mouse_events([event], view, offset=(5, 5))
            await settle(pilot)
            moved = page_of(pilot).view.top != top
            assert moved is (event is events.MouseScrollDown)
            assert claim(pilot) == before


@piloted
async def test_a_click_on_a_letter_off_screen_brings_its_column(path: Path) -> None:
    async with open_app(path, (100, 30)) as pilot:
        await press(pilot, "escape", "g", "J")
        away = cell(pilot, lambda f: f.target == "article:D" and f.look == "head-chips")
        await click(pilot, away)
        assert claim(pilot)[0] == "D"


@piloted
async def test_a_click_on_the_sign_of_another_row_goes_there(path: Path) -> None:
    async with open_app(path, WIDE) as pilot:
        await press(pilot, "escape", "g")
        also = cell(pilot, lambda f: f.look == "also" and f.target.startswith("row:"))
        await click(pilot, also)
        assert page_of(pilot).spot is not None
        assert page_of(pilot).spot.block > 0  # type: ignore[union-attr]
