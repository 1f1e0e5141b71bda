"""What terminals of sixteen colours do to bold words: many show them in the brighter colour."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_BLACK = 0
_NOT_BOLD = Style(bold=False)


class BlackWords(LineFilter):
    """Takes the weight from black words: they would be grey, on yellow and red hard to read."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, style and _readable(style), control) for text, style, control in segments
        ]


@lru_cache(1024)
def _readable(style: Style) -> Style:
    words, ground = style.color, style.bgcolor
    if style.reverse:
        words, ground = ground, words
    if not style.bold or words is None or words.number != _BLACK or ground == words:
        return style
    return style + _NOT_BOLD
