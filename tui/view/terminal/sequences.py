"""What a terminal sends for one key or one movement of the mouse, kept together.

Such a sequence is many bytes long, and over a slow or lossy line they come in parts. A tenth of a
second after the first of them Textual takes them for keys that were pressed: the rest of
`ESC [ < 35 ; 40 ; 12 M` puts the labels 3 and 5 on a claim, that of an arrow, `[ A`, tags a row.
"""

from __future__ import annotations

import re

PATIENCE = 5.0
"""Seconds that the rest of a sequence is waited for: lost bytes are sent again meanwhile."""
AFTER_ESCAPE = 1.0
"""Seconds after a lone escape in which what looks like the rest of a sequence is one."""
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*|O)\Z")
"""A sequence at the end of what came, its last letter lacking."""
_REST = re.compile(r"\[<[0-9;]+(?:[Mm]|\Z)|\[[0-9;]*[A-HPQRSZ~]|O[A-DFHPQRS]")
"""What only a terminal sends in one go."""


class Sequences:
    """Holds back the beginning of a sequence until its rest is there."""

    def __init__(self) -> None:
        self._held = ""
        self._since = 0.0
        """When what is held came, or the lone escape that was handed on."""
        self._escaped = False
        """Whether an escape was the last that was handed on."""

    def take(self, data: str, now: float) -> str:
        """What to hand on of all that came, at the time `now` in seconds."""
        if self._escaped and now - self._since < AFTER_ESCAPE and _REST.match(data):
            data = "\x1b" + data
        data, self._held = self._held + data, ""
        if begun := _BEGUN.search(data):
            data, self._held = data[: begun.start()], begun.group()
        self._escaped = data.endswith("\x1b")
        self._since = now
        return data

    def tick(self, now: float) -> str:
        """What was held in vain: two keys that somebody pressed, never part of a sequence."""
        if not self._held or now - self._since < PATIENCE:
            return ""
        held, self._held = self._held, ""
        return held if len(held) == 2 else ""
