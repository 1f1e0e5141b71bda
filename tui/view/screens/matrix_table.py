"""The table of the matrix: the findings listed, what is drawn of them, and the cell in hand.

The cell in hand is the claim in hand, so everything that tags, explains or
decides a claim on the reading screen does so here.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from tui.config import Config
from tui.model.finding import Contradiction, Fact, Only
from tui.page.lines import Fragment, Line, cut
from tui.page.marks import Show
from tui.page.matrix import Board, Entry, MatrixFilter
from tui.page.matrix_lines import Grid, detail_lines, entry_line, grid, head_lines
from tui.page.rows import Rows
from tui.view.screens.text_screen import TextScreen
from tui.view.state import Cursor, Reading
from tui.view.widgets.lines_view import LinesView


class MatrixTable(TextScreen, part=True):
    """Draws the findings as lines, and takes in hand the claim of the cell under the cursor."""

    AUTO_FOCUS = ""

    def __init__(self, reading: Reading, config: Config, rows: Rows) -> None:
        super().__init__(reading, config)
        self.rows = rows
        self.filter = MatrixFilter()
        self.article = reading.cursor.article if reading.cursor else reading.first
        self.first: int | None = None
        """The first finding on screen, by its position in the list; None before it was drawn."""
        self.column = 0
        """The leftmost article that shows."""
        self.at = 0
        self.board = self._make_board()
        self.entries: tuple[Entry, ...] = self.board.listed(self.filter)
        self._begin()

    def _begin(self) -> None:
        """On the finding under the cursor of the reading screen, the one in hand before others."""
        here = [f.id for f in self.reading.findings() if not isinstance(f, Only)]
        listed = {entry.finding.id: n for n, entry in enumerate(self.entries)}
        self.at = next((listed[id] for id in (*here, self.reading.current) if id in listed), 0)

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        yield LinesView("text", id="lines")
        yield LinesView("box", id="bar")
        yield LinesView("foot", id="foot")
        yield self.small()

    # -- what is shown ---------------------------------------------------------

    def _make_board(self) -> Board:
        reading = self.reading
        hidden = [a.id for a in reading.story.readable if a.id not in reading.order]
        return Board(
            reading.story,
            reading.analysis,
            self.rows,
            (*reading.telling, *hidden),
            reading.session.verdicts,
            reading.places,
            reading.signs,
            self.config.settings.analysis.possible,
        )

    @property
    def entry(self) -> Entry | None:
        """The finding in hand."""
        return self.entries[self.at] if self.at < len(self.entries) else None

    @property
    def detail_rows(self) -> int:
        """Lines for the finding in hand below the list."""
        height = self.area.height
        return 0 if height < 14 else 4 if height < 24 else 6 if height < 40 else 8

    @property
    def body(self) -> int:
        """Lines of the list that fit."""
        find = 1 if self.query("#find") else 0
        return max(self.area.height - 2 - self.foot_rows - self.detail_rows - find, 1)

    def rebuild(self) -> None:
        """Look everything up anew; the finding in hand stays in hand."""
        if not self.query("#lines"):
            return
        self._built = self.area
        self.fits()
        self.board = self._make_board()
        self.list_again()

    def list_again(self) -> None:
        """Choose and sort the lines; the board stays."""
        kept = self.entry.finding.id if self.entry else ""
        shown = self.reading.show is not Show.NONE
        self.entries = self.board.listed(self.filter) if shown else ()
        same = [n for n, e in enumerate(self.entries) if e.finding.id == kept]
        self.at = same[0] if same else min(self.at, max(len(self.entries) - 1, 0))
        if not self.has_class("-small"):
            self.draw()

    def draw(self) -> None:
        """The lines on screen, and what stands around them."""
        self._take_in_hand()
        body = self.body
        first = self.at - body // 3 if self.first is None else self.first
        first = min(max(first, self.at - body + 1), self.at)
        first = self.first = max(min(first, len(self.entries) - body), 0)
        visible = self.entries[first : first + body]
        made = grid(self.board, self.entries, self.area.width, self.article, self.column)
        self.column = made.left
        top = self.query_one("#top", LinesView)
        top.styles.height = 2
        top.lines = head_lines(
            self.board,
            len(self.entries),
            self.filter,
            made,
            self.article,
            self.shown_keys,
            self.reading.filter,
        )
        self.query_one("#lines", LinesView).lines = (
            self._lines(visible, made, first) or self._nothing()
        )
        self._draw_detail()
        self.draw_footer()

    def _lines(self, visible: Sequence[Entry], made: Grid, first: int) -> tuple[Line, ...]:
        return tuple(
            entry_line(self.board, entry, at, made, self.article, at == self.at)
            for at, entry in enumerate(visible, first)
        )

    def _nothing(self) -> tuple[Line, ...]:
        """Why no line shows, in the place of the lines."""
        width = self.area.width
        clear = self.shown_keys["cancel"]
        if not self.reading.analysed:
            words = "The articles are not compared yet; lines appear when they are"
        elif self.reading.blind:
            words = f"You read blind: {self.shown_keys['blind']} shows the findings"
        elif self.reading.show is Show.NONE:
            words = "Marks are hidden, and so is this table"
        elif self.board.entries:
            words = f"No finding fits; {clear} shows all again"
        else:
            words = "Nothing found: no contradiction and no shared fact"
        return (cut((), width, "text"), cut((Fragment(f"  {words}", "silent"),), width, "text"))

    def _draw_detail(self) -> None:
        bar, rows = self.query_one("#bar", LinesView), self.detail_rows
        bar.styles.height = rows
        bar.set_class(not rows, "-none")
        bar.lines = detail_lines(self.board, self.entry, self.article, self.area.width, rows)

    def draw_around(self) -> None:
        self.draw()

    # -- the cell in hand ------------------------------------------------------

    def _take_in_hand(self) -> None:
        """The claim of the cell becomes the claim under the cursor; none where it is silent."""
        reading, entry = self.reading, self.entry
        if self.article not in self.board.articles:
            self.article = next(iter(self.board.articles), "")
        mention = self.board.cell(entry.finding, self.article).mention if entry else None
        reading.cursor = Cursor(mention.article, mention.span.start) if mention else None
        is_conflict = entry is not None and isinstance(entry.finding, Contradiction)
        reading.current = entry.finding.id if entry and is_conflict else ""

    def no_claim(self) -> str:
        if self.entry is None:
            return "There is no line here"
        told = sorted({m.article for m in self.entry.finding.mentions})
        tell = "tells" if len(told) == 1 else "tell"
        return f"{self.article} is silent on this; {', '.join(told)} {tell} it"

    def findings(self) -> list[Contradiction | Fact | Only]:
        return [self.entry.finding] if self.entry else []

    def came_back(self) -> None:
        """After undo: on the finding whose words were changed, where one is listed."""
        cursor, claim = self.reading.cursor, self.reading.claim
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
