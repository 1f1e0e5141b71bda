"""Without colour, as NO_COLOR asks: greys, or the terminal's own two where it has sixteen.

The greys are Textual's. Its filter knows no colour that the terminal mixes,
and makes all of those black: every word on a ground of its own colour.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, monochrome_style

_BLACK = 0
"""The number of the ground that a theme of sixteen colours paints."""


class WithoutColour(LineFilter):
    """Greys for colours of a theme, weight and reversal for those of the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, style and without_colour(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def without_colour(style: Style) -> Style:
    """The same look without its colours; a painted ground becomes reversed words."""
    colours = [c for c in (style.color, style.bgcolor) if c is not None]
    if colours and all(c.triplet is not None for c in colours):
        return monochrome_style(style)
    painted = style.bgcolor is not None and not _plain(style.bgcolor)
    reverse = painted is not bool(style.reverse)
    return style.without_color + Style(color="default", bgcolor="default", reverse=reverse)


def _plain(ground: RichColor) -> bool:
    return ground.is_default or ground.number == _BLACK
