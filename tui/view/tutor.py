"""The app of the tutorial: a practice story whose tags are thrown away afterwards."""

from __future__ import annotations

import tempfile
from pathlib import Path

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.screen import Screen

from tui import keys, workspace
from tui.config import Config
from tui.model.article import Story
from tui.view.app import RashomonApp
from tui.view.bindings import action_of
from tui.view.leaving import obey_signals
from tui.view.screens.tutor import Course, TaughtCompare, TutorScreen
from tui.view.story.open_story import OpenStory
from tui.view.themed import signs_for
from tui.workspace import SessionChoice

_IDS = {action_of(command): command.id for command in keys.COMMANDS}
_WALKS = frozenset("next-claim previous-claim next-article previous-article who-else".split())


class TutorApp(RashomonApp):
    """Tells the tutorial which commands were given, however they were."""

    def get_default_screen(self) -> Screen[None]:
        self.course = Course(self.reading)
        return TutorScreen(self.reading, self.user_config, self.course)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: dict[str, DOMNode] | None = None,  # type: ignore[override]
    ) -> bool:
        before, cursor = self.reading.session, self.reading.cursor
        done = await super().run_action(action, default_namespace, namespaces)
        name = action if isinstance(action, str) else action[1]
        command = _IDS.get(name.removeprefix("screen."))
        if command in ("undo", "redo") and self.reading.session is before:
            command = None  # there was nothing to take back, and it said so
        if command in _WALKS and self.reading.cursor == cursor:
            command = None  # it led nowhere, and said so
        if command:
            self.course.given |= {command}
            self._draw_lesson()
        return done

    def on_worker_state_changed(self) -> None:
        """The report may be written, whether its window is still open or not."""
        self._draw_lesson()

    def _draw_lesson(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, TutorScreen | TaughtCompare):
                screen.lesson.draw()


def run(config: Config) -> int:
    """Open the tutorial on the sample story; the exit code."""
    paths = [workspace.sample()]

    def read_again() -> Story:
        return workspace.read(paths, config.settings.reading)

    with tempfile.TemporaryDirectory(prefix="rashomon-tutor-") as folder:
        choice = SessionChoice(Path(folder) / "practice.yaml", "learner")
        story = read_again()
        name = story.name
        reading = OpenStory(
            story,
            lambda: workspace.open_desk(paths, name, choice, passing=True),
            signs_for(config.settings.screen.ascii),
        )
        app = TutorApp(reading, config, read_again)
        obey_signals(app)
        app.run()
        return app.return_code or 0
