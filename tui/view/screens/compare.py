"""One row, all its sources at full width, each with the words that are its own."""

from __future__ import annotations

from collections.abc import Iterable

from tui import keys
from tui.config import Config
from tui.model.span import Span
from tui.model.tag import Verdict
from tui.page.bars import conflict_line
from tui.page.jumps import Stop, following, sides_elsewhere, stops
from tui.page.lines import Fragment, Line, text_line
from tui.page.marks import Show, chip
from tui.page.rows import Rows
from tui.page.stacked import CompareSheet, Rival
from tui.view.parts.tagging import RowTagging
from tui.view.screens.page_screen import PageScreen
from tui.view.story.open_story import Cursor, OpenStory
from tui.view.widgets.lines_view import LinesView


class CompareScreen(PageScreen):
    PLACE = keys.COMPARE

    def __init__(self, reading: OpenStory, config: Config, rows: Rows, block: int) -> None:
        super().__init__(reading, config)
        self.rows, self.block = rows, block
        self._disputed = False
        """Whether the row holds a contradiction."""
        self.add_part(RowTagging(self, self.page, self.edits))
        self.replace_commands(  # on this page a block is a source, and the row is all of it
            {
                "next-row": lambda: self.to_block(self.block + 1),
                "previous-row": lambda: self.to_block(self.block - 1),
            }
        )
        self.add_commands(
            {
                "next-article": lambda: self._article(1),
                "previous-article": lambda: self._article(-1),
                "next-conflict": lambda: self._conflict(1),
                "previous-conflict": lambda: self._conflict(-1),
                "make-base": self._make_base,
                "copy-row": lambda: self.copies.copy_row(self.rows[self.block]),
            }
        )

    def make_sheet(self) -> CompareSheet:
        reading = self.reading
        row = self.rows[self.block]
        marked = {
            mark.id
            for article, pieces in row.cells.items()
            for piece in pieces
            for mark in reading.marks.within(article, piece.span)
        }
        disputed = [c.id for c in reading.analysis.contradictions if c.id in marked]
        self._disputed = bool(disputed)
        return CompareSheet(
            reading.story,
            row,
            reading.order,
            reading.marks,
            self.area.width,
            self.config.settings.screen.measure,
            reading.signs,
            room=self.area.height // 3,
            differences=self.rows.aligned
            and not reading.blind
            and reading.show in (Show.ALL, Show.CONFLICTS),
            rivals=self._rivals(disputed),
        )

    def _rivals(self, ids: Iterable[str]) -> list[Rival]:
        """The claims of other rows without which contradictions of this row lack a side."""
        reading = self.reading
        chips: dict[tuple[str, Span], list[str]] = {}
        for id in ids:
            found = reading.contradiction(id)
            if found is None or reading.decided.get(id) is Verdict.REJECTED:
                continue
            for mention in sides_elsewhere(found, self.rows.at, self.block):
                claim = reading.story.by_id[mention.article].claim_at(mention.span.start)
                if claim is not None:
                    sign = chip(found, reading.decided.get(id), reading.signs)
                    chips.setdefault((mention.article, claim), []).append(sign)
        rivals = []
        for (article, claim), signs in chips.items():
            block = self.rows.at(article, claim.start)
            if block is not None:
                rivals.append(Rival(article, claim, self.rows[block].number, " ".join(signs)))
        return rivals

    @property
    def lines_on_top(self) -> int:
        """Two in a row with contradictions: which one is in hand stands below the title."""
        return 2 if self._disputed and self.area.height >= 14 else 1

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.lines_on_top - 1

    def draw_around(self) -> None:
        top = self.query_one("#top", LinesView)
        top.styles.height = self.lines_on_top
        top.lines = (self._title(), self._contradiction())[: self.lines_on_top]

    def _title(self) -> Line:
        row, reading = self.rows[self.block], self.reading
        here = [a for a in reading.order if a in row.cells]
        told = f"{len(here)} of {len(reading.telling)} articles"
        dot = reading.signs.dot
        end = f"{told} {dot} row {row.number}/{len(self.rows)} "
        if not self.rows.aligned:  # paragraphs of the same number, whatever they tell
            end = f"not compared yet {dot} paragraph {row.number}/{len(self.rows)} "
        found = self.contradiction() if self.lines_on_top == 1 else None
        parts = [Fragment(f" {row.number} ", "top-title"), Fragment(row.title, "top-title")]
        if found:
            parts.append(Fragment(f"   {chip(found, signs=reading.signs)} ", "top-conflict"))
            parts.append(Fragment(found.question, "top"))
        return self.title_line(parts, end)

    def _contradiction(self) -> Line:
        """The contradiction in hand, or where the others of this row are."""
        reading, found, width = self.reading, self.contradiction(), self.area.width
        if found is None:
            key = self.shown_key("next-conflict")
            return text_line(f"{key} goes to the contradictions of this row", width, "box-dim")
        listed = reading.analysis.contradictions
        position, verdict = listed.index(found) + 1, reading.decided.get(found.id)
        found = self.filters.worded(found)
        return conflict_line(
            found, position, len(listed), reading.story, width, reading.signs, verdict
        )

    def _make_base(self) -> None:
        """The article under the cursor comes first; quotations are held against it."""
        if cursor := self.reading.cursor:
            if self.reading.first == cursor.article:
                self.tell(f"{cursor.article} is already the base")
            self.reading.chosen.base = cursor.article
            self.rebuild()

    # -- from row to row -------------------------------------------------------

    def to_block(self, block: int) -> None:
        """Show another row, or the next one that an article on screen tells."""
        step = 1 if block > self.block else -1
        shown = set(self.reading.order)
        while 0 <= block < len(self.rows) and not shown & set(self.rows[block].cells):
            block += step
        if not 0 <= block < len(self.rows):
            self.tell("This is the last row" if block > 0 else "This is the first row")
            return
        self.block = block
        cells = self.rows[block].cells
        cursor = self.reading.cursor
        article = next(a for a in self.reading.order if a in cells)
        if cursor and cursor.article in cells:
            article = cursor.article
        self.reading.cursor = Cursor(article, cells[article][0].span.start)
        self.page.view.sheet = None
        self.rebuild()

    def _article(self, step: int) -> None:
        if self.page.spot is None or self.page.view.sheet is None:
            return
        at = self.page.spot.block + step
        if 0 <= at < len(self.page.view.sheet):
            (article, claims), *_ = self.page.view.sheet.claims(at).items()
            self.reading.cursor = Cursor(article, claims[0].start)
            self.page.go(self.page.spot)
        else:
            edge = "No article further on tells this row" if step > 0 else "No article before it"
            self.tell(edge)

    def _conflict(self, step: int) -> None:
        if self.filters.says_hidden(Show.ALL, Show.CONFLICTS):
            return
        reading, cursor = self.reading, self.reading.cursor
        listed = stops("conflict", reading.analysis, {}, self.rows.at, reading.order)
        here = None
        if cursor and cursor.article in reading.order:
            column = reading.order.index(cursor.article)
            here = Stop(self.block, column, cursor.offset, cursor.article, reading.current)
        found = following(listed, here, step)
        if found is None:
            self.tell("No contradictions were found")
            return
        stop, _ = found
        reading.current, self.block = stop.id, stop.block
        reading.cursor = Cursor(stop.article, stop.offset)
        self.page.view.sheet = None
        self.rebuild()
