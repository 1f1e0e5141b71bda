"""The window of commands: what it lists, runs, and says of what works elsewhere."""

from pathlib import Path

import pytest

from tests.view.sample import Words, open_app, piloted, place, press, screen_text, told


@piloted
async def test_the_palette_runs_a_command_by_name(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "colon", Words("list of all tags"), "enter")
        assert place(pilot) == "tags"


@piloted
async def test_a_line_has_the_keys_the_words_and_the_name_in_the_settings(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "colon")
        (line,) = (line for line in screen_text(pilot).splitlines() if "next-claim" in line)
        words = "▌ j ↓ next claim, or next line of a list next-claim"
        assert words in " ".join(line.split())


@piloted
async def test_a_command_of_another_place_stands_below_and_says_where_it_works(
    path: Path,
) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "colon", Words("only tags"))
        lines = screen_text(pilot).splitlines()
        below = next(n for n, line in enumerate(lines) if "Elsewhere" in line)
        assert any("only tags with the next label" in line for line in lines[below:])
        await press(pilot, "enter")
        assert told(pilot)[-1].startswith("l (label) works in tags")


@piloted
async def test_a_command_that_cannot_act_now_says_why(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "colon", Words("undo"), "enter")
        assert told(pilot) == ["There is nothing to undo"]


@piloted
async def test_a_command_with_nothing_to_do_says_so_in_the_list(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "colon", Words("next hit"))
        (line,) = (li for li in screen_text(pilot).splitlines() if "next hit of the search" in li)
        assert "no search yet" in line
        await press(pilot, "escape", "slash", Words("alda"), "enter", "colon", Words("next hit"))
        assert "no search yet" not in screen_text(pilot)


@piloted
async def test_nothing_found_is_said_in_the_list(path: Path) -> None:
    async with open_app(path) as pilot:
        await press(pilot, "colon", Words("xyzzy"))
        assert "No command matches" in screen_text(pilot)
        await press(pilot, "enter", "escape")
        assert place(pilot) == "reader"


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (240, 60)])
@piloted
async def test_the_line_in_hand_shows_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with open_app(path, size) as pilot:
        await press(pilot, "colon", "pagedown", "pagedown", "down")
        assert "▌" in screen_text(pilot)
        await press(pilot, Words("tagset"))
        assert "F2" in screen_text(pilot)
