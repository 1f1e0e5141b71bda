"""The second gate: no control character of a text ever reaches the terminal.

The first gate is reading, which replaces them. This one stands behind every
widget, also those of the toolkit, so a string that took another way (a path,
a YAML value, an error) is harmless too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class NoControls(LineFilter):
    """Replaces what a terminal would obey by the replacement character."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(_CONTROL.search(text) for text, _, _ in segments):
            return segments
        return [
            Segment(_CONTROL.sub("\ufffd", text), style, control)
            for text, style, control in segments
        ]


def cleaned(words: Sequence[str] | str) -> str:
    """One string with every control character replaced, for titles and messages."""
    text = words if isinstance(words, str) else " ".join(words)
    return _CONTROL.sub("\ufffd", text)
