"""Which keys a terminal passes on: every key with its words, ticked once it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.page.lines import Fragment, Line, pad
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

COLUMN = 32
"""Cells for a key and its words."""


class Key(NamedTuple):
    """One key of the table."""

    shown: str
    words: str
    """What it does."""
    arrived: bool


def key_lines(keys: Sequence[Key], width: int, signs: Signs) -> tuple[Line, ...]:
    """The keys in columns, filled from the top; those that arrived are ticked."""
    columns = max(width // COLUMN, 1)
    rows = -(-len(keys) // columns)
    lines = []
    for row in range(rows):
        line: list[Fragment] = []
        for key in keys[row::rows]:
            tick = signs.confirmed if key.arrived else " "
            text = fit(f" {tick} {key.shown:<6} {key.words}", COLUMN)
            look = "foot-key" if key.arrived else "top-dim"
            line.append(Fragment(text + " " * (COLUMN - width_of(text)), look))
        lines.append(pad(tuple(line), COLUMN * len(line), width, "top"))
    return tuple(lines)
