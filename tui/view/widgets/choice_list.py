"""A list to choose from, whose line in hand is seen without colours."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

from tui.page.signs import UNICODE

GUTTER_WIDTH = 2
"""Cells at the left of each line, kept free for the bar."""


class ChoiceList(OptionList):
    """Textual's list with the bar of the page's cursor at the left of the line in hand."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice-list--bar"}

    def _get_left_gutter_width(self) -> int:
        """What Textual keeps free at the left of each line, as for its own list of boxes."""
        return GUTTER_WIDTH

    def render_line(self, y: int) -> Strip:
        line = super().render_line(y)
        at = self.scroll_offset.y + y
        if at >= len(self._lines):
            return line  # below the last one
        here = self._lines[at][0] == self.highlighted
        ground = self.get_visual_style(
            "option-list--option", *(["option-list--option-highlighted"] if here else [])
        ).rich_style
        bar = self.get_visual_style("choice-list--bar").rich_style
        gutter = (
            [Segment(UNICODE.bar, bar), Segment(" " * (GUTTER_WIDTH - 1), ground)]
            if here
            else [Segment(" " * GUTTER_WIDTH, ground)]
        )
        return Strip([*gutter, *line], line.cell_length + GUTTER_WIDTH)
