"""Every command is reached by its keys alone and by the palette alone, in each of its places.

The palette is asked for the whole words of a command and must have it first; that its
window hands words on and answers with the hit is tested in test_palette and test_commands.
The commands themselves are replaced by a note that they ran: what they do is
tested elsewhere, and here one command must not change what the next one finds.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.view.places import LEADS, SCREENS
from tests.view.user import open_app
from tui import keys
from tui.view.screens.palette import NOT_LISTED, PaletteWindow, commands_of, found

LISTS = (keys.TAGS,)
OF_A_LIST = frozenset({"up", "down", "pageup", "pagedown", "home", "end", "enter"})
"""Keys that a list answers itself, in the same sense as the command."""


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the commands that were run; filled only after `record` was called."""
    return []


def record(monkeypatch: pytest.MonkeyPatch, at: str, ran: list[str]) -> None:
    """From now on every command of a place only says that it ran."""

    async def note(self: object, id: str) -> None:
        ran.append(id)

    monkeypatch.setattr(SCREENS[at], "action_command", note)


def here(at: str) -> list[keys.Command]:
    return [command for command in keys.COMMANDS if at in command.places]


@pytest.mark.parametrize("at", SCREENS)
async def test_every_command_is_reached_by_each_of_its_keys(
    path: Path, at: str, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path) as user:
        if LEADS[at]:
            await user.press(LEADS[at])
        assert user.place == at
        record(monkeypatch, at, ran)
        for command in here(at):
            for key in command.keys:
                ran.clear()
                await user.press(key)
                if not (at in LISTS and key in OF_A_LIST):
                    assert ran == [command.id], f"{key} in {at}"


@pytest.mark.parametrize("at", SCREENS)
async def test_every_command_is_reached_by_the_palette(
    path: Path, at: str, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(path) as user:
        if LEADS[at]:
            await user.press(LEADS[at])
        screen: Any = user.app.screen
        record(monkeypatch, at, ran)
        opened: list[tuple[object, Callable[[str | None], Awaitable[None]]]] = []
        monkeypatch.setattr(user.app, "push_screen", lambda *asked: opened.append(asked))
        for command in here(at):
            if command.id in NOT_LISTED or (at != keys.READER and keys.READER in command.places):
                continue
            ran.clear()
            opened.clear()
            words = keys.words_at(at, command)
            first = found(commands_of(screen), at, screen.keymap, words)[0]
            user.app.show_palette()
            ((window, chosen),) = opened
            assert isinstance(window, PaletteWindow)
            await chosen(first.id)
            assert ran == [command.id], f"{words} in {at}"
