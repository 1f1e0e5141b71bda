"""What one types in; nothing on the screen moves by itself, so the cursor stands still."""

from __future__ import annotations

from textual.reactive import Reactive, reactive
from textual.widgets import Input, TextArea


class Line(Input):
    """A line to type in."""

    cursor_blink = reactive(False, init=False)


class Lines(TextArea):
    """Several lines to type in."""

    cursor_blink: Reactive[bool] = reactive(False, init=False)
