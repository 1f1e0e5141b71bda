"""One article in its own order, with everything the reading screen leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tui import keys
from tui.config import Config
from tui.page.lines import Fragment
from tui.page.marks import chip
from tui.page.stacked import SourceSheet
from tui.view.parts.find_line import FindLine
from tui.view.parts.search import Search
from tui.view.parts.subject import Subject
from tui.view.parts.walks import SheetGround, Walks
from tui.view.screens.page_screen import PageScreen
from tui.view.story.open_story import Cursor, OpenStory
from tui.view.widgets.lines_view import LinesView


class SourceScreen(PageScreen):
    PLACE = keys.SOURCE

    def __init__(self, reading: OpenStory, config: Config) -> None:
        super().__init__(reading, config)
        self.shown = reading.cursor.article if reading.cursor else reading.first
        page, hand = self.page, self.hand
        walks = self.add_part(Walks(self, page, hand, self.filters, SheetGround(page), Subject()))
        self.search = self.add_part(Search(self, FindLine(self), page, hand, walks, self.edits))

    def make_sheet(self) -> SourceSheet:
        reading = self.reading
        measure = self.config.settings.screen.measure
        return SourceSheet(
            reading.story, self.shown, reading.marks, self.area.width, measure, reading.signs
        )

    def articles(self) -> tuple[str, ...]:
        return (self.shown,)

    @property
    def unusual(self) -> tuple[str, ...]:
        search = self.search.words
        return (search, *super().unusual) if search else super().unusual

    @property
    def painted(self) -> Sequence[Widget]:
        return (*super().painted, *self.search.line.widgets)

    def draw_around(self) -> None:
        article = self.reading.story.by_id[self.shown]
        found = self.contradiction()
        parts = [
            Fragment(f" {article.id} ", "top-title"),
            Fragment(article.title or article.file, "top-title"),
        ]
        if found:
            parts.append(Fragment(f"   {chip(found, signs=self.reading.signs)} ", "top-conflict"))
            parts.append(Fragment(found.question, "top"))
        parts += [Fragment(f"   {note}", "top-dim") for note in article.notes]
        self.query_one("#top", LinesView).lines = (self.title_line(parts),)

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self.search.entered()

    def cancel(self) -> None:
        if self.search.line.is_open:
            self.search.close()
        else:
            super().cancel()

    def leave(self) -> None:
        cursor, article = self.reading.cursor, self.reading.story.by_id[self.shown]
        # The reading screen has no place for what it leaves out.
        if cursor and article.told:
            paragraph = article.paragraph_at(cursor.offset)
            if paragraph is not None and paragraph not in article.told:
                later = [p for p in article.told if p.span.start > cursor.offset]
                nearest = later[0] if later else article.told[-1]
                self.reading.cursor = Cursor(article.id, nearest.span.start)
        self.app.pop_screen()
