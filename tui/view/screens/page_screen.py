"""What the screens with a page of article text share: its place, its sizes, clicks on it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from tui.config import Config
from tui.page.sheet import Sheet, Spot
from tui.view.parts.page import Page
from tui.view.screens.text_screen import TextScreen
from tui.view.state import Reading
from tui.view.widgets.lines_view import Columns, LinesView
from tui.view.widgets.sheet_view import ClaimClicked


class PageScreen(TextScreen, part=True):
    """A page of text with a cursor that sits on a claim."""

    AUTO_FOCUS = "#sheet"

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.page = Page(self)
        self.page.shows = self
        self.commands = {**self.commands, **self.page.commands}

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
        if self._built != self.area:
            self._built = self.area
            self.page.view.expected = self.area.height - self.lines_around
        if self.fits():
            self.page.make()
            self.draw_around()
            self.draw_footer()

    @on(ClaimClicked)
    def _clicked(self, message: ClaimClicked) -> None:
        message.stop()
        self.page.clicked(message)
        if message.button == 3:
            self.run_worker(self.run_action("command('label-menu')"))
        elif message.chain == 2:
            self.run_worker(self.run_action("command('open')"))
