"""One row, all its sources at full width, each with the words that are its own."""

from __future__ import annotations

from tui import keys
from tui.config import Config
from tui.page.bars import cut
from tui.page.jumps import Stop, following, stops
from tui.page.lines import Fragment
from tui.page.marks import chip
from tui.page.rows import Rows
from tui.page.stacked import CompareSheet
from tui.view.bindings import bindings
from tui.view.screens.filtering import FilterScreen
from tui.view.state import Cursor, Reading
from tui.view.widgets.lines_view import LinesView


class CompareScreen(FilterScreen):
    PLACE = keys.COMPARE
    BINDINGS = [*bindings(keys.COMPARE)]  # noqa: RUF012

    def __init__(self, reading: Reading, config: Config, rows: Rows, block: int) -> None:
        super().__init__(reading, config)
        self.rows, self.block = rows, block

    def make_sheet(self) -> CompareSheet:
        reading = self.reading
        row = self.rows[self.block]
        return CompareSheet(
            reading.story, row, reading.order, reading.marks, self.area.width, reading.signs
        )

    def draw_around(self) -> None:
        row, reading = self.rows[self.block], self.reading
        found = self.contradiction()
        parts = [
            Fragment(f" {row.number} ", "top-title"),
            Fragment(row.title, "top-title"),
            Fragment(f"   {len(row.cells)} of {len(reading.order)} articles", "top-dim"),
        ]
        if found:
            parts.append(Fragment(f"   {chip(found, signs=reading.signs)} ", "top-conflict"))
            parts.append(Fragment(found.question, "top"))
        self.query_one("#top", LinesView).lines = (cut(parts, self.area.width, "top"),)

    # -- from row to row -------------------------------------------------------

    def to_block(self, block: int) -> None:
        """Show another row, the cursor on its first source."""
        if not 0 <= block < len(self.rows):
            self.rashomon.tell("This is the last row" if block > 0 else "This is the first row")
            return
        self.block = block
        cells = self.rows[block].cells
        cursor = self.reading.cursor
        article = next(a for a in self.reading.order if a in cells)
        if cursor and cursor.article in cells:
            article = cursor.article
        self.reading.cursor = Cursor(article, cells[article][0].span.start)
        self.view.sheet = None
        self.rebuild()

    def action_next_row(self) -> None:
        self.to_block(self.block + 1)

    def action_previous_row(self) -> None:
        self.to_block(self.block - 1)

    def _article(self, step: int) -> None:
        if self.spot is None or self.view.sheet is None:
            return
        at = self.spot.block + step
        if 0 <= at < len(self.view.sheet):
            (article, claims), *_ = self.view.sheet.claims(at).items()
            self.reading.cursor = Cursor(article, claims[0].start)
            self.go(self.spot)

    def action_next_article(self) -> None:
        self._article(1)

    def action_previous_article(self) -> None:
        self._article(-1)

    def _conflict(self, step: int) -> None:
        reading, cursor = self.reading, self.reading.cursor
        listed = stops("conflict", reading.analysis, {}, self.rows.at, reading.order)
        here = None
        if cursor and cursor.article in reading.order:
            column = reading.order.index(cursor.article)
            here = Stop(self.block, column, cursor.offset, cursor.article, reading.current)
        found = following(listed, here, step)
        if found is None:
            self.rashomon.tell("No contradictions were found")
            return
        stop, _ = found
        reading.current, self.block = stop.id, stop.block
        reading.cursor = Cursor(stop.article, stop.offset)
        self.view.sheet = None
        self.rebuild()

    def action_next_conflict(self) -> None:
        self._conflict(1)

    def action_previous_conflict(self) -> None:
        self._conflict(-1)

    def action_copy_row(self) -> None:
        from tui.view.screens.choices import row_as_markdown

        self.copy(row_as_markdown(self.reading, self.rows[self.block]), "The row")
