"""What the screens with a page of article text share: its place, its sizes, clicks on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult

from tui.config import Config
from tui.model.finding import Mention
from tui.page.lines import Fragment, Line, cut
from tui.page.sheet import Sheet, Spot, spot_at
from tui.page.wrap import width_of
from tui.view.parts.page import Page
from tui.view.parts.words import Words
from tui.view.screens.text_screen import TextScreen
from tui.view.story.open_story import OpenStory
from tui.view.widgets.lines_view import Columns, LinesView
from tui.view.widgets.mouse_view import ClaimClicked, WordsDragged

if TYPE_CHECKING:
    from tui.page.words import Stretch

WHEEL = 3
"""Lines that one step of the wheel moves the page, wherever on the screen it is turned."""


class PageScreen(TextScreen):
    """A page of text with a cursor that sits on a claim."""

    AUTO_FOCUS = "#sheet"

    def __init__(self, reading: OpenStory, config: Config) -> None:
        super().__init__(reading, config)
        self.page = self.add_part(Page(self))
        self.page.shows = self
        self.words = self.add_part(Words(self, self.page, self.hand))

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        with Columns(id="middle"):
            yield self.page.view
        yield LinesView("foot", id="foot")
        yield self.small()

    # -- what the page shows ---------------------------------------------------

    def make_sheet(self) -> Sheet:
        raise NotImplementedError

    def articles(self) -> tuple[str, ...]:
        return self.reading.order

    def opened(self) -> None:
        """Every block is open already."""

    def follow(self, spot: Spot, jump: bool) -> None:
        """All claims are on one sheet."""

    def scrolled(self) -> None:
        """Nothing else moves."""

    # -- drawing ---------------------------------------------------------------

    def place_around(self) -> None:
        """Give what stands around the page its place."""

    @property
    def lines_around(self) -> int:
        """Lines above and below the sheet."""
        opened = len(self.query("#find")) + len(self.query("#notice"))
        return 1 + opened + self.foot_rows

    @property
    def was_drawn(self) -> bool:
        return self.page.view.was_drawn

    def rebuild(self) -> None:
        """Make the page anew; the claim under the cursor stays where it is."""
        if not self.page.view.has_parent or not self.area.width:
            return
        resized = self._built != self.area
        if resized:
            self._built = self.area
            self.page.view.expected = self.area.height - self.lines_around
        if self.fits():
            self.place_around()
            self.page.make()
            if resized:
                self.page.bring()
            self.draw_around()
            self.draw_footer()
            if self.was_drawn and not resized:
                self.paint_at_once()

    @property
    def unusual(self) -> tuple[str, ...]:
        """What shows otherwise than usual, for the top line."""
        return self.filters.unusual

    def title_line(self, parts: Iterable[Fragment], end: str = "") -> Line:
        """The top line: its parts, what shows otherwise than usual, and `end` at the right."""
        chosen = f" {self.signs.dot} ".join(self.unusual)
        state = (Fragment(f" {chosen} ", "top-chosen"), Fragment("  ", "top")) if chosen else ()
        width = self.area.width
        room = width - width_of(end) - 2 - sum(width_of(f.text) for f in state)
        left = cut(parts, max(room, 0), "top")
        return cut((*left, Fragment("  ", "top"), *state, Fragment(end, "top-dim")), width, "top")

    # -- what parts ask for ----------------------------------------------------

    def in_thread(self, work: Callable[[], object], group: str, words: str) -> None:
        """Do `work`, called `words`, in a thread."""
        self.run_worker(work, group=group, description=words, thread=True)

    def field_closed(self) -> None:
        """A field was closed; deliver the keys that were typed for what is below it."""
        self.rashomon.closed()

    # -- going there, choosing words -------------------------------------------

    def visit(self, there: Mention) -> None:
        """Put the cursor on words of any article; `back` returns."""
        sheet = self.page.sheet
        if sheet is None or sheet.block_of(there.article, there.span.start) is None:
            super().visit(there)  # this page does not show the place
            return
        self._point_at(there)
        self.rebuild()
        if self.page.sheet:
            self.page.go(spot_at(self.page.sheet, there.article, there.span.start), jump=True)

    def choose_words(self, stretch: Stretch) -> None:
        """Let keys move the ends of `stretch`."""
        from tui.view.screens.select_mode import SelectMode

        self.app.push_screen(SelectMode(self, stretch))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.page.view.wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.page.view.wheel(-WHEEL)

    @on(WordsDragged)
    def _dragged(self, message: WordsDragged) -> None:
        message.stop()
        self.words.dragged(message)

    @on(ClaimClicked)
    def _clicked(self, message: ClaimClicked) -> None:
        message.stop()
        self.page.clicked(message)
        if message.button == 3:
            self.run_worker(self.run_action("command('label-menu')"))
        elif message.chain == 2:
            self.run_worker(self.run_action("command('compare')"))
