"""The tutorial: the reading screen with one step of it at the bottom."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from textual.app import ComposeResult

from tui import keys
from tui.config import Config
from tui.model.tag import Status, Tag
from tui.page.lessons import LESSONS, Practice, lesson_lines
from tui.view.bindings import bindings
from tui.view.screens.reader import ReaderScreen
from tui.view.state import Reading
from tui.view.widgets.lines_view import LinesView


class TutorScreen(ReaderScreen):
    """Reads as always; each step of the tutorial is checked by what was done."""

    BINDINGS = [*bindings(keys.READER), *bindings(keys.TUTOR)]  # noqa: RUF012

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self.step = 0
        """The lesson in hand, from 0; as many as there are when all are done."""
        self.given: frozenset[str] = frozenset()
        """Ids of the commands given since the step began."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if widget.id == "foot":
                yield LinesView("top", id="lesson")
            yield widget

    @property
    def lesson_height(self) -> int:
        """A title, and as many lines as the words of a step take."""
        if self.area.height < 16:
            return 2
        return 4 if self.area.width < 130 else 3

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.lesson_height

    def draw_around(self) -> None:
        self.reading.hint = False  # one voice at a time says what to press
        super().draw_around()
        self.check()

    # -- the steps -------------------------------------------------------------

    def gave(self, command: str) -> None:
        """The learner gave a command, by key, palette or mouse."""
        self.given |= {command}
        self.check()

    def practice(self) -> Practice:
        session = self.reading.session
        return Practice(
            self.given,
            sum(1 for tag in session.tags if tag.labels),
            sum(1 for tag in session.tags if _noted(tag)),
            len(session.decisions),
            self.reading.exported,
        )

    def check(self) -> None:
        """Go on to the next step if this one is done, and show the step in hand."""
        if self.step < len(LESSONS) and LESSONS[self.step].done(self.practice()):
            self.advance()
        self._draw_lesson()

    def advance(self) -> None:
        self.step += 1
        self.given = frozenset()

    def action_skip_lesson(self) -> None:
        if self.step < len(LESSONS):
            self.advance()
        self._draw_lesson()

    def action_stories(self) -> None:
        """Another story would be no practice: its tags are kept."""
        self.rashomon.tell(f"The tutorial stays with its story; {self.shown_key('quit')} leaves it")

    def action_export(self) -> None:
        """The report of the practice goes to where the learner is: the practice is thrown away."""
        from tui.view.screens.export import ExportWindow

        here = Path.cwd()
        folder = here if os.access(here, os.W_OK) else Path.home()
        self.app.push_screen(ExportWindow(self.reading, self.config, folder))

    def _draw_lesson(self) -> None:
        for view in self._lesson_views():
            view.styles.height = self.lesson_height
            shown = {id: keys.shown(found[0]) for id, found in self.keymap.items()}
            view.lines = lesson_lines(
                self.step, shown, self.reading.exported,
                self.area.width, self.lesson_height, self.reading.signs,
            )  # fmt: skip

    def _lesson_views(self) -> Iterator[LinesView]:
        yield from self.query("#lesson").results(LinesView)


def _noted(tag: Tag) -> bool:
    return bool(tag.note or tag.confidence or tag.status is not Status.UNCHECKED)
