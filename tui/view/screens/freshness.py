"""What changed on disk or since last time, and the hint for somebody who opens the first story."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.content import Content

from tui import workspace
from tui.config import Config
from tui.model.article import Story
from tui.model.clean import visible
from tui.model.counted import counted
from tui.view.screens.surroundings import SurroundedScreen
from tui.view.state import Reading

if TYPE_CHECKING:
    pass

WATCH_SECONDS = 3.0
"""Between two looks at the files of the story."""

_OTHER = (-1, -1)
"""The state of no file: what was read is not what is there."""


class FreshScreen(SurroundedScreen, part=True):
    """Says what is new, once, and how to see it."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.edits.begins.append(self.take_hint_away)
        self.commands = {**self.commands, "why": self._why}
        self.resumed = False
        """Whether a saved place was taken up, until what is left there is told."""
        self._news = ""
        """What the last reading of the files brought, until the articles are compared again."""
        self._opened: list[str] = []
        """What there was to say of the session when it was opened, until the news are told."""
        self._grave = False
        """Whether that is more than a word in passing."""
        self._files: dict[str, tuple[int, int] | None] = {}
        """Time of change and size of each file when it was read."""

    # -- files -----------------------------------------------------------------

    def watch_files(self) -> None:
        """Look at the files of the story now and then."""
        self.set_interval(WATCH_SECONDS, self._look)

    def forget_files(self) -> None:
        """The files were read just now."""
        self._files, self.reading.stale = {}, ()

    def _look(self) -> None:
        self.run_worker(self._watch(), group="watch", exclusive=True)

    def tell_read(self, before: Story, now: Story) -> None:
        """Say what reading the files again brought."""
        from tui.view.changes import since_read

        self._news = since_read(before, now) or "No file changed"
        self.rashomon.tell(self._news)

    def tell_opened(self) -> None:
        """Say what is wrong in the session file, and what came back that it did not hold."""
        desk = self.reading.desk
        wrong = [str(p) for p in desk.problems if not desk.read_only.startswith(str(p))]
        self._opened = [desk.read_only, *wrong[:1]] if desk.read_only else wrong[:1]
        if more := len(wrong) - 1 if wrong else 0:
            listed = f"`rashomon check {desk.store.path}` lists all"
            self._opened.append(f"{counted(more, 'more problem')}: {listed}")
        if broken := [a.problem.rstrip(".") for a in self.reading.story.articles if a.problem]:
            unread = counted(len(broken), "file")
            rest = " …" if broken[2:] else ""
            self._opened.append(f"{unread} cannot be read: {'; '.join(broken[:2])}{rest}")
        self._grave = bool(self._opened or desk.taken_up)
        if desk.recovery:
            self._opened.append(desk.recovery[:1].upper() + desk.recovery[1:])
        if self._opened:
            kind = "error" if desk.read_only else "warning" if self._grave else "information"
            self.rashomon.tell(" · ".join(self._opened), kind)

    def offer_deleted(self) -> None:
        """Ask what to do where the session file is gone and its journal is not."""
        from tui.view.screens.windows import PickWindow

        desk = self.reading.desk
        choices = [
            ("back", Content(f"Bring back {desk.deleted}, as the journal tells")),
            ("", Content("Begin anew; the journal goes on")),
        ]

        def chosen(id: str | None) -> None:
            if id:
                desk.bring_back()
                self.rashomon.save()
                self.rebuild()

        name = visible(desk.store.path.name)
        self.app.push_screen(PickWindow(f"{name} is gone, its journal is not", choices), chosen)

    def tell_news(self) -> None:
        """After the comparison: what moved since the tags were made, and what is left to do."""
        from tui.view.changes import since_tagged, two_ways

        reading, news, self._news = self.reading, self._news, ""
        told, self._opened = self._opened, []
        grave, self._grave = self._grave, False
        listed = False
        changed = since_tagged(reading)
        if changed and changed != reading.told_changes:
            reading.told_changes = changed
            asks = " ask" in changed or " lost" in changed
            told.append(changed)
            listed = listed or asks
        elif news:
            told.append(news)
        if waiting := two_ways(reading.session):
            told.append(waiting)
            listed = True
        if listed:
            told[-1] += f"; {self.shown_key('tags')} lists them"
        if self.resumed and not (told or reading.blind):
            left = counted(reading.undecided(), self.FOUND)
            told.append(f"You left off here: {self._rows_seen()} rows seen, {left} undecided")
        self.resumed = False
        if told:
            self.rashomon.tell(" · ".join(told), "warning" if grave or listed else "information")

    async def _watch(self) -> None:
        """Look whether a file changed on disk, in a thread: a disk may be slow."""
        story = self.reading.story
        now = await asyncio.to_thread(workspace.file_states, story)
        if story.root != self.reading.story.root:
            return
        if not self._files:
            # The files may have been edited between the reading and this first look.
            edited = await asyncio.to_thread(workspace.edited_files, story)
            if story.root != self.reading.story.root:
                return
            self._files = {**now, **dict.fromkeys(edited, _OTHER)}
        files = {file for file, state in now.items() if state != self._files.get(file, state)}
        stale = tuple(a.id for a in story.articles if a.file in files)
        if stale != self.reading.stale:
            self.reading.stale = stale
            self.draw_top()

    # -- the hint --------------------------------------------------------------

    def take_hint_away(self) -> None:
        if self.reading.hint:
            self.reading.hint = False
            self.draw_around()

    def walk(self, kind: str, step: int) -> None:
        self.take_hint_away()
        super().walk(kind, step)

    def _why(self) -> None:
        self.take_hint_away()
        self.verdicts.why()
