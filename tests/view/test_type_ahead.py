"""Keys that come at once do what they do one after the other: none is lost, none goes elsewhere."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.view.sample import stored
from tests.view.user import open_app
from tui import keys
from tui.view.type_ahead import OPENS


@pytest.mark.parametrize("before", ["", "m", "T", "o"], ids="reader matrix tags source".split())
async def test_what_is_typed_for_a_search_is_searched(path: Path, before: str) -> None:
    async with open_app(path) as user:
        await user.press("]", "1")
        await user.at_once(*before, "/", *"3 the m1")
        assert user.app.screen.query_one("#query", Input).value == "3 the m1"
        assert len(stored(path).tags) == 1


async def test_what_is_typed_for_a_note_is_noted(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]")
        await user.at_once("e", *"3 tags, q?")
        assert user.app.screen.query_one(TextArea).text == "3 tags, q?"
        await user.at_once("escape", "1", "j")
        (tag,) = stored(path).tags
        assert (tag.note, tag.labels) == ("3 tags, q?", ("fact",))


async def test_a_label_is_chosen_by_name_in_one_go(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]")
        await user.at_once("t", *"quo", "enter", "j")
        assert stored(path).tags[0].labels == ("quote",)
        assert user.place == "reader"


async def test_a_search_is_walked_in_one_go(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g")
        await user.at_once("/", *"saturday", "enter", "n", "n")
        assert user.reading.query == "saturday"
        assert user.claim[0] == "C"


async def test_screens_are_left_in_one_go(path: Path) -> None:
    async with open_app(path) as user:
        await user.at_once("m", "j", "escape", "T", "q", "o", "escape", "enter", "q", "J", "1")
        assert user.place == "reader"
        assert len(stored(path).tags) == 1


async def test_keys_wait_for_every_command_that_opens_something(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("]", "1")
        behind = []
        for command in keys.COMMANDS:
            if keys.READER in command.places and command.id not in OPENS:
                before = user.app.screen, user.app.focused
                await user.reader.action_command(command.id)
                await user.settle()
                if (user.app.screen, user.app.focused) != before:
                    behind.append(command.id)
                    await user.press("escape")
        assert behind == []


async def test_no_key_waits_for_ever(path: Path) -> None:
    async with open_app(path) as user:
        typed = user.app._typed
        before = user.claim
        typed._busy = True  # as if the answer to a key had been lost
        user.app.set_timer(0.01, lambda: typed._go_on_from(typed._number))
        await user.at_once("j")
        assert user.claim != before


async def test_a_note_is_written_and_closed_in_one_go_behind_a_search(path: Path) -> None:
    async with open_app(path) as user:
        await user.press("g")
        await user.at_once("/", *"the", "enter", "n", "1", "e", *"burst three", "escape")
        (tag,) = stored(path).tags
        assert (tag.note, tag.labels) == ("burst three", ("fact",))
