"""The screen of every place of the table of commands, and the key that leads there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from tests.page.story import ANALYSIS, STORY
from tests.view.sample import desk_at
from tui import keys
from tui.config import Config
from tui.model.settings import Settings
from tui.page.rows import AlignedRows
from tui.page.signs import UNICODE
from tui.page.words import stretch_at
from tui.team.panel import Panel
from tui.view.bindings import Place
from tui.view.screens.adjudicate import AdjudicateScreen
from tui.view.screens.asks import AskWindow
from tui.view.screens.card import CardWindow
from tui.view.screens.compare import CompareScreen
from tui.view.screens.help import HelpScreen
from tui.view.screens.matrix import MatrixScreen
from tui.view.screens.reader import ReaderScreen
from tui.view.screens.select_mode import SelectMode
from tui.view.screens.source import SourceScreen
from tui.view.screens.stories import StoriesScreen
from tui.view.screens.tags import TagsScreen
from tui.view.screens.tagset import TagsetWindow
from tui.view.screens.tutor import Course, TutorScreen
from tui.view.story.open_story import OpenStory
from tui.workspace import SessionChoice

SCREENS: dict[str, type[Screen[None]]] = {
    keys.READER: ReaderScreen,
    keys.COMPARE: CompareScreen,
    keys.MATRIX: MatrixScreen,
    keys.STORIES: StoriesScreen,
    keys.SOURCE: SourceScreen,
    keys.TAGS: TagsScreen,
    keys.HELP: HelpScreen,
}
WINDOWS: dict[str, type[Screen[Any]]] = {
    keys.SELECT: SelectMode,
    keys.CARD: CardWindow,
    keys.LABELS: TagsetWindow,
    keys.ASKS: AskWindow,
}
"""Places over a page, which show their keys themselves."""
LEADS = {
    keys.READER: "", keys.COMPARE: "enter", keys.MATRIX: "m", keys.STORIES: "S",
    keys.SOURCE: "o", keys.TAGS: "T", keys.HELP: "f1",
}  # fmt: skip
"""The key that leads to each place from the reading screen."""


def made(at: str, path: Path) -> Place:
    """The screen of a place, before it is shown."""
    reading, config = OpenStory(STORY, lambda: desk_at(path)), Config(Settings(), {})
    rows, article = AlignedRows(ANALYSIS.rows), STORY.articles[0]
    claim = article.paragraphs[0].span
    stretch = stretch_at(article, claim)
    assert stretch is not None
    reader = ReaderScreen(reading, config)
    make: dict[str, Callable[[], Place]] = {
        keys.READER: lambda: reader,
        keys.COMPARE: lambda: CompareScreen(reading, config, rows, 0),
        keys.MATRIX: lambda: MatrixScreen(reading, config, rows),
        keys.STORIES: lambda: StoriesScreen(config, path, SessionChoice(), UNICODE),
        keys.SOURCE: lambda: SourceScreen(reading, config),
        keys.TAGS: lambda: TagsScreen(reading, config),
        keys.HELP: lambda: HelpScreen(keys.READER, keys.keymap({}), UNICODE),
        keys.SELECT: lambda: SelectMode(reader, stretch),
        keys.CARD: lambda: CardWindow(reading, config, article, claim),
        keys.LABELS: lambda: TagsetWindow(reading, config),
        keys.ASKS: lambda: AskWindow(reading, config),
        keys.TUTOR: lambda: TutorScreen(reading, config, Course(reading)),
        keys.ADJUDICATE: lambda: AdjudicateScreen(reading, config, "anna", lambda _: Panel(())),
    }
    return make[at]()
