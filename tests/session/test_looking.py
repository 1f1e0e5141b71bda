"""What another window saves is taken up without a save of one's own, and nothing is lost by it."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.making import FIRE, LATER, NOW, claim, desk, put_label, save
from tui.model.tag import Place
from tui.session.desk import Desk
from tui.session.edits import remove_tag
from tui.session.merge import same_work
from tui.session.store import Store


def look(opened: Desk) -> str:
    """What the desk says when it looks, and takes up what it sees."""
    seen = opened.look()
    return opened.take_up(seen) if seen else ""


def labels(opened: Desk) -> list[tuple[str, ...]]:
    return [t.labels for t in opened.session.tags]


def test_a_look_brings_what_another_window_saved(tmp_path: Path) -> None:
    one, two = desk(tmp_path / "a.yaml", 1), desk(tmp_path / "a.yaml")
    put_label(two, 2, "check", LATER)
    save(two)
    assert look(one) == "added 1 tag"
    assert same_work(one.session, two.session)
    assert one.saved
    assert look(one) == ""


def test_what_another_window_took_away_goes_at_a_look(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.yaml", 1, 2)
    two = desk(tmp_path / "a.yaml")
    two.apply(remove_tag(two.session, (FIRE, claim(FIRE, 1)), LATER))
    put_label(two, 2, "check", LATER)
    put_label(two, 3)
    save(two)
    assert look(one) == "added 1 tag, changed 1 tag and removed 1 tag"


def test_a_look_writes_nothing_and_moves_nobody(tmp_path: Path) -> None:
    one, two = desk(tmp_path / "a.yaml", 1), desk(tmp_path / "a.yaml")
    one.move(Place("a.txt", 40))
    two.move(Place("a.txt", 9))
    put_label(two, 2)
    save(two)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir()}
    look(one)
    assert one.session.place == Place("a.txt", 40)
    assert before == {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir()}


def test_what_can_be_undone_stays_ones_own(tmp_path: Path) -> None:
    one, two = desk(tmp_path / "a.yaml", 1), desk(tmp_path / "a.yaml")
    put_label(two, 2)
    save(two)
    look(one)
    undone = one.undo()
    assert undone is not None
    assert undone.span == claim(FIRE, 1)
    assert [t.anchor.span for t in one.session.tags] == [claim(FIRE, 2)]
    assert one.undo() is None


def test_nothing_is_taken_up_over_work_that_is_not_saved(tmp_path: Path) -> None:
    one, two = desk(tmp_path / "a.yaml", 1), desk(tmp_path / "a.yaml")
    put_label(two, 2)
    save(two)
    seen = one.look()
    assert seen is not None
    put_label(one, 3)
    assert one.take_up(seen) == ""
    assert one.look() is None
    save(one)
    assert len(one.session.tags) == 3
    assert one.take_up(seen) == ""
    assert len(one.session.tags) == 3


def test_what_was_looked_at_too_late_is_seen_at_the_next_look(tmp_path: Path) -> None:
    one, two = desk(tmp_path / "a.yaml", 1), desk(tmp_path / "a.yaml")
    put_label(two, 2)
    save(two)
    assert one.look() is not None
    assert look(one) == "added 1 tag"


@pytest.mark.parametrize(
    "left", ["", "format: 1\n", "tags: [\n", "half", "no end", "<<<<<<< ours\n", None]
)
def test_a_file_somebody_is_writing_or_took_away_is_left_to_the_next_save(
    tmp_path: Path, left: str | None
) -> None:
    path = tmp_path / "a.yaml"
    one = desk(path, 1, 2)
    text = path.read_text()
    if left is None:
        path.unlink()
    else:
        cut = {"half": text[: len(text) // 2], "no end": text.partition("sealed:")[0]}
        path.write_text(cut.get(left, left))
    assert one.look() is None
    assert len(one.session.tags) == 2
    path.write_text(text)
    assert look(one) == ""
    put_label(one, 3)
    save(one)
    assert len(Store.open(path, "fire", "anna").session.tags) == 3


def test_a_file_that_was_touched_only_is_no_news(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    one = desk(path, 1)
    os.utime(path, (1, 1))
    assert one.look() is None


def test_an_older_file_put_back_is_seen_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    one = desk(path, 1)
    old, two = path.read_bytes(), desk(path)
    put_label(two, 2)
    save(two)
    look(one)
    path.write_bytes(old)
    assert look(one) == "removed 1 tag"


steps = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["fact", "check", "undo", "redo", "save", "look", "look", "again"]),
        st.integers(1, 4),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_two_windows_that_look_lose_nothing_and_come_to_agree(
    done: list[tuple[int, str, int]],
) -> None:
    """However they edit, undo, save, look and start again in turn.

    What both show in the end is in the file, and a label that nobody took off is on its claim.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        both = [desk(path), desk(path)]
        put: dict[tuple[int, str], int] = {}
        for who, what, number in done:
            one = both[who]
            if what == "look":
                look(one)
            elif what == "save":
                save(one)
            elif what == "again":
                save(one)
                both[who] = desk(path)
            elif what in ("undo", "redo"):
                _ = one.undo() if what == "undo" else one.redo()
            else:
                on = any(
                    what in t.labels and t.anchor.span == claim(FIRE, number)
                    for t in one.session.tags
                )
                put_label(one, number, what, NOW)
                put[number, what] = put.get((number, what), 0) + (-9 if on else 1)
        for one in (*both, *both):
            save(one)
            look(one)
        for one in both:
            look(one)
        first, second = both
        assert first.saved
        assert second.saved
        assert same_work(first.session, second.session)
        assert same_work(first.session, Store.open(path, "fire", "anna").session)
        shown = {(t.anchor.span, label) for t in first.session.tags for label in t.labels}
        turned = any(what in ("undo", "redo") for _, what, _ in done)
        for (number, label), count in put.items():
            if count > 0 and not turned:  # which label an undo takes off is not followed here
                assert (claim(FIRE, number), label) in shown
