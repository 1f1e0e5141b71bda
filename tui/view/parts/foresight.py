"""Lays out, while nobody types, the page to which the last key leads once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from tui.page.aligned import AlignedSheet
from tui.page.row_sheet import RowSheet
from tui.page.sheet import Spot
from tui.view.parts.page import Page
from tui.view.story.open_story import Cursor
from tui.view.widgets.at_rest import AtRest
from tui.view.widgets.emphasis import Emphasis

REST = 0.1
"""Seconds without a key after which it is looked where the last one leads."""
NEAR = 100
"""Rows before and behind it that are taken as they are drawn; no page shows more."""

Landing = tuple[Spot, str]
"""Where a key leads: a claim on the page, and the id of the contradiction in hand there."""


class Fitted(Protocol):
    """Columns that are chosen for where the cursor is."""

    def fitting(self, jump: bool) -> tuple[str, ...]:
        """The columns for where the cursor is."""


class Foresight:
    """Steps to the next row, finding or article are mostly taken once more."""

    def __init__(self, page: Page, columns: Fitted) -> None:
        self._page, self._columns = page, columns
        self.page: AlignedSheet | None = None
        """One of which the rows are laid out that the next key will show."""
        self._rest = AtRest(page.view, REST)

    def foresee(self, again: Callable[[], Landing | None], jump: bool) -> None:
        """Lay out soon the page on which `again` says that the same key lands."""
        reading, view = self._page.reading, self._page.view
        cursor = reading.cursor

        def begin() -> None:
            there = again() if reading.cursor == cursor else None
            sheet = view.sheet
            if there and isinstance(sheet, AlignedSheet) and view.screen.is_current:
                self.page, lit = self._page_at(sheet, *there, jump)
                view.draw_ahead(self.page.head, lit, head=True)
                self._lay_out(around(self.page, there[0].block, view.body), lit, cursor)

        self._rest.ask(begin)

    def _page_at(
        self, sheet: AlignedSheet, spot: Spot, id: str, jump: bool
    ) -> tuple[AlignedSheet, Emphasis]:
        """The page as it will be with the cursor there, and what will be lit up on it."""
        reading = self._page.reading
        with self._as_if(spot, id):
            layout = sheet.layout._replace(columns=self._columns.fitting(jump))
            found = reading.contradiction(reading.current)
            lit = self._page.emphasis()._replace(spot=spot)
        page = AlignedSheet(sheet.story, sheet.analysis, sheet.rows, sheet.marks, layout)
        page.take_over(sheet, range(spot.block - NEAR, spot.block + NEAR))
        page.open_rows = sheet.open_rows | {spot.block}
        page.guest = (spot.block, found) if found else None
        return page, lit

    @contextmanager
    def _as_if(self, spot: Spot, id: str) -> Iterator[None]:
        """Whoever asks meanwhile is told that the cursor is there."""
        reading = self._page.reading
        before = reading.cursor, reading.current
        reading.current = id
        try:
            self._page.put_cursor(spot)
            yield
        finally:
            reading.cursor, reading.current = before

    def _lay_out(self, blocks: Iterator[int], lit: Emphasis, cursor: Cursor | None) -> None:
        """Lay out one row, then the next; a key that comes in between ends it."""
        page, view = self.page, self._page.view
        if page is None or self._page.reading.cursor != cursor:
            return
        for block in blocks:
            view.draw_ahead(page.lines(block), lit)
            view.call_later(self._lay_out, blocks, lit, cursor)
            return

    def use(self, sheet: RowSheet) -> None:
        """Take for `sheet` what was laid out for it."""
        if self.page is not None:
            sheet.take_over(self.page, range(len(sheet)))


def around(page: AlignedSheet, block: int, body: int) -> Iterator[int]:
    """The blocks that may be on a page of `body` lines with `block`."""
    for step, at in ((1, block), (-1, block - 1)):
        room = body
        while room > 0 and 0 <= at < len(page):
            yield at
            room -= len(page.lines(at))
            at += step
