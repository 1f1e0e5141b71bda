"""What stands on the disk before a command is given."""

from pathlib import Path

import pytest

from tests.commands.making import saved
from tests.session.making import FIRE, NOW, claim, desk, put_label
from tui import workspace
from tui.config import Config
from tui.model.tag import Confidence, Status
from tui.session.edits import set_note, toggle_label
from tui.workspace import SessionChoice


@pytest.fixture
def tagged(story: Path) -> Path:
    """The story with its first sentence tagged as a fact by ana."""
    choice = SessionChoice(annotator="ana")
    read_story = workspace.read([story], Config().settings.reading)
    opened = workspace.open_desk([story], read_story.name, choice)
    article = read_story.articles[0]
    words = article.paragraphs[0].span
    opened.apply(toggle_label(opened.session, article, words, "fact", NOW))
    opened.leave()
    return story


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """A story with two annotators, who differ on the first sentence."""
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRE.text)
    saved(folder / "sessions" / "ann.yaml", {1: "fact", 2: "quote"}, "ann")
    saved(folder / "sessions" / "ben.yaml", {1: "doubtful", 2: "quote"}, "ben")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A session with three tags and a note."""
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    put_label(opened, 3, "quote")
    note = set_note(
        opened.session,
        (FIRE, claim(FIRE, 2)),
        "ask, “again”\nsoon",
        Status.DISPUTED,
        Confidence.LOW,
        NOW,
    )
    opened.apply(note)
    opened.adopt(opened.save(opened.order()))
    return path
