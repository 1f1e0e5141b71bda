"""Going back to where jumps began, and going where a click leads."""

from __future__ import annotations

from tui.page.jumps import Stop
from tui.page.sheet import spot_at
from tui.view.bindings import Commands
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.parts.walks import Walks


class Trail:
    """Moves the cursor back, and to what was clicked."""

    def __init__(self, host: Host, page: Page, columns: AlignedColumns, walks: Walks) -> None:
        self._host, self._page, self._columns, self._walks = host, page, columns, walks
        self.commands: Commands = {"back": self._back}

    def _back(self) -> None:
        trail, here = self._host.reading.trail, self._host.reading.cursor
        while trail and trail[-1] == here:
            trail.pop()  # the jump led to where it began
        if not trail:
            self._host.tell("No jump to go back from")
        elif self._page.sheet:
            cursor = trail.pop()
            if (block := self._columns.at(cursor.article, cursor.offset)) is not None:
                self._columns.uncover(block)
            self._page.go(spot_at(self._page.sheet, cursor.article, cursor.offset), jump=True)

    def to_target(self, kind: str, name: str) -> None:
        """Where a click leads: `row:7`, `finding:x3`, `tag:ID`, `article:B`, `told:7:B`."""
        if kind == "row":
            self._to_row(int(name))
        elif kind in ("finding", "tag"):
            for stop in self._walks.stops("conflict" if kind == "finding" else "tag"):
                if stop.id == name:
                    self._walks.jump(stop)
        elif kind == "article":
            self._to_article(name)
        elif kind == "told":
            number, _, article = name.partition(":")
            self._to_row(int(number), article)

    def _to_row(self, number: int, first: str = "") -> None:
        """To a row; to what the article `first` tells there, if one is given."""
        sheet = self._page.sheet
        if sheet is None or not 0 < number <= len(sheet):
            return
        self._columns.uncover(number - 1)
        claims = sheet.claims(number - 1)
        for article in (first, *self._columns.articles()):
            if claims.get(article):
                offset = claims[article][0].start
                self._walks.jump(Stop(number - 1, 0, offset, article, ""))
                return
        self._host.tell(f"Only hidden articles tell row {number}")

    def _to_article(self, article: str) -> None:
        reading, spot, sheet = self._host.reading, self._page.spot, self._page.sheet
        if not spot or not sheet:
            return
        if article in reading.chosen.hidden:
            reading.chosen.unhide(article)
            self._host.rebuild()
            sheet = self._page.sheet or sheet
        if problem := reading.story.by_id[article].problem:
            self._host.tell(problem)
        elif claims := sheet.claims(spot.block).get(article):
            self._walks.jump(Stop(spot.block, 0, claims[0].start, article, ""))
        else:
            number = self._nearest_told(article, spot.block)
            where = f"; the nearest that it tells is row {number}" if number else ""
            self._host.tell(f"{article} does not tell this row{where}")

    def _nearest_told(self, article: str, block: int) -> int:
        """Number of the row closest to `block` that an article tells; 0 where none is."""
        told = set(self._columns.rows.places(article)[1])
        return min(told, key=lambda row: (abs(row - block), row), default=-1) + 1
