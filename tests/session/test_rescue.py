"""What could not be saved waits in a copy elsewhere, and comes back by itself."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.session.making import FIRE, LATER, NOW, claim, put_label, save
from tui.errors import RashomonError
from tui.model.tag import Session
from tui.session import rescue
from tui.session.desk import Desk
from tui.session.edits import toggle_label
from tui.session.history import history_of
from tui.session.journal import journal_path, read
from tui.session.store import Store

BROKEN = b"  : [ broken\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "rescue"


def opened(path: Path, folder: Path) -> Desk:
    return Desk.open(path, "fire", "anna", folder, lambda: LATER)


def labels(session: Session) -> dict[str, tuple[str, ...]]:
    return {tag.anchor.quote: tag.labels for tag in session.tags}


@pytest.fixture
def left(path: Path, folder: Path) -> Path:
    """The copy of a desk that was left while a person had broken the file; that is mended."""
    desk = opened(path, folder)
    put_label(desk, 1)
    save(desk)
    good = path.read_bytes()
    path.write_bytes(good + BROKEN)
    put_label(desk, 2, "doubtful")
    put_label(desk, 1, "loaded")
    with pytest.raises(RashomonError):
        save(desk)
    copy = desk.rescue(NOW)
    path.write_bytes(good)
    return copy


def test_a_copy_is_a_session_file_like_any_other(left: Path) -> None:
    store = Store.open(left, "fire", "anna")
    assert not store.problems
    assert len(store.session.tags) == 2
    assert not store.recovery


def test_what_a_copy_holds_is_taken_up_by_the_next_opening(
    left: Path, path: Path, folder: Path
) -> None:
    desk = opened(path, folder)
    assert labels(desk.session) == {
        "The harbour burned on Sunday.": ("fact", "loaded"),
        "Twelve people were hurt, the mayor said.": ("doubtful",),
    }
    assert desk.recovery == "took up 2 actions that could not be saved earlier"
    assert left.exists()  # until it is saved
    assert not desk.saved
    save(desk)
    assert not list(left.parent.iterdir())
    assert opened(path, folder).session.tags == desk.session.tags
    assert opened(path, folder).saved


def test_what_was_taken_up_can_be_undone_step_by_step(left: Path, path: Path, folder: Path) -> None:
    desk = opened(path, folder)
    desk.undo()
    assert labels(desk.session)["The harbour burned on Sunday."] == ("fact",)
    save(desk)
    later = opened(path, folder)
    later.undo()
    assert list(labels(later.session)) == ["The harbour burned on Sunday."]


def test_what_others_did_to_the_file_meanwhile_stays(left: Path, path: Path, folder: Path) -> None:
    other = Desk.open(path, "fire", "anna")
    other.apply(toggle_label(other.session, FIRE, claim(FIRE, 1), "fact", LATER))
    put_label(other, 3)
    save(other)
    desk = opened(path, folder)
    save(desk)
    assert "No ship was lost." in labels(desk.session)
    assert "Twelve people were hurt, the mayor said." in labels(desk.session)


def test_what_the_journal_holds_already_is_not_taken_up_again(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full when the file was to be replaced: its journal was written before."""
    desk = opened(path, folder)
    put_label(desk, 1)
    save(desk)
    put_label(desk, 2)

    def full(*_: object) -> None:
        raise RashomonError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("tui.session.store.replace_file", full)
        with pytest.raises(RashomonError):
            save(desk)
    desk.rescue(NOW)
    again = opened(path, folder)
    assert again.recovery == "recovered 1 action after 10:00"
    save(again)
    told = [e.action for e in read(journal_path(path), Session("", "")).entries if e.action]
    assert len(history_of(told).past) == len(told) == 2


def test_while_the_file_is_still_broken_it_is_said_where_the_tags_are(
    left: Path, path: Path, folder: Path
) -> None:
    path.write_bytes(path.read_bytes() + BROKEN)
    desk = opened(path, folder)
    assert desk.read_only
    assert str(left) in desk.recovery
    assert left.exists()


def test_a_copy_is_of_one_session_only(left: Path, path: Path, folder: Path) -> None:
    other = path.parent.parent.parent / "other" / "sessions" / "anna.yaml"
    assert opened(other, folder).session.tags == ()


@pytest.fixture
def moved(path: Path, folder: Path) -> Path:
    """The session of a story that was moved after its tags could not be saved."""
    story = path.parent.parent
    story.mkdir()
    (story / FIRE.file).write_bytes(b"The harbour burned.")
    article = replace(FIRE, sha256=hashlib.sha256(b"The harbour burned.").hexdigest())
    desk = opened(path, folder)
    desk.apply(toggle_label(desk.session, article, claim(FIRE, 1), "fact", NOW))
    desk.rescue(NOW)
    story.rename(story.parent / "archive")
    return story.parent / "archive" / "sessions" / "anna.yaml"


def test_a_copy_follows_a_story_that_was_moved(moved: Path, folder: Path) -> None:
    desk = opened(moved, folder)
    assert labels(desk.session) == {"The harbour burned on Sunday.": ("fact",)}
    save(desk)
    assert not list((folder / "sessions").iterdir())


def test_a_story_moved_while_it_is_open_is_not_made_again(path: Path, folder: Path) -> None:
    """Its tags would stand in a folder without articles, unseen by whoever opens the story."""
    story = path.parent.parent
    story.mkdir()
    (story / FIRE.file).write_text(FIRE.text)
    desk = opened(path, folder)
    put_label(desk, 1)
    save(desk)
    story.rename(story.with_name("moved"))
    put_label(desk, 2, "doubtful")
    with pytest.raises(RashomonError, match="the folder is gone"):
        save(desk)
    assert not story.exists()
    desk.rescue(NOW)
    assert (
        len(opened(story.with_name("moved") / "sessions" / "anna.yaml", folder).session.tags) == 2
    )


def test_a_copy_stays_with_its_story_when_that_was_only_copied(
    moved: Path, path: Path, folder: Path
) -> None:
    shutil.copytree(moved.parent.parent, path.parent.parent)
    assert opened(moved, folder).session.tags == ()
    assert len(opened(path, folder).session.tags) == 1


def test_a_copy_does_not_come_to_another_story(moved: Path, folder: Path) -> None:
    (moved.parent.parent / FIRE.file).write_bytes(b"Quite another fire.")
    assert opened(moved, folder).session.tags == ()


def test_a_copy_that_cannot_be_read_stays_and_is_named(
    left: Path, path: Path, folder: Path
) -> None:
    journal_path(left).write_bytes(b"nothing\n")
    desk = opened(path, folder)
    assert str(left) in desk.recovery
    assert desk.saved
    put_label(desk, 3)
    save(desk)
    assert left.exists()


def test_copies_that_overlap_are_taken_up_once(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash left an earlier copy beside the last one, and the clock had been put back."""
    desk = opened(path, folder)
    put_label(desk, 1)
    monkeypatch.setattr(rescue, "remove", lambda _: None)
    desk.rescue(LATER)
    put_label(desk, 1)
    desk.rescue(NOW)
    monkeypatch.undo()
    assert opened(path, folder).session.tags == ()


def test_of_one_trouble_there_is_one_copy(left: Path, path: Path, folder: Path) -> None:
    desk = opened(path, folder)
    put_label(desk, 3)
    later = desk.rescue(LATER)
    assert [p for p in left.parent.iterdir() if p.suffix == ".yaml"] == [later]
