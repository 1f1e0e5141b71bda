"""Which columns fit, and which articles stand in them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.settings import ScreenSettings
from tui.page.columns import FRAME, RULER, choose, overlay, shape, text_widths

S = ScreenSettings()
LEAST_TEXT = 24
"""Cells of text under which a column is no longer readable side by side."""


@pytest.mark.parametrize("spine", [None, True, False])
def test_a_wider_screen_never_shows_fewer_columns(spine: bool | None) -> None:
    counts = [shape(width, S, spine).columns for width in range(40, 301)]
    falls = [width for width, (a, b) in enumerate(pairwise(counts), 41) if b < a]
    # Where the spine comes in by itself it may cost a column.
    assert [w for w in falls if spine is not None or w != S.spine] == []


@pytest.mark.parametrize("spine", [None, True, False])
@pytest.mark.parametrize("width", range(40, 301, 7))
def test_every_width_leaves_room_to_read(width: int, spine: bool | None) -> None:
    found = shape(width, S, spine)
    assert found.columns >= 1
    texts = text_widths(width - found.spine - RULER, found.columns)
    assert min(texts) >= min(LEAST_TEXT, width - RULER - FRAME)


def test_the_spine_stays_away_when_it_is_not_wanted_or_has_no_room() -> None:
    assert all(shape(width, S, False).spine == 0 for width in range(40, 301))
    assert all(shape(width, S, True).spine == 0 for width in range(40, S.spine))


def test_a_spine_lies_over_the_columns_where_it_has_no_room_beside_them() -> None:
    assert {w for w in range(40, 301) if overlay(w, S)} == set(range(S.narrow, S.spine))
    assert all(overlay(width, S) <= width * 2 // 3 for width in range(40, 301))


def test_a_spine_over_two_columns_leaves_no_shred_of_the_first() -> None:
    assert overlay(S.two_columns - 1, S) == 33
    assert overlay(80, S) == (80 - RULER) // 2
    assert overlay(101, S) == (101 - RULER) // 2


@pytest.mark.parametrize(("width", "columns", "spine"), [
    (40, 1, 0), (59, 1, 0), (60, 1, 0), (77, 1, 0), (78, 2, 0), (111, 2, 0),
    (112, 2, 33), (153, 2, 33), (154, 3, 37), (196, 3, 37), (197, 4, 42), (235, 5, 42),
])  # fmt: skip
def test_the_steps_of_the_division(width: int, columns: int, spine: int) -> None:
    found = shape(width, S)
    assert (found.columns, found.spine) == (columns, spine)


def test_the_spine_widens_where_the_settings_give_another_column() -> None:
    early = ScreenSettings(spine=90, three_columns=130, four_columns=170)
    assert [shape(w, early).spine for w in (89, 90, 129, 130, 169, 170)] == [0, 33, 33, 37, 37, 42]


def test_hiding_the_spine_makes_room_for_one_column_more() -> None:
    for width in range(S.spine, S.five_columns):
        assert shape(width, S, False).columns == shape(width, S, True).columns + 1


@given(st.integers(1, 300), st.integers(1, 6))
def test_columns_share_the_width_to_the_cell(width: int, count: int) -> None:
    widths = text_widths(width, count)
    assert len(widths) == count
    assert max(widths) - min(widths) <= 1
    if min(widths) > 1:
        assert sum(widths) + count * FRAME + (count - 1) == width


ORDER = st.permutations("ABCDEF").flatmap(
    lambda letters: st.integers(1, 6).map(lambda n: tuple(letters[:n]))
)


@given(ORDER, st.integers(1, 7), st.data())
def test_a_choice_of_columns_keeps_its_promises(
    order: tuple[str, ...], count: int, data: st.DataObject
) -> None:
    base = data.draw(st.sampled_from((*order, "Z")))
    some = st.lists(st.sampled_from("ABCDEFZ"), max_size=4)
    wanted, before = data.draw(some), data.draw(some)
    chosen = choose(order, count, base, wanted, before)
    assert len(chosen) == min(count, len(order))
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(order)
    assert chosen == choose(order, count, base, wanted, before)
    rest = [order.index(a) for a in chosen if a != base]
    assert rest == sorted(rest)
    urgent = list(dict.fromkeys(a for a in wanted if a in order))
    assert set(urgent[:count]) <= set(chosen)
    if base in chosen:
        assert chosen[0] == base
    elif base in order and count > 1:
        assert len(urgent) >= count  # only the parties of a contradiction push it out


def test_one_column_shows_the_most_urgent_article() -> None:
    assert choose("ABCD", 1, "A", ["C", "D"]) == ("C",)
    assert choose("ABCD", 1, "B", []) == ("B",)


def test_what_was_shown_stays_where_nothing_more_urgent_comes() -> None:
    assert choose("ABCDE", 3, "A", ["A"], before=("A", "D", "E")) == ("A", "D", "E")
    assert choose("ABCDE", 3, "A", ["B"], before=("A", "D", "E")) == ("A", "B", "D")


def test_parties_that_fill_the_screen_push_the_base_out() -> None:
    assert choose("ABCDE", 2, "A", ["C", "D"], before=("A", "C")) == ("C", "D")
    assert choose("ABCDE", 3, "A", ["C", "D"], before=("A", "C")) == ("A", "C", "D")


def test_no_article_makes_no_column() -> None:
    assert choose((), 3, "A", ["B"]) == ()


def test_what_cannot_be_read_takes_no_column_from_what_can() -> None:
    assert choose("BAC", 2, "B", ["B"], (), last="A") == ("B", "C")
    assert choose("BAC", 3, "B", ["B"], (), last="A") == ("B", "A", "C")


def test_who_takes_a_side_too_comes_before_what_was_shown_and_before_neighbours() -> None:
    assert choose("ABCDE", 3, "A", ["C"], "ABD", also="CE") == ("A", "C", "E")
    assert choose("ABCDE", 2, "A", ["C"], "ABD", also="CE") == ("A", "C")
    assert choose("ABCDE", 2, "A", ["C", "D"], "ABD", also="E") == ("C", "D")
