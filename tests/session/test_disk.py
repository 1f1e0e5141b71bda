"""A file is the old one or the new one, whatever fails; modes and links are kept."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest

from tui.session import disk
from tui.session.disk import CannotSave, locked, replace_file

CALLS = ("open", "write", "fchmod", "fsync", "close", "replace", "fstat")
ERRORS = (
    errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EPERM,
)  # fmt: skip


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "sessions" / "anna.yaml"
    replace_file(path, b"one")
    assert path.read_bytes() == b"one"
    assert names(path.parent) == ["anna.yaml"]


def test_the_mode_is_kept_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)
    assert names(tmp_path) == ["a.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(CannotSave, match="read-only"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_or_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(CannotSave, match="not an ordinary file"):
            replace_file(path, b"new")


def test_a_name_of_255_bytes_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".yaml")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_what_a_killed_save_left_is_swept_but_not_what_a_living_one_uses(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    stem = disk._temp_name("a.yaml").rsplit("-", 2)[0]
    dead, living = tmp_path / f"{stem}-4194304-1.tmp", tmp_path / f"{stem}-1-1.tmp"
    dead.touch()
    living.touch()
    replace_file(path, b"new")
    assert names(tmp_path) == sorted(["a.yaml", living.name])


class Failing:
    """Stands for a function of `os` that fails at one of its calls."""

    def __init__(self, call: str, nth: int, code: int, short: bool = False) -> None:
        self.real = getattr(os, call)
        self.nth, self.code, self.short, self.count = nth, code, short, 0

    def __call__(self, *args: object, **named: object) -> object:
        self.count += 1
        if self.count == self.nth:
            raise OSError(self.code, os.strerror(self.code))
        if self.short:
            handle, content = args
            return self.real(handle, bytes(content)[:3])  # type: ignore[call-overload]
        return self.real(*args, **named)


@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("call", CALLS)
def test_every_failing_call_leaves_the_old_or_the_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int, code: int
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    failing = Failing(call, nth, code)
    monkeypatch.setattr(os, call, failing)
    said_saved = True
    try:
        replace_file(path, b"quite new")
    except CannotSave:
        said_saved = False
    monkeypatch.undo()
    content = path.read_bytes()
    assert content in (b"old", b"quite new")
    if said_saved:
        assert content == b"quite new"
    replace_file(path, b"next")
    assert path.read_bytes() == b"next"
    assert names(tmp_path) == ["a.yaml"]


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", Failing("write", 0, 0, short=True))
    replace_file(tmp_path / "a.yaml", b"quite long")
    assert (tmp_path / "a.yaml").read_bytes() == b"quite long"


def test_the_lock_waits_and_gives_up_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with (
        locked(path),
        pytest.raises(CannotSave, match="another program holds it"),
        locked(path, patience=0.01),
    ):
        pass
    with locked(path, patience=0.01):
        assert names(tmp_path) == []


def test_where_folders_cannot_be_locked_a_file_elsewhere_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    real = fcntl.flock
    elsewhere, folder = tmp_path / "tmp", tmp_path / "folder"
    elsewhere.mkdir()

    def flock(handle: int, what: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, "no")
        real(handle, what)

    monkeypatch.setattr(fcntl, "flock", flock)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(elsewhere))
    with (
        locked(folder / "a.yaml"),
        pytest.raises(CannotSave),
        locked(folder / "a.yaml", patience=0.01),
    ):
        pass
    assert names(folder) == []
