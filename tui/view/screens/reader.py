"""The reading screen: columns, spine, ruler, conflict bar; text first, findings after."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from importlib import import_module

from textual import on
from textual.app import ComposeResult

from tui import keys
from tui.config import Config
from tui.errors import RashomonError
from tui.model.alignment import Row
from tui.page.aligned import AlignedSheet, Layout
from tui.page.columns import RULER, Shape, choose, overlay, shape
from tui.page.filters import Certainty, Filter
from tui.page.jumps import Stop, parties, tellers
from tui.page.marks import Show
from tui.page.rows import AlignedRows
from tui.page.search import hits_in
from tui.page.sheet import Spot, sideways
from tui.view.bindings import bindings
from tui.view.lately import same_values
from tui.view.leaving import SHORT
from tui.view.parts.tagging import RowTagging
from tui.view.screens.comparison import ComparisonScreen
from tui.view.screens.walking import hit_stop
from tui.view.state import Cursor, Reading
from tui.view.widgets.lines_view import Columns, LinesView
from tui.view.widgets.sheet_view import FirstDrawn

OPENED = (
    "widgets.find_bar", "screens.why", "screens.windows", "screens.compare", "screens.matrix",
    "screens.tags", "screens.source", "screens.help",
)  # fmt: skip
"""What keys open: loaded between two keys, so that the first of them waits for none."""
NEAR_ROWS = 100
"""Rows in which the next hit is looked for before all hits are listed: some milliseconds."""
NEAR = 6
"""Rows beyond the screen whose lines are kept when a tag or a search changes some."""


class ReaderScreen(ComparisonScreen):
    PLACE = keys.READER
    BINDINGS = [*bindings(keys.READER)]  # noqa: RUF012

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.commands = {
            **self.commands,
            **RowTagging(self, self.page, self.edits).commands,
        }
        self._rows_of: tuple[Row, ...] = ()
        """What `rows` was made from, once the articles are compared."""
        self._agreed: tuple[tuple[object, ...], frozenset[int]] = ((), frozenset())
        """Rows in which all agree, and what that was found from."""
        self.shown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        with Columns(id="middle"):
            yield LinesView("spine", id="spine")
            yield self.page.view
            yield LinesView("top", id="ruler")
        yield LinesView("box", id="bar")
        yield LinesView("foot", id="foot")
        yield self.small()

    def on_mount(self) -> None:
        self._resume()  # Textual goes on to the handler of TextScreen, which draws

    @on(FirstDrawn)
    def _begin(self) -> None:
        """What may wait until the text is on screen: the session, the comparison."""
        desk = self.reading.desk
        if not self._touched and desk.session.place.file:
            self._resume()
            self.rebuild()
        self.tell_opened()
        if desk.recovery:
            self.rashomon.save()
        if desk.deleted:
            self.offer_deleted()
        session = desk.session
        self.reading.hint = not (session.tags or session.decisions or session.place.file)
        self.compare_articles()
        self.watch_files()
        self.rashomon.style_windows()
        self.rashomon.settle()

    def prepare(self) -> None:
        self.prepare_walks()
        self.prepare_marks()
        self.call_after_refresh(self._find_agreeing)
        for module in OPENED:
            self.call_after_refresh(import_module, f"tui.view.{module}")

    def cancel(self) -> None:
        if self._finding:
            self.close_search()
        elif self.rashomon.put_away() or self.links.put_down() or self.let_go():
            pass
        elif self.spine_over:
            self.lay_spine_over(shown=False)
        elif self.comparing_goes_on:
            self.stop_comparing()
        elif self.reading.hint:
            self.take_hint_away()
        elif self.reading.hits:
            self.find("")
        else:
            self.rashomon.tell(f"Nothing is open here; {self.shown_key('quit')} leaves")

    # -- the page --------------------------------------------------------------

    def at(self, article: str, offset: int) -> int | None:
        return self.rows.at(article, offset)

    @property
    def blocks(self) -> object:
        return self.rows

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
                for hit in hits_in(self.reading.hits, article, piece.span):
                    if self.at(article, hit.start) == row:
                        yield hit_stop(row, column, article, hit)

    @property
    def division(self) -> Shape:
        stack = self.reading.layout == "stack"
        found = shape(self.area.width, self.config.settings.screen, self.reading.spine)
        return Shape(found.spine, 1) if stack else found

    def make_sheet(self) -> AlignedSheet:
        reading = self.reading
        if reading.analysed and self._rows_of is not reading.arranged.rows:
            self._rows_of = reading.arranged.rows
            self.rows = AlignedRows(self._rows_of)
        division = self.division
        order = reading.order
        self._place_spine()
        count = min(division.columns, len(order)) or 1
        self.shown = self._chosen_columns(count)
        screen = self.config.settings.screen
        layout = Layout(
            width=self.area.width - division.spine - RULER,
            columns=self.shown,
            order=order,
            base=reading.first,
            fold=screen.fold_lines if reading.folded else 0,
            signs=reading.signs,
            dates=reading.dates,
            hidden=tuple(a.id for a in reading.story.articles if a.id in reading.hidden),
            agreeing=self._agreeing(),
        )
        kind = AlignedSheet
        if reading.layout == "flow" and self.rows.aligned:
            from tui.page.flow import FlowSheet

            kind = FlowSheet
        sheet = kind(reading.story, reading.analysis, self.rows, reading.marks, layout)
        old = self.page.view.sheet
        if isinstance(old, AlignedSheet) and old.rows is self.rows:
            sheet.open_rows = old.open_rows
            sheet.guest = old.guest
            first, last = self.page.view.blocks_on_screen
            sheet.take_over(old, range(first - NEAR, last + NEAR + 1))
            self.use_foreseen(sheet)
        if (at := self._cursors_row()) is not None:
            sheet.open_rows.add(at)  # else its claim could not be shown
        return sheet

    @property
    def spine_width(self) -> int:
        over = overlay(self.area.width, self.config.settings.screen) if self.spine_over else 0
        return over or self.division.spine

    def _place_spine(self) -> None:
        """Beside the columns, over them, or nowhere."""
        self.spine_over = self.spine_over and self.division.spine < self.spine_width
        spine = self.query_one("#spine")
        spine.styles.width = self.spine_width + self.spine_over  # and the line at its edge
        spine.display = self.spine_width > 0
        spine.set_class(self.spine_over, "-over")

    def lay_spine_over(self, shown: bool) -> None:
        self.spine_over = shown
        self._place_spine()
        self.draw_around()

    def _agreeing(self) -> frozenset[int]:
        """The rows to fold."""
        folded = self.reading.agreeing_folded and self.rows.aligned
        return self._find_agreeing() if folded else frozenset()

    def _find_agreeing(self) -> frozenset[int]:
        """Where all agree: a contradiction that the reader only hides is no agreement."""
        from tui.page.agreeing import agreeing

        reading = self.reading
        every = reading.filter.certainty is Certainty.EVERYTHING
        key = (self.rows, reading.arranged, reading.blind, every)
        if not same_values(self._agreed[0], key):
            usual = Certainty.EVERYTHING if every else Certainty.NORMAL
            chosen = Filter(usual, blind=reading.blind)
            found = reading.undecided_marks(Show.ALL, chosen)
            self._agreed = (key, agreeing(self.rows, found))
        return self._agreed[1]

    def _cursors_row(self) -> int | None:
        cursor = self.reading.cursor
        return self.at(cursor.article, cursor.offset) if cursor else None

    def _wanted(self) -> list[str]:
        """The articles that must be on screen, most urgent first."""
        cursor, found = self.reading.cursor, self.contradiction()
        wanted = [cursor.article] if cursor else []
        if found and cursor:
            block = self.at(cursor.article, cursor.offset)
            wanted += parties(found, self.at, -1 if block is None else block, cursor.article)
        return wanted

    def _chosen_columns(self, count: int) -> tuple[str, ...]:
        reading, found, block = self.reading, self.contradiction(), self._cursors_row()
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

    def fitting_columns(self, jump: bool) -> tuple[str, ...]:
        """Those on screen, unless they lack an article that must be there or a jump needs more."""
        lacking = not set(self._wanted()[: len(self.shown)]) <= set(self.shown)
        if lacking or (jump and self.contradiction()):
            return self._chosen_columns(len(self.shown))
        return self.shown

    def opened(self) -> None:
        sheet, spot = self.page.view.sheet, self.page.spot
        if not isinstance(sheet, AlignedSheet) or spot is None:
            return
        sheet.open_rows.add(spot.block)
        self.reading.seen.enter(self.rows, spot.block)
        found = self.contradiction()
        sheet.guest = (spot.block, found) if found else None
        sheet.line_up(spot.block)

    def follow(self, spot: Spot, jump: bool) -> None:
        self._touched = True
        sheet = self.page.view.sheet
        if self.fitting_columns(jump) != self.shown:
            y = None if jump else self.page.view.line_of(spot)
            self.page.view.sheet = self.make_sheet()
            self.opened()
            self.page.view.put(self.page.view.sheet, self.page.emphasis(), y)
        elif isinstance(sheet, AlignedSheet):
            self.use_foreseen(sheet)
            if not sheet.sticky:
                self._line_up(sheet, None if jump else self.page.view.line_of(spot))

    def _line_up(self, sheet: AlignedSheet, y: int | None) -> None:
        """Let the cursor's row begin level, its claim on body line `y` as before; drawn later."""
        before = sheet.laid_out
        self.opened()
        if sheet.laid_out != before:
            self.page.view.put(sheet, self.page.emphasis(), y)

    def scrolled(self) -> None:
        sheet, spot = self.page.view.sheet, self.page.spot
        if isinstance(sheet, AlignedSheet) and spot is not None and not sheet.sticky:
            self._line_up(sheet, self.page.view.line_of(spot))
            self.page.draw_soon()

    def uncover(self, block: int) -> None:
        sheet = self.page.view.sheet
        if isinstance(sheet, AlignedSheet) and sheet.is_folded(block):
            sheet.open_rows.add(block)

    def folded_rows(self) -> int:
        sheet = self.page.view.sheet
        return sheet.folded_rows if isinstance(sheet, AlignedSheet) else 0

    def _side(self, step: int) -> None:
        if placed := self.page.placed():
            found = sideways(*placed, self.reading.order, step)
            words = "No article further on tells this row" if step > 0 else "No article before it"
            self.page.step(found, words)
            self.foresee(lambda: self._beside(step), jump=False)

    def _beside(self, step: int) -> tuple[Spot, str] | None:
        """The claim in the next article, which may bring a contradiction of its own in hand."""
        sheet, spot = self.page.view.sheet, self.page.spot
        found = sideways(sheet, spot, self.reading.order, step) if sheet and spot else None
        return (found, self.reading.current) if found else None

    def action_next_article(self) -> None:
        self._side(1)

    def action_previous_article(self) -> None:
        self._side(-1)

    # -- leaving ---------------------------------------------------------------

    def leave(self) -> None:
        """Leave the program; what is not on disk yet is written first."""
        self.run_worker(self._leave(), group="leaving", exclusive=True)

    async def _leave(self) -> None:
        desk = self.reading.desk
        desk.move(self.reading.place())
        try:
            await asyncio.to_thread(desk.leave, SHORT)
        except RashomonError as error:
            kept, where = self.rashomon.keeper.rescue()
            leave = "leaves" if kept else "leaves, and what was not saved is lost"
            words = f"Not saved; {where}. {self.shown_key('quit')} again {leave}. {error}"
            self.rashomon.tell(words, "error")
            if not self._warned:
                self._warned = True
                return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()  # the list of stories is below
        else:
            self.app.exit(0)

    _warned = False

    def came_back(self) -> None:
        cursor = self.reading.cursor
        if cursor and cursor.article in self.reading.hidden:
            self.reading.hidden = tuple(i for i in self.reading.hidden if i != cursor.article)
        self.reading.cursor = Cursor(cursor.article, cursor.offset) if cursor else None
