"""Which files are articles, and what is refused before it is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.errors import NoStory
from tui.reading.files import Unreadable, find_files, read_bytes, shown


def test_articles_are_sorted_by_name_and_nothing_else_is_one(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.md", "c.html", "d.htm", ".hidden.txt", "README.md", "story.yaml"):
        (tmp_path / name).write_text("x")
    (tmp_path / "sessions").mkdir()
    (tmp_path / "notes.docx").write_text("x")
    files, notes = find_files(tmp_path)
    assert [path.name for path in files] == ["a.md", "b.TXT", "c.html", "d.htm"]
    assert notes == ["Left out, not .txt, .md or .html: notes.docx."]


def test_a_folder_of_stories_names_one_to_try(tmp_path: Path) -> None:
    (tmp_path / "fire").mkdir()
    (tmp_path / "fire" / "a.txt").write_text("x")
    with pytest.raises(NoStory, match=r"found: fire.*Try: rashomon .*fire"):
        find_files(tmp_path)


@pytest.mark.parametrize(
    ("name", "typed"), [("report", "./report"), ("-x", "./-x"), ("two words", "'./two words'")]
)
def test_a_story_to_try_is_named_as_it_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, typed: str
) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoStory) as refused:
        find_files(Path())
    assert str(refused.value).endswith(f"Try: rashomon {typed}")


Make = Callable[[Path], None]
"""Puts something at a path that is no file of text."""


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _broken(path: Path) -> None:
    path.symlink_to("nowhere.txt")


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _large(path: Path) -> None:
    path.write_bytes(b"x" * 101)


def _empty(path: Path) -> None:
    path.write_bytes(b" \n")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_pipe, "named pipe"), (_loop, "cannot be read"), (_broken, "broken link"),
        (_device, "device"), (_large, "larger than"), (_empty, "empty"), (Path.mkdir, "folder"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_text_is_refused_at_once(tmp_path: Path, make: Make, why: str) -> None:
    path = tmp_path / "a.txt"
    make(path)
    with pytest.raises(Unreadable, match=why):
        read_bytes(path, 100)


def test_a_name_cannot_act_on_the_terminal() -> None:
    assert shown("a\x1b]0;x\x07\n.txt") == "a\ufffd]0;x\ufffd\ufffd.txt"
