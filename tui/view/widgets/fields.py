"""The line one types in; nothing on the screen moves by itself, so the cursor stands still."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Input


class Line(Input):
    """A line to type in."""

    cursor_blink = reactive(False, init=False)
