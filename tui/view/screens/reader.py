"""The reading screen: columns, spine, ruler, bar; text first, findings after."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from tui import keys
from tui.config import Config
from tui.errors import RashomonError
from tui.model.article import Story
from tui.view.bindings import action_of
from tui.view.leaving import SHORT
from tui.view.parts.bar import Bar
from tui.view.parts.choices import Choices
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.comparison import Comparison
from tui.view.parts.files import Files
from tui.view.parts.find_line import FindLine
from tui.view.parts.first_keys import FirstKeys
from tui.view.parts.news import News
from tui.view.parts.pins import Pins
from tui.view.parts.search import Search
from tui.view.parts.sides import Sides
from tui.view.parts.subject import Subject
from tui.view.parts.tagging import RowTagging
from tui.view.parts.top import TopLine
from tui.view.parts.trail import Trail
from tui.view.parts.walks import Walks
from tui.view.parts.who_else import WhoElse
from tui.view.screens.page_screen import PageScreen
from tui.view.story.open_story import OpenStory
from tui.view.story.resuming import place_of
from tui.view.widgets.lines_view import Columns, LinesView
from tui.view.widgets.sheet_view import FirstDrawn, Rested, Scrolled

if TYPE_CHECKING:
    from tui.view.screens.compare import CompareScreen

OPENED = (
    "widgets.find_bar", "screens.why", "screens.windows", "screens.compare", "screens.matrix",
    "screens.tags", "screens.source", "screens.help",
)  # fmt: skip
"""Modules loaded between two keys, so that the key that needs one does not wait for it."""


class ReaderScreen(PageScreen):
    """Reads a story for its `subject`, usually what the program found in it."""

    PLACE = keys.READER

    def __init__(self, reading: OpenStory, config: Config, subject: Subject | None = None) -> None:
        super().__init__(reading, config)
        subject = subject or Subject()
        page, hand, edits, filters = self.page, self.hand, self.edits, self.filters
        # Each part below those it needs.
        self.columns = self.add_part(AlignedColumns(self, page))
        page.shows = self.columns
        self.walks = self.add_part(Walks(self, page, hand, filters, self.columns, subject))
        self.search = self.add_part(Search(self, FindLine(self), page, hand, self.walks, edits))
        self.pins = self.add_part(Pins(self, page, self.columns, edits))
        self.trail = self.add_part(Trail(self, page, self.columns, self.walks))
        self.sides = self.add_part(Sides(self, page, self.columns, hand, filters))
        self.first_keys = FirstKeys(self, edits, self.verdicts, self.walks)
        self.bar = Bar(self, self.columns, filters, self.first_keys, subject)
        self.top = TopLine(self, page, self.columns, filters, self.search, self.bar, subject)
        self.files = Files(self)
        self.news = News(self, self.columns, subject)
        self.comparison = self.add_part(
            Comparison(
                self, subject, page, self.columns, self.walks, self.search, self.files, self.news
            )
        )
        self.add_part(Choices(self, page, self.columns))
        self.add_part(WhoElse(self, page, hand, filters, self.columns, self.walks))
        self.add_part(RowTagging(self, page, edits))
        self.add_commands(
            {
                "open": self._open,
                "compare": self._compare_row,
                "matrix": self._matrix,
                "stories": self._stories,
                "copy-row": self._copy_row,
            }
        )
        self._warned = False
        """Whether the reader was told that leaving loses something."""

    def compose(self) -> ComposeResult:
        yield self.top.view
        with Columns(id="middle"):
            yield self.sides.spine
            yield self.page.view
            yield self.sides.ruler
        yield self.bar.view
        yield LinesView("foot", id="foot")
        yield self.small()

    # -- begun -----------------------------------------------------------------

    def on_mount(self) -> None:
        self.comparison.resume()  # Textual goes on to the handler of TextScreen, which draws

    @on(FirstDrawn)
    def _begin(self) -> None:
        """Do what can wait until the text is on screen: session, comparison, file watch."""
        desk = self.reading.desk
        if not self.page.moved and desk.session.place.file:
            self.comparison.resume()
            self.rebuild()
        self.news.tell_opened()
        if desk.recovery:
            self.save()
        if desk.deleted:
            self.news.offer_deleted()
        session = desk.session
        self.reading.hint = not (session.tags or session.decisions or session.place.file)
        self.comparison.begin()
        self.files.watch()
        self.rashomon.style_windows()
        self.rashomon.tidying.begin()
        self.rashomon.others.begin()

    def prepare(self) -> None:
        """Compute and load ahead, between keys, what keys will need."""
        self.walks.prepare()
        self.sides.prepare()
        self.call_after_refresh(self.columns.find_agreeing)
        for module in OPENED:
            self.call_after_refresh(import_module, f"tui.view.{module}")

    # -- drawing ---------------------------------------------------------------

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.bar.rows

    def place_around(self) -> None:
        self.sides.place()

    def draw_around(self) -> None:
        if self.page.sheet is None or self.has_class("-small"):
            return
        self.top.draw()
        self.sides.draw()
        self.bar.draw()

    @property
    def painted(self) -> Sequence[Widget]:
        return (*super().painted, *self.search.line.widgets)

    def draw_top(self) -> None:
        self.top.draw()

    def draw_progress(self) -> None:
        self.top.draw()
        self.bar.draw()

    @on(Rested)
    def _rested(self) -> None:
        self.sides.draw_ahead()

    @on(Scrolled)
    def _scrolled(self) -> None:
        self.sides.draw()

    def session_saved(self) -> None:
        """Say so; draw more only if another person's tags were merged in."""
        if self.sides.tags_drawn is self.reading.session and self.page.sheet:
            self.top.draw()
            self.paint_at_once()
        else:
            self.draw_around()

    # -- what parts ask for ----------------------------------------------------

    @property
    def saving(self) -> bool:
        return self.rashomon.saving

    def read_again(self) -> Story:
        return self.rashomon.read_again()

    def keep_loaded(self) -> None:
        self.rashomon.tidying.keep_loaded()

    def stop_work(self, group: str) -> None:
        self.workers.cancel_group(self, group)

    def came_back(self) -> None:
        if cursor := self.reading.cursor:
            self.reading.chosen.unhide(cursor.article)

    # -- commands --------------------------------------------------------------

    def clicked(self, kind: str, name: str) -> None:
        self.trail.to_target(kind, name)

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self.search.entered()

    def short(self, command: keys.Command) -> str:
        row = self.columns.leads_to if command.id == "open" else None
        return f"row {row}" if row else super().short(command)

    async def _open(self) -> None:
        """Go to the row that is named behind the claim; where none is, compare its own."""
        if row := self.columns.leads_to:
            self.trail.to_target("row", str(row))
        else:
            await self.run_action(action_of(keys.BY_ID["compare"]))

    def _compare_row(self) -> None:
        if placed := self.page.placed():
            self.app.push_screen(self.comparing(placed[1].block))

    def comparing(self, block: int) -> CompareScreen:
        """The screen that compares the sources of a row."""
        from tui.view.screens.compare import CompareScreen

        return CompareScreen(self.reading, self.config, self.columns.rows, block)

    def _matrix(self) -> None:
        from tui.view.screens.matrix import MatrixScreen

        if self.reading.analysed:
            self.app.push_screen(MatrixScreen(self.reading, self.config, self.columns.rows))
        else:
            self.tell("The articles are not compared yet; the matrix needs that")

    def _stories(self) -> None:
        from tui.view.screens.stories import StoriesScreen

        story = self.reading.story
        if isinstance(self.app.screen_stack[0], StoriesScreen):
            self.leave()
        elif not story.root:
            self.tell("These files were named one by one, so there is no folder of stories")
        else:
            folder = Path(story.root).resolve()
            choice = self.rashomon.choice
            self.app.push_screen(
                StoriesScreen(self.config, folder.parent, choice, self.signs, folder)
            )

    def _copy_row(self) -> None:
        if placed := self.page.placed():
            self.copies.copy_row(self.columns.rows[placed[1].block])

    # -- leaving ---------------------------------------------------------------

    def cancel(self) -> None:
        """Close, put down or dismiss one thing: search, message, claim, spine, comparison, hint."""
        if self.search.line.is_open:
            self.search.close()
        elif self.rashomon.telling.put_away() or self.links.put_down() or self.pins.let_go():
            pass
        elif self.sides.over:
            self.sides.lay_over(shown=False)
        elif self.reading.comparing.goes_on:
            self.comparison.stop()
        elif self.reading.hint:
            self.first_keys.take_away()
        elif self.reading.hits:
            self.search.find("")
        else:
            self.tell(f"Nothing is open here; {self.shown_key('quit')} leaves")

    def leave(self) -> None:
        """Leave the program; what is not on disk yet is written first."""
        self.run_worker(self._leave(), group="leaving", exclusive=True)

    async def _leave(self) -> None:
        desk = self.reading.desk
        desk.move(place_of(self.reading))
        try:
            await asyncio.to_thread(desk.leave, SHORT)
        except RashomonError as error:
            kept, where = self.rashomon.keeper.rescue()
            leave = "leaves" if kept else "leaves, and what was not saved is lost"
            words = f"Not saved; {where}. {self.shown_key('quit')} again {leave}. {error}"
            self.tell(words, "error")
            if not self._warned:
                self._warned = True
                return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()  # the list of stories is below
        else:
            self.app.exit(0)
