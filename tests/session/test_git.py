"""Sessions in git: additions merge by themselves, real conflicts open as conflicts."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.session.making import FIRE, LATER, after, claim, desk, put_label, save, session
from tui.model.tag import Place, Status, Verdict
from tui.session.edits import decide, remove_tag, set_note
from tui.session.merge import merge, same_work
from tui.session.rewrite import fresh, update
from tui.session.store import Store

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *words: str) -> int:
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words]
    return subprocess.run(
        command, cwd=folder, capture_output=True, env={**os.environ, **settings}, check=False
    ).returncode


def branches(
    folder: Path, common: tuple[int, ...], *sides: tuple[int, str], driver: bool = False
) -> tuple[Path, int]:
    """A repository in which two branches each tag a sentence; and what `git merge` says."""
    path = folder / "sessions" / "anna.yaml"
    path.parent.mkdir()
    repository(folder, driver)
    desk(path, *common).store.path.touch()
    start(folder)
    for name, (number, label) in zip(("one", "two"), sides, strict=True):
        with branch(folder, name):
            opened = desk(path)
            put_label(opened, number, label, LATER)
            save(opened)
    return path, git(folder, "merge", "one")


def repository(folder: Path, driver: bool = False) -> None:
    """An empty repository that leaves journals out; with `driver` as docs/teams.md sets it up."""
    assert git(folder, "init", "-b", "main") == 0
    if driver:
        set_up(folder)
    else:
        (folder / ".gitignore").write_text("*.journal\n")


def start(folder: Path) -> None:
    """Commit everything to `main`."""
    assert git(folder, "add", ".") == 0
    assert git(folder, "commit", "-m", "start") == 0


@contextmanager
def branch(folder: Path, name: str) -> Iterator[None]:
    """What is done inside is committed to a new branch off `main`, which stays checked out."""
    assert git(folder, "checkout", "-b", name, "main") == 0
    yield
    assert git(folder, "add", ".") == 0
    assert git(folder, "commit", "--allow-empty", "-m", name) == 0


PAGE = Path(__file__).parents[2] / "docs" / "teams.md"


def set_up(folder: Path) -> None:
    """The lines that docs/teams.md shows, with this Python's program for `rashomon`."""
    page = PAGE.read_text(encoding="utf-8")
    wanted = (".gitignore", ".gitattributes", "git config merge.rashomon")
    lines = [line.strip() for line in page.splitlines() if line.startswith("    ")]
    lines = [line for line in lines if any(word in line for word in wanted)]
    assert len(lines) == 3
    program = f"{sys.executable} -m tui merge-driver"
    script = "\n".join(lines).replace("rashomon merge-driver", program)
    subprocess.run(["sh", "-ec", script], cwd=folder, check=True)


def test_two_peoples_additions_merge_without_a_conflict(tmp_path: Path) -> None:
    path, code = branches(tmp_path, (2, 3), (1, "fact"), (4, "fact"))
    assert code == 0
    store = Store.open(path, "fire", "anna")
    assert store.problems == ()
    assert [t.id for t in store.session.tags] == [t.id for t in session(1, 2, 3, 4).tags]


def test_two_readers_at_different_places_merge_without_a_conflict(tmp_path: Path) -> None:
    """Where they were, and a change beside an addition, touch no common line."""
    path = tmp_path / "anna.yaml"
    repository(tmp_path)
    desk(path, 1, 3)
    start(tmp_path)
    for name, number in (("one", 1), ("two", 2)):
        with branch(tmp_path, name):
            opened = desk(path)
            opened.move(Place("a.txt", number))
            put_label(opened, number, "check", LATER)
            if name == "two":
                opened.apply(decide(opened.session, "abc", Verdict.CONFIRMED, "When?", LATER))
            save(opened)
    assert git(tmp_path, "merge", "one") == 0
    merged = desk(path)
    assert merged.problems == ()
    assert [t.labels for t in merged.session.tags] == [("fact", "check"), ("check",), ("fact",)]
    assert merged.session.place == Place("a.txt", 2)
    assert [d.finding for d in merged.session.decisions] == ["abc"]


def test_two_claims_side_by_side_open_with_both(tmp_path: Path) -> None:
    path, code = branches(tmp_path, (1,), (2, "fact"), (3, "check"))
    assert code != 0
    opened = desk(path)
    assert [(p.grave, "git left a conflict" in p.message) for p in opened.problems] == [
        (False, True)
    ]
    assert [t.labels for t in opened.session.tags] == [("fact",), ("fact",), ("check",)]
    put_label(opened, 4, "fact", LATER)
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


# -- with the merge driver -----------------------------------------------------


@pytest.mark.parametrize("common", [(2, 3), ()], ids=["apart", "side by side"])
def test_the_driver_merges_different_claims_without_a_conflict(
    tmp_path: Path, common: tuple[int, ...]
) -> None:
    path, code = branches(tmp_path, common, (1, "fact"), (4, "check"), driver=True)
    assert code == 0
    store = Store.open(path, "fire", "anna")
    assert store.problems == ()
    labels = [t.labels for t in store.session.tags]
    assert labels == [("fact",), *[("fact",)] * len(common), ("check",)]
    assert git(tmp_path, "diff", "--quiet", "HEAD") == 0


def test_the_driver_minds_no_place_to_resume(tmp_path: Path) -> None:
    path = tmp_path / "sessions" / "anna.yaml"
    repository(tmp_path, driver=True)
    desk(path, 1, 2, 3)
    start(tmp_path)
    for name, number in (("one", 1), ("two", 3)):
        with branch(tmp_path, name):
            opened = desk(path)
            opened.move(Place("a.txt", number))
            put_label(opened, number, "check", LATER)
            save(opened)
    assert git(tmp_path, "merge", "one") == 0
    merged = Store.open(path, "fire", "anna").session
    assert merged.place == Place("a.txt", 3)
    assert [t.labels for t in merged.tags] == [("fact", "check"), ("fact",), ("fact", "check")]


def test_the_driver_keeps_a_claim_tagged_two_ways_as_a_conflict_without_marks(
    tmp_path: Path,
) -> None:
    path, code = branches(tmp_path, (1,), (2, "fact"), (2, "doubtful"), driver=True)
    assert code == 1
    assert "<<<<" not in path.read_text()
    tag = Store.open(path, "fire", "anna").session.tags[1]
    assert tag.conflict == ("tagged two ways: doubtful or fact",)
    assert git(tmp_path, "ls-files", "--unmerged", "--error-unmatch", "sessions/anna.yaml") == 0


def test_the_driver_leaves_what_it_cannot_read_to_git(tmp_path: Path) -> None:
    repository(tmp_path, driver=True)
    path = tmp_path / "sessions" / "odd.yaml"
    path.parent.mkdir()
    path.write_text("- one\n")
    start(tmp_path)
    for name in ("one", "two"):
        with branch(tmp_path, name):
            path.write_text(f"- {name} changed\n")
    assert git(tmp_path, "merge", "one") == 1
    assert path.read_text().startswith("<<<<<<<")


def test_a_file_that_both_added_has_no_common_start(tmp_path: Path) -> None:
    repository(tmp_path, driver=True)
    start(tmp_path)
    path = tmp_path / "sessions" / "anna.yaml"
    for name, number in (("one", 1), ("two", 2)):
        with branch(tmp_path, name):
            desk(path, number)
    assert git(tmp_path, "merge", "one") == 0
    assert len(Store.open(path, "fire", "anna").session.tags) == 2


# -- with the common start in the marks ----------------------------------------


def test_what_one_side_removed_goes_where_git_tells_the_start(tmp_path: Path) -> None:
    path = tmp_path / "anna.yaml"
    repository(tmp_path)
    assert git(tmp_path, "config", "merge.conflictStyle", "diff3") == 0
    desk(path, 1, 2)
    start(tmp_path)
    for name, label in (("one", "opinion"), ("two", "check")):
        with branch(tmp_path, name):
            opened = desk(path)
            if name == "one":
                opened.apply(remove_tag(opened.session, (FIRE, claim(FIRE, 1)), LATER))
            put_label(opened, 2, label, LATER)
            save(opened)
    assert git(tmp_path, "merge", "one") != 0
    assert "|||||||" in path.read_text()
    tags = Store.open(path, "fire", "anna").session.tags
    assert [set(t.labels) for t in tags] == [{"fact", "check", "opinion"}]


def test_lines_of_two_claims_in_one_are_left_to_the_reader(tmp_path: Path) -> None:
    """Without git's own copies, as in a file that was mailed."""
    path = tmp_path / "anna.yaml"
    desk(path, 1)
    text = path.read_text()
    quote, rest = '- quote: "The harbour burned on Sunday."\n', '- quote: "No ship was lost."\n'
    mixed = f"<<<<<<< a\n{quote}=======\n{rest}>>>>>>> b\n"
    path.write_text(text.replace(quote, mixed))
    store = Store.open(path, "fire", "anna")
    assert "mixed up" in store.read_only


def test_a_conflict_that_somebody_began_to_mend_is_read_as_it_stands(tmp_path: Path) -> None:
    path, code = branches(tmp_path, (1,), (2, "fact"), (3, "check"))
    assert code != 0
    path.write_text(path.read_text().replace('labels: ["check"]', 'labels: ["check", "quote"]'))
    tags = Store.open(path, "fire", "anna").session.tags
    assert [t.labels for t in tags] == [("fact",), ("fact",), ("check", "quote")]


# -- a sweep -------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("driver", [True, False], ids=["driver", "plain git"])
def test_random_work_of_two_is_all_there_after_a_merge(tmp_path: Path, driver: bool) -> None:
    """With the driver the file is what `merge` makes; without, nothing added is missing."""
    draw = random.Random(5)
    for number in range(40):
        folder = tmp_path / str(number)
        path = folder / "sessions" / "anna.yaml"
        path.parent.mkdir(parents=True)
        repository(folder, driver)
        base = after(session(), some_work(draw, 4))
        ours, theirs = (after(base, some_work(draw, 3)) for _ in range(2))
        book = fresh(base)
        path.write_text(book.text())
        start(folder)
        for name, work in (("one", theirs), ("two", ours)):
            with branch(folder, name):
                path.write_text(update(book, work).text())
        code = git(folder, "merge", "one")
        found = Store.open(path, "fire", "anna")
        assert found.read_only == ""
        wanted = merge(base, ours, theirs)
        if driver or code:
            assert same_work(found.session, wanted)
        if driver:
            assert code == int(any(t.conflict for t in wanted.tags))
        missing = {t.id for t in wanted.tags} - {t.id for t in found.session.tags}
        assert missing == set()


def some_work(draw: random.Random, most: int) -> list[tuple[int, tuple[str, str], str]]:
    """Steps for `after`."""
    kinds = [("label", x) for x in ("fact", "check", "opinion")]
    kinds += [("note", "one"), ("note", "two"), ("status", "checked"), ("remove", "")]
    return [
        (draw.randint(1, 4), draw.choice(kinds), f"2025-07-14T10:{draw.randint(0, 59):02}:00+02:00")
        for _ in range(draw.randint(0, most))
    ]
