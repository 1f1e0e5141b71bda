"""Stories as cards: what each is about, how far its reader got, or why it cannot be opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import shelf as cards
from tui.model.settings import ReadingSettings
from tui.model.shelf import StoryCard
from tui.model.tag import Place
from tui.session.edits import toggle_label
from tui.workspace import SessionChoice, open_desk, read

ANNA = SessionChoice(None, "anna")


def story_card(folder: Path) -> StoryCard:
    return cards.story_card(folder, ReadingSettings(), ANNA)


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
    assert locked in cards.story_folders(shelf)
    card = story_card(locked)
    assert card.problem == "cannot be opened: permission denied"


def test_a_card_counts_files_that_cannot_be_read_apart(shelf: Path) -> None:
    (shelf / "a" / "empty.txt").touch()
    card = story_card(shelf / "a")
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
    card = story_card(folder)
    assert (card.title, card.articles, card.problem, card.work) == ("Much rain", 2, "", None)
    assert [str(day) for day in (card.first, card.last)] == ["2025-05-04", "2025-05-06"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "story.yaml"]
    assert not (tmp_path / "data").exists()


def test_a_mistake_in_a_story_file_is_told_on_its_card(shelf: Path) -> None:
    (shelf / "a" / "story.yaml").write_text("tittle: Rain\n")
    card = story_card(shelf / "a")
    assert "did you mean 'title'" in card.problem


def test_a_folder_that_may_not_be_entered_has_a_card_that_says_so(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name can be listed; asking whether it is a folder is refused."""
    asking = Path.is_dir

    def is_dir(path: Path) -> bool:
        if path == shelf / "a":
            raise PermissionError(13, "Permission denied", str(path))
        return asking(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    assert "Permission denied" in story_card(shelf / "a").problem


def test_a_card_names_the_dispatch_in_which_the_reader_stopped(tmp_path: Path) -> None:
    told = "The harbour burned on Sunday and the mayor spoke to many reporters at the pier."
    text = f"{told}\n\ndate 2025-07-13 A second fire\n\n{told} Nobody was hurt.\n"
    (tmp_path / "a.txt").write_text(text)
    story = read([tmp_path], ReadingSettings())
    first, second = story.articles
    assert (first.id, second.id) == ("A1", "A2")
    desk = open_desk([tmp_path], story.name, ANNA)
    span = second.paragraphs[-1].span
    desk.apply(toggle_label(desk.session, second, span, "fact", "2025-07-14T10:00:00+00:00"))
    desk.move(Place("a.txt", span.start))
    desk.leave()
    assert story_card(tmp_path).place.startswith("A2 “The harbour burned")


def test_a_story_that_was_only_read_tells_where_its_reader_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "rain"
    folder.mkdir()
    (folder / "a.txt").write_text("Rain\n\nIt rained.\n")
    desk = open_desk([folder], "rain", ANNA)
    desk.move(Place("a.txt", 6))
    desk.leave()
    card = story_card(folder)
    assert (card.work, card.place) == (None, "A “It rained.”")


def test_who_decides_between_annotators_is_none_of_them(shelf: Path) -> None:
    story = read([shelf / "a"], ReadingSettings())
    article = story.articles[0]
    span = article.paragraphs[0].span
    for name in ("anna", "ben", "eve", "adjudicated"):
        desk = open_desk([shelf / "a"], story.name, SessionChoice(None, name))
        desk.apply(toggle_label(desk.session, article, span, "fact", "2025-07-14T10:00:00+00:00"))
        desk.leave()
    work = story_card(shelf / "a").work
    assert work is not None
    assert (work.annotator, work.others) == ("anna", 2)
