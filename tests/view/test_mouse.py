"""What the mouse does beyond choosing words: chips, letters, double and right clicks, the wheel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from tests.view.user import User, open_app
from tui.page.lines import Fragment
from tui.page.wrap import width_of

WIDE = (160, 40)


def cell(user: User, wanted: Callable[[Fragment], bool]) -> tuple[int, int]:
    """Where the first such fragment of the page stands."""
    view = user.page.view
    for y in range(view.size.height):
        x = 0
        for fragment in view._line(y)[0]:
            if wanted(fragment):
                return x, y
            x += width_of(fragment.text)
    raise AssertionError("not on the page")


async def click(user: User, at: tuple[int, int], button: int = 1, times: int = 1) -> None:
    await user.pilot.click("#sheet", offset=at, button=button, times=times)
    await user.settle()


async def test_a_click_on_a_chip_takes_that_contradiction_in_hand(path: Path) -> None:
    async with open_app(path, WIDE) as user:
        await user.press("escape", "G")
        await click(user, cell(user, lambda f: f.look == "chip-differs" and "x2" in f.ids))
        assert user.reading.current == "x2"
        await user.press("G")
        await click(user, cell(user, lambda f: f.target == "finding:x3"))
        assert user.reading.current == "x3"


async def test_one_click_is_one_jump(path: Path) -> None:
    async with open_app(path, WIDE) as user:
        await user.press("escape", "G")
        before, jumps = user.claim, len(user.reading.trail)
        await click(user, cell(user, lambda f: f.target == "finding:x3"))
        assert len(user.reading.trail) == jumps + 1
        await user.press("ctrl+o")
        assert user.claim == before


async def test_a_double_click_compares_and_a_right_click_tags(path: Path) -> None:
    async with open_app(path, WIDE) as user:
        await user.press("escape", "g")
        words = cell(user, lambda f: f.article == "B" and "ferry" in f.text)
        await click(user, words, times=2)
        assert user.place == "compare"
        assert user.claim[0] == "B"
        await user.press("escape")
        await click(user, words, button=3)
        assert user.place == "LabelMenu"


async def test_the_wheel_moves_the_page_and_leaves_the_cursor_on_its_claim(path: Path) -> None:
    async with open_app(path, (100, 20)) as user:
        await user.press("escape", "g")
        before, top = user.claim, user.page.view.top
        view = user.page.view
        for event in (events.MouseScrollDown, events.MouseScrollUp):
            await user.pilot._post_mouse_events([event], view, offset=(5, 5))
            await user.settle()
            moved = user.page.view.top != top
            assert moved is (event is events.MouseScrollDown)
            assert user.claim == before


async def test_the_wheel_moves_the_page_wherever_it_is_turned(path: Path) -> None:
    async with open_app(path, (160, 20)) as user:
        await user.press("escape", "g")
        for name in ("spine", "ruler", "bar", "top"):
            top = user.page.view.top
            widget = user.app.screen.query_one(f"#{name}")
            for event, moved in ((events.MouseScrollDown, True), (events.MouseScrollUp, False)):
                await user.pilot._post_mouse_events([event], widget, offset=(0, 0))
                await user.settle()
                assert (user.page.view.top != top) is moved, name


@pytest.mark.parametrize(
    ("target", "opened"), [("command:why", "WhyWindow"), ("command:open", "CompareScreen")]
)
async def test_the_keys_below_the_box_can_be_clicked(path: Path, target: str, opened: str) -> None:
    async with open_app(path, WIDE) as user:
        await user.press("escape")
        edge = user.reader.bar.view.lines[-1]
        before = next(at for at, fragment in enumerate(edge) if fragment.target == target)
        x = sum(width_of(fragment.text) for fragment in edge[:before])
        await user.pilot.click("#bar", offset=(x, len(user.reader.bar.view.lines) - 1))
        await user.settle()
        assert type(user.app.screen).__name__ == opened


async def test_a_click_on_who_else_tells_a_row_goes_there(path: Path) -> None:
    async with open_app(path, (100, 30)) as user:
        await user.press("escape", "G")
        await click(user, cell(user, lambda f: f.target == "told:6:D"))
        assert user.claim[0] == "D"
        assert user.page.spot is not None
        assert user.page.spot.block == 5


async def test_a_letter_of_an_article_that_is_silent_here_says_where_it_tells_something(
    path: Path,
) -> None:
    async with open_app(path, WIDE) as user:
        await user.press("escape", "g")
        before = user.claim
        user.reader.clicked("article", "C")
        await user.settle()
        assert user.told[-1] == "C does not tell this row; the nearest that it tells is row 2"
        assert user.claim == before


async def test_a_click_on_a_letter_off_screen_brings_its_column(path: Path) -> None:
    async with open_app(path, (100, 30)) as user:
        await user.press("escape", "g", "J")
        away = cell(user, lambda f: f.target == "article:D" and f.look == "head-chips")
        await click(user, away)
        assert user.claim[0] == "D"


async def test_a_click_on_the_sign_of_another_row_goes_there(path: Path) -> None:
    async with open_app(path, WIDE) as user:
        await user.press("escape", "g")
        also = cell(user, lambda f: f.look == "also" and f.target.startswith("row:"))
        await click(user, also)
        assert user.page.spot is not None
        assert user.page.spot.block > 0
