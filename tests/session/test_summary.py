"""What a session file tells at a glance."""

from pathlib import Path

import pytest

from tui.model.span import Span
from tui.model.tag import Anchor as Where
from tui.model.tag import Decision, Place, Session, Tag, Verdict
from tui.session.store import Store
from tui.session.summary import summary

TAG = Tag(
    "t1", Where("A", "a.txt", Span(0, 3), "One"), ("fact",), changed="2025-07-14T10:00:00+02:00"
)
PLACE = Place("a.txt", 4, seen=(("a.txt", (1, 2, 3, 9)),), counts=(12, 5, 4, 3))
SESSION = Session(
    "fire",
    "anna",
    tags=(TAG, TAG._replace(id="t2", anchor=TAG.anchor._replace(file="b.txt"), labels=())),
    decisions=(Decision("x", Verdict.CONFIRMED, "How many?", "2025-07-14T09:30:00+00:00"),),
    place=PLACE,
)


def saved(path: Path, session: Session = SESSION) -> Path:
    Store.open(path, "fire", "anna").save(session)
    return path


def test_tags_decisions_and_progress_are_counted(tmp_path: Path) -> None:
    found = summary(saved(tmp_path / "anna.yaml"), others=2)
    assert found is not None
    work, place = found
    assert (work.tags, work.decided, work.seen) == (1, 1, 3)
    assert (work.rows, work.conflicts, work.undecided) == (12, 5, 4)
    assert (work.annotator, work.others, work.problem) == ("anna", 2, "")
    assert work.changed == "2025-07-14T09:30:00+00:00"
    assert place == PLACE


def test_without_a_file_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert summary(tmp_path / "none.yaml") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"tags: [\n", b"- a list\n"])
def test_what_cannot_be_read_is_told_and_left_alone(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "anna.yaml"
    path.write_bytes(raw)
    found = summary(path)
    assert found is not None
    assert "anna.yaml" in found[0].problem
    assert path.read_bytes() == raw


def test_counts_that_are_no_counts_are_a_problem_of_the_file(tmp_path: Path) -> None:
    """In a file of the days when the place stood in it."""
    path = tmp_path / "anna.yaml"
    path.write_text('format: 1\nplace: {file: "a.txt", counts: "12 five"}\n', encoding="utf-8")
    problems = Store.open(path, "fire", "anna").problems
    assert any("four numbers" in str(problem) for problem in problems)
