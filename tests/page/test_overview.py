"""Spine and ruler: the story at a glance, never larger than their room."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.decided import DECIDED, Decided, only
from tests.page.sheets import cells, marks_of
from tests.page.story import ANALYSIS, HURT, STORY
from tui.model.alignment import Row
from tui.model.finding import Analysis
from tui.page.lines import plain
from tui.page.marks import NO_MARKS, Show, finding_marks, with_verdicts
from tui.page.overview import (
    Glance,
    Weights,
    around,
    ruler_lines,
    share_out,
    spine_lines,
    weightiest,
)
from tui.page.rows import AlignedRows, Rows, StandInRows
from tui.page.signs import ASCII, UNICODE

ROWS = AlignedRows(ANALYSIS.rows)
MARKS = marks_of(STORY, ANALYSIS, None)
TAGS = tuple((f"t{n}", "⚑F", "A", f"quote number {n} 東京") for n in range(9))
GLANCE = Glance(
    ROWS, Weights(ROWS, MARKS), ("A", "B", "C", "D"), ANALYSIS.contradictions, {}, TAGS, "x1", 1, ""
)


def long_story(count: int) -> Glance:
    cell = ANALYSIS.rows[0].cells
    rows = tuple(Row(n + 1, f"Row {n + 1}", 1.0, (), cell) for n in range(count))
    return on_rows(AlignedRows(rows))


def on_rows(rows: Rows) -> Glance:
    return GLANCE._replace(rows=rows, weights=Weights(rows, NO_MARKS))


@settings(deadline=None)
@given(
    st.integers(-1, 80),
    st.integers(0, 60),
    st.integers(0, 40),
    st.integers(0, 9),
    st.integers(0, 3),
)
def test_the_spine_never_outgrows_its_room(
    width: int, height: int, rows: int, tags: int, conflicts: int
) -> None:
    glance = long_story(rows)._replace(
        tags=TAGS[:tags],
        contradictions=ANALYSIS.contradictions[:conflicts],
        block=min(3, max(rows - 1, 0)),
    )
    lines = spine_lines(glance, width, height, UNICODE)
    assert len(lines) <= max(height, 0)
    assert {cells(line) for line in lines} <= {width}


@given(st.integers(3, 80), st.tuples(*[st.integers(0, 100)] * 3))
def test_rooms_are_shared_out_within_the_height(height: int, counts: tuple[int, int, int]) -> None:
    given_to = share_out(height, counts)
    heads = 1 + sum(2 for n in counts[1:] if n)
    assert all(0 <= got <= count for got, count in zip(given_to, counts, strict=True))
    if height >= heads + 3:
        assert sum(given_to) + heads <= height
        assert sum(given_to) == min(sum(counts), height - heads)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_the_current_entry_is_always_among_those_shown(at: int, count: int, room: int) -> None:
    shown = around(at, count, room)
    assert len(shown) == min(count, room)
    assert at in shown or at >= count or room == 0


def test_the_spine_names_rows_contradictions_and_tags() -> None:
    text = "\n".join(plain(line) for line in spine_lines(GLANCE, 40, 40, UNICODE))
    for words in ("STORY", "CONTRADICTIONS", "TAGS", "What the mayor said", "≈2", "≠3", "⚑F"):
        assert words in text


def test_every_line_of_the_spine_leads_somewhere() -> None:
    targets = [{f.target for f in line if f.target} for line in spine_lines(GLANCE, 40, 40, ASCII)]
    told = {target for line in targets for target in line}
    assert {f"row:{n}" for n in range(1, 8)} <= told
    assert {"finding:x1", "finding:x2", "finding:x3", "tag:t0"} <= told
    assert all(len(line) <= 1 for line in targets)


def test_the_cursor_row_and_the_current_contradiction_are_pointed_at() -> None:
    here = [
        plain(line)
        for line in spine_lines(GLANCE, 40, 40, UNICODE)
        if any(f.look == "spine-here" for f in line)
    ]
    assert len(here) == 2
    assert "The ferry Alda struck" in here[0]
    assert "How many people" in here[1]


def test_a_story_that_was_not_compared_shows_no_story_list() -> None:
    glance = on_rows(StandInRows(STORY))._replace(contradictions=(), tags=())
    assert "row" not in "".join(plain(line) for line in spine_lines(glance, 40, 30, UNICODE))


def test_a_row_weighs_what_its_weightiest_mark_weighs() -> None:
    found = Weights(ROWS, MARKS)
    assert found.row(1) == {"A": "conflict", "B": "conflict", "C": "conflict", "D": "shared"}
    assert weightiest(found.row(3)) == "differs"
    assert weightiest({}) == ""
    none = Weights(ROWS, marks_of(STORY, ANALYSIS, None, Show.NONE))
    assert not any(none.ranks)
    assert not any(none.row(at) for at in range(len(ROWS)))


@given(DECIDED, st.sampled_from(Show))
def test_rows_weighed_anew_where_the_reader_decided_weigh_what_all_do(
    decided: Decided, show: Show
) -> None:
    these, verdicts = only(decided)
    plain_marks = finding_marks(STORY, ANALYSIS, {}, show)
    marks = with_verdicts(plain_marks, STORY, these, verdicts, show)
    found = Weights(ROWS, marks, Weights(ROWS, plain_marks))
    anew = Weights(ROWS, finding_marks(STORY, ANALYSIS, verdicts, show))
    assert found.ranks == anew.ranks
    looks = [weightiest(found.row(at)) for at in range(len(ROWS))]
    assert [bool(look) for look in looks] == [bool(rank) for rank in found.ranks]


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(1, 200), st.data())
def test_the_ruler_fills_its_height_and_shows_the_cursor_once(
    height: int, count: int, data: Any
) -> None:
    block = data.draw(st.integers(0, count - 1))
    glance = long_story(count)._replace(block=block)
    lines = ruler_lines(glance, (block, block), height, UNICODE)
    assert len(lines) == height
    assert {cells(line) for line in lines} == {2}
    assert sum(plain(line)[0] == UNICODE.here for line in lines) == 1


@pytest.mark.parametrize("height", [1, 2, 3, 5, 7, 11, 40])
def test_the_ruler_shows_the_weightiest_mark_however_low_it_is(height: int) -> None:
    lines = ruler_lines(GLANCE, (0, 6), height, UNICODE)
    assert "≠" in "".join(plain(line) for line in lines)
    assert lines[0][0].target == "row:1"


def test_a_story_without_rows_has_no_ruler() -> None:
    empty = on_rows(AlignedRows(()))
    assert ruler_lines(empty, (0, 0), 10, UNICODE) == ()
    assert Analysis().rows == ()


def test_a_contradiction_keeps_its_sign_in_plain_characters() -> None:
    text = "".join(plain(line) for line in spine_lines(GLANCE, 40, 40, ASCII))
    assert "!1" in text
    assert HURT.question[:20] in text
