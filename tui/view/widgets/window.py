"""A window over the text, with the keys that work in it on its lower edge."""

from __future__ import annotations

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from tui.page.wrap import width_of

APART = " · "
CORNERS = 6
"""Cells of the lower edge that carry no words."""


class Hinted(Widget):
    """Shows whole hints only: where there is no room the first go, since the last one closes.

    Stands behind the container among the bases of a window: style sheets know a
    widget by the first of them.
    """

    hints = ""

    def hint(self, hints: str) -> None:
        """Show these hints, which stand apart by a dot; what is needed least comes first."""
        self.hints = hints
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        words, room = self.hints, self.outer_size.width - CORNERS
        while 0 < room < width_of(words) and APART in words:
            words = words.partition(APART)[2]
        self.border_subtitle = Content(words)


class Window(Vertical, Hinted):
    """One that is as high as what stands in it."""


class ScrolledWindow(VerticalScroll, Hinted):
    """One whose words may be more than it shows."""
