"""The footer is as wide as the screen and shows every digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import cells
from tui.model.tag import DEFAULT_TAGSET, Label
from tui.page.footer import footer_lines, footer_rows
from tui.page.lines import plain
from tui.page.signs import UNICODE

WIDTHS = st.integers(40, 240)
KEYS = [("j", "claim", "next-claim"), ("k", "claim", "previous-claim"), ("]", "conflict", "x")]


@given(
    width=WIDTHS,
    names=st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30)),
)
def test_the_footer_is_as_wide_as_the_screen(width: int, names: list[str]) -> None:
    tagset = [Label(name, str(n % 10)) for n, name in enumerate(names)]
    for rows in (1, 2, 3):
        lines = footer_lines(tagset, KEYS, width, rows, frozenset(), {}, UNICODE)
        assert len(lines) == rows
        assert {cells(line) for line in lines} == {width}


def test_the_footer_shows_each_digit_with_its_label_and_which_are_on() -> None:
    tags, keys = footer_lines(DEFAULT_TAGSET, KEYS, 120, 2, frozenset({"quote"}), {}, UNICODE)
    assert "1 fact  2 doubtful  3 opinion  4⚑quote  5 loaded" in plain(tags)
    assert [f.text.strip() for f in tags if f.look == "foot-label"] == ["⚑quote"]
    assert "jk claim" in plain(keys)


@pytest.mark.parametrize("width", range(20, 100))
def test_the_key_that_lists_all_keys_shows_at_any_width(width: int) -> None:
    more = [*KEYS, ("t", "tag", "label-menu"), ("e", "note", "edit-note"), ("F1", "help", "help")]
    *_, keys = footer_lines(DEFAULT_TAGSET, more, width, 2, frozenset(), {}, UNICODE)
    assert "F1 help" in plain(keys)
    assert plain(keys).startswith(" jk claim ")
    assert cells(keys) == width


def test_what_the_footer_shows_can_be_clicked() -> None:
    tags, keys = footer_lines(DEFAULT_TAGSET, KEYS, 120, 2, frozenset(), {}, UNICODE)
    assert {f.target for f in tags if f.target} == {f"command:label-{n}" for n in range(1, 8)}
    assert {f.target for f in keys if f.target} >= {
        "command:next-claim",
        "command:previous-claim",
    }


def test_where_one_line_is_too_short_for_the_names_they_take_two() -> None:
    assert footer_rows(DEFAULT_TAGSET, 80, 24) == 2
    assert footer_rows(DEFAULT_TAGSET, 42, 24) == 3
    assert footer_rows(DEFAULT_TAGSET, 42, 15) == 1
    *tags, keys = footer_lines(DEFAULT_TAGSET, KEYS, 42, 3, frozenset(), {}, UNICODE)
    shown = "".join(map(plain, tags))
    assert all(f"{label.digit} {label.name}" in shown for label in DEFAULT_TAGSET)
    assert "jk claim" in plain(keys)


@pytest.mark.parametrize("width", [60, 80])
def test_each_label_with_a_digit_shows_where_names_must_be_cut(width: int) -> None:
    tags, _ = footer_lines(DEFAULT_TAGSET, KEYS, width, 2, frozenset(), {}, UNICODE)
    shown = "".join(f.text for f in tags)
    assert all(f" {label.digit} {label.name[:3]}" in shown for label in DEFAULT_TAGSET)


@pytest.mark.parametrize("count", [7, 10])
def test_each_label_with_a_digit_shows_by_its_letter_where_no_name_fits(count: int) -> None:
    tagset = [
        Label(f"label {n}", str(n % 10), sign="ABCDEFGHIJ"[n - 1]) for n in range(1, count + 1)
    ]
    (line,) = footer_lines(tagset, KEYS, 40, 1, frozenset({"label 2"}), {}, UNICODE)
    assert cells(line) == 40
    assert plain(line).startswith(" 1 A 2⚑B 3 C ")
    assert all(f"{label.digit} {label.sign}" in plain(line) for label in tagset[2:])


@pytest.mark.parametrize("width", [40, 44, 60, 79, 120])
def test_on_one_line_the_key_that_lists_all_keys_stands_behind_the_labels(width: int) -> None:
    more = [*KEYS, ("F1", "help", "help")]
    (line,) = footer_lines(DEFAULT_TAGSET, more, width, 1, frozenset(), {}, UNICODE)
    assert plain(line).endswith("F1 help ")
    assert all(f" {label.digit}" in plain(line) for label in DEFAULT_TAGSET)
    assert cells(line) == width


def test_every_digit_shows_before_any_key_does() -> None:
    ten = [Label(f"label {n}", str(n)) for n in range(10)]
    (line,) = footer_lines(ten, [("F1", "help", "help")], 42, 1, frozenset(), {}, UNICODE)
    assert "F1" not in plain(line)
    assert all(f" {n} L" in plain(line) for n in range(10))


def test_without_labels_the_one_line_holds_the_keys() -> None:
    (line,) = footer_lines((), KEYS, 42, 1, frozenset(), {}, UNICODE)
    assert "jk claim" in plain(line)
