"""The top line is as wide as the screen and leaves out the least first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.sheets import cells
from tui.page.lines import plain
from tui.page.signs import ASCII, UNICODE, Signs
from tui.page.top_line import Status, top_line

STATUS = Status("A ferry strikes the pier 東京", "4 articles", 2, 2, 1, 5, "row 2/14", "saved")
WIDTHS = st.integers(40, 240)
BOTH = pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
ANY = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60)


@BOTH
@given(width=WIDTHS, title=ANY, chosen=ANY, count=st.sampled_from([0, 7, 71_095]))
def test_the_top_line_is_as_wide_as_the_screen_and_keeps_place_and_state(
    signs: Signs, width: int, title: str, chosen: str, count: int
) -> None:
    status = STATUS._replace(title=title, chosen=chosen, shared=count, tags=count)
    line = top_line(status, width, signs)
    assert cells(line) == width
    assert plain(line).endswith(f"row 2/14 {signs.dot} saved ")


def test_where_the_counts_are_too_long_those_of_contradictions_stay() -> None:
    many = STATUS._replace(shared=71_095, conflicts=797, tags=1_200)
    assert " ≠797 ≈1 ⚑1200 row" in plain(top_line(many, 40, UNICODE))
    assert " ≠797 row" in plain(top_line(many._replace(chosen="A 3/8 “the”"), 48, UNICODE))


def test_the_top_line_tells_counts_place_and_state() -> None:
    text = plain(top_line(STATUS, 160, UNICODE))
    for words in ("ferry", "4 articles", "≡ 2 shared", "≠ 2 conflicts", "≈ 1 differ", "⚑ 5 tagged"):
        assert words in text
    assert "row 2/14 · saved" in text


def test_what_a_contradiction_asks_comes_before_the_counts() -> None:
    asked = STATUS._replace(title="≠1 How many people were taken to hospital?", question=True)
    assert "≠2" in plain(top_line(STATUS, 40, UNICODE))
    text = plain(top_line(asked, 40, UNICODE))
    assert text.startswith(" ≠1 How many people")
    assert "row 2/14 · saved" in text
    assert "≠2" not in text
    assert not set("≡≈⚑") & set(plain(top_line(asked, 48, UNICODE)))
    assert "≡2 ≠2 ≈1 ⚑5" in plain(top_line(asked, 80, UNICODE))


def test_bad_news_in_the_top_line_look_like_bad_news() -> None:
    line = top_line(STATUS._replace(state="NOT SAVED", alarm=True), 120, UNICODE)
    assert [f.look for f in line if "NOT SAVED" in f.text] == ["top-warn"]
