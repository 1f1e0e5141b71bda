"""Sessions in git: additions merge by themselves, real conflicts open as conflicts."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.session.making import FIRE, LATER, claim, desk, save, session
from tui.model.tag import Status
from tui.session.edits import set_note, toggle_label
from tui.session.store import Store

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *words: str) -> int:
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words]
    return subprocess.run(
        command, cwd=folder, capture_output=True, env={**os.environ, **settings}, check=False
    ).returncode


def branches(folder: Path, common: tuple[int, ...], *sides: tuple[int, str]) -> tuple[Path, int]:
    """A repository in which two branches each tag a sentence; and what `git merge` says."""
    path = folder / "anna.yaml"
    assert git(folder, "init", "-b", "main") == 0
    desk(path, *common).store.path.touch()
    (folder / ".gitignore").write_text("*.journal\n")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "start")
    for name, (number, label) in zip(("one", "two"), sides, strict=True):
        git(folder, "checkout", "-b", name, "main")
        opened = desk(path)
        opened.apply(toggle_label(opened.session, FIRE, claim(FIRE, number), label, LATER))
        save(opened)
        git(folder, "commit", "-am", name)
    return path, git(folder, "merge", "one")


def test_two_peoples_additions_merge_without_a_conflict(tmp_path: Path) -> None:
    path, code = branches(tmp_path, (2, 3), (1, "fact"), (4, "fact"))
    assert code == 0
    store = Store.open(path, "fire", "anna")
    assert store.problems == ()
    assert [t.id for t in store.session.tags] == [t.id for t in session(1, 2, 3, 4).tags]


def test_two_claims_side_by_side_open_with_both(tmp_path: Path) -> None:
    path, code = branches(tmp_path, (1,), (2, "fact"), (3, "check"))
    assert code != 0
    opened = desk(path)
    assert [(p.grave, "git left a conflict" in p.message) for p in opened.problems] == [
        (False, True)
    ]
    assert [t.labels for t in opened.session.tags] == [("fact",), ("fact",), ("check",)]
    opened.apply(toggle_label(opened.session, FIRE, claim(FIRE, 4), "fact", LATER))
    save(opened)
    assert "<<<<" not in path.read_text()
    clean = Store.open(path, "fire", "anna")
    assert (clean.problems, len(clean.session.tags)) == ((), 4)


def test_one_claim_tagged_two_ways_opens_as_a_conflict_to_settle(tmp_path: Path) -> None:
    path, code = branches(tmp_path, (1,), (2, "fact"), (2, "doubtful"))
    assert code != 0
    tag = Store.open(path, "fire", "anna").session.tags[1]
    assert set(tag.labels) == {"fact", "doubtful"}
    assert len(tag.conflict) == 1


@pytest.mark.parametrize(
    "wrong",
    ["<<<<<<< a\n", "=======\n<<<<<<< a\n", "<<<<<<< a\n>>>>>>> b\n", "<<<<<<< a\n=======\n"],
)
def test_marks_out_of_order_are_left_to_the_reader(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    text = path.read_text().replace("tags:\n", "tags:\n" + wrong)
    path.write_text(text)
    store = Store.open(path, "fire", "anna")
    assert "by hand" in store.read_only
    assert path.read_text() == text


def test_looking_at_a_conflict_writes_nothing(tmp_path: Path) -> None:
    path, _ = branches(tmp_path, (1,), (2, "fact"), (3, "check"))
    before = path.read_bytes()
    opened = desk(path)
    opened.leave()
    assert path.read_bytes() == before
    noted = set_note(opened.session, (FIRE, claim(FIRE, 1)), "x", Status.UNCHECKED, None, LATER)
    opened.apply(noted)
    save(opened)
    assert desk(path).session.tags[0].note == "x"
