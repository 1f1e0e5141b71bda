"""Who else says this, and who says otherwise: tours of the claims that do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.model.finding import Contradiction, Fact
from tui.model.span import Span
from tui.page.jumps import Stop, rivals, telling_too
from tui.page.marks import Show
from tui.page.rows import claims_of
from tui.view.bindings import Commands
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.filters import Filters
from tui.view.parts.hand import Hand
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.parts.walks import Walks
from tui.view.story.open_story import Cursor


class WhoElse:
    """Takes the cursor round the claims that say the same as the one it is on, or deny it."""

    def __init__(
        self,
        host: Host,
        page: Page,
        hand: Hand,
        filters: Filters,
        columns: AlignedColumns,
        walks: Walks,
    ) -> None:
        self._host, self._page, self._hand, self._filters = host, page, hand, filters
        self._columns, self._walks = columns, walks
        self._round: tuple[object, Sequence[Stop]] = (None, ())
        """What the tour is about, and its stops, beginning with the claim it started from."""
        self.commands: Commands = {"who-else": self._same, "rival": self._rival}

    def _same(self) -> None:
        """The next article that tells what this claim shares, then the rows that tell it too."""
        if self._filters.says_hidden(Show.ALL, Show.SHARED) or self._page.placed() is None:
            return
        self._go_round("same", self._telling, "No other article was found that says this")

    def _rival(self) -> None:
        """The next claim on another side of the contradiction in hand, then those on its own."""
        if self._filters.says_hidden(Show.ALL, Show.CONFLICTS) or self._page.placed() is None:
            return
        reading, key = self._host.reading, self._host.shown_key
        found = reading.contradiction(reading.current)
        if found is None:
            words = f"No contradiction in hand here; {key('next-conflict')} goes to the next"
            self._host.tell(words)
        else:
            words = f"Only hidden articles say otherwise; {key('show-articles')} shows them"
            self._go_round(found.id, lambda: self._denying(found), words)

    def _go_round(self, about: str, find: Callable[[], list[Stop]], nothing: str) -> None:
        """The stop after the one the cursor is on; where it is on none, a tour begins."""
        current = self._host.reading.analysis
        tour, listed = self._round
        at = self._hand.stop
        begun = tour == (current, about) and at in listed and self._is_on(at)
        if not begun or at is None:
            listed = find()
            at = listed[0]
            self._round = ((current, about), listed)
        if len(listed) < 2:
            self._host.tell(nothing)
            return
        self._walks.jump(listed[(listed.index(at) + 1) % len(listed)])

    def _is_on(self, stop: Stop | None) -> bool:
        """Whether the cursor is on the claim of this stop."""
        cursor, claim = self._host.reading.cursor, self._host.reading.claim
        if stop is None or cursor is None or claim is None:
            return False
        return stop.article == cursor.article and claim.start <= stop.offset < claim.end

    def _here(self, id: str = "") -> tuple[Cursor, Stop]:
        """The cursor, and the stop that it is on."""
        cursor = self._host.reading.cursor
        assert cursor is not None
        block = self._columns.at(cursor.article, cursor.offset)
        return cursor, Stop(block or 0, 0, cursor.offset, cursor.article, id)

    def _denying(self, found: Contradiction) -> list[Stop]:
        """The cursor's claim, who takes another side of a contradiction, who else takes its own."""
        cursor, here = self._here(found.id)
        claim = self._host.reading.claim or Span(cursor.offset, cursor.offset + 1)
        return rivals(here, claim, found, self._columns.at, self._columns.articles())

    def _telling(self) -> list[Stop]:
        """The cursor's claim, who tells a fact of it, the rows that tell its paragraph again."""
        reading, columns = self._host.reading, self._columns
        cursor, here = self._here()
        facts = [f for f in reading.findings() if isinstance(f, Fact)]
        found = telling_too(here, facts, columns.at, columns.articles())
        rows = (self._stop_in(number - 1) for number in self._told_again(cursor))
        return [*found, *(stop for stop in rows if stop)]

    def _stop_in(self, block: int) -> Stop | None:
        """The first claim of a row; None where only hidden articles tell it."""
        cells = self._columns.rows[block].cells
        for article in self._columns.articles():
            story = self._host.reading.story
            for claim in claims_of(story, article, cells.get(article, ())):
                return Stop(block, 0, claim.start, article, "")
        return None

    def _told_again(self, cursor: Cursor) -> Sequence[int]:
        """Numbers of the other rows that tell what the cursor's paragraph tells."""
        from tui.page.elsewhere import told_again

        reading, article = self._host.reading, self._host.reading.article
        paragraph = article.paragraph_at(cursor.offset) if article else None
        if paragraph is None:
            return ()
        rows = told_again(reading.story, reading.analysis)
        return rows.get((cursor.article, paragraph.number), ())
