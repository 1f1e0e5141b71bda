"""Short cells beside a tall one: sentences stand where the tall one tells the same."""

from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import aligned, words_drawn
from tests.page.story import article, mention, side_by_side
from tui.model.finding import Analysis, Fact
from tui.page.beside import MOST_BLANKS, space_out, towering
from tui.page.lines import CellLine, Fragment, plain

LINE = CellLine((), 0, Fragment("x"))


def test_one_cell_towers_when_it_is_over_two_and_a_half_times_the_median() -> None:
    assert towering([4, 4, 10]) == 0
    assert towering([4, 4, 11]) == 11
    assert towering([4, 11]) == 11
    assert towering([11]) == 0


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 5)), max_size=6), st.integers(0, 60))
def test_groups_never_need_more_lines_than_there_are_and_none_is_lost(
    wanted: list[tuple[int, int]], spare: int
) -> None:
    height = sum(n for _, n in wanted) + spare
    placed = space_out([(at, [LINE] * n) for at, n in wanted], height)
    assert len(placed) <= height
    assert sum(line == LINE for line in placed) == sum(n for _, n in wanted)


def test_a_sentence_stands_beside_the_one_that_tells_the_same() -> None:
    filler = [f"Sentence number {n} tells of something else." for n in range(8)]
    tall = article("A", [*filler, "The ship sank at noon."])
    story, rows = side_by_side(tall, article("B", ["At noon the ship sank."]))
    told = (
        mention("A", "The ship sank at noon.", story),
        mention("B", "At noon the ship sank.", story),
    )
    found = Analysis(rows=rows.rows, facts=(Fact("f1", "The ship sank.", 2, told),))
    sheet = aligned(story, found, width=90, columns="AB")
    lines = [plain(line) for line in sheet.lines(0)]
    (beside,) = [n for n, line in enumerate(lines) if "At noon the ship sank." in line]
    (told_at,) = [
        n for n, line in enumerate(lines) if "The ship sank at" in line or "sank at noon" in line
    ]
    assert 0 <= told_at - beside <= max(told_at - MOST_BLANKS, 1)
    assert words_drawn(sheet, "B") == "At noon the ship sank.".split()
