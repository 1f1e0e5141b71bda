"""The line at the top: the title, what was found and chosen, where the reader is, what is saved."""

from __future__ import annotations

from collections import Counter
from typing import Protocol

from tui.model.article import Story
from tui.model.counted import counted
from tui.model.finding import Contradiction
from tui.model.tag import Verdict
from tui.page.heads import span_of_dates
from tui.page.marks import chip, look_of
from tui.page.top_line import Status, top_line
from tui.view.parts.bar import Bar
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.filters import Filters
from tui.view.parts.host import Host
from tui.view.parts.page import Page
from tui.view.parts.search import Search
from tui.view.parts.subject import Subject
from tui.view.story.lately import Lately
from tui.view.widgets.lines_view import LinesView


class TopHost(Host, Protocol):
    """A screen whose changes are saved."""

    @property
    def saving(self) -> bool:
        """Whether a change is on its way to the disk."""


class TopLine:
    """Counts and names what the reader keeps in mind."""

    def __init__(
        self,
        host: TopHost,
        page: Page,
        columns: AlignedColumns,
        filters: Filters,
        search: Search,
        bar: Bar,
        subject: Subject,
    ) -> None:
        self._host, self._page, self._columns = host, page, columns
        self._filters, self._search, self._bar = filters, search, bar
        self._subject = subject
        self.view = LinesView("top", id="top")
        self._counts: Lately[tuple[int, int]] = Lately(1)
        self._detail: Lately[str] = Lately(1)

    def draw(self) -> None:
        reading, spot = self._host.reading, self._page.spot
        conflicts, differs = self._count()
        rows = self._columns.rows
        state, alarm = self._state()
        status = Status(
            self._title(),
            self._subject.detail or self._articles(),
            len(reading.analysis.facts),
            conflicts,
            differs,
            len(reading.session.tags),
            f"row {spot.block + 1}/{len(rows)}" if spot and rows.aligned else "",
            state,
            alarm,
            reading.analysed and not reading.blind and self._subject.counted,
            self._chosen(),
            self._titled() is not None,
        )
        self.view.lines = (top_line(status, self._host.area.width, reading.signs),)

    def _state(self) -> tuple[str, bool]:
        """What is going on, and whether that is cause for alarm."""
        reading = self._host.reading
        if reading.read_only:
            return "read only", True
        if not (reading.saved or self._host.saving):
            return "NOT SAVED", True  # whatever else goes on: a comparison may take minutes
        if reading.comparing.words:
            return reading.comparing.words, reading.comparing.stopped
        if not reading.saved:
            return "saving…", False
        session = reading.session
        return "saved" if session.tags or session.decisions or session.pins else "", False

    def _count(self) -> tuple[int, int]:
        """Conflicts and other differences that show and were not rejected."""
        reading = self._host.reading
        found, decided = reading.analysis.contradictions, reading.decided

        def count() -> tuple[int, int]:
            rejected = {id for id, word in decided.items() if word is Verdict.REJECTED}
            looks = Counter(look_of(c) for c in found if c.id not in rejected)
            return looks["conflict"], looks["differs"]

        return self._counts.get((found, decided), count)

    def _titled(self) -> Contradiction | None:
        """On a screen too low for the bar, the contradiction in hand is the title."""
        reading = self._host.reading
        return None if self._bar.rows else reading.contradiction(reading.current)

    def _title(self) -> str:
        """The story's, or what the contradiction in hand asks."""
        found, reading = self._titled(), self._host.reading
        if found is None:
            return reading.story.title
        return f"{chip(found, signs=reading.signs)} {found.question}"

    def _articles(self) -> str:
        """What stands behind the title: articles and dates."""
        story = self._host.reading.story
        return self._detail.get((story,), lambda: told_of(story))

    def _chosen(self) -> str:
        """What the reader keeps in mind: what was searched, what shows and how, what waits."""
        reading = self._host.reading
        held = reading.to_pin
        pin = f"{reading.signs.pin} {held.article} to be pinned" if held else ""
        changed, again = " ".join(reading.stale), self._host.shown_key("reload")
        stale = f"{changed} changed on disk: {again} reads again" if changed else ""
        chosen = reading.chosen
        layout = chosen.layout if chosen.layout != "level" else ""
        whole = "" if chosen.folded else "tall cells whole"
        agreeing = "agreeing rows folded" if chosen.agreeing_folded else ""
        parts = (pin, stale, self._search.words, *self._filters.unusual, layout, whole, agreeing)
        return " · ".join(part for part in parts if part)


def told_of(story: Story) -> str:
    """`5 articles, 1 file cannot be read · 4–5 May 2025`."""
    words, days = counted(len(story.readable), "article"), span_of_dates(story)
    if story.unreadable:
        words += f", {counted(len(story.unreadable), 'file')} cannot be read"
    return f"{words} · {days}" if days else words
