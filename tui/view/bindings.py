"""The table of commands as Textual bindings, and what runs a command on its screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable
from typing import ClassVar, Protocol, TypeVar

from textual.binding import Binding, BindingType

from tui import keys
from tui.page.lines import Fragment
from tui.page.signs import Signs

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


class Part(Protocol):
    """What a screen is made of, as far as it brings commands."""

    @property
    def commands(self) -> Commands:
        """What they do; the same for as long as the part lives."""


P = TypeVar("P", bound=Part)


class Place:
    """Makes a screen one of the places of the table: keys, clicks and palette run its commands.

    A class that names its `PLACE` gets the keys of that place. Each command is run by one
    function. Two that claim the same one are a mistake that no key would show, so the screen
    cannot be made; who means it says so by `replace_commands`.
    """

    PLACE: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]]
    keymap: Mapping[str, tuple[str, ...]]
    """The keys of each command, as Textual calls them."""
    signs: Signs

    def __init_subclass__(cls, **kwargs: bool) -> None:
        if "PLACE" in vars(cls):
            cls.BINDINGS = [*bindings(cls.PLACE)]
        super().__init_subclass__(**kwargs)  # Textual takes up the bindings of the class here

    def __init__(self) -> None:
        super().__init__()
        self._commands: dict[str, Do] = {}

    @property
    def commands(self) -> Commands:
        """What runs each command, by its id."""
        return self._commands

    # -- keys, as they are shown -----------------------------------------------

    def shown_key(self, id: str) -> str:
        """The key of a command, as the footer shows it."""
        return keys.shown(self.keymap[id][0], self.signs.plain)

    def short(self, command: keys.Command) -> str:
        """The word for a command beside its key."""
        return keys.short_at(self.PLACE, command)

    def hints(self, *ids: str) -> str:
        """Keys and words of some commands, those with the same word together."""
        return "".join(part.text for part in self.hint_parts(*ids))

    def hint_parts(self, *ids: str) -> tuple[Fragment, ...]:
        """The same in pieces, each of which a click takes to its command."""
        together: dict[str, list[str]] = {}
        for id in ids:
            together.setdefault(self.short(keys.BY_ID[id]), []).append(id)
        parts: list[Fragment] = []
        for short, same in together.items():
            if parts:
                parts.append(Fragment(" · ", "box-dim"))
            parts += [
                Fragment(self.shown_key(id), "box-dim", target=f"command:{id}") for id in same
            ]
            parts.append(Fragment(f" {short}", "box-dim", target=f"command:{same[-1]}"))
        return tuple(parts)

    # -- commands --------------------------------------------------------------

    def add_part(self, part: P) -> P:
        """The part, whose commands are from now on those of the screen, too."""
        self.add_commands(part.commands)
        return part

    def add_commands(self, commands: Commands) -> None:
        """Run these, too. Raises ValueError for one that is run already."""
        if twice := sorted(self._commands.keys() & commands):
            raise ValueError(f"{type(self).__name__} already runs {', '.join(twice)}")
        self._commands |= commands

    def replace_commands(self, commands: Commands) -> None:
        """Run these in another way. Raises ValueError for one that is not run yet."""
        if new := sorted(commands.keys() - self._commands):
            raise ValueError(f"{type(self).__name__} does not run {', '.join(new)} yet")
        self._commands |= commands

    async def action_command(self, id: str) -> None:
        """Run a command; one that does not belong to this place does nothing."""
        if do := self._commands.get(id):
            done = do()
            if isawaitable(done):
                await done
