"""The matrix screen: one line a finding, one column an article, and where they meet, who says what.

What its keys and clicks do: move through the table, narrow it, search it, and
leave it for the words of the cell in hand.
"""

from __future__ import annotations

from textual import events, on
from textual.widgets import Input

from tui import keys
from tui.config import Config
from tui.model.finding import Contradiction
from tui.page.marks import Show
from tui.page.matrix import MatrixFilter, next_group, next_order
from tui.page.rows import Rows
from tui.view.bindings import bindings
from tui.view.screens.matrix_table import MatrixTable
from tui.view.state import Reading
from tui.view.widgets.find_bar import FindBar


class MatrixScreen(MatrixTable):
    PLACE = keys.MATRIX
    BINDINGS = [*bindings(keys.MATRIX)]  # noqa: RUF012

    def __init__(self, reading: Reading, config: Config, rows: Rows) -> None:
        super().__init__(reading, config, rows)
        self._began = reading.cursor, reading.current
        """Where the reader comes back to when nothing is chosen."""
        self.commands = {
            **self.commands,
            "next-claim": lambda: self._by(1),
            "previous-claim": lambda: self._by(-1),
            "page-down": lambda: self._by(self.body),
            "page-up": lambda: self._by(-self.body),
            "half-down": lambda: self._by(max(self.body // 2, 1)),
            "half-up": lambda: self._by(-max(self.body // 2, 1)),
            "first-row": lambda: self._by(-len(self.entries)),
            "last-row": lambda: self._by(len(self.entries)),
            "next-article": lambda: self._side(1),
            "previous-article": lambda: self._side(-1),
            "next-conflict": lambda: self._conflict(1),
            "previous-conflict": lambda: self._conflict(-1),
            "filter-findings": self._next_group,
            "order": lambda: self.narrow(next_order(self.filter)),
            "search": self._search,
            "open": self._open,
            "source": self._source,
            "matrix": self.leave,
        }

    # -- moving ----------------------------------------------------------------

    def to(self, at: int, edge: str = "") -> None:
        """The finding at a position of the list; `edge` is said beyond its ends."""
        if not self.entries:
            self.rashomon.tell("There is no line to go to")
            return
        if not 0 <= at < len(self.entries) and edge:
            self.rashomon.tell(edge)
        self.at = min(max(at, 0), len(self.entries) - 1)
        self.draw()

    def _by(self, lines: int) -> None:
        """Some lines on, as far as the list goes; at its end that is said."""
        last = max(len(self.entries) - 1, 0)
        if self.at == (last if lines > 0 else 0):
            self.to(self.at + lines, f"This is the {'last' if lines > 0 else 'first'} line")
        else:
            self.to(min(max(self.at + lines, 0), last))

    def _side(self, step: int) -> None:
        every = self.board.articles
        at = every.index(self.article) + step if self.article in every else 0
        if not 0 <= at < len(every):
            self.rashomon.tell("No article further on" if step > 0 else "No article before it")
            return
        self.article = every[at]
        self.draw()

    def _conflict(self, step: int) -> None:
        """The next contradiction of the list that waits for a decision, round at the ends."""
        count = len(self.entries)
        for away in range(1, count + 1):
            at = (self.at + step * away) % count
            finding = self.entries[at].finding
            if isinstance(finding, Contradiction) and self.board.verdict(finding) is None:
                self.to(at)
                return
        self.rashomon.tell("No contradiction in this list waits for a decision")

    # -- filters ---------------------------------------------------------------

    def narrow(self, wanted: MatrixFilter) -> None:
        self.filter = wanted
        self.list_again()

    def _next_group(self) -> None:
        if self.filters.says_hidden(*(show for show in Show if show is not Show.NONE)):
            return
        wanted = next_group(self.board, self.filter)
        if wanted == self.filter:
            self.rashomon.tell("There is nothing here to leave out")
        self.narrow(wanted)

    async def _search(self) -> None:
        if not self.query("#find"):
            bar = FindBar(self.filter.words, self._typed, "words of the findings")
            await self.mount(bar, before="#foot")
        self.query_one("#query", Input).focus()
        self.draw()

    def _typed(self, words: str) -> None:
        self.narrow(self.filter._replace(words=words))

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self._close_search()

    def _close_search(self) -> None:
        self.query("#find").remove()
        self.set_focus(None)
        self.rashomon.closed()
        self.call_after_refresh(self.draw)

    # -- clicks ----------------------------------------------------------------

    def clicked(self, kind: str, name: str) -> None:
        if kind == "column":
            self.article = name
            self.draw()
        elif kind == "line":
            at, _, article = name.partition(":")
            again = int(at) == self.at and article in ("", self.article)
            self.article = article or self.article
            self.to(int(at))
            if again and article:
                self._open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.to(self.at + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.to(self.at - 3)

    # -- leaving ---------------------------------------------------------------

    def _open(self) -> None:
        """To these words on the reading screen."""
        reading, cursor = self.reading, self.reading.cursor
        if self.entry is None:
            self.rashomon.tell("There is no line to open")
        elif cursor is None:
            self.rashomon.tell(self.no_claim())
        else:
            if self._began[0]:
                reading.trail.append(self._began[0])
            reading.hidden = tuple(i for i in reading.hidden if i != cursor.article)
            self.app.pop_screen()

    def _source(self) -> None:
        if self.reading.cursor is None:
            self.rashomon.tell(self.no_claim())
        else:
            self.doors.source()

    def cancel(self) -> None:
        """Put down a claim in hand, then take search and filter away, then leave."""
        if self.links.put_down():
            return
        if self.query("#find") or self.filter.narrows:
            self.filter = MatrixFilter(order=self.filter.order)
            self._close_search()
            self.rebuild()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to where the reading was."""
        self.reading.cursor, self.reading.current = self._began
        self.app.pop_screen()
