"""The place of a reader who only looked: kept beside the session, never in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.making import put_label, save
from tui.model.tag import Place
from tui.session.bookmark import Bookmark
from tui.session.desk import Desk

LAST = Place("b.txt", 120, base="a.txt", hidden=("c.txt",), marks="conflicts", counts=(9, 3, 2, 4))


def opened(folder: Path) -> Desk:
    return Desk.open(folder / "sessions" / "anna.yaml", "fire", "anna", places=folder / "places")


def test_who_only_looked_comes_back_to_the_place(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    desk.move(LAST)
    desk.leave()
    assert opened(tmp_path).session.place == LAST
    assert not (tmp_path / "sessions").exists()


def test_who_does_not_move_leaves_nothing(tmp_path: Path) -> None:
    opened(tmp_path).leave()
    assert not [*tmp_path.iterdir()]


def test_a_place_that_the_session_got_later_goes_before(tmp_path: Path) -> None:
    note = Bookmark(tmp_path / "note.json")
    note.keep(LAST, instead := Place("a.txt", 7))
    later = Place("c.txt", 3)
    assert (note.place(instead), note.place(later)) == (LAST, later)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b'{"instead": 3}', b'{"instead": {"file": [1]}}', b"[" * 100_000],
)
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "note.json").write_bytes(content)
    assert Bookmark(tmp_path / "note.json").place(LAST) == LAST


def test_a_place_that_the_session_cannot_hold_is_noted_without_a_warning(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    put_label(desk, 1)
    save(desk)
    sessions = tmp_path / "sessions"
    sessions.rename(tmp_path / "aside")
    sessions.write_text("in the way")
    desk.move(LAST)
    desk.leave()
    sessions.unlink()
    (tmp_path / "aside").rename(sessions)
    assert opened(tmp_path).session.place == LAST


def test_a_note_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file")
    desk = opened(tmp_path)
    desk.move(LAST)
    desk.leave()
    assert opened(tmp_path).session.place == Place()
