"""A message stands at the end of the line of keys: never on the text, the state or the labels."""

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.view.sample import (
    app_of,
    hush,
    make_app,
    open_app,
    piloted,
    press,
    reading_of,
    saved_tags,
    screen_text,
    settle,
    told,
)


@piloted
async def test_only_the_newest_message_shows_and_covers_the_last_keys_alone(path: Path) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        before = screen_text(pilot).splitlines()
        for words in ("First", "Second", "Third"):
            app.tell(words)
            await settle(pilot)
        shown = screen_text(pilot).splitlines()
        assert shown[-1].rstrip().endswith("Third")
        assert shown[:-1] == before[:-1]
        assert shown[-1][:60] == before[-1][:60]
        assert len(app.screen.query(Toast)) == 1


LONG = (
    "Not saved; a copy of your tags is in /home/anna/.local/share/rashomon/rescue/sessions/rescue-"
)
"""Followed by enough letters to need more than a line, without a blank to break at."""


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 20)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("letters", [40, 100])
@piloted
async def test_a_path_is_told_to_its_end_above_the_labels_and_keys(
    path: Path, size: tuple[int, int], letters: int
) -> None:
    app = make_app(path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        before = screen_text(pilot).splitlines()
        app.tell(f"{LONG}{'x' * letters}.yaml", "error")
        await settle(pilot)
        shown = screen_text(pilot).splitlines()
        foot = app.screen.query_one("#foot").size.height
        joined = "".join(line.strip(" ▌│▐≡≠+") for line in shown[:-foot])
        assert f"rescue-{'x' * letters}.yaml" in joined
        assert shown[-foot:] == before[-foot:]


@piloted
async def test_what_was_told_in_passing_stays_behind_with_its_screen(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        await hush(pilot)
        await press(pilot, "u")
        assert told(pilot) == ["There is nothing to undo"]
        await press(pilot, "T")
        assert told(pilot) == []


@piloted
async def test_a_trouble_is_told_on_every_screen(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        app_of(pilot).tell("Not saved", "error")
        await press(pilot, "T")
        assert told(pilot) == ["Not saved"]


@piloted
async def test_esc_takes_a_trouble_away_before_anything_else(path: Path) -> None:
    async with open_app(path, (80, 24)) as pilot:
        hint = reading_of(pilot).hint
        app_of(pilot).tell("Not saved", "error")
        await press(pilot, "escape")
        assert told(pilot) == []
        assert reading_of(pilot).hint == hint


@piloted
async def test_what_a_key_says_while_it_goes_back_is_still_told(path: Path) -> None:
    async with open_app(saved_tags(path, ("A", "The ferry Alda", "fact")), (80, 24)) as pilot:
        await press(pilot, "T", "e", *"so", "escape")
        assert any("note" in words for words in told(pilot))


@pytest.mark.parametrize("key", ["t", "colon", "f1", "S"])
@piloted
async def test_a_long_trouble_shows_once_when_a_window_opens(path: Path, key: str) -> None:
    """A window lets the page below show through; both put the message in the same place."""
    app = make_app(path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.tell(f"{LONG}copy.yaml", "error")
        await press(pilot, key)
        assert screen_text(pilot).count("Not saved; a copy") == 1
        app.hush()
        await settle(pilot)
        assert "Not saved" not in screen_text(pilot)
