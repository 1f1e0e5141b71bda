"""One row, all its sources at full width, each with the words that are its own."""

from __future__ import annotations

from tui import keys
from tui.config import Config
from tui.page.bars import cut
from tui.page.lines import Fragment
from tui.page.marks import chip
from tui.page.rows import Rows
from tui.page.stacked import CompareSheet
from tui.view.bindings import bindings
from tui.view.screens.tagging import TaggingScreen
from tui.view.state import Cursor, Reading
from tui.view.widgets.lines_view import LinesView


class CompareScreen(TaggingScreen):
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
        listed = self.reading.analysis.contradictions
        if not listed:
            self.rashomon.tell("No contradictions were found")
            return
        ids = [c.id for c in listed]
        at = ids.index(self.reading.current) + step if self.reading.current in ids else 0
        found = listed[at % len(listed)]
        mention = found.sides[0].mentions[0]
        block = self.rows.at(mention.article, mention.span.start)
        if block is not None:
            self.reading.current = found.id
            self.block = block
            self.reading.cursor = Cursor(mention.article, mention.span.start)
            self.view.sheet = None
            self.rebuild()

    def action_next_conflict(self) -> None:
        self._conflict(1)

    def action_previous_conflict(self) -> None:
        self._conflict(-1)

    def action_source(self) -> None:
        from tui.view.screens.source import SourceScreen

        self.app.push_screen(SourceScreen(self.reading, self.config))

    def action_tags(self) -> None:
        from tui.view.screens.tags import TagsScreen

        self.app.push_screen(TagsScreen(self.reading, self.config))

    def action_copy_row(self) -> None:
        from tui.view.screens.choices import row_as_markdown

        self.copy(row_as_markdown(self.reading, self.rows[self.block]), "The row")
