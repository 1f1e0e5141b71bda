"""Opening leaves no trace; saving merges, refuses losses, and never hides a failure."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.session.making import FIRE, LATER, NOW, claim, desk, put_label, save, session
from tui.errors import RashomonError
from tui.model.tag import Place
from tui.session import disk
from tui.session.desk import Desk
from tui.session.disk import CannotSave
from tui.session.edits import remove_tag, toggle_label
from tui.session.news import news
from tui.session.store import Store, annotator_name, safe_name, session_path


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def tags(path: Path) -> int:
    opened = Store.open(path, "fire", "anna")
    assert opened.read_only == ""
    return len(opened.session.tags)


def test_looking_leaves_no_trace(tmp_path: Path) -> None:
    opened = desk(tmp_path / "sessions" / "anna.yaml")
    opened.move(Place("a.txt", 9))
    opened.leave()
    assert list(tmp_path.iterdir()) == []


def test_looking_at_a_session_changes_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    opened = desk(path)
    opened.leave()
    save(opened)
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "sessions" / "anna.yaml"
    opened = desk(path, 1, 3)
    assert opened.saved
    assert Desk.open(path, "fire", "anna").session.tags == opened.session.tags


def test_browsing_a_session_and_leaving_changes_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    opened = desk(path)
    opened.move(Place("a.txt", 9, "b.txt"))
    opened.leave()
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert names(tmp_path) == ["anna.yaml", "anna.yaml.journal"]


HAND = """\
format: 1
tags:
- quote: "No ship was lost."
  labels: ["fact"]
  file: "a.txt"
"""


def test_nobody_else_is_named_when_a_hand_written_file_is_first_saved(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    path.write_text(HAND)
    opened = desk(path)
    put_label(opened, 1)
    saved = opened.save(opened.order())
    assert news(saved.order.session, saved.session) == ""
    assert opened.adopt(saved) is False
    assert path.read_text().startswith("format: 1\n")
    assert HAND.split("tags:\n")[1] in path.read_text()
    assert tags(path) == 2


def test_the_place_is_saved_on_leaving_after_a_change(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    opened.move(Place("a.txt", 9))
    assert opened.saved
    opened.leave()
    assert desk(path).session.place == Place("a.txt", 9)


def test_undo_and_redo_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    first = path.read_bytes()
    for number in (2, 3, 1):
        put_label(opened, number, "check", LATER)
        save(opened)
    last = path.read_bytes()
    for _ in range(3):
        assert opened.undo()
    save(opened)
    assert path.read_bytes() == first
    for _ in range(3):
        assert opened.redo()
    save(opened)
    assert path.read_bytes() == last
    assert opened.redo() is None


def test_an_edit_of_another_session_value_is_a_mistake(tmp_path: Path) -> None:
    opened = desk(tmp_path / "a.yaml")
    edit = toggle_label(session(1), FIRE, claim(FIRE, 2), "fact", NOW)
    with pytest.raises(ValueError, match="another session"):
        opened.apply(edit)


def test_two_programs_keep_each_others_tags(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = desk(path, 1), desk(path)
    put_label(two, 2)
    save(two)
    put_label(one, 3)
    order = one.order()
    saved = one.save(order)
    assert news(saved.order.session, saved.session) == "added 1 tag"
    put_label(one, 4)
    assert one.adopt(saved)
    assert one.session.tags == session(1, 2, 3, 4).tags
    save(one)
    assert tags(path) == 4


def test_the_same_tags_in_another_order_are_no_news(tmp_path: Path) -> None:
    opened = desk(tmp_path / "a.yaml", 1)
    put_label(opened, 2, "check", LATER)
    turned = replace(opened.session, tags=tuple(reversed(opened.session.tags)))
    assert news(opened.session, turned) == ""


def test_saves_may_follow_each_other_before_the_first_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = desk(path, 1), desk(path)
    put_label(two, 2)
    save(two)
    put_label(one, 3)
    first = one.save(one.order())
    put_label(one, 4)
    second = one.save(one.order())
    one.adopt(first)
    one.adopt(second)
    assert one.session.tags == session(1, 2, 3, 4).tags
    assert tags(path) == 4


def test_undo_leaves_what_another_program_added(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = desk(path, 1), desk(path)
    put_label(two, 2)
    save(two)
    put_label(one, 3)
    save(one)
    edit = one.undo()
    assert edit is not None
    assert edit.words == "tagged A ‘fact’: “No ship was lost.”"
    save(one)
    assert one.session.tags == session(1, 2).tags
    assert tags(path) == 2


def test_one_claim_tagged_two_ways_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = desk(path), desk(path)
    for opened, label in ((one, "fact"), (two, "doubtful")):
        put_label(opened, 1, label)
        save(opened)
    (tag,) = Store.open(path, "fire", "anna").session.tags
    assert (set(tag.labels), len(tag.conflict)) == ({"fact", "doubtful"}, 1)


def test_a_removal_by_another_program_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    one, two = desk(path, 1, 2), desk(path)
    two.apply(remove_tag(two.session, (FIRE, claim(FIRE, 1)), NOW))
    save(two)
    put_label(one, 3)
    save(one)
    assert one.session.tags == session(2, 3).tags


def test_a_hand_edit_while_the_program_runs_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    text = (
        path.read_text()
        .replace("tags:\n", "tags:\n# by hand\n")
        .replace('["fact"]', '["check"]', 1)
    )
    path.write_text(text)
    put_label(opened, 3)
    save(opened)
    assert "# by hand\n" in path.read_text()
    assert [t.labels for t in opened.session.tags] == [("check",), ("fact",), ("fact",)]


@pytest.mark.parametrize("left", ["", "   \n", "half"])
def test_tags_come_back_when_the_file_was_emptied_or_cut(tmp_path: Path, left: str) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2, 3)
    text = path.read_text()
    path.write_text(text[: text.index('- quote: "No ship')] if left == "half" else left)
    put_label(opened, 4)
    save(opened)
    assert tags(path) == 4


def test_tags_come_back_when_the_file_was_deleted(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    path.unlink()
    put_label(opened, 3)
    save(opened)
    assert tags(path) == 3


def test_a_save_that_loses_tags_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1, 2)
    before = path.read_bytes()
    less = replace(opened.session, tags=opened.session.tags[:1])
    with pytest.raises(CannotSave, match="1 tags would be lost that nobody removed"):
        opened.store.save(less)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"[", b"\xff\xfe\x00", b"- a\n", b"\x00\x01", b"{{{{"])
def test_a_file_that_cannot_be_read_is_reported_and_never_overwritten(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "anna.yaml"
    path.write_bytes(content)
    opened = desk(path)
    assert str(path) in opened.read_only
    assert opened.problems[0].line >= 1
    put_label(opened, 1)
    with pytest.raises(CannotSave):
        save(opened)
    assert path.read_bytes() == content


def test_nothing_is_written_where_a_link_leads_to_no_file(tmp_path: Path) -> None:
    """It may come with a story from elsewhere, and lead to what a shell runs when it starts."""
    path = tmp_path / "sessions" / "anna.yaml"
    path.parent.mkdir()
    path.symlink_to(tmp_path / "profile")
    opened = desk(path)
    assert "a link to no file" in opened.read_only
    put_label(opened, 1)
    with pytest.raises(CannotSave, match="remove the link"):
        save(opened)
    assert not (tmp_path / "profile").exists()
    (tmp_path / "profile").touch()
    desk(path, 1)
    assert tags(path) == 1
    assert path.is_symlink()


def test_a_file_with_one_broken_text_is_shown_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1, 2)
    path.write_text(path.read_text().replace('["fact"]', "[fact", 1))
    before = path.read_bytes(), path.stat().st_mtime_ns
    opened = desk(path)
    assert re.match(rf"{re.escape(str(path))}:\d+:\d+: ", opened.read_only)
    assert opened.read_only.endswith(", or name another file with --session")
    assert len(opened.session.tags) == 1
    put_label(opened, 3)
    with pytest.raises(CannotSave, match=r"anna\.yaml:\d+:\d+: .*mend line \d+"):
        save(opened)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert names(tmp_path) == ["anna.yaml", "anna.yaml.journal"]


def test_a_file_with_one_wrong_claim_is_saved_around_it(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1, 2)
    text = path.read_text().replace('labels: ["fact"]', 'status: "done"', 1)
    path.write_text(text)
    opened = desk(path, 3)
    assert any("'done' is no status" in p.message for p in opened.store.problems if p.grave)
    wrong = text[text.index("- quote") : text.index('- quote: "Twelve')]
    assert wrong in path.read_text()
    assert len(opened.session.tags) == 2


def test_a_file_that_becomes_unreadable_is_left_and_the_tags_stay_in_memory(
    tmp_path: Path,
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    good = path.read_bytes()
    path.write_bytes(b"[[[")
    put_label(opened, 2)
    with pytest.raises(RashomonError, match=r"anna\.yaml:\d"):
        save(opened)
    assert path.read_bytes() == b"[[["
    assert not opened.saved
    path.write_bytes(good)
    save(opened)
    assert tags(path) == 2


def test_a_full_disk_is_told_and_a_rescue_copy_holds_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = Desk.open(path, "fire", "anna", rescue=tmp_path / "rescue")
    put_label(opened, 1)

    def full(handle: int, content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        with pytest.raises(CannotSave, match="the disk is full"):
            save(opened)
    assert not opened.saved
    assert not path.exists()
    copy = opened.rescue(NOW)
    assert tags(copy) == 1
    save(opened)
    assert tags(path) == 1


def test_a_save_whose_last_step_failed_is_no_conflict_with_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.yaml"
    opened = desk(path, 1)
    put_label(opened, 1, "check")
    with monkeypatch.context() as broken:
        broken.setattr(disk, "sync_folder", lambda _: os.close(-1))
        with pytest.raises(CannotSave):
            save(opened)
    assert not opened.saved
    opened.undo()
    save(opened)
    assert [(t.labels, t.conflict) for t in opened.session.tags] == [(("fact",), ())]
    assert tags(path) == 1


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    opened = desk(path, 2)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# A reader")
    assert len(opened.session.tags) == 2


def test_the_session_stands_below_the_story_or_in_the_data_folder(tmp_path: Path) -> None:
    story, data = tmp_path / "story", tmp_path / "data"
    story.mkdir()
    below = story / "sessions" / "anna.yaml"
    assert session_path(story, "anna", None, data) == below
    assert session_path(story, "anna", tmp_path / "x.yaml", data) == tmp_path / "x.yaml"
    elsewhere = session_path(tmp_path / "missing" / "story", "anna", None, data)
    assert elsewhere.is_relative_to(data)
    assert elsewhere.name == "anna.yaml"
    assert list(story.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", "a/b", "-rf", ".hidden", "x" * 400, "\0\n", "Ünsal"]
)
def test_any_name_becomes_a_safe_file_name(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe[0] not in ".-"
    assert not set(safe) & set("/\0\n\\: ")
    assert len(safe.encode()) <= 90


def test_different_names_stay_different_files() -> None:
    assert safe_name("a b") != safe_name("a-b")
    assert safe_name("anna") == "anna"


def test_the_annotator_is_whom_the_reader_names() -> None:
    assert annotator_name("zoe") == "zoe"
    assert annotator_name(None)


def test_a_session_from_elsewhere_keeps_its_own_annotator(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    desk(path, 1)
    assert Store.open(path, "other", "ben").session.annotator == "anna"
    assert Store.open(tmp_path / "no.yaml", "other", "ben").session.annotator == "ben"
