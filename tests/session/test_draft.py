"""A note that was being typed when the program was killed is in the session at the next start."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.session.making import FIRE, LATER, NOW, claim, put_label, save
from tui.model.tag import Session, Status
from tui.session.desk import Desk
from tui.session.edits import Edit, set_note

ENDED = "99999999"
"""No process has this number."""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return tmp_path / "places"


def opened(path: Path, places: Path) -> Desk:
    return Desk.open(path, "fire", "anna", clock=lambda: LATER, places=places)


def noted(desk: Desk, words: str, at: str = NOW, number: int = 1) -> Edit:
    where = FIRE, claim(FIRE, number)
    return set_note(desk.session, where, words, Status.UNCHECKED, None, at)


def notes(session: Session) -> dict[str, str]:
    return {tag.anchor.quote: tag.note for tag in session.tags}


def files(places: Path) -> list[Path]:
    return sorted(places.glob("*.journal"))


def killed(places: Path, process: str = ENDED) -> None:
    """The program ended in the middle: what it noted is that of another process now."""
    (left,) = files(places)
    left.rename(left.with_name(left.name.replace(str(os.getpid()), process)))


def typing(path: Path, places: Path, words: str = "call them") -> Desk:
    desk = opened(path, places)
    desk.begin_typing()
    desk.note_typed(noted(desk, words))
    return desk


def test_what_was_typed_is_taken_up_said_and_can_be_undone(path: Path, places: Path) -> None:
    typing(path, places)
    killed(places)
    desk = opened(path, places)
    assert notes(desk.session) == {claim(FIRE, 1).of(FIRE.text): "call them"}
    assert "note" in desk.recovery
    assert not desk.saved
    edit = desk.undo()
    assert edit is not None
    assert notes(desk.session) == {}


def test_it_is_noted_until_it_is_saved(path: Path, places: Path) -> None:
    typing(path, places)
    killed(places)
    desk = opened(path, places)
    assert files(places)
    save(desk)
    assert not files(places)
    assert "call them" in path.read_text(encoding="utf-8")
    assert not opened(path, places).recovery


def test_only_the_last_of_what_was_typed_counts(path: Path, places: Path) -> None:
    desk = typing(path, places, "call")
    desk.note_typed(noted(desk, "call them"))
    killed(places)
    assert list(notes(opened(path, places).session).values()) == ["call them"]


def test_what_was_typed_and_taken_away_again_leaves_nothing(path: Path, places: Path) -> None:
    desk = typing(path, places)
    desk.note_typed(None)
    assert not files(places)


def test_a_closed_window_leaves_nothing_once_all_is_saved(path: Path, places: Path) -> None:
    desk = typing(path, places)
    desk.apply(noted(desk, "call them today"))
    desk.end_typing()
    desk.note_typed(noted(desk, "too late"))
    assert files(places)
    save(desk)
    assert not files(places)


def test_a_save_of_other_work_keeps_what_is_being_typed(path: Path, places: Path) -> None:
    desk = typing(path, places)
    put_label(desk, 2)
    save(desk)
    assert files(places)


def test_what_a_running_program_types_is_left_to_it(path: Path, places: Path) -> None:
    typing(path, places)
    killed(places, str(os.getppid()))
    assert not opened(path, places).session.tags
    assert files(places)


def test_what_was_saved_since_is_not_undone_by_an_older_text(path: Path, places: Path) -> None:
    desk = typing(path, places, "call th")
    desk.apply(noted(desk, "call them today", LATER))
    save(desk)
    killed(places)
    desk = opened(path, places)
    assert list(notes(desk.session).values()) == ["call them today"]
    assert desk.saved
    assert not desk.recovery


def test_what_another_said_of_the_claim_meanwhile_stays(path: Path, places: Path) -> None:
    typing(path, places)
    killed(places)
    other = Desk.open(path, "fire", "anna", clock=lambda: LATER)
    put_label(other, 1, at=LATER)
    save(other)
    (tag,) = opened(path, places).session.tags
    assert (tag.labels, tag.note) == (("fact",), "call them")


@pytest.mark.parametrize("content", [b"", b"[1]\n", b"\xff\n", b"{" * 10_000])
def test_a_damaged_file_is_nothing(path: Path, places: Path, content: bytes) -> None:
    typing(path, places)
    killed(places)
    (left,) = files(places)
    left.write_bytes(content)
    assert not opened(path, places).session.tags


def test_what_cannot_be_noted_is_left_out(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    desk = typing(path, tmp_path / "file" / "places")
    desk.note_typed(None)
    assert desk.saved
