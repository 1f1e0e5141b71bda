"""What stands on the disk before a command is given."""

from pathlib import Path

import pytest

from tui import workspace
from tui.config import Config
from tui.session.edits import toggle_label
from tui.workspace import SessionChoice


@pytest.fixture
def tagged(story: Path) -> Path:
    """The story with its first sentence tagged as a fact by ana."""
    choice = SessionChoice(annotator="ana")
    read_story = workspace.read([story], Config().settings.reading)
    desk = workspace.open_desk([story], read_story.name, choice)
    article = read_story.articles[0]
    words = article.paragraphs[0].span
    desk.apply(toggle_label(desk.session, article, words, "fact", "2025-05-04T10:00:00+00:00"))
    desk.leave()
    return story
