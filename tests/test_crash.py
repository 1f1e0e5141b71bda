"""A fault of the program: one line for the reader, the rest in a file, few of them kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import cli, crash


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "rashomon"


def fault(words: str) -> Exception:
    try:
        raise LookupError(words)
    except LookupError as error:
        return error


def test_only_the_newest_files_stay(folder: Path) -> None:
    told = [crash.note(fault(str(n))) for n in range(crash.KEPT + 3)]
    kept = sorted(folder.iterdir())
    assert len(kept) == crash.KEPT
    assert all(str(path) in words for path, words in zip(kept, told[3:], strict=True))


def test_the_sentence_is_one_short_line() -> None:
    words = crash.note(fault("a\nb " * 1000))
    assert "\n" not in words
    assert "LookupError: a b a b" in words
    assert words.index("; details") < 250


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    folder.write_text("")
    assert "the details could not be written" in crash.note(fault("x"))


def test_a_fault_of_a_command_shows_no_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(_: list[str]) -> int:
        raise fault("x")

    monkeypatch.setattr(cli, "_dispatch", fall)
    assert cli.run([]) == 1
    told = capsys.readouterr().err
    assert told.startswith("rashomon: stopped by a fault of the program (LookupError: x)")
    assert told.count("\n") == 1
    assert len(list(folder.iterdir())) == 1
