"""The comparison: starting it, showing its progress, stopping it, reloading the files."""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from tui import whereabouts
from tui.errors import RashomonError
from tui.model.article import Story
from tui.model.finding import Mention
from tui.view.bindings import Commands
from tui.view.parts.columns import AlignedColumns
from tui.view.parts.files import Files
from tui.view.parts.host import Host
from tui.view.parts.news import News
from tui.view.parts.page import Page
from tui.view.parts.search import Search
from tui.view.parts.subject import Subject
from tui.view.parts.walks import Walks
from tui.view.story.open_story import Cursor
from tui.view.story.resuming import resume

GROUP = "analysis"
"""The group of its worker, by which it is stopped."""


class ComparisonHost(Host, Protocol):
    """A screen that shows a story before it is compared."""

    def draw_progress(self) -> None:
        """Draw what tells how far the comparison is."""

    def prepare(self) -> None:
        """The comparison is done; compute ahead, between keys, what keys will need."""

    def read_again(self) -> Story:
        """The story from its files; raises RashomonError."""

    def keep_loaded(self) -> None:
        """Keep what is loaded by now out of garbage collection."""

    def run_worker(self, work: Any, *, group: str, exclusive: bool) -> object: ...

    def stop_work(self, group: str) -> None:
        """End what `run_worker` began."""


class Comparison:
    """Shows the articles as they are until it is known what they agree and differ on."""

    def __init__(
        self,
        host: ComparisonHost,
        subject: Subject,
        page: Page,
        columns: AlignedColumns,
        walks: Walks,
        search: Search,
        files: Files,
        news: News,
    ) -> None:
        self._host, self._subject, self._page = host, subject, page
        self._columns, self._walks, self._search = columns, walks, search
        self._files, self._news = files, news
        self.commands: Commands = {"reload": self._reload}

    def begin(self) -> None:
        """Start the comparison in a process of its own; the text stays usable."""
        reading = self._host.reading
        reading.comparing.begin()
        self._host.draw_around()
        work = self._compare(reading.story)
        self._host.run_worker(work, group=GROUP, exclusive=True)

    async def _compare(self, story: Story) -> None:
        from tui.worker import analyse_elsewhere

        host, reading = self._host, self._host.reading

        def on_progress(what: str, done: int, total: int) -> None:
            reading.comparing.step(what, done, total)
            host.draw_progress()

        try:
            if not story.whole:
                story = await asyncio.to_thread(host.read_again)
                self._take(story)
            whole, analysis = await analyse_elsewhere(
                story, host.config.settings.analysis, on_progress
            )
        except RashomonError as error:
            reading.comparing.stop()
            host.tell(str(error), "error")
            host.draw_around()
            return
        if story is not reading.story:
            return  # the articles were read again meanwhile
        reading.comparing.end()
        reading.turn_to(whole, self._subject.to_show(whole, analysis))
        reading.seen.settle(whole)
        host.keep_loaded()
        self._search.again()  # now that it is known where claims begin and end
        host.rebuild()
        if not self._page.moved and (stops := self._walks.stops("conflict")):
            self._walks.jump(stops[0])
        elif self._page.moved:
            # Only now it is known which columns its contradiction needs.
            self._page.go(self._page.spot)
        host.prepare()
        self._news.tell()

    def stop(self) -> None:
        self._host.stop_work(GROUP)
        self._host.reading.comparing.stop()
        key = self._host.shown_key("reload")
        self._host.tell(f"Comparing was stopped; {key} starts it again")
        self._host.draw_around()

    def _reload(self) -> None:
        before = self._host.reading.story
        try:
            story = self._host.read_again()
        except RashomonError as error:
            self._host.tell(str(error), "error")
            return
        self._take(story)
        self._news.tell_read(before, story)
        self.begin()

    def _take(self, story: Story) -> None:
        """Show a story that was just read, not compared yet; keep the cursor where possible."""
        reading = self._host.reading
        before, claim, cursor = reading.story, reading.claim, reading.cursor
        reading.turn_to(story)
        if cursor and claim and before is not story:
            here = whereabouts.found_again(before, story, Mention(cursor.article, claim))
            if here:  # the words of the claim, wherever they stand now
                reading.cursor = Cursor(here.article, here.span.start)
        self._files.forget()
        self._search.again()
        self._columns.begin_anew(story)
        cursor = reading.cursor
        if cursor and cursor.article not in story.by_id:
            reading.cursor = None
        if not self._page.moved:
            self.resume()
        self._host.rebuild()

    def resume(self) -> None:
        """Go to the place saved in the session, if there is one."""
        place = self._host.reading.session.place
        if place.file:
            resume(self._host.reading, place)
            self._page.moved = self._news.resumed = True
