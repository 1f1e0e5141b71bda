"""Which keys a terminal passes on: every key of the table, ticked once it arrived."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tui import keys
from tui.page.lines import Fragment, Line, pad
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

COLUMN = 32
"""Cells for a key and its words."""


def wanted(keymap: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Key by Textual's name → what it does, in the order of the table, each key once."""
    found: dict[str, str] = {}
    for command in keys.COMMANDS:
        for key in keymap[command.id]:
            found.setdefault(key, command.short)
    return found


def told(key: str, does: Mapping[str, str]) -> str:
    """What is said of a key that arrived."""
    name = keys.shown(key)
    return f"{name} arrived: {does[key]}" if key in does else f"{name} arrived; no command has it"


def key_lines(
    does: Mapping[str, str], arrived: Collection[str], width: int, signs: Signs
) -> tuple[Line, ...]:
    """The keys in columns, filled from the top; those that arrived are ticked."""
    columns = max(width // COLUMN, 1)
    listed = list(does.items())
    rows = -(-len(listed) // columns)
    lines = []
    for row in range(rows):
        line: list[Fragment] = []
        for key, words in listed[row::rows]:
            here = key in arrived
            tick = signs.confirmed if here else " "
            text = fit(f" {tick} {keys.shown(key):<6} {words}", COLUMN)
            look = "foot-key" if here else "top-dim"
            line.append(Fragment(text + " " * (COLUMN - width_of(text)), look))
        lines.append(pad(tuple(line), COLUMN * len(line), width, "top"))
    return tuple(lines)
