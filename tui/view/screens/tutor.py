"""The tutorial: the reading screen, and Compare, with one step of it at the bottom."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult

from tui import keys
from tui.config import Config
from tui.model.tag import Status, Tag
from tui.page.lessons import LESSONS, Practice, lesson_lines
from tui.page.lines import Line
from tui.view.bindings import bindings
from tui.view.screens.compare import CompareScreen
from tui.view.screens.page_screen import PageScreen
from tui.view.screens.reader import ReaderScreen
from tui.view.state import Reading
from tui.view.widgets.lines_view import LinesView


class Course:
    """How far the learner is; each step is checked by what was done."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.step = 0
        """The lesson in hand, from 0; as many as there are when all are done."""
        self.given: frozenset[str] = frozenset()
        """Ids of the commands given since the step began."""

    def practice(self, on_page: bool) -> Practice:
        session = self.reading.session
        return Practice(
            self.given,
            sum(1 for tag in session.tags if tag.labels),
            sum(1 for tag in session.tags if _noted(tag)),
            len(session.decisions),
            self.reading.exported,
            on_page,
        )

    def check(self, on_page: bool) -> None:
        """Go on to the next step if this one is done; some are when the learner is back."""
        if self.step < len(LESSONS) and LESSONS[self.step].done(self.practice(on_page)):
            self.advance()

    def advance(self) -> None:
        if self.step < len(LESSONS):
            self.step += 1
            self.given = frozenset()

    def lines(
        self, shown: Mapping[str, str], width: int, height: int, skips: bool
    ) -> tuple[Line, ...]:
        """The step in hand; `skips` where the key that leaves it out works."""
        reading = self.reading
        done = 0
        if self.step < len(LESSONS):
            done = LESSONS[self.step].so_far(self.practice(on_page=False))
        return lesson_lines(
            self.step, shown, reading.exported, width, height, reading.signs, skips, done
        )  # fmt: skip


class TaughtScreen(PageScreen):
    """A page with the step in hand above its footer."""

    skips = False
    """Whether the key that leaves a step out works here."""
    course: Course

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if widget.id == "foot":
                yield LinesView("top", id="lesson")
            yield widget

    @property
    def lesson_height(self) -> int:
        """A title, and as many lines as the words of a step take."""
        width, height = self.area
        if height < 16 and width >= 60:
            return 2
        if height >= 20 and width < 80:
            return 5
        return 4 if width < 130 else 3

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.lesson_height

    def draw_around(self) -> None:
        super().draw_around()
        self.draw_lesson()

    def draw_lesson(self) -> None:
        self.course.check(on_page=self.skips and self.app.screen is self)
        shown = {id: keys.shown(found[0]) for id, found in self.keymap.items()}
        for view in self.query("#lesson").results(LinesView):
            view.styles.height = self.lesson_height
            view.lines = self.course.lines(
                shown, self.area.width, self.lesson_height, self.skips
            )  # fmt: skip


class TaughtCompare(TaughtScreen, CompareScreen):
    """Compare, with the step that leads there and back in sight."""


class TutorScreen(TaughtScreen, ReaderScreen):
    """Reads as always."""

    BINDINGS = [*bindings(keys.READER), *bindings(keys.TUTOR)]  # noqa: RUF012
    skips = True

    def __init__(self, reading: Reading, config: Config, course: Course) -> None:
        super().__init__(reading, config)
        self.course = course
        self.commands = {
            **self.commands,
            "skip-lesson": self._skip,
            "export": self._export_here,
        }

    def draw_around(self) -> None:
        self.reading.hint = False  # one voice at a time says what to press
        super().draw_around()

    def _skip(self) -> None:
        self.course.advance()
        self.draw_lesson()

    def action_stories(self) -> None:
        """Another story would be no practice: its tags are kept."""
        self.rashomon.tell(f"The tutorial stays with its story; {self.shown_key('quit')} leaves it")

    def comparing(self, block: int) -> CompareScreen:
        screen = TaughtCompare(self.reading, self.config, self.rows, block)
        screen.course = self.course
        return screen

    def _export_here(self) -> None:
        """The report of the practice goes to where the learner is: the practice is thrown away."""
        from tui.view.screens.export import ExportWindow

        here = Path.cwd()
        folder = here if os.access(here, os.W_OK) else Path.home()
        self.app.push_screen(ExportWindow(self.reading, self.config, folder))


def _noted(tag: Tag) -> bool:
    return bool(tag.note or tag.confidence or tag.status is not Status.UNCHECKED)
