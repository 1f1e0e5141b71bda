"""The bar is exactly as wide and as high as it must be."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.sheets import cells
from tests.page.story import ANALYSIS, CLOSED, HURT, MAYOR, STORY, STRUCK
from tui.model.finding import Kind, Side
from tui.model.tag import Verdict
from tui.page.bars import conflict_box, conflict_line, fact_box, message_box
from tui.page.lines import Fragment, plain, text_line
from tui.page.sides import differing_words
from tui.page.signs import ASCII, UNICODE, Signs
from tui.page.silent import without_answer

WIDTHS = st.integers(40, 240)
BOTH = pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])


@BOTH
@settings(deadline=None)
@given(
    width=WIDTHS,
    height=st.integers(3, 12),
    at=st.integers(0, 2),
    shown=st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=90),
)
def test_a_conflict_box_keeps_its_size(
    signs: Signs, width: int, height: int, at: int, shown: str
) -> None:
    found = ANALYSIS.contradictions[at]
    sides = (found.sides[0]._replace(shown=shown), *found.sides[1:])
    lines = conflict_box(
        found._replace(sides=sides),
        at + 1,
        3,
        STORY,
        width,
        height,
        signs,
        (Fragment("? why", "box-dim"),),
        None,
    )
    assert len(lines) == height
    assert {cells(line) for line in lines} == {width}


def test_a_conflict_box_names_sides_values_quotes_and_the_silent() -> None:
    lines = [
        plain(x)
        for x in conflict_box(
            HURT, 1, 3, STORY, 100, 6, UNICODE, (Fragment("? why", "box-dim"),), Verdict.REJECTED
        )
    ]
    assert "≠1✗  1/3 · How many people were hurt?" in lines[0]
    assert "A C" in lines[1]
    assert "twelve" in lines[1]
    assert "“Twelve people”" in lines[1]
    assert "nine" in lines[2]
    assert lines[3].split() == ["│", "D", "does", "not", "say", "│"]
    assert "? why" in lines[-1]


def test_sides_beyond_the_box_are_counted() -> None:
    many = tuple(Side(str(n), f"value {n}", HURT.sides[0].mentions) for n in range(7))
    lines = conflict_box(HURT._replace(sides=many), 1, 3, STORY, 80, 6, UNICODE, (), None)
    body = [plain(line) for line in lines[1:-1]]
    drawn = sum("value" in line for line in body)
    assert f"… {7 + 1 - drawn} more" in body[-1]


@given(width=WIDTHS, height=st.integers(3, 10))
def test_a_fact_box_and_a_message_keep_their_size(width: int, height: int) -> None:
    for lines in (
        fact_box(STRUCK, STORY, width, height, UNICODE, (Fragment("a confirm", "box-dim"),)),
        message_box("hint", ["one two three " * 40], width, height, UNICODE),
        message_box("", [], width, height, UNICODE),
    ):
        assert len(lines) == height
        assert {cells(line) for line in lines} == {width}


def test_a_fact_box_says_who_tells_it_and_how_many_are_independent() -> None:
    text = "\n".join(plain(x) for x in fact_box(STRUCK, STORY, 120, 6, UNICODE, ()))
    assert "shared by A B C D · 4 independent voices" in text
    assert "On Saturday morning the Alda" in text
    one = STRUCK._replace(voices=1)
    assert "1 independent voice " in plain(fact_box(one, STORY, 120, 6, UNICODE, ())[0])


@BOTH
@given(width=WIDTHS)
def test_one_line_bars_are_as_wide_as_the_screen(signs: Signs, width: int) -> None:
    for found in (HURT, MAYOR, CLOSED):
        assert cells(conflict_line(found, 1, 3, STORY, width, signs)) == width
    assert cells(text_line("words " * 60, width)) == width


def test_a_conflict_in_one_line_sets_its_sides_against_each_other() -> None:
    assert " ".join(plain(conflict_line(HURT, 1, 3, STORY, 80, UNICODE)).split()) == (
        "≠1 1/3 A C twelve ≠ B nine How many people were hurt?"
    )
    narrow = plain(conflict_line(HURT, 1, 3, STORY, 30, UNICODE))
    assert "twelve" in narrow
    assert "nine" in narrow


def test_a_quotation_shows_the_words_in_which_its_sides_differ() -> None:
    quoted = next(c for c in ANALYSIS.contradictions if c.kind is Kind.QUOTE)
    differing = differing_words(quoted, STORY)
    assert differing == {0: "run", 1: "managed"}
    for lines in (
        [conflict_line(quoted, 2, 3, STORY, 60, UNICODE)],
        conflict_box(quoted, 2, 3, STORY, 60, 6, UNICODE, (), None),
    ):
        shown = "\n".join(map(plain, lines))
        assert "run" in shown
        assert "managed" in shown


def test_who_takes_no_side_is_silent_or_speaks_of_it_without_an_answer() -> None:
    assert without_answer(HURT, STORY) == "does not say"
    unclear = HURT._replace(silent=())
    assert without_answer(unclear, STORY) == "D: mentions it, but no answer was found"
    lines = conflict_box(unclear, 1, 3, STORY, 80, 6, UNICODE, (), None)
    assert "D: mentions it, but no answer was found" in plain(lines[3])
    every = replace(STORY, articles=STORY.articles[:3])
    assert without_answer(unclear, every) == ""
