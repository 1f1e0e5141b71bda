"""The comparison: begun, told how far it is, stopped, and begun anew on files read again."""

from __future__ import annotations

import asyncio

from tui import whereabouts
from tui.config import Config
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Analysis, Mention
from tui.page.rows import Rows, StandInRows
from tui.view.screens.bar import STOPPED
from tui.view.screens.foresight import ForesightScreen
from tui.view.state import Cursor, Reading


class ComparisonScreen(ForesightScreen, part=True):
    """Shows the articles as they are until it is known what they agree and differ on."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.filters.comparing = lambda: self.comparing_goes_on
        self.rows: Rows = StandInRows(reading.story)
        self._touched = False
        """Whether the reader went anywhere; then nothing else moves the cursor."""

    def compare_articles(self) -> None:
        """Start the comparison in a process of its own; the text stays usable."""
        self.progress = "comparing…"
        self.draw_around()
        self.run_worker(self._compare(self.reading.story), group="analysis", exclusive=True)

    async def _compare(self, story: Story) -> None:
        from tui.worker import analyse_elsewhere

        def progress(what: str, done: int, total: int) -> None:
            self.progress = f"comparing {done}/{total}…"
            self.stage = (what, done, total)
            self.draw_top()
            self._draw_bar()

        try:
            if not story.whole:
                story = await asyncio.to_thread(self.rashomon.read_again)
                self.take(story)
            whole, analysis = await analyse_elsewhere(
                story, self.config.settings.analysis, progress
            )
        except RashomonError as error:
            self.progress = STOPPED
            self.rashomon.tell(str(error), "error")
            self.draw_around()
            return
        if story is not self.reading.story:
            return  # the articles were read again meanwhile
        self.progress = ""
        self.reading.turn_to(whole, self.to_show(whole, analysis))
        self.reading.seen.settle(whole)
        self.rashomon.keep_loaded()
        self._search()  # now that it is known where claims begin and end
        self.rebuild()
        if not self._touched and (stops := self._stops("conflict")):
            self.jump(stops[0])
        elif self._touched:
            self.page.go(
                self.page.spot
            )  # only now it is known which columns its contradiction needs
        self.prepare()
        self.tell_news()

    def to_show(self, story: Story, analysis: Analysis) -> Analysis:
        """What of the analysis this screen is about: here all of it."""
        return analysis

    def prepare(self) -> None:
        """Make, between two keys, what keys will ask for now that all is compared."""
        raise NotImplementedError

    @property
    def comparing_goes_on(self) -> bool:
        return self.progress not in ("", STOPPED)

    def stop_comparing(self) -> None:
        self.workers.cancel_group(self, "analysis")
        self.progress = STOPPED
        self.rashomon.tell(f"Comparing was stopped; {self.shown_key('reload')} starts it again")
        self.draw_around()

    def action_reload(self) -> None:
        before = self.reading.story
        try:
            story = self.rashomon.read_again()
        except RashomonError as error:
            self.rashomon.tell(str(error), "error")
            return
        self.take(story)
        self.tell_read(before, story)
        self.compare_articles()

    def take(self, story: Story) -> None:
        """Show a story that was read anew, not compared yet; the cursor stays where it can."""
        before, claim, cursor = self.reading.story, self.reading.claim, self.reading.cursor
        self.reading.turn_to(story)
        if cursor and claim and before is not story:
            here = whereabouts.found_again(before, story, Mention(cursor.article, claim))
            if here:  # the words of the claim, wherever they stand now
                self.reading.cursor = Cursor(here.article, here.span.start)
        self.forget_files()
        self._search()
        self.rows = StandInRows(story)
        cursor = self.reading.cursor
        if cursor and cursor.article not in story.by_id:
            self.reading.cursor = None
        if not self._touched:
            self._resume()
        self.rebuild()

    def _resume(self) -> None:
        place = self.reading.session.place
        if place.file:
            self.reading.resume(place)
            self._touched = self.resumed = True
