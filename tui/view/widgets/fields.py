"""The line one types in; nothing on the screen moves by itself, so the cursor stands still."""

from __future__ import annotations

from textual import events
from textual.reactive import reactive
from textual.widgets import Input


class Line(Input):
    """A line to type in."""

    cursor_blink = reactive(False, init=False)

    async def _on_key(self, event: events.Key) -> None:
        if joins(event):
            event.prevent_default()
            self.replace(event.character or "", *self.selection)


def joins(event: events.Key) -> bool:
    """Whether a key types a character without a width of its own, which Textual lets fall.

    Persian words and joined emoji are spelt with them.
    """
    return event.character is not None and event.character in _JOINING


_JOINING = frozenset("\u200c\u200d\u200e\u200f").union(map(chr, range(0xE0020, 0xE0080)))
"""The joiners, the marks of direction, and the letters of the flags of regions."""
