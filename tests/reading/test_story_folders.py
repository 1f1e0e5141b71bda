"""Which folders are stories, and which hold stories."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import workspace
from tui.model.settings import ReadingSettings
from tui.reading.files import story_folders
from tui.workspace import SessionChoice


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name, file in (("b", "x.txt"), ("a", "x.html"), ("c", "story.yaml"), (".d", "x.txt"),
                       ("pictures", "x.png"), ("readme", "README.md")):  # fmt: skip
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(
            "title: Later\n" if file == "story.yaml" else "It rained."
        )
    (tmp_path / "notes.yaml").touch()
    return tmp_path


def test_a_folder_with_an_article_or_a_story_file_is_a_story(shelf: Path) -> None:
    assert [folder.name for folder in story_folders(shelf)] == ["a", "b", "c"]


def test_a_folder_that_is_a_story_itself_is_no_folder_of_stories(shelf: Path) -> None:
    (shelf / "own.txt").write_text("It rained.")
    assert story_folders(shelf) == ()


def test_around_a_story_the_others_are_listed_whatever_else_lies_there(shelf: Path) -> None:
    (shelf / "own.txt").write_text("It rained.")
    assert [folder.name for folder in story_folders(shelf, around=True)] == ["a", "b", "c"]


def test_what_cannot_be_opened_holds_no_stories(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert story_folders(tmp_path / "none") == ()
    assert story_folders(tmp_path / "loop") == ()
    assert story_folders(tmp_path) == ()


def test_a_folder_that_may_not_be_looked_into_stays_in_the_list(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = shelf / "pictures"
    listing = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder == locked:
            raise PermissionError(13, "Permission denied", str(folder))
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert locked in story_folders(shelf)
    card = workspace.story_card(locked, ReadingSettings(), SessionChoice(None, "anna"))
    assert card.problem == "cannot be opened: permission denied"


def test_a_card_counts_files_that_cannot_be_read_apart(shelf: Path) -> None:
    (shelf / "a" / "empty.txt").touch()
    card = workspace.story_card(shelf / "a", ReadingSettings(), SessionChoice(None, "anna"))
    assert (card.articles, card.unreadable) == (1, 1)


def test_a_card_tells_title_days_and_articles_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "rain"
    folder.mkdir()
    (folder / "story.yaml").write_text("title: Much rain\n")
    (folder / "a.txt").write_text("May 4, 2025\n\nIt rained.\n")
    (folder / "b.txt").write_text("May 6, 2025\n\nIt still rained.\n")
    card = workspace.story_card(folder, ReadingSettings(), SessionChoice(None, "anna"))
    assert (card.title, card.articles, card.problem, card.work) == ("Much rain", 2, "", None)
    assert [str(day) for day in (card.first, card.last)] == ["2025-05-04", "2025-05-06"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "story.yaml"]
    assert not (tmp_path / "data").exists()


def test_a_mistake_in_a_story_file_is_told_on_its_card(shelf: Path) -> None:
    (shelf / "a" / "story.yaml").write_text("tittle: Rain\n")
    card = workspace.story_card(shelf / "a", ReadingSettings(), SessionChoice(None, "anna"))
    assert "did you mean 'title'" in card.problem
