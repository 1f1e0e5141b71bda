"""Deciding between annotators: the reading screen, read for their disagreements."""

from __future__ import annotations

from collections.abc import Callable

from tui import keys
from tui.config import Config
from tui.model.article import Story
from tui.team.panel import Panel
from tui.view.parts.deciding import Deciding
from tui.view.parts.disagreements import Disagreements
from tui.view.screens.reader import ReaderScreen
from tui.view.story.open_story import OpenStory


class AdjudicateScreen(ReaderScreen):
    """Walks what the annotators label differently and writes down who is right."""

    PLACE = keys.ADJUDICATE

    def __init__(
        self, reading: OpenStory, config: Config, by: str, seated: Callable[[Story], Panel]
    ) -> None:
        """`by` decides; `seated` finds the annotators' tags in a story with its sentences."""
        disagreements = Disagreements(self, seated)
        super().__init__(reading, config, disagreements)
        self.add_part(Deciding(self, self.edits, disagreements, by))
