"""Somebody else changes the file while the program holds it: merged or asked, never overwritten."""

from __future__ import annotations

import os
from pathlib import Path

from tests.session.making import LATER, desk, put_label, save
from tui.session.desk import Desk
from tui.session.edits import set_note
from tui.session.store import Store


def test_a_hand_edit_and_a_key_on_one_claim_become_a_visible_conflict(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    path.write_text(path.read_text().replace('labels: ["fact"]', 'labels: ["fact", "quote"]'))
    put_label(opened, 1, "check", LATER)
    save(opened)
    (tag,) = Store.open(path, "fire", "anna").session.tags
    assert set(tag.labels) == {"fact", "check", "quote"}
    assert tag.conflict == ("tagged two ways: quote or check",)
    assert opened.session.tags == (tag,)


def test_a_change_that_keeps_size_and_time_is_seen_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    before = path.stat()
    path.write_text(path.read_text().replace('labels: ["fact"]', 'labels: ["loud"]'))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    put_label(opened, 2, "check", LATER)
    save(opened)
    tags = Store.open(path, "fire", "anna").session.tags
    assert [t.labels for t in tags] == [("loud",), ("check",)]


def test_two_notes_on_one_claim_are_both_there_and_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = desk(path, 1), Desk.open(path, "fire", "anna")
    for opened, words in ((one, "call the mayor"), (two, "called: no answer")):
        tag = opened.session.tags[0]
        note = set_note(opened.session, tag.id, words, tag.status, tag.confidence, LATER)
        opened.apply(note)
        save(opened)
    (tag,) = Store.open(path, "fire", "anna").session.tags
    assert set(tag.note.split("\n")) == {"call the mayor", "called: no answer"}
    assert len(tag.conflict) == 1


def test_two_programs_in_turn_lose_and_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = (Desk.open(path, "fire", "anna") for _ in range(2))
    for number in (1, 2, 3, 4):
        for opened, name in ((one, "fact"), (two, "check")):
            put_label(opened, number, name, LATER)
            save(opened)
    tags = Store.open(path, "fire", "anna").session.tags
    assert [set(t.labels) for t in tags] == [{"fact", "check"}] * 4
    assert len({t.id for t in tags}) == 4
