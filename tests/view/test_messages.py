"""A message stands at the end of the line of keys: never on the text, the state or the labels."""

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.view.sample import make_app, saved_tags
from tests.view.user import open_app, using


async def test_only_the_newest_message_shows_and_covers_the_last_keys_alone(path: Path) -> None:
    app = make_app(path)
    async with using(app, (80, 24)) as user:
        before = user.text.splitlines()
        for words in ("First", "Second", "Third"):
            app.tell(words)
            await user.settle()
        shown = user.text.splitlines()
        assert shown[-1].rstrip().endswith("Third")
        assert shown[:-1] == before[:-1]
        assert shown[-1][:60] == before[-1][:60]
        assert len(app.screen.query(Toast)) == 1


LONG = (
    "Not saved; a copy of your tags is in /home/anna/.local/share/rashomon/rescue/sessions/rescue-"
)
"""Followed by enough letters to need more than a line, without a blank to break at."""


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 20)])
@pytest.mark.parametrize("letters", [40, 100])
async def test_a_path_is_told_to_its_end_above_the_labels_and_keys(
    path: Path, size: tuple[int, int], letters: int
) -> None:
    app = make_app(path)
    async with using(app, size) as user:
        before = user.text.splitlines()
        app.tell(f"{LONG}{'x' * letters}.yaml", "error")
        await user.settle()
        shown = user.text.splitlines()
        foot = app.screen.query_one("#foot").size.height
        joined = "".join(line.strip(" ▌│▐≡≠+") for line in shown[:-foot])
        assert f"rescue-{'x' * letters}.yaml" in joined
        assert shown[-foot:] == before[-foot:]


async def test_what_was_told_in_passing_stays_behind_with_its_screen(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        await user.hush()
        await user.press("u")
        assert user.told == ["There is nothing to undo"]
        await user.press("T")
        assert user.told == []


async def test_a_trouble_is_told_on_every_screen(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        user.app.tell("Not saved", "error")
        await user.press("T")
        assert user.told == ["Not saved"]


async def test_esc_takes_a_trouble_away_before_anything_else(path: Path) -> None:
    async with open_app(path, (80, 24)) as user:
        hint = user.reading.hint
        user.app.tell("Not saved", "error")
        await user.press("escape")
        assert user.told == []
        assert user.reading.hint == hint


async def test_what_a_key_says_while_it_goes_back_is_still_told(path: Path) -> None:
    async with open_app(saved_tags(path, ("A", "The ferry Alda", "fact")), (80, 24)) as user:
        await user.press("T", "e", *"so", "escape")
        assert any("note" in words for words in user.told)


@pytest.mark.parametrize("key", ["t", "colon", "f1", "S"])
async def test_a_long_trouble_shows_once_when_a_window_opens(path: Path, key: str) -> None:
    """A window lets the page below show through; both put the message in the same place."""
    app = make_app(path)
    async with using(app, (80, 24)) as user:
        app.tell(f"{LONG}copy.yaml", "error")
        await user.press(key)
        assert user.text.count("Not saved; a copy") == 1
        app.telling.hush()
        await user.settle()
        assert "Not saved" not in user.text
