"""Every command is reached by its keys alone and by the palette alone, in each of its places.

The palette is asked for the whole words of a command and must have it first; that its
window hands words on and answers with the hit is tested in test_palette and test_commands.
The commands themselves are replaced by a note that they ran: what they do is
tested elsewhere, and here one command must not change what the next one finds.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.page.story import STORY
from tests.view.places import LEADS
from tests.view.sample import CHANGED, deciding_app, saved_tags
from tests.view.user import WIDE, User, open_app, tutorial, using
from tui import keys
from tui.view.screens.palette import NOT_LISTED, PaletteWindow, commands_of, found

WITH_LIST = (keys.TAGS, keys.CARD, keys.LABELS, keys.ASKS)
OF_A_LIST = frozenset({"up", "down", "pageup", "pagedown", "home", "end", "enter"})
"""Keys that a list answers itself, in the same sense as the command."""
OPENS = {at: (key,) for at, key in LEADS.items() if key} | {
    keys.SELECT: ("v",), keys.CARD: ("i",), keys.LABELS: ("f2",), keys.ASKS: ("T", "d"),
}  # fmt: skip
"""The keys that lead to each place where a story is read."""


@asynccontextmanager
async def at_place(at: str, path: Path, files: tuple[Path, Path]) -> AsyncIterator[User]:
    """Somebody who has come to a place."""
    if at == keys.ADJUDICATE:
        async with using(deciding_app(path, files), WIDE) as user:
            yield user
    elif at == keys.TUTOR:
        async with tutorial(path) as user:
            yield user
    else:
        if at == keys.ASKS:
            saved_tags(path, ("B", "Nine people", "fact"))
        async with open_app(path, story=CHANGED if at == keys.ASKS else STORY) as user:
            await user.press(*OPENS.get(at, ()))
            yield user


@pytest.fixture
def ran() -> list[str]:
    """The ids of the commands that were run; filled only after `record` was called."""
    return []


def record(monkeypatch: pytest.MonkeyPatch, user: User, ran: list[str]) -> None:
    """From now on every command of the place on top only says that it ran."""

    async def note(self: object, id: str) -> None:
        ran.append(id)

    monkeypatch.setattr(type(user.app.screen), "action_command", note)


def here(at: str) -> list[keys.Command]:
    """The commands of a place; the tutorial has those of the page that it teaches, too."""
    places = {at, keys.READER} if at == keys.TUTOR else {at}
    return [command for command in keys.COMMANDS if places & {*command.places}]


@pytest.mark.parametrize("at", keys.PLACES)
async def test_every_command_is_reached_by_each_of_its_keys(
    path: Path,
    files: tuple[Path, Path],
    at: str,
    ran: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with at_place(at, path, files) as user:
        assert user.place == (keys.READER if at == keys.TUTOR else at)
        record(monkeypatch, user, ran)
        for command in here(at):
            for key in command.keys:
                if at in WITH_LIST and key in OF_A_LIST:
                    continue
                ran.clear()
                await user.press(key)
                assert ran == [command.id], f"{key} in {at}"


@pytest.mark.parametrize("at", keys.PLACES)
async def test_every_command_is_reached_by_the_palette(
    path: Path,
    files: tuple[Path, Path],
    at: str,
    ran: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with at_place(at, path, files) as user:
        screen: Any = user.app.screen
        record(monkeypatch, user, ran)
        opened: list[tuple[object, Callable[[str | None], Awaitable[None]]]] = []
        monkeypatch.setattr(user.app, "push_screen", lambda *asked: opened.append(asked))
        assert "palette" in [command.id for command in here(at)]
        for command in here(at):
            if command.id in NOT_LISTED:
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
