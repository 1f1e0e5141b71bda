"""The table of commands as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding

from tui import keys


def action_of(command: keys.Command) -> str:
    """The action a command runs; the ten labels share one."""
    if command.id.startswith("label-") and command.id[-1].isdigit():
        return f"label('{command.id[-1]}')"
    return command.action


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
