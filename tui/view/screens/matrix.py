"""The matrix screen: one line a finding, one column an article, and where they meet, who says what.

What its keys and clicks do with the table: narrow it, search it, and leave it
for the words of the cell in hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from tui import keys
from tui.config import Config
from tui.model.finding import Contradiction, Fact, Only
from tui.page.marks import Show
from tui.page.matrix import MatrixFilter, next_group, next_order
from tui.page.rows import Rows
from tui.view.parts.find_line import FindLine
from tui.view.parts.table import Table
from tui.view.screens.text_screen import TextScreen
from tui.view.story.open_story import OpenStory
from tui.view.widgets.lines_view import LinesView


class MatrixScreen(TextScreen):
    PLACE = keys.MATRIX
    AUTO_FOCUS = ""

    def __init__(self, reading: OpenStory, config: Config, rows: Rows) -> None:
        super().__init__(reading, config)
        self.line = FindLine(self)
        self.table = self.add_part(Table(self, rows, self.line))
        self._began = reading.cursor, reading.current
        """Where the reader comes back to when nothing is chosen."""
        self.add_commands(
            {
                "filter-findings": self._next_group,
                "order": lambda: self._narrow(next_order(self.table.filter)),
                "search": self._search,
                "open": self._open,
                "matrix": self.leave,
            }
        )
        self.replace_commands({"source": self._source})

    def compose(self) -> ComposeResult:
        yield self.table.head
        yield self.table.view
        yield self.table.detail
        yield LinesView("foot", id="foot")
        yield self.small()

    # -- drawing ---------------------------------------------------------------

    def rebuild(self) -> None:
        """Look everything up anew; the finding in hand stays in hand."""
        if not self.table.view.has_parent:
            return
        self._built = self.area
        fits = self.fits()
        self.table.look_up()
        if fits:
            self.draw_around()

    def draw_around(self) -> None:
        self.table.draw()
        self.draw_footer()

    # -- what parts ask for ----------------------------------------------------

    def no_claim(self) -> str:
        return self.table.silent()

    def findings(self) -> Sequence[Contradiction | Fact | Only]:
        return self.table.findings()

    def came_back(self) -> None:
        self.table.to_cursor()

    # -- filters ---------------------------------------------------------------

    def _narrow(self, wanted: MatrixFilter) -> None:
        self.table.narrow(wanted)
        if not self.has_class("-small"):
            self.draw_around()

    def _next_group(self) -> None:
        if self.filters.says_hidden(*(show for show in Show if show is not Show.NONE)):
            return
        wanted = next_group(self.table.board, self.table.filter)
        if wanted == self.table.filter:
            self.tell("There is nothing here to skip")
        self._narrow(wanted)

    async def _search(self) -> None:
        await self.line.open(self.table.filter.words, self._typed, "words of the findings")
        self.draw_around()

    def _typed(self, words: str) -> None:
        self._narrow(self.table.filter._replace(words=words))

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self._close_search()

    def _close_search(self) -> None:
        self.line.close()
        self.set_focus(None)
        self.rashomon.closed()
        self.call_after_refresh(self.draw_around)

    # -- clicks ----------------------------------------------------------------

    def clicked(self, kind: str, name: str) -> None:
        table = self.table
        if kind == "column":
            table.to_article(name)
        elif kind == "line":
            at, _, article = name.partition(":")
            again = int(at) == table.at and article in ("", table.article)
            table.article = article or table.article
            table.to(int(at))
            if again and article:
                self._open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.table.to(self.table.at + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.table.to(self.table.at - 3)

    # -- leaving ---------------------------------------------------------------

    def _open(self) -> None:
        """To these words on the reading screen."""
        reading, cursor = self.reading, self.reading.cursor
        if self.table.entry is None:
            self.tell("There is no line to open")
        elif cursor is None:
            self.tell(self.no_claim())
        else:
            if self._began[0]:
                reading.trail.append(self._began[0])
            reading.chosen.unhide(cursor.article)
            self.app.pop_screen()

    def _source(self) -> None:
        if self.reading.cursor is None:
            self.tell(self.no_claim())
        else:
            self.doors.source()

    def cancel(self) -> None:
        """Put down a claim in hand, then take search and filter away, then leave."""
        if self.links.put_down():
            return
        if self.line.is_open or self.table.filter.narrows:
            self.table.filter = MatrixFilter(order=self.table.filter.order)
            self._close_search()
            self.rebuild()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to where the reader was."""
        self.reading.cursor, self.reading.current = self._began
        self.app.pop_screen()
