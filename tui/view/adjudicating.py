"""The app with which somebody decides between annotators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from textual.screen import Screen

from tui import workspace
from tui.config import Config
from tui.model.article import Story
from tui.session.store import ADJUDICATED, annotator_name
from tui.team.panel import Panel
from tui.view.app import RashomonApp
from tui.view.leaving import run_out
from tui.view.screens.adjudicate import AdjudicateScreen
from tui.view.story.open_story import OpenStory
from tui.view.themed import signs_for
from tui.workspace import SessionChoice


class AdjudicationApp(RashomonApp):
    """One story, the sessions of its annotators, and the session that decides between them."""

    def __init__(
        self,
        reading: OpenStory,
        config: Config,
        read_again: Callable[[], Story],
        by: str,
        files: Sequence[Path],
    ) -> None:
        super().__init__(reading, config, read_again)
        self.by, self.files = by, tuple(files)

    def get_default_screen(self) -> Screen[None]:
        return AdjudicateScreen(self.reading, self.user_config, self.by, self.seated)

    def seated(self, story: Story) -> Panel:
        """The annotators, their tags found in `story`."""
        return workspace.panel(self.files, story)


def run(paths: Sequence[Path], config: Config, choice: SessionChoice, files: Sequence[Path]) -> int:
    """Open the disagreements of the sessions in `files`; the exit code.

    Decisions go to the file of `choice`, or to `adjudicated.yaml` beside the
    usual sessions; `choice.annotator` is who decides. Raises NoStory or
    BadFile before the terminal is touched.
    """

    def read_again() -> Story:
        return workspace.read(paths, config.settings.reading)

    story = read_again()
    name = story.name
    workspace.panel(files, None)  # a file that cannot be read is refused in front of the screen
    kept = workspace.session_file(paths, SessionChoice(choice.file, ADJUDICATED))
    deciding = choice._replace(file=kept)
    reading = OpenStory(
        story,
        lambda: workspace.open_desk(paths, name, deciding),
        signs_for(config.settings.screen.ascii),
    )
    if kept.exists():
        _ = reading.desk  # the text opens at the saved place
    app = AdjudicationApp(reading, config, read_again, annotator_name(choice.annotator), files)
    return run_out(app)
