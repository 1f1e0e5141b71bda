"""The second gate: no control character of a text ever reaches the terminal.

The first gate is reading, which replaces them. This one stands behind every
widget, the toolkit's own too, so a string that came another way (a path, a
YAML value, an error) is harmless as well.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.model.clean import visible

_PLAIN = str.maketrans(
    "…·–—‘’“”•─━│╭╮╰╯╷╵▌▐▔▁▎▊↑↓←→⇧✓✗\u00a0", "_.--''\"\"*--|++++||>|--||^v<>^vx "
) | str.maketrans({"🔎": "> ", **dict.fromkeys("▂▃▄▅▆▇", " ")})
"""What the program and its toolkit draw, cell for cell, for terminals that cannot write it.

Words left out are no full stop: a quotation that is cut short must not look as if it ended.
"""


class PlainSigns(LineFilter):
    """Draws lines and typographic signs with ASCII, for a locale without UTF-8."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii()
            else Segment(segment.text.translate(_PLAIN), segment.style, segment.control)
            for segment in segments
        ]  # fmt: skip


class NoControls(LineFilter):
    """Replaces what a terminal would obey instead of showing."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isprintable()
            else Segment(visible(segment.text), segment.style, segment.control)
            for segment in segments
        ]  # fmt: skip
