"""The reading widget: what a viewport shows of a sheet, drawn line by line from a cache."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.page.lines import Line
from tui.page.row_heads import uncovered
from tui.page.search import NO_HITS, Hits
from tui.page.sheet import Sheet, Spot
from tui.page.signs import UNICODE
from tui.page.viewport import Top, Viewport
from tui.view.widgets.at_rest import AtRest
from tui.view.widgets.emphasis import Emphasis, Found, Traits, hits_on, styled, traits_of
from tui.view.widgets.mouse_view import MouseView

MAX_STRIPS = 6000
MOMENT = 0.05
"""Seconds without a key after which the rows around the screen are laid out.

More than lie between two keys of one that is held down.
"""
AHEAD = 12
"""How many of them, below and above."""


class Scrolled(Message):
    """The lines on screen changed; the ruler wants to know."""


class Rested(Message):
    """No key was pressed for a moment; what the next one may need can be made."""


class FirstDrawn(Message):
    """Text was drawn for the first time; what could wait may begin."""


class SheetView(MouseView, can_focus=True):
    """Draws what its viewport shows of a sheet, and says what is where."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.emphasis = Emphasis()
        self.signs = UNICODE
        self.was_drawn = False
        """Whether text was ever on screen."""
        self.expected = 1
        """Lines of the widget: what its screen expects, until the layout tells."""
        self._covered = 0
        """Cells at the left that something lies over."""
        self._port: Viewport | None = None
        self._drawn_as: list[tuple[Line, object]] | None = None
        """What each line of the widget shows: the line, and what is lit up on it."""
        self._strips: dict[tuple[int, object, int], tuple[Line, Strip]] = {}
        """Drawn lines by identity, emphasis and width; with the line, that lives as long."""
        self._traits: dict[int, tuple[Line, Traits]] = {}
        """By the identity of the line, which lives as long."""
        self._hits: Hits = NO_HITS
        self._found: dict[int, tuple[Line, Found]] = {}
        """Which of `_hits` stand on a line, by its identity."""
        self._rest = AtRest(self, MOMENT)
        self._looked: dict[int, Sequence[Line]] = {}
        """Rows that were laid out before anybody saw them, with their lines."""

    # -- what to show ----------------------------------------------------------

    @property
    def sheet(self) -> Sheet | None:
        """The page shown; None until the first one, and while another is made."""
        return self._port.sheet if self._port else None

    @sheet.setter
    def sheet(self, sheet: Sheet | None) -> None:
        height = self.expected
        if sheet is None:
            self._port = None
        elif self._port is None:
            self._port = Viewport(sheet, height)
        else:
            self._port.sheet = sheet
            self._port.height = height

    def show(self, sheet: Sheet, emphasis: Emphasis, y: int | None = None) -> None:
        """Draw another sheet, the claim under the cursor on body line `y` if given.

        Of a page made anew for one tag only the lines of that tag are drawn again.
        """
        self.put(sheet, emphasis, y)
        self.draw_changed()

    def put(self, sheet: Sheet, emphasis: Emphasis, y: int | None = None) -> None:
        """The same without drawing: the cursor is about to move."""
        self.sheet, self.emphasis = sheet, emphasis
        if self._port and emphasis.spot:
            self._port.hold(emphasis.spot, y)

    def light(self, emphasis: Emphasis, jump: bool = False, follow: bool = True) -> None:
        """Move the cursor and the emphasis, and draw again what looks different now."""
        self.move(emphasis, jump, follow)
        self.draw_changed()

    def move(self, emphasis: Emphasis, jump: bool = False, follow: bool = True) -> None:
        """Move the cursor and the emphasis; `draw_changed` is to be called after the last move.

        The page follows as little as it can; `follow` brings the cursor's claim
        on screen.
        """
        self.emphasis = emphasis
        if self._port:
            self._port.moved()
            if emphasis.spot and follow:
                self._port.reveal(emphasis.spot, jump)
        self._look_ahead_soon()

    def _look_ahead_soon(self) -> None:
        """Lay out the rows around the screen once no key was pressed for a moment."""
        self._rest.ask(self._begin_to_look)

    def _begin_to_look(self) -> None:
        self._look_ahead(self._rest.asked)
        self.post_message(Rested())

    def _look_ahead(self, asked: int, blocks: Sequence[int] = ()) -> None:
        """Lay out one row, then the next; a key that comes in between, and asks anew, ends it."""
        sheet = self.sheet
        if sheet is None or asked != self._rest.asked:
            return
        if not blocks:
            first, last = self.blocks_on_screen
            near = (*range(last, last + AHEAD), *range(first - 1, first - AHEAD, -1))
            blocks = [block for block in near if 0 <= block < len(sheet)]
        for number, block in enumerate(blocks, 1):
            lines = sheet.lines(block)
            if self._looked.get(block) is lines:
                continue
            self._looked[block] = lines
            self.draw_ahead(lines)
            if blocks[number:]:
                self.call_later(self._look_ahead, asked, blocks[number:])
            return

    def draw_ahead(
        self, lines: Sequence[Line], emphasis: Emphasis | None = None, head: bool = False
    ) -> None:
        """Have lines ready that may soon be on screen, under what will be lit up.

        `head` says that they stand above the text.
        """
        lit, width = emphasis or self.emphasis, self.size.width
        for line in lines:
            strip = self._drawn(line, self._lit_on(line, lit, head), width, lit)
            strip.render(self.app.console)

    def draw_changed(self) -> None:
        """Draw again the lines that look different from what was drawn last."""
        lines = self._port.on_screen if self._port else [((), -1)] * self.expected
        now = [self._lit(line, block) for line, block in lines]
        before, self._drawn_as = self._drawn_as, now
        if before is None or len(before) != len(now):
            changed = list(range(len(now)))
            self.refresh()
        else:
            changed = [y for y, shown in enumerate(now) if before[y] != shown]
            self.draw_again(changed)
        width = self.size.width
        made_for = self.sheet.width if self.sheet else width
        if width and width == self._painted_width == made_for:  # else drawn once its size is known
            for y in changed:  # what is lit up is known by now
                self.paint(y, self._drawn(*now[y], width))

    def _shown(self, y: int) -> tuple[Line, object]:
        """What stands at line `y` of the widget, and what of it is lit up."""
        return self._lit(*self._line(y))

    def _lit(self, line: Line, block: int) -> tuple[Line, object]:
        return line, self._lit_on(line, self.emphasis, head=block < 0)

    def _lit_on(self, line: Line, lit: Emphasis, head: bool) -> object:
        return lit.on(line, self._traits_of(line), self._hits_on(line, lit), head)

    def _hits_on(self, line: Line, lit: Emphasis) -> Found:
        """The hits on a line, looked for once a search."""
        if not lit.hits:
            return ()
        if self._hits is not lit.hits:
            self._hits = lit.hits
            self._found.clear()
        known = self._found.get(id(line))
        if known is None:
            known = self._found[id(line)] = (line, hits_on(lit.hits, self._traits_of(line)))
        return known[1]

    def _traits_of(self, line: Line) -> Traits:
        known = self._traits.get(id(line))
        if known is None:
            if len(self._traits) > MAX_STRIPS:
                self._traits.clear()
                self._found.clear()
            known = self._traits[id(line)] = (line, traits_of(line))
        return known[1]

    def notify_style_update(self) -> None:
        self._strips.clear()
        self._looked.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        if self.expected == self.size.height:
            return
        self.expected = self.size.height
        self._drawn_as = None
        if self._port:
            self._port.height = self.expected
            if self.emphasis.spot:
                self._port.reveal(self.emphasis.spot)
        self.refresh()  # what was painted meanwhile was painted for another height
        self.post_message(Scrolled())

    def cover(self, cells: int) -> None:
        """Something lies over so many cells at the left now; none for 0."""
        if cells != self._covered:
            self._covered = cells
            self._strips.clear()
            self._looked.clear()
            self.refresh()

    # -- where things are ------------------------------------------------------

    @property
    def body(self) -> int:
        """Lines for the text itself."""
        return self._port.body if self._port else 1

    @property
    def top(self) -> Top:
        """Block and line that stand first."""
        return self._port.top if self._port else (0, 0)

    @property
    def blocks_on_screen(self) -> tuple[int, int]:
        """First and last block that show."""
        return self._port.blocks_on_screen if self._port else (0, 0)

    def line_of(self, spot: Spot) -> int | None:
        """Body line on screen where the claim begins, or None off screen."""
        return self._port.line_of(spot) if self._port else None

    def shows(self, spot: Spot) -> bool:
        """Whether any line of the claim is on screen."""
        return self._port is not None and self._port.shows(spot)

    def nearest(self, spot: Spot) -> Spot:
        """The claim on screen that is closest to `spot`, in its article if that shows."""
        return self._port.nearest(spot) if self._port else spot

    def scroll_lines(self, delta: int) -> None:
        """Move the page by lines; the cursor stays where it is, on screen or not."""
        if self._port:
            self._port.scroll(delta)
            self._drawn_as = None
            self.refresh()
            self._look_ahead_soon()

    # -- drawing ---------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        if self._port is None:
            return self.strip((), self._painted_width)
        if not self.was_drawn:
            self.was_drawn = True
            self.post_message(FirstDrawn())
        return self._drawn(*self._shown(y), self._painted_width)

    def _line(self, y: int) -> tuple[Line, int]:
        """What stands at line `y` of the widget, and its block (-1 for heads and blanks)."""
        return self._port.line_at(y) if self._port else ((), -1)

    def line_at(self, y: int) -> Line:
        return self._line(y)[0]

    def wheel(self, lines: int) -> None:
        self.scroll_lines(lines)
        self.post_message(Scrolled())

    def _drawn(
        self, line: Line, lit: object, width: int, emphasis: Emphasis | None = None
    ) -> Strip:
        """The line as the terminal gets it; `lit` is what the emphasis has on it."""
        key = (id(line), lit, width)
        if known := self._strips.get(key):
            return known[1]
        if len(self._strips) > MAX_STRIPS:
            self._strips.clear()
            self._looked.clear()
        seen = uncovered(line, self._covered) if self._covered else line
        if lit is None:
            strip = self.strip(seen, width)
        else:
            shown = emphasis or self.emphasis
            parts = styled(seen, shown, self._hits_on(line, shown), self.book, self.signs)
            strip = self.finished(parts, width)
        self._strips[key] = (line, strip)
        return strip

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width
