"""The table of commands as Textual bindings, and what runs a command on its screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable
from types import MappingProxyType
from typing import ClassVar

from textual.binding import Binding

from tui import keys

Do = Callable[[], Awaitable[None] | None]
Commands = Mapping[str, Do]
"""What a command does, by its id in the table."""


def action_of(command: keys.Command) -> str:
    """The action a command runs: there is one for all of them, `Place.action_command`."""
    return f"command('{command.id}')"


def bindings(place: str) -> list[Binding]:
    """The bindings of one place, each with the command's id so that config can change it."""
    return [
        Binding(
            ",".join(keys.normal(k) for k in command.keys),
            action_of(command),
            command.words,
            show=False,
            id=command.id,
        )
        for command in keys.COMMANDS
        if place in command.places
    ]


class Place:
    """Makes of a screen one place of the table: keys, clicks and the palette run its commands."""

    PLACE: ClassVar[str]
    commands: Commands = MappingProxyType({})

    async def action_command(self, id: str) -> None:
        """Run a command; one that is none of this place does nothing."""
        if do := self.commands.get(id):
            done = do()
            if isawaitable(done):
                await done
