"""Lines never grow wider than asked, never cut a character in two, and lose no word."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tests.signs import strewn
from tui.page import wrap as wrapping
from tui.page.wrap import first_parts, fit, fit_end, is_narrow, quoted, width_of, wrap

WORDS = st.text(alphabet=st.sampled_from("ab é-–—/“”’…"), max_size=120)
"""Text of one-cell characters that both paths take."""
ANY = strewn(
    [*"ab -東京あ한", "e\u0301", "👩🏽‍🚒", "🇺🇳", "⛴️", *"\u0301\ufe0f🇺\u3000\u00a0"],
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u200d"),
    max_size=80,
)
"""Joiners stand between what they join only: of others Rich says two different widths."""
WIDTHS = st.integers(1, 40)


def solid(text: str) -> str:
    return text.replace(" ", "")


@settings(deadline=None)
@given(ANY, WIDTHS)
def test_every_line_fits_unless_a_single_grapheme_does_not(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        line = text[start:end]
        assert cell_len(line) <= width or len(split_graphemes(line)[0]) == 1


@settings(deadline=None)
@given(ANY, WIDTHS)
def test_no_character_but_blanks_is_lost_or_moved(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert solid("".join(text[a:b] for a, b in lines)) == solid(text)
    assert all(a[1] <= b[0] for a, b in pairwise(lines))


@settings(deadline=None)
@given(ANY, WIDTHS)
def test_no_grapheme_is_cut_in_two(text: str, width: int) -> None:
    edges = {0, len(text)}
    for start, end, _ in split_graphemes(text)[0]:
        edges |= {start, end}
    assert all(a in edges and b in edges for a, b in wrap(text, width))


@settings(deadline=None)
@given(WORDS, WIDTHS)
def test_the_fast_path_breaks_where_the_careful_one_does(text: str, width: int) -> None:
    assert is_narrow(text)
    assert wrapping._wrap_narrow(text, width) == wrapping._wrap_any(text, width)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60))
def test_what_is_called_narrow_is_as_wide_as_it_is_long(text: str) -> None:
    assert width_of(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("   ", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("  one  two", 3, ["one", "two"]),
        ("well-managed", 6, ["well-", "manage", "d"]),
        ("ministers/leaders", 12, ["ministers/", "leaders"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("東京 大阪", 4, ["東京", "大阪"]),
        ("東京都", 5, ["東京", "都"]),
        ("東", 1, ["東"]),
        ("12\u00a0July 2025", 8, ["12\u00a0July", "2025"]),
    ],
)
def test_lines_break_at_blanks_then_joints_then_anywhere(
    text: str, width: int, lines: list[str]
) -> None:
    assert [text[a:b] for a, b in wrap(text, width)] == lines


@settings(deadline=None)
@given(ANY, st.integers(-2, 30))
def test_fitted_text_is_never_wider_than_its_room(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= max(width, 0)


@settings(deadline=None)
@given(ANY, st.integers(1, 30))
def test_fitted_text_is_whole_or_begins_as_the_text_and_says_that_it_was_cut(
    text: str, width: int
) -> None:
    shown = fit(text, width)
    if shown != text:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])


def test_an_ellipsis_of_several_cells_fits_too() -> None:
    assert fit("harbour office", 9, "...") == "harbou..."
    assert fit("harbour office", 2, "...") == ".."


@pytest.mark.parametrize(
    ("text", "shown"),
    [("He\n left.", "“He left.”"), ('"No," he said.', '"No," he said.'), ("„Nein“", "„Nein“")],
)
def test_words_that_open_with_a_quotation_mark_get_no_second_one(text: str, shown: str) -> None:
    assert quoted(text) == shown


@given(st.text(alphabet="a/é漢🎉 \u0301", max_size=30), st.integers(0, 20))
def test_the_end_of_a_text_is_kept_within_the_width(text: str, width: int) -> None:
    kept = fit_end(text, width)
    assert width_of(kept) <= width
    assert kept == text or text.endswith(kept[1:])


@settings(deadline=None)
@given(ANY, st.integers(1, 20))
def test_what_is_left_out_is_whole_graphemes(text: str, width: int) -> None:
    kept = fit_end(text, width)
    begins = {start for start, _, _ in split_graphemes(text)[0]} | {len(text)}
    assert kept == text or len(text) - len(kept[1:]) in begins


@pytest.mark.parametrize(
    ("width", "kept"),
    [
        (30, "] walks · 1 tags · F1 all keys"),
        (29, "] walks · 1 tags"),
        (15, "] walks"),
        (3, "] walks"),
    ],
)
def test_a_line_without_room_tells_its_first_parts_whole(width: int, kept: str) -> None:
    assert first_parts("] walks · 1 tags · F1 all keys", width) == kept


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("A: 港口仓库起火九人", 12, ["A: 港口仓库", "起火九人"]),
        ("港口仓库，起火。", 8, ["港口仓", "库，起", "火。"]),
        ("他说“不起火”了", 8, ["他说“不", "起火”了"]),
        ("港口（仓库）", 6, ["港口", "（仓", "库）"]),
        ("the fire of 港口", 13, ["the fire of", "港口"]),
    ],
)
def test_wide_characters_break_without_spaces_but_keep_their_signs(
    text: str, width: int, lines: list[str]
) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines
