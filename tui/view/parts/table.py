"""The table of the matrix: the findings listed, what is drawn of them, and the cell in hand.

The cell in hand is the claim in hand, so everything that tags, explains or
decides a claim on the reading screen does so here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tui.model.finding import Contradiction, Fact, Only
from tui.page.lines import Fragment, Line, cut
from tui.page.marks import Show
from tui.page.matrix import Board, Entry, MatrixFilter
from tui.page.matrix_lines import Grid, detail_lines, entry_line, grid, head_lines
from tui.page.rows import Rows
from tui.view.bindings import Commands
from tui.view.parts.find_line import FindLine
from tui.view.parts.host import Host
from tui.view.story.open_story import Cursor
from tui.view.widgets.lines_view import LinesView


class TableHost(Host, Protocol):
    """A screen with a table above its footer."""

    @property
    def shown_keys(self) -> Mapping[str, str]:
        """The key that is shown for each command, by its id."""

    @property
    def foot_rows(self) -> int:
        """Lines of the footer."""


class Table:
    """Draws the findings as lines, and takes in hand the claim of the cell under the cursor."""

    def __init__(self, host: TableHost, rows: Rows, line: FindLine) -> None:
        self._host, self._rows, self._line = host, rows, line
        self.head = LinesView("top", id="top")
        self.view = LinesView("text", id="lines")
        self.detail = LinesView("box", id="bar")
        self.filter = MatrixFilter()
        reading = host.reading
        self.article = reading.cursor.article if reading.cursor else reading.first
        self.first: int | None = None
        """The first finding on screen, by its position in the list; None before it was drawn."""
        self._column = 0
        """The leftmost article that shows."""
        self.at = 0
        """The finding in hand, by its position in the list."""
        self.board = self._make_board()
        self.entries: tuple[Entry, ...] = self.board.listed(self.filter)
        self._begin()
        self.commands: Commands = {
            "next-claim": lambda: self.move(1),
            "previous-claim": lambda: self.move(-1),
            "page-down": lambda: self.move(self.body),
            "page-up": lambda: self.move(-self.body),
            "half-down": lambda: self.move(max(self.body // 2, 1)),
            "half-up": lambda: self.move(-max(self.body // 2, 1)),
            "first-row": lambda: self.move(-len(self.entries)),
            "last-row": lambda: self.move(len(self.entries)),
            "next-article": lambda: self._to_side(1),
            "previous-article": lambda: self._to_side(-1),
            "next-conflict": lambda: self._to_undecided(1),
            "previous-conflict": lambda: self._to_undecided(-1),
        }

    def _begin(self) -> None:
        """On the finding under the cursor of the reading screen, the one in hand before others."""
        reading = self._host.reading
        here = [f.id for f in reading.findings() if not isinstance(f, Only)]
        listed = {entry.finding.id: n for n, entry in enumerate(self.entries)}
        self.at = next((listed[id] for id in (*here, reading.current) if id in listed), 0)

    # -- what is listed --------------------------------------------------------

    def _make_board(self) -> Board:
        reading = self._host.reading
        hidden = [a.id for a in reading.story.readable if a.id not in reading.order]
        return Board(
            reading.story,
            reading.analysis,
            self._rows,
            (*reading.telling, *hidden),
            reading.session.verdicts,
            reading.places,
            reading.signs,
            self._host.config.settings.analysis.possible,
        )

    @property
    def entry(self) -> Entry | None:
        """The finding in hand."""
        return self.entries[self.at] if self.at < len(self.entries) else None

    def look_up(self) -> None:
        """Look everything up anew; the finding in hand stays in hand."""
        self.board = self._make_board()
        self.narrow(self.filter)

    def narrow(self, wanted: MatrixFilter) -> None:
        """Choose and sort the lines; draws nothing."""
        self.filter = wanted
        kept = self.entry.finding.id if self.entry else ""
        shown = self._host.reading.show is not Show.NONE
        self.entries = self.board.listed(self.filter) if shown else ()
        same = [n for n, e in enumerate(self.entries) if e.finding.id == kept]
        self.at = same[0] if same else min(self.at, max(len(self.entries) - 1, 0))

    # -- moving ----------------------------------------------------------------

    def to(self, at: int, edge: str = "") -> None:
        """The finding at a position of the list; `edge` is said beyond its ends."""
        if not self.entries:
            self._host.tell("There is no line to go to")
            return
        if not 0 <= at < len(self.entries) and edge:
            self._host.tell(edge)
        self.at = min(max(at, 0), len(self.entries) - 1)
        self._host.draw_around()

    def move(self, lines: int) -> None:
        """Some lines on, as far as the list goes; at its end that is said."""
        last = max(len(self.entries) - 1, 0)
        if self.at == (last if lines > 0 else 0):
            self.to(self.at + lines, f"This is the {'last' if lines > 0 else 'first'} line")
        else:
            self.to(min(max(self.at + lines, 0), last))

    def to_article(self, id: str) -> None:
        self.article = id
        self._host.draw_around()

    def _to_side(self, step: int) -> None:
        every = self.board.articles
        at = every.index(self.article) + step if self.article in every else 0
        if not 0 <= at < len(every):
            self._host.tell("No article further on" if step > 0 else "No article before it")
            return
        self.to_article(every[at])

    def _to_undecided(self, step: int) -> None:
        """The next contradiction of the list that waits for a decision, round at the ends."""
        count = len(self.entries)
        for away in range(1, count + 1):
            at = (self.at + step * away) % count
            finding = self.entries[at].finding
            if isinstance(finding, Contradiction) and self.board.verdict(finding) is None:
                self.to(at)
                return
        self._host.tell("No contradiction in this list waits for a decision")

    # -- drawing ---------------------------------------------------------------

    @property
    def _detail_rows(self) -> int:
        """Lines for the finding in hand below the list."""
        height = self._host.area.height
        return 0 if height < 14 else 4 if height < 24 else 6 if height < 40 else 8

    @property
    def body(self) -> int:
        """Lines of the list that fit."""
        around = 2 + self._host.foot_rows + self._detail_rows + self._line.is_open
        return max(self._host.area.height - around, 1)

    def draw(self) -> None:
        """The lines on screen, and the finding in hand below them."""
        self._take_in_hand()
        body, width = self.body, self._host.area.width
        first = self.at - body // 3 if self.first is None else self.first
        first = min(max(first, self.at - body + 1), self.at)
        first = self.first = max(min(first, len(self.entries) - body), 0)
        visible = self.entries[first : first + body]
        made = grid(self.board, self.entries, width, self.article, self._column)
        self._column = made.left
        self.head.styles.height = 2
        self.head.lines = head_lines(
            self.board,
            len(self.entries),
            self.filter,
            made,
            self.article,
            self._host.shown_keys,
            self._host.reading.filter,
        )
        self.view.lines = self._lines(visible, made, first) or self._nothing(width)
        rows = self._detail_rows
        self.detail.styles.height = rows
        self.detail.set_class(not rows, "-none")
        self.detail.lines = detail_lines(self.board, self.entry, self.article, width, rows)

    def _lines(self, visible: Sequence[Entry], made: Grid, first: int) -> tuple[Line, ...]:
        return tuple(
            entry_line(self.board, entry, at, made, self.article, at == self.at)
            for at, entry in enumerate(visible, first)
        )

    def _nothing(self, width: int) -> tuple[Line, ...]:
        """Why no line shows, in the place of the lines."""
        reading, key = self._host.reading, self._host.shown_key
        if not reading.analysed:
            words = "The articles are not compared yet; lines appear when they are"
        elif reading.blind:
            words = f"You read blind: {key('blind')} shows the findings"
        elif reading.show is Show.NONE:
            words = "Marks are hidden, and so is this table"
        elif self.board.entries:
            words = f"No finding fits; {key('cancel')} shows all again"
        else:
            words = "Nothing found: no contradiction and no shared fact"
        return (cut((), width, "text"), cut((Fragment(f"  {words}", "silent"),), width, "text"))

    # -- the cell in hand ------------------------------------------------------

    def _take_in_hand(self) -> None:
        """The claim of the cell becomes the claim under the cursor; none where it is silent."""
        reading, entry = self._host.reading, self.entry
        if self.article not in self.board.articles:
            self.article = next(iter(self.board.articles), "")
        mention = self.board.cell(entry.finding, self.article).mention if entry else None
        reading.cursor = Cursor(mention.article, mention.span.start) if mention else None
        is_conflict = entry is not None and isinstance(entry.finding, Contradiction)
        reading.current = entry.finding.id if entry and is_conflict else ""

    def silent(self) -> str:
        """Why there is no claim in hand."""
        if self.entry is None:
            return "There is no line here"
        told = sorted({m.article for m in self.entry.finding.mentions})
        tell = "tells" if len(told) == 1 else "tell"
        return f"{self.article} is silent on this; {', '.join(told)} {tell} it"

    def findings(self) -> Sequence[Contradiction | Fact | Only]:
        return [self.entry.finding] if self.entry else []

    def to_cursor(self) -> None:
        """On the finding that tells the claim under the cursor, where one is listed."""
        cursor, claim = self._host.reading.cursor, self._host.reading.claim
        if cursor is None or claim is None:
            return
        self.article = cursor.article
        for at, entry in enumerate(self.entries):
            if any(
                m.article == cursor.article and m.span.overlaps(claim)
                for m in entry.finding.mentions
            ):
                self.at = at
                return
