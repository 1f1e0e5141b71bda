"""What the reader chooses to see of the columns: which, in which order, folded or whole."""

from __future__ import annotations

from tui.view.bindings import Commands
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.hand import HandHost
from tui.view.parts.page import Page
from tui.view.story.open_story import Cursor

LAYOUTS = ("level", "flow", "stack")


class Choices:
    """Each is kept with the place of the reader; the cursor stays on its claim."""

    def __init__(self, host: HandHost, page: Page, columns: AlignedColumns) -> None:
        self._host, self._page, self._columns = host, page, columns
        self.commands: Commands = {
            "fold": self._fold,
            "fold-agreeing": self._fold_agreeing,
            "layout": self._next_layout,
            "move-article-left": lambda: self._move(-1),
            "move-article-right": lambda: self._move(1),
            "hide-article": self._hide,
            "show-articles": self._show_all,
            "make-base": self._make_base,
        }

    def _fold(self) -> None:
        chosen = self._host.reading.chosen
        chosen.folded = not chosen.folded
        self._host.rebuild()

    def _fold_agreeing(self) -> None:
        chosen = self._host.reading.chosen
        chosen.agreeing_folded = not chosen.agreeing_folded
        self._columns.fold_again()
        self._host.rebuild()
        if not chosen.agreeing_folded:
            return
        if count := self._columns.folded_rows():
            rows = "row in which all agree is" if count == 1 else "rows in which all agree are"
            key = self._host.shown_key("fold-agreeing")
            self._host.tell(f"{count} {rows} folded; {key} unfolds")
        else:
            self._host.tell("There is no other row in which all agree")

    def _next_layout(self) -> None:
        chosen = self._host.reading.chosen
        at = LAYOUTS.index(chosen.layout) + 1 if chosen.layout in LAYOUTS else 0
        chosen.layout = LAYOUTS[at % len(LAYOUTS)]
        self._host.rebuild()

    def _move(self, step: int) -> None:
        """The cursor's column changes places with its neighbour; the base stays first."""
        reading = self._host.reading
        if reading.cursor is None:
            self._host.tell(self._host.no_claim())
            return
        moved, order = reading.cursor.article, reading.order
        at = order.index(moved)
        base = int(reading.first in order)
        if at < base:
            key = self._host.shown_key("make-base")
            self._host.tell(f"The base stays at the left; {key} makes another article the base")
        elif not base <= at + step < len(order):
            self._host.tell(f"{moved} is the {'last' if step > 0 else 'first'} of these columns")
        else:
            other = order[at + step]
            every = [*order, *(a.id for a in reading.story.articles if a.id not in order)]
            swap = {moved: other, other: moved}
            reading.chosen.columns = tuple(swap.get(id, id) for id in every)
            self._host.rebuild()

    def _hide(self) -> None:
        """The cursor goes to the nearest claim of the articles that stay."""
        reading = self._host.reading
        if reading.cursor is None or len(reading.order) < 2:
            self._host.tell("The last article cannot be hidden")
            return
        gone = reading.cursor.article
        spot, sheet = self._page.spot, self._page.sheet
        reading.chosen.hidden = (*reading.chosen.hidden, gone)
        reading.cursor = None
        if spot is not None and sheet is not None:
            blocks = sorted(range(len(sheet)), key=lambda block: abs(block - spot.block))
            told = (
                (article, claims[article][0])
                for block in blocks
                for claims in (sheet.claims(block),)
                for article in reading.order
                if claims.get(article)
            )
            if found := next(told, None):
                reading.cursor = Cursor(found[0], found[1].start)
        key = self._host.shown_key("show-articles")
        self._host.tell(f"{gone} is hidden; {key} shows all articles again")
        self._host.rebuild()

    def _show_all(self) -> None:
        chosen = self._host.reading.chosen
        if not chosen.hidden:
            self._host.tell("No article is hidden")
        chosen.hidden = ()
        self._host.rebuild()

    def _make_base(self) -> None:
        reading = self._host.reading
        cursor = reading.cursor
        if cursor is None:
            self._host.tell(self._host.no_claim())
            return
        if reading.first == cursor.article:
            self._host.tell(f"{cursor.article} is already the base")
        reading.chosen.base = cursor.article
        self._host.rebuild()
