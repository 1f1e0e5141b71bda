"""The columns of the reading screen: its rows, which articles stand side by side, its sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.model.alignment import Row
from tui.model.article import Story
from tui.page.aligned import AlignedSheet
from tui.page.columns import RULER, Shape, choose, shape
from tui.page.filters import Certainty, Filter
from tui.page.jumps import Stop, parties, tellers
from tui.page.marks import Show
from tui.page.row_sheet import Layout, RowSheet
from tui.page.rows import AlignedRows, Rows, StandInRows
from tui.page.search import hits_in
from tui.page.sheet import Spot, next_block, sideways
from tui.view.bindings import Commands
from tui.view.parts.foresight import Foresight, Landing
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.parts.walks import hit_stop
from tui.view.story.lately import Lately

NEAR_ROWS = 100
"""Rows searched for the next hit before all hits are listed; takes a few milliseconds."""
NEAR = 6
"""Rows above and below the screen whose lines are kept when a tag or a search changes others."""


class AlignedColumns:
    """Lays out side by side what the articles tell, as many articles as fit."""

    def __init__(self, host: Host, page: Page) -> None:
        self._host, self._page = host, page
        self.rows: Rows = StandInRows(host.reading.story)
        self._rows_of: tuple[Row, ...] = ()
        """What `rows` was made from, once the articles are compared."""
        self._agreed: Lately[frozenset[int]] = Lately(1)
        """Rows in which all agree."""
        self.shown: tuple[str, ...] = ()
        """The articles on screen."""
        self._unread_told = 0
        """Of how many articles that cannot be read the last keys told, at the last column."""
        self.foresight = Foresight(page, self)
        self._came_from = 0
        """The row in which the cursor was before."""
        self.commands: Commands = {
            "next-article": lambda: self._to_side(1),
            "previous-article": lambda: self._to_side(-1),
        }

    def begin_anew(self, story: Story) -> None:
        """Another story, or the same read again, which is not compared yet."""
        self.rows = StandInRows(story)

    def rows_seen(self) -> str:
        """`17 of 21`."""
        return f"{len(self._host.reading.seen.rows(self.rows))} of {len(self.rows)}"

    # -- the sheet -------------------------------------------------------------

    @property
    def division(self) -> Shape:
        """How the screen is divided."""
        screen, chosen = self._host.config.settings.screen, self._host.reading.chosen
        found = shape(self._host.area.width, screen, chosen.spine)
        return Shape(found.spine, 1) if chosen.layout == "stack" else found

    def make_sheet(self) -> RowSheet:
        reading = self._host.reading
        if reading.analysed and self._rows_of is not reading.arranged.rows:
            self._rows_of = reading.arranged.rows
            self.rows = AlignedRows(self._rows_of)
        division = self.division
        order = reading.order
        count = min(division.columns, len(order)) or 1
        self.shown = self._chosen(count)
        screen = self._host.config.settings.screen
        layout = Layout(
            width=self._host.area.width - division.spine - RULER,
            columns=self.shown,
            order=order,
            base=reading.first,
            fold=screen.fold_lines if reading.chosen.folded else 0,
            measure=screen.measure,
            signs=reading.signs,
            dates=reading.dates,
            hidden=tuple(a.id for a in reading.story.articles if a.id in reading.chosen.hidden),
            agreeing=self._folded_agreeing(),
        )
        kind: type[RowSheet] = AlignedSheet
        if reading.chosen.layout == "flow" and self.rows.aligned:
            from tui.page.flow import FlowSheet

            kind = FlowSheet
        sheet = kind(reading.story, reading.analysis, self.rows, reading.marks, layout)
        old = self._page.sheet
        if isinstance(old, RowSheet) and old.rows is self.rows:
            sheet.open_rows = old.open_rows
            sheet.guest = old.guest
            first, last = self._page.view.blocks_on_screen
            sheet.take_over(old, range(first - NEAR, last + NEAR + 1))
            self.foresight.use(sheet)
        if (at := self._cursors_row()) is not None:
            sheet.open_rows.add(at)  # else its claim could not be shown
        return sheet

    def _folded_agreeing(self) -> frozenset[int]:
        """The rows to fold."""
        folded = self._host.reading.chosen.agreeing_folded and self.rows.aligned
        return self.find_agreeing() if folded else frozenset()

    def find_agreeing(self) -> frozenset[int]:
        """The rows in which all agree; hiding a contradiction does not make a row agree."""
        from tui.page.agreeing import agreeing

        reading = self._host.reading
        every = reading.filter.certainty is Certainty.EVERYTHING

        def find() -> frozenset[int]:
            usual = Certainty.EVERYTHING if every else Certainty.NORMAL
            chosen = Filter(usual, blind=reading.blind)
            return agreeing(self.rows, reading.undecided_marks(Show.ALL, chosen))

        return self._agreed.get((self.rows, reading.arranged, reading.blind, every), find)

    def folded_rows(self) -> int:
        """How many rows are drawn as one line."""
        sheet = self._page.sheet
        return sheet.folded_rows if isinstance(sheet, RowSheet) else 0

    def fold_again(self) -> None:
        """Fold what the cursor had unfolded."""
        if isinstance(self._page.sheet, RowSheet):
            self._page.sheet.open_rows.clear()

    # -- which articles --------------------------------------------------------

    def articles(self) -> tuple[str, ...]:
        return self._host.reading.order

    def _cursors_row(self) -> int | None:
        cursor = self._host.reading.cursor
        return self.at(cursor.article, cursor.offset) if cursor else None

    def _wanted(self) -> list[str]:
        """The articles that must be on screen, most urgent first."""
        reading = self._host.reading
        cursor, found = reading.cursor, reading.contradiction(reading.current)
        wanted = [cursor.article] if cursor else []
        if found and cursor:
            block = self.at(cursor.article, cursor.offset)
            wanted += parties(found, self.at, -1 if block is None else block, cursor.article)
        return wanted

    def _chosen(self, count: int) -> tuple[str, ...]:
        reading, block = self._host.reading, self._cursors_row()
        found = reading.contradiction(reading.current)
        also = tellers(found, self.at, -1 if block is None else block) if found else ()
        return choose(
            reading.order,
            count,
            reading.first,
            self._wanted(),
            self.shown,
            also,
            last=reading.story.unreadable,
        )

    def fitting(self, jump: bool) -> tuple[str, ...]:
        """The articles on screen, or others if one is missing that the cursor or a jump needs."""
        reading = self._host.reading
        lacking = not set(self._wanted()[: len(self.shown)]) <= set(self.shown)
        if lacking or (jump and reading.contradiction(reading.current)):
            return self._chosen(len(self.shown))
        return self.shown

    @property
    def leads_to(self) -> int | None:
        """Number of the row that is named behind the claim under the cursor."""
        sheet, spot = self._page.sheet, self._page.spot
        return sheet.leads_to(spot) if isinstance(sheet, RowSheet) and spot else None

    # -- the cursor comes ------------------------------------------------------

    def opened(self) -> None:
        reading, sheet, spot = self._host.reading, self._page.sheet, self._page.spot
        if not isinstance(sheet, RowSheet) or spot is None:
            return
        sheet.open_rows.add(spot.block)
        reading.seen.enter(self.rows, spot.block)
        found = reading.contradiction(reading.current)
        sheet.guest = (spot.block, found) if found else None
        sheet.line_up(spot.block)

    def follow(self, spot: Spot, jump: bool) -> None:
        view, sheet = self._page.view, self._page.sheet
        if self.fitting(jump) != self.shown:
            y = None if jump else view.line_of(spot)
            view.sheet = made = self.make_sheet()
            if not jump:  # else the page opens and shows it by itself
                self.opened()
                view.put(made, self._page.emphasis(), y)
        elif isinstance(sheet, RowSheet):
            self.foresight.use(sheet)
            if not sheet.sticky:
                self._line_up(sheet, None if jump else view.line_of(spot))
        step = 1 if spot.block >= self._came_from else -1
        self._came_from = spot.block
        self.foresight.foresee(lambda: self._next_row(step), jump=False)

    def _next_row(self, step: int) -> Landing | None:
        """The claim to which a step to the next row leads."""
        reading, sheet, spot = self._host.reading, self._page.sheet, self._page.spot
        found = next_block(sheet, spot, step, reading.order) if sheet and spot else None
        return (found, reading.current) if found else None

    def scrolled(self) -> None:
        sheet, spot = self._page.sheet, self._page.spot
        if isinstance(sheet, RowSheet) and spot is not None and not sheet.sticky:
            self._line_up(sheet, self._page.view.line_of(spot))
            self._page.draw_soon()

    def _line_up(self, sheet: RowSheet, y: int | None) -> None:
        """Start the cursor's row level in all columns, its claim still on body line `y`."""
        before = sheet.laid_out
        self.opened()
        if sheet.laid_out != before:
            self._page.view.put(sheet, self._page.emphasis(), y)

    def _to_side(self, step: int) -> None:
        if placed := self._page.placed():
            found = sideways(*placed, self._host.reading.order, step)
            if found:
                self._unread_told = 0
            self._page.step(found, "" if found else self._edge(step))
            self.foresight.foresee(lambda: self._beside(step), jump=False)

    def _edge(self, step: int) -> str:
        """Why the key leads nowhere; at the end, also why an article cannot be read.

        Those stand last and have no claim for the cursor: each further key tells of the next.
        """
        if step < 0:
            return "No article before it"
        words, story = "No article further on tells this row", self._host.reading.story
        unread = [story.by_id[id] for id in self._host.reading.order if id in story.unreadable]
        if not unread:
            return words
        at = self._unread_told % len(unread)
        self._unread_told = at + 1
        which = f" ({at + 1} of {len(unread)})" if len(unread) > 1 else ""
        return f"{words}. {unread[at].id} cannot be read{which}: {unread[at].problem}"

    def _beside(self, step: int) -> Landing | None:
        """The claim in the next article, with the contradiction that would be in hand there."""
        reading, sheet, spot = self._host.reading, self._page.sheet, self._page.spot
        found = sideways(sheet, spot, reading.order, step) if sheet and spot else None
        return (found, reading.current) if found else None

    # -- what walks ask --------------------------------------------------------

    def at(self, article: str, offset: int) -> int | None:
        """The row that shows an offset."""
        return self.rows.at(article, offset)

    @property
    def blocks(self) -> object:
        return self.rows

    def uncover(self, block: int) -> None:
        sheet = self._page.sheet
        if isinstance(sheet, RowSheet) and sheet.is_folded(block):
            sheet.open_rows.add(block)

    def foresee(self, again: Callable[[], Landing | None]) -> None:
        self.foresight.foresee(again, jump=True)

    def near_hit(self, here: Stop | None, step: int) -> Stop | None:
        """The next hit in this row or one of the next; a frequent word stands in most of them."""
        first = here.block if here else 0 if step > 0 else len(self.rows) - 1
        end = min(first + NEAR_ROWS, len(self.rows)) if step > 0 else max(first - NEAR_ROWS, -1)
        for block in range(first, end, step):
            stops = self._hits_of(block)
            if step > 0:
                found = min((s for s in stops if here is None or s > here), default=None)
            else:
                found = max((s for s in stops if here is None or s < here), default=None)
            if found:
                return found
        return None

    def _hits_of(self, row: int) -> Iterator[Stop]:
        cells = self.rows[row].cells
        for column, article in enumerate(self.articles()):
            for piece in cells.get(article, ()):
                for hit in hits_in(self._host.reading.hits, article, piece.span):
                    if self.at(article, hit.start) == row:
                        yield hit_stop(row, column, article, hit)
