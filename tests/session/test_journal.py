"""Every action is in the journal before the file changes; whatever happens to either."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.making import FIRE, LATER, claim, desk, put_label, save
from tui.model.tag import Session, Status
from tui.session import disk, journal, store
from tui.session.desk import Desk
from tui.session.edits import remove_tag, set_note, toggle_label
from tui.session.history import restored
from tui.session.journal import Log, NoHistory, journal_path
from tui.session.merge import same


def log(path: Path) -> Log:
    return journal.read(journal_path(path), Session("fire", "anna"))


def words(path: Path) -> list[tuple[str, int]]:
    """What was done, and how many entries each action changed."""
    return [(e.action.did, len(e.action.changes)) for e in log(path).entries if e.action]


def again(path: Path) -> Desk:
    return Desk.open(path, "fire", "anna")


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")


class Killed(BaseException):
    """The process ends here."""


def killed_before_replacing(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(store, "replace_file", die)
        with pytest.raises(Killed):
            save(opened)


def test_it_tells_the_session_after_every_action(tmp_path: Path) -> None:
    path, states = tmp_path / "anna.yaml", []
    opened = again(path)
    for number in (3, 1, 3, 2):
        states.append(opened.session)
        put_label(opened, number)
        save(opened)
    states.append(opened.session)
    told = log(path)
    for number, state in enumerate(states):
        then = told.state(number)
        assert then is not None
        assert same(then, state)


def test_several_actions_in_one_save_are_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = again(path)
    put_label(opened, 1)
    put_label(opened, 2)
    opened.undo()
    opened.redo()
    save(opened)
    assert words(path) == [("do", 1), ("do", 1), ("undo", 1), ("redo", 1)]


def test_what_a_killed_save_told_is_recovered_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    put_label(opened, 2)
    put_label(opened, 3)
    killed_before_replacing(opened, monkeypatch)
    before = path.read_bytes()
    found = again(path)
    assert found.recovery == "recovered 2 actions after 10:00"
    assert (same(found.session, opened.session), found.saved) == (True, False)
    assert path.read_bytes() == before
    found.leave()
    assert (again(path).recovery, again(path).saved) == ("", True)
    assert len(words(path)) == 3


def test_a_first_save_that_was_killed_is_recovered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = again(tmp_path / "anna.yaml")
    put_label(opened, 1)
    killed_before_replacing(opened, monkeypatch)
    assert len(again(tmp_path / "anna.yaml").session.tags) == 1


def test_a_removal_that_was_killed_is_recovered_and_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    opened.apply(remove_tag(opened.session, (FIRE, claim(FIRE, 1)), LATER))
    killed_before_replacing(opened, monkeypatch)
    found = again(path)
    found.leave()
    assert len(again(path).session.tags) == 1


def test_another_program_takes_up_what_a_killed_one_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    other = desk(path, 1)
    dying = again(path)
    put_label(dying, 2)
    killed_before_replacing(dying, monkeypatch)
    put_label(other, 3)
    save(other)
    assert len(again(path).session.tags) == 3


def test_a_file_put_back_on_purpose_is_not_overruled(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    old = path.read_bytes()
    put_label(opened, 2)
    save(opened)
    path.write_bytes(old)
    assert again(path).recovery == ""
    put_label(found := again(path), 3)
    save(found)
    assert len(again(path).session.tags) == 2
    assert words(path)[2:] == [("outside", 1), ("do", 1)]


def test_a_deleted_session_stays_deleted_but_can_be_restored(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    for number in (1, 2):
        put_label(opened := again(path), number)
        save(opened)
    path.unlink()
    assert again(path).session.tags == ()
    then = log(path).state(2)
    assert then is not None
    assert len(then.tags) == 2


@pytest.mark.parametrize("saves", [1, 3])
def test_a_deleted_session_is_brought_back_when_asked(tmp_path: Path, saves: int) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path)
    for number in range(1, saves + 1):
        put_label(opened, number)
        save(opened)
    path.unlink()
    later = again(path)
    assert later.saved
    assert not later.session.tags
    assert later.deleted == f"{saves} tag{'s' * (saves > 1)}"
    later.bring_back()
    assert later.session.tags == opened.session.tags
    save(later)
    assert again(path).session.tags == opened.session.tags
    assert not again(path).deleted
    later.undo()
    assert not later.session.tags


def test_a_line_cut_anywhere_costs_that_line_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    kept = journal_path(path).stat().st_size
    put_label(opened, 2)
    killed_before_replacing(opened, monkeypatch)
    file, whole = path.read_bytes(), journal_path(path).read_bytes()
    for end in range(kept - 40, len(whole), 23):
        path.write_bytes(file)
        journal_path(path).write_bytes(whole[:end])
        found = again(path)
        assert len(found.session.tags) == 1
        put_label(found, 3)
        save(found)
        assert len(again(path).session.tags) == 2
        assert log(path).bad == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"journal":2,"n":0,"sum":"%s"}\n', "another rashomon"),
        (b"something else\n", "first line cannot be read"),
        (b"\x00\xff\n" * 9, "first line cannot be read"),
    ],
)
def test_a_journal_that_cannot_be_used_stops_no_saving(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    if b"%s" in content:
        content = journal._line({"journal": 2, "n": 0})
    journal_path(path).write_bytes(content)
    for number in (2, 3):
        put_label(opened, number)
        save(opened)
        assert told in opened.history_problem
        assert journal_path(path).read_bytes() == content
    assert len(again(path).session.tags) == 3
    journal_path(path).unlink()
    put_label(opened, 4)
    save(opened)
    assert opened.history_problem == ""
    assert words(path) == [("do", 1)]


@pytest.mark.parametrize("odd", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_no_journal(tmp_path: Path, odd: Callable[[Path], None]) -> None:
    path = tmp_path / "anna.yaml"
    odd(journal_path(path))
    opened = desk(path, 1)
    assert opened.history_problem
    assert len(again(path).session.tags) == 1


def test_a_journal_deleted_meanwhile_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    journal_path(path).unlink()
    put_label(opened, 3)
    save(opened)
    assert words(path) == [("do", 1)]
    end = log(path).state()
    assert end is not None
    assert same(end, opened.session)


def test_a_full_disk_costs_the_history_not_the_tags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    with monkeypatch.context() as broken:
        broken.setattr(os, "pwrite", full)
        put_label(opened, 2)
        save(opened)
        assert "the disk is full" in opened.history_problem
    assert len(again(path).session.tags) == 2
    put_label(opened, 3)
    save(opened)
    assert (opened.history_problem, len(words(path))) == ("", 3)
    end = log(path).state()
    assert end is not None
    assert same(end, opened.session)


def test_a_save_that_failed_after_the_journal_is_not_told_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    put_label(opened, 2)
    for number in (3, 4):
        with monkeypatch.context() as broken:
            broken.setattr(os, "replace", full)
            with pytest.raises(disk.CannotSave):
                save(opened)
        put_label(opened, number)
    save(opened)
    assert words(path) == [("do", 1)] * 4
    assert len(again(path).session.tags) == 4


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_what_is_undone_after_a_save_that_failed_stays_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The journal tells of the failed save; that must not count as another writer's wish."""
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    before = opened.session
    put_label(opened, 1, "check")
    put_label(opened, 2)
    with monkeypatch.context() as broken:
        if step == "replace":
            broken.setattr(os, "replace", full)
        else:
            broken.setattr(disk, "sync_folder", full)
        with pytest.raises(disk.CannotSave):
            save(opened)
    opened.undo()
    opened.undo()
    save(opened)
    assert same(again(path).session, before)
    assert words(path)[1:] == [("do", 1), ("do", 1), ("undo", 1), ("undo", 1)]


def test_what_was_recovered_can_be_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    put_label(opened, 1, "check")
    killed_before_replacing(opened, monkeypatch)
    found = again(path)
    assert found.undo() is not None
    save(found)
    assert again(path).session.tags[0].labels == ("fact",)


def test_two_programs_in_turn_tell_one_story(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = again(path), again(path)
    for number in (1, 2, 3, 4, 1, 2):
        opened = (one, two)[number % 2]
        put_label(opened, number, "check" if len(opened.session.tags) > 2 else "fact")
        save(opened)
    save(one)
    save(two)
    assert same(one.session, two.session)
    told = log(path)
    end = told.state()
    assert end is not None
    assert same(end, two.session)
    assert [e.number for e in told.entries if e.action] == list(range(1, 7))
    assert {e.action.did for e in told.entries if e.action} == {"do"}


steps = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["fact", "check", "note", "remove"])))


@settings(max_examples=20)
@given(steps, st.integers(0, 3))
def test_undo_and_redo_across_restarts_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[int, str]], first: int
) -> None:
    path = tmp_path_factory.mktemp("journal") / "anna.yaml"
    opened = desk(path, *range(1, first + 1), label="quote")
    known = len(opened.history.past)
    for number, what in done:
        place = claim(FIRE, number)
        if what == "note":
            edit = set_note(opened.session, (FIRE, place), "n", Status.CHECKED, None, LATER)
        elif what != "remove":
            edit = toggle_label(opened.session, FIRE, place, what, LATER)
        elif any(t.anchor.span == place for t in opened.session.tags):
            edit = remove_tag(opened.session, (FIRE, place), LATER)
        else:
            continue
        opened.apply(edit)
        known += 1
    opened.leave()
    end = path.read_bytes() if path.exists() else b""
    opened, count = again(path), 0
    while opened.undo():
        count += 1
    opened.leave()
    assert (count, again(path).session.tags) == (known, ())
    opened = again(path)
    while opened.redo():
        count -= 1
    opened.leave()
    assert count == 0
    assert (path.read_bytes() if path.exists() else b"") == end


def test_after_something_new_what_was_undone_earlier_stays_undone(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    opened.undo()
    save(opened)
    opened = again(path)
    put_label(opened, 3)
    assert opened.redo() is None
    for _ in range(2):
        assert opened.undo() is not None
    assert (opened.undo(), opened.session.tags) == (None, ())


def test_old_actions_go_when_there_are_twice_as_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEEP", 5)
    path = tmp_path / "anna.yaml"
    other = again(path)
    opened = again(path)
    for turn in range(13):
        put_label(opened, 1 + turn % 4)
        save(opened)
    assert [e.number for e in log(path).entries if e.action] == list(range(6, 14))
    put_label(other, 1, "check")
    save(other)
    end = log(path).state()
    assert end is not None
    assert same(end, other.session)
    found = again(path)
    while found.undo():
        pass
    then = log(path).state(5)
    assert then is not None
    assert found.session.tags == then.tags


def test_restoring_is_a_step_that_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2, 3)
    then = log(path).state(1)
    assert then is not None
    opened.apply(restored(opened.session, then, 1, LATER))
    save(opened)
    assert len(again(path).session.tags) == 1
    opened = again(path)
    undone = opened.undo()
    assert undone is not None
    assert "after action 1" in undone.words
    assert len(opened.session.tags) == 3


def test_the_journal_of_a_link_lies_beside_its_target(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "real.yaml").touch()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "there" / "real.yaml")
    desk(tmp_path / "link.yaml", 1)
    assert (tmp_path / "there" / "real.yaml.journal").is_file()


def test_a_name_of_255_bytes_has_a_journal_too(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".yaml")
    opened = desk(path, 1)
    assert opened.history_problem == ""
    assert len(words(path)) == 1


def test_a_read_only_file_gets_no_line(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    path.chmod(0o444)
    before = journal_path(path).read_bytes()
    put_label(opened, 2)
    with pytest.raises(disk.CannotSave):
        save(opened)
    assert journal_path(path).read_bytes() == before


@settings(max_examples=40)
@given(st.binary(max_size=60), st.integers(0, 2000))
def test_a_journal_with_anything_in_it_never_breaks_an_opening(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    path = tmp_path_factory.mktemp("junk") / "anna.yaml"
    desk(path, 1)
    raw = journal_path(path).read_bytes()
    journal_path(path).write_bytes(raw[:at] + junk + raw[at + len(junk) :])
    opened = again(path)
    opened.undo()
    opened.leave()


@pytest.mark.parametrize("value", [1, True, [1], {"a": 1}, "x", None, [None]])
def test_a_well_formed_line_with_wrong_values_is_left_out(tmp_path: Path, value: object) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    for key in ("n", "change", "where", "place", "file", "did", "id"):
        fields = {"n": 9, "did": "do", "id": "x", "words": "w", key: value}
        with journal_path(path).open("ab") as file:
            file.write(journal._line(json.loads(json.dumps(fields))))
    change = {"n": 9, "did": "do", "id": "x", "change": [["tags", "t", None, {"status": value}]]}
    with journal_path(path).open("ab") as file:
        file.write(journal._line(change))
    opened = again(path)
    put_label(opened, 2)
    opened.leave()
    assert len(again(path).session.tags) == 2


@pytest.mark.parametrize("text", ["", "[]", "{a: 1}", "- a: 1\n- b: 2\n", "tags: ["])
def test_a_block_in_it_that_is_no_entry_is_not_brought_back(tmp_path: Path, text: str) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    fields = {"n": 2, "did": "do", "id": "x", "blocks": [["tags", "", text]]}
    with journal_path(path).open("ab") as file:
        file.write(journal._line(fields))
    opened = again(path)
    while opened.undo():
        pass
    assert opened.session.tags == ()


def test_a_journal_is_refused_when_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    monkeypatch.setattr(journal, "MAX_BYTES", 10)
    with pytest.raises(NoHistory, match="delete it"):
        log(path)


def test_undo_after_a_restart_brings_comments_and_unknown_keys_back(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1, 2, 3)
    text = path.read_text().replace('- quote: "Twelve', '# call them\n- quote: "Twelve')
    path.write_text(text.replace('  labels: ["fact"]\n', '  labels: ["fact"]\n  weight: 7\n'))
    before = path.read_text()
    opened = desk(path)
    opened.apply(remove_tag(opened.session, opened.session.tags[1].id, LATER))
    save(opened)
    assert "call them" not in path.read_text()
    again = desk(path)
    assert again.undo() is not None
    save(again)
    assert path.read_text() == before
