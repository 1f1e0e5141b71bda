"""Lays out, while nobody types, the page to which the last key leads once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from textual.timer import Timer

from tui.config import Config
from tui.page.aligned import AlignedSheet
from tui.page.sheet import Spot, spot_at
from tui.view.screens.freshness import FreshScreen
from tui.view.state import Cursor, Reading

REST = 0.1
"""Seconds without a key after which it is looked where the last one leads."""


class ForesightScreen(FreshScreen, part=True):
    """Walks from finding to finding, and to the next article, are mostly repeated."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self._foreseen: AlignedSheet | None = None
        """A page of which the rows are laid out that the next key will show."""
        self._resting: Timer | None = None

    def walk(self, kind: str, step: int) -> None:
        super().walk(kind, step)

        def again() -> tuple[Spot, str] | None:
            found, sheet = self.next_stop(kind, step), self.page.view.sheet
            if found is None or sheet is None:
                return None
            stop = found[0]
            spot = spot_at(sheet, stop.article, stop.offset)
            return (spot, stop.id if kind == "conflict" else "") if spot else None

        self.foresee(again, jump=True)

    def foresee(self, again: Callable[[], tuple[Spot, str] | None], jump: bool) -> None:
        """Lay out soon where `again` says that the same key leads, and with which contradiction."""
        if self._resting is not None:
            self._resting.stop()
        cursor = self.reading.cursor

        def begin() -> None:
            sheet, there = self.page.view.sheet, again() if self.reading.cursor == cursor else None
            if there and type(sheet) is AlignedSheet and self.is_current:
                self._foreseen = self._page_at(sheet, *there, jump)
                self._lay_out(around(self._foreseen, there[0].block, self.page.view.body), cursor)

        self._resting = self.set_timer(REST, begin)

    def _page_at(self, sheet: AlignedSheet, spot: Spot, id: str, jump: bool) -> AlignedSheet:
        """The page as it will be with the cursor there."""
        with self._as_if(spot, id):
            layout = sheet.layout._replace(columns=self.fitting_columns(jump))
            found = self.contradiction()
        page = AlignedSheet(sheet.story, sheet.analysis, sheet.rows, sheet.marks, layout)
        page.take_over(sheet, ())
        page.open_rows = sheet.open_rows | {spot.block}
        page.guest = (spot.block, found) if found else None
        _ = page.head
        return page

    @contextmanager
    def _as_if(self, spot: Spot, id: str) -> Iterator[None]:
        """Whoever asks meanwhile is told that the cursor is there."""
        reading = self.reading
        before = reading.cursor, reading.current
        reading.current = id
        try:
            self.page.put_cursor(spot)
            yield
        finally:
            reading.cursor, reading.current = before

    def _lay_out(self, blocks: Iterator[int], cursor: Cursor | None) -> None:
        """Lay out one row, then the next; a key that comes in between ends it."""
        page = self._foreseen
        if page is None or self.reading.cursor != cursor:
            return
        for block in blocks:
            self.page.view.draw_ahead(page.lines(block))
            self.call_later(self._lay_out, blocks, cursor)
            return

    def use_foreseen(self, sheet: AlignedSheet) -> None:
        """Take for `sheet` what was laid out for it."""
        if self._foreseen is not None:
            sheet.take_over(self._foreseen, range(len(sheet)))

    def fitting_columns(self, jump: bool) -> tuple[str, ...]:
        """The columns for where the cursor is."""
        raise NotImplementedError


def around(page: AlignedSheet, block: int, body: int) -> Iterator[int]:
    """The blocks that may be on a page of `body` lines with `block`."""
    for step, at in ((1, block), (-1, block - 1)):
        room = body
        while room > 0 and 0 <= at < len(page):
            yield at
            room -= len(page.lines(at))
            at += step
