"""The window of commands: what it lists, runs, and says of what works elsewhere."""

from pathlib import Path

import pytest

from tests.view.user import Words, open_app


async def test_the_palette_runs_a_command_by_name(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("colon", Words("list of all tags"), "enter")
        assert user.place == "tags"


async def test_a_line_has_the_keys_the_words_and_the_name_in_the_settings(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("colon")
        (line,) = (line for line in user.text.splitlines() if "next-claim" in line)
        words = "▌ j ↓ next claim, or next line of a list next-claim"
        assert words in " ".join(line.split())


async def test_a_command_of_another_place_stands_below_and_says_where_it_works(
    path: Path,
) -> None:
    async with open_app(path) as user:
        await user.press("colon", Words("only tags"))
        lines = user.text.splitlines()
        below = next(n for n, line in enumerate(lines) if "Elsewhere" in line)
        assert any("only tags with the next label" in line for line in lines[below:])
        await user.press("enter")
        assert user.told[-1].startswith("l (label) works in tags")


async def test_a_command_that_cannot_act_now_says_why(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("colon", Words("undo"), "enter")
        assert user.told == ["There is nothing to undo"]


async def test_a_command_with_nothing_to_do_says_so_in_the_list(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("colon", Words("next hit"))
        (line,) = (li for li in user.text.splitlines() if "next hit of the search" in li)
        assert "no search yet" in line
        await user.press("escape", "slash", Words("alda"), "enter", "colon", Words("next hit"))
        assert "no search yet" not in user.text


async def test_nothing_found_is_said_in_the_list(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("colon", Words("xyzzy"))
        assert "No command matches" in user.text
        await user.press("enter", "escape")
        assert user.place == "reader"


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (240, 60)])
async def test_the_line_in_hand_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with open_app(path, size) as user:
        await user.press("colon", "pagedown", "pagedown", "down")
        assert "▌" in user.text
        await user.press(Words("tagset"))
        assert "F2" in user.text
