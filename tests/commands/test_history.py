"""`rashomon history`: who did what when, and back to any moment of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.session.making import FIRE, claim, desk, put_label, save
from tui.cli import run
from tui.session.desk import Desk
from tui.session.edits import toggle_label
from tui.session.journal import journal_path


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """Three tags: at 10:00 on one day, and at 9:30 and 9:45 on the next."""
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    for number, time in ((2, "2025-07-15T09:30:00+02:00"), (3, "2025-07-15T09:45:00+02:00")):
        opened.apply(toggle_label(opened.session, FIRE, claim(FIRE, number), "check", time))
        save(opened)
    return path


def tags(path: Path) -> int:
    return len(Desk.open(path, "fire", "anna").session.tags)


def test_every_action_is_a_line_with_time_name_and_words(
    session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", str(session)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == (
        "2  2025-07-15 09:30:00  anna  tagged A ‘check’: “Twelve people were hurt, the mayor said.”"
    )
    assert len(lines) == 3


def test_for_programs_it_is_a_list_of_objects(
    session: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["history", str(session), "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert [entry["number"] for entry in told] == [1, 2, 3]
    assert told[2]["at"] == "2025-07-15T09:45:00+02:00"
    assert (told[2]["who"], told[2]["did"]) == ("anna", "do")
    assert (told[2]["file"], told[2]["start"], told[2]["end"]) == ("a.txt", 71, 88)


def test_a_name_that_no_terminal_should_see_is_escaped_for_programs(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A byte that is no UTF-8 in an argument comes in as half a surrogate pair."""
    path, name = tmp_path / "a.yaml", "an\udcff\x9bna"
    opened = Desk.open(path, "fire", name)
    put_label(opened, 1)
    save(opened)
    assert run(["history", str(path), "--json"]) == 0
    printed = capfdbinary.readouterr().out
    assert b"an\\udcff\\u009bna" in printed
    assert json.loads(printed)[0]["who"] == name


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("0", 0), ("1", 1), ("3", 3), ("09:30", 2), ("09:44", 2), ("09:45:00", 3),
        ("2025-07-14", 1), ("2025-07-14T10:00", 1), ("2025-07-15", 3), ("2025-07-15 09:31", 2),
    ],
)  # fmt: skip
def test_it_goes_back_to_a_number_or_a_time(session: Path, moment: str, left: int) -> None:
    assert run(["history", str(session), "--restore", moment]) == 0
    assert tags(session) == left


def test_going_back_is_an_action_that_undo_takes_back(session: Path) -> None:
    assert run(["history", str(session), "--restore", "1", "--annotator", "ben"]) == 0
    opened = Desk.open(session, "fire", "anna")
    assert opened.undo() is not None
    opened.leave()
    assert tags(session) == 3


@pytest.mark.parametrize("moment", ["9", "-1", "yesterday", "2024-01-01", "", "25:00", "²"])
def test_a_moment_that_is_not_in_it_is_refused(
    session: Path, moment: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = session.read_bytes()
    assert run(["history", str(session), f"--restore={moment}"]) == 2
    assert capsys.readouterr().err.startswith("rashomon: ")
    assert session.read_bytes() == before


def test_without_a_journal_there_is_no_history_and_that_is_said(
    session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal_path(session).unlink()
    assert run(["history", str(session)]) == 0
    assert "nothing was done" in capsys.readouterr().err


def test_a_deleted_session_comes_back_from_its_journal(session: Path) -> None:
    session.unlink()
    assert run(["history", str(session), "--restore", "3"]) == 0
    assert tags(session) == 3


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_what_is_no_session_is_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", str(tmp_path / name)]) == 2
    assert "session file" in capsys.readouterr().err
