"""The versions of the articles that were read last, by which an edit is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.session.last_read import LastRead

READ = {"a.txt": "1f", "b.txt#2": "2e"}


def test_what_was_kept_is_known_again_for_this_session_only(tmp_path: Path) -> None:
    anna, berta = (LastRead.of(tmp_path, tmp_path / f"{name}.yaml") for name in ("anna", "berta"))
    anna.keep(READ)
    assert (anna.versions(), berta.versions()) == (READ, {})


def test_the_same_versions_are_not_written_again(tmp_path: Path) -> None:
    note = LastRead(tmp_path / "note.json")
    note.keep(READ)
    written = note.file.stat().st_ino
    note.keep(READ)
    assert note.file.stat().st_ino == written


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'{"a.txt": 3}', b"[" * 100_000])
def test_a_note_that_cannot_be_read_tells_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "note.json").write_bytes(content)
    assert LastRead(tmp_path / "note.json").versions() == {}


def test_a_note_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    note = LastRead(tmp_path / "file" / "note.json")
    note.keep(READ)
    assert note.versions() == {}
