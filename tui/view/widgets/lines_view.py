"""A widget that draws ready-made lines: the base of everything on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from rich.style import Style
from textual import events
from textual.color import Color
from textual.containers import Horizontal
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.page.lines import Fragment, Line
from tui.page.wrap import width_of
from tui.view.looks import StyleBook
from tui.view.widgets.strips import strip_of


@dataclass(eq=False, repr=False)
class TargetRequested(Message):
    """A click on something that names where it leads."""

    target: str
    """`row:7`, `finding:x3`, `article:B`, `tag:ID`, `command:ID`."""


class LinesView(Widget):
    """Shows `lines`; a click on a fragment with a target asks for it."""

    ALLOW_SELECT = False
    virtual_size = Reactive(Size(0, 0), repaint=False)
    """A new size is no reason to lay out again; Textual's own attribute says it is."""

    def __init__(self, ground: str = "text", id: str | None = None) -> None:
        self._painted: dict[int, Strip] = {}
        """What stands on the screen, by line; a line that is missing is drawn anew."""
        self._painted_width = 0
        super().__init__(id=id)
        self.ground = ground
        """Look of the blanks behind and below the lines."""
        self._lines: tuple[Line, ...] = ()
        self._book: StyleBook | None = None
        self._gates: tuple[Sequence[LineFilter], Color] | None = None
        """What strips go through, and the colour below them; like the book, of one theme."""

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    @lines.setter
    def lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; only those that changed are drawn again, moved ones as they are."""
        old, self._lines = self._lines, lines
        longest = max(len(old), len(lines))
        changed = [y for y in range(longest) if old[y : y + 1] != lines[y : y + 1]]
        known = {id(old[y]): strip for y, strip in self._painted.items() if y < len(old)}
        self.draw_again(changed)
        for y in changed:
            if y < len(lines) and id(lines[y]) in known:
                self.paint(y, known[id(lines[y])])

    def draw_again(self, changed: Sequence[int]) -> None:
        """Draw these lines of the widget again, named from above; most keys change few of them."""
        width = self.size.width
        regions: list[Region] = []
        for y in changed:
            if regions and regions[-1].bottom == y:
                regions[-1] = regions[-1].grow((0, 0, 1, 0))
            else:
                regions.append(Region(0, y, width, 1))
        if regions:
            self.refresh(*regions)

    def paint(self, y: int, strip: Strip) -> None:
        """Put on line `y`, which is to be drawn again, what is drawn already."""
        if strip.cell_length == self._painted_width:
            self._painted[y] = strip

    @property
    def book(self) -> StyleBook:
        if self._book is None:
            self._book = StyleBook(self.app.theme_variables, self.app.no_color)
        return self._book

    def notify_style_update(self) -> None:
        self._book = self._gates = None
        self._painted.clear()
        super().notify_style_update()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again, all of it or some regions."""
        if not regions:
            self._painted.clear()
        for region in regions:
            for y in region.line_range:
                self._painted.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, from memory where they did not change.

        Textual's own way asks after borders, links and opacity, which no widget
        of lines has, for every line at every key: half of what a key costs.
        """
        width = self.size.width
        if width != self._painted_width:
            self._painted.clear()
            self._painted_width = width
        painted = self._painted
        for y in crop.line_range:
            if y not in painted:
                painted[y] = self.render_line(y)
        strips = [painted[y] for y in crop.line_range]
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        line = self.lines[y] if y < len(self.lines) else ()
        return self.strip(line, self._painted_width)

    def strip(self, line: Line, width: int) -> Strip:
        """The line as the terminal gets it."""
        style = self.book.style
        return self.finished(((f.text, style(f.look)) for f in line), width)

    def finished(self, parts: Iterable[tuple[str, Style]], width: int) -> Strip:
        """A strip of `width` cells that went through all filters."""
        if self._gates is None:
            self._gates = (self.get_line_filters(), self.background_colors[1])
        return strip_of(parts, width, self.book.style(self.ground), *self._gates)

    def fragment_at(self, x: int, y: int) -> Fragment | None:
        """What is drawn at a cell of the widget, or None on blanks."""
        return fragment_in(self.lines[y], x) if 0 <= y < len(self.lines) else None

    def on_click(self, event: events.Click) -> None:
        found = self.fragment_at(event.x, event.y)
        if found and found.target:
            event.stop()
            self.post_message(TargetRequested(found.target))


class Columns(Horizontal):
    """What stands side by side; like a widget of lines it is laid out once for a new size."""

    virtual_size = Reactive(Size(0, 0), repaint=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing: what stands in it covers it, and the screen lies below."""
        return []


def paint_at_once(screen: Screen[Any], views: Sequence[Widget]) -> None:
    """Paint what is to be drawn again of these widgets, all others later.

    Textual has each widget ask its screen for it, by two messages, and the screen
    wait for its clock: a tenth of what a key costs. It is left to do so where
    anything may have to move first.
    """
    if not screen.is_current or screen not in screen._compositor:
        return
    moving = [screen, *views, *(v.parent for v in views if isinstance(v.parent, Widget))]
    if any(w._layout_required or w._refresh_styles_required or w._scroll_required for w in moving):
        return
    for view in (v for v in views if v._repaint_required):
        view._repaint_required = False
        if view.display:
            screen._dirty_widgets.add(view)
    screen._on_timer_update()


def fragment_in(line: Line, x: int) -> Fragment | None:
    """The fragment that covers cell `x` of a line."""
    at = 0
    for fragment in line:
        at += width_of(fragment.text)
        if x < at:
            return fragment
    return None
