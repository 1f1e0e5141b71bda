"""Which folders are stories, and which hold stories."""

from pathlib import Path

from tui.reading.files import story_folders


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
