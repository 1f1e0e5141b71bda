"""Opening a story, and going from one story to another without leaving the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tui import workspace
from tui.config import Config
from tui.errors import NoStory, RashomonError
from tui.model.article import Story
from tui.page.signs import Signs
from tui.view.story.open_story import OpenStory
from tui.view.story.resuming import place_of
from tui.workspace import SessionChoice

if TYPE_CHECKING:
    from tui.view.app import RashomonApp


class Opened(NamedTuple):
    """A story ready for the screen."""

    reading: OpenStory
    read_again: Callable[[], Story]
    """Reads its files from the disk once more. Raises RashomonError."""


def open_story(
    paths: Sequence[Path], config: Config, choice: SessionChoice, signs: Signs
) -> Opened:
    """The story at `paths`. Raises NoStory or BadFile."""

    def read_again() -> Story:
        return workspace.read(paths, config.settings.reading)

    # With a session the text opens at the saved place, not at the top first, and that
    # may be anywhere; else the beginnings of long files are enough for the first page.
    resumed = bool(choice.file) or any((path / "sessions").is_dir() for path in paths)
    story = workspace.read(paths, config.settings.reading, beginnings=not resumed)
    name = story.name  # the story itself would stay as long as what waits for the session
    reading = OpenStory(story, lambda: workspace.open_desk(paths, name, choice), signs)
    if resumed:
        _ = reading.desk
    return Opened(reading, read_again)


def no_story(signs: Signs) -> Opened:
    """What stands in for a story until the reader chooses one."""

    def nothing() -> NoReturn:
        raise NoStory("No story is open")

    return Opened(OpenStory(Story("", "", ()), nothing, signs), nothing)


async def change_story(app: RashomonApp, folder: Path) -> None:
    """Show the story in `folder` in place of the one that is open; says why where it cannot.

    What is not on disk of the open story is saved first; if that fails it stays open.
    """
    from tui.view.screens.reader import ReaderScreen
    from tui.view.screens.stories import StoriesScreen

    config, signs = app.user_config, app.reading.signs
    try:
        opened = open_story([folder], config, app.choice, signs)
        put_away(app.reading)
    except RashomonError as error:
        app.tell(str(error), "error")
        return
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    app.reading, app.read_again = opened.reading, opened.read_again
    app.reading.thresholds = config.settings.analysis
    screen = ReaderScreen(app.reading, config)
    if isinstance(app.screen, StoriesScreen):
        await app.push_screen(screen)
    else:
        # Textual takes a callback from the screen that goes; its first screen never got one.
        app.screen._push_result_callback(app.screen, None)
        await app.switch_screen(screen)


def put_away(reading: OpenStory) -> None:
    """Save what is not on disk yet, and the place. Raises RashomonError."""
    if reading.story.articles:
        reading.desk.move(place_of(reading))
        reading.desk.leave()
