"""The tutorial: the reading screen, and Compare, with one step of it at the bottom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from tui import keys
from tui.config import Config
from tui.model.tag import Status, Tag
from tui.page.lessons import LESSONS, Practice, lesson_lines
from tui.page.lines import Line
from tui.page.rows import Rows
from tui.resources import working_folder
from tui.view.bindings import bindings
from tui.view.screens.compare import CompareScreen
from tui.view.screens.page_screen import PageScreen
from tui.view.screens.reader import ReaderScreen
from tui.view.story.open_story import OpenStory
from tui.view.widgets.lines_view import LinesView

Trace = tuple[str, ...]
"""One thing that the learner left: its kind, and what tells it from others of that kind."""


class Course:
    """How far the learner is; whether a step is done is seen from what they did."""

    def __init__(self, reading: OpenStory) -> None:
        self.reading = reading
        self.step = 0
        """The lesson in hand, from 0; as many as there are when all are done."""
        self.given: frozenset[str] = frozenset()
        """Ids of the commands given since the step began."""
        self._stood = frozenset[Trace]()
        """What the learner had left before the step began, and has not taken back since."""

    def practice(self, on_page: bool) -> Practice:
        """What was done since the step began: what was done too early is asked for again."""
        traces = _traces(self.reading)
        self._stood &= traces
        fresh = traces - self._stood
        kinds = [trace[0] for trace in fresh]
        return Practice(
            self.given,
            kinds.count("label"),
            kinds.count("note"),
            kinds.count("decision"),
            self.reading.exported if "report" in kinds else "",
            on_page,
        )

    def check(self, on_page: bool) -> None:
        """Go to the next step if this one is done; some need the learner back on the page."""
        if self.step < len(LESSONS) and LESSONS[self.step].done(self.practice(on_page)):
            self.advance()

    def advance(self) -> None:
        if self.step < len(LESSONS):
            self.step += 1
            self.given = frozenset()
            self._stood = _traces(self.reading)

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


class Lesson:
    """The step in hand, above the footer of a screen."""

    def __init__(self, screen: PageScreen, course: Course, skips: bool) -> None:
        """`skips` where the key that leaves a step out works."""
        self._screen, self._course, self._skips = screen, course, skips
        self.view = LinesView("top", id="lesson")

    @property
    def height(self) -> int:
        """A title, and as many lines as the words of a step take."""
        width, height = self._screen.area
        if height < 16 and width >= 60:
            return 2
        if height >= 20 and width < 80:
            return 5
        return 4 if width < 130 else 3

    def draw(self) -> None:
        screen, course = self._screen, self._course
        course.check(on_page=self._skips and screen.app.screen is screen)
        self.view.styles.height = self.height
        self.view.lines = course.lines(
            screen.shown_keys, screen.area.width, self.height, self._skips
        )

    def above_footer(self, widgets: Iterable[Widget]) -> ComposeResult:
        """The widgets of the screen, with this one above the footer."""
        for widget in widgets:
            if widget.id == "foot":
                yield self.view
            yield widget


class TaughtCompare(CompareScreen):
    """Compare, with the step that leads there and back in sight."""

    def __init__(
        self, reading: OpenStory, config: Config, rows: Rows, block: int, course: Course
    ) -> None:
        super().__init__(reading, config, rows, block)
        self.lesson = Lesson(self, course, skips=False)

    def compose(self) -> ComposeResult:
        return self.lesson.above_footer(super().compose())

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.lesson.height

    def draw_around(self) -> None:
        super().draw_around()
        self.lesson.draw()


class TutorScreen(ReaderScreen):
    """The reading screen with lessons."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(keys.READER), *bindings(keys.TUTOR)]

    def __init__(self, reading: OpenStory, config: Config, course: Course) -> None:
        super().__init__(reading, config)
        self.course = course
        self.lesson = Lesson(self, course, skips=True)
        self.add_commands({"skip-lesson": self._skip})
        self.replace_commands({"stories": self._stay, "export": self._export_here})

    def compose(self) -> ComposeResult:
        return self.lesson.above_footer(super().compose())

    @property
    def lines_around(self) -> int:
        return super().lines_around + self.lesson.height

    def draw_around(self) -> None:
        self.reading.hint = False  # one voice at a time says what to press
        super().draw_around()
        self.lesson.draw()

    def _skip(self) -> None:
        self.course.advance()
        self.lesson.draw()

    def _stay(self) -> None:
        """Refuse to open another story: its tags would be kept, which practice should not."""
        self.tell(f"The tutorial stays with its story; {self.shown_key('quit')} leaves it")

    def comparing(self, block: int) -> CompareScreen:
        return TaughtCompare(self.reading, self.config, self.columns.rows, block, self.course)

    def _export_here(self) -> None:
        """Export to where the learner is, because the folder of the practice is deleted."""
        from tui.view.screens.export import ExportWindow, place_for

        folder = place_for(working_folder() or Path.home())
        self.app.push_screen(ExportWindow(self.reading, self.config, folder))


def _traces(reading: OpenStory) -> frozenset[Trace]:
    """All that the learner has left so far."""
    session = reading.session
    found: list[Trace] = [("label", tag.id, label) for tag in session.tags for label in tag.labels]
    found += [
        ("note", tag.id, tag.note, str(tag.status), str(tag.confidence))
        for tag in session.tags
        if _noted(tag)
    ]
    found += [("decision", choice.finding, str(choice.verdict)) for choice in session.decisions]
    found += [("report", reading.exported)] if reading.exported else []
    return frozenset(found)


def _noted(tag: Tag) -> bool:
    return bool(tag.note or tag.confidence or tag.status is not Status.UNCHECKED)
