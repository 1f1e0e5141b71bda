"""Top line, conflict bar and footer are exactly as wide and as high as they must be."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.sheets import cells
from tests.page.story import ANALYSIS, CLOSED, HURT, MAYOR, STORY, STRUCK
from tui.model.finding import Kind, Side
from tui.model.tag import DEFAULT_TAGSET, Label, Verdict
from tui.page.bars import (
    Status,
    around,
    conflict_box,
    conflict_line,
    cut,
    differing_words,
    fact_box,
    first_parts,
    footer_lines,
    footer_rows,
    message_box,
    text_line,
    told_by,
    top_line,
    without_answer,
)
from tui.page.lines import Fragment, plain
from tui.page.signs import ASCII, UNICODE, Signs

STATUS = Status("A ferry strikes the pier 東京", "4 articles", 2, 2, 1, 5, "row 2/14", "saved")
WIDTHS = st.integers(40, 240)
KEYS = [("j", "claim", "next-claim"), ("k", "claim", "previous-claim"), ("]", "conflict", "x")]
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
        found._replace(sides=sides), at + 1, 3, STORY, width, height, signs, "? why", None
    )
    assert len(lines) == height
    assert {cells(line) for line in lines} == {width}


def test_a_conflict_box_names_sides_values_quotes_and_the_silent() -> None:
    lines = [
        plain(x)
        for x in conflict_box(HURT, 1, 3, STORY, 100, 6, UNICODE, "? why", Verdict.REJECTED)
    ]
    assert "≠1✗  1/3 · How many people were hurt?" in lines[0]
    assert "A C" in lines[1]
    assert "twelve" in lines[1]
    assert "“Twelve people”" in lines[1]
    assert "nine" in lines[2]
    assert lines[3].split() == ["│", "D", "does", "not", "say", "│"]
    assert "? why" in lines[-1]


def test_a_value_is_not_told_over_again_but_in_its_sentence() -> None:
    side = HURT.sides[0]._replace(shown="twelve people", mentions=HURT.sides[0].mentions[:1])
    quoted, start = told_by(side.mentions, side.shown, STORY)
    assert quoted.startswith("A “Twelve people were hurt")
    assert quoted[start:].startswith("Twelve people")
    assert told_by(side.mentions, "12", STORY) == ("A “Twelve people”", 0)


def test_words_that_matter_show_with_the_letter_of_who_says_them() -> None:
    text = "A “one two three four five six seven eight nine ten”"
    assert around(text, text.index("nine"), 24) == "A “…nine ten”"
    assert around(text, 0, 24) == "A “one two three four f…"


def test_sides_beyond_the_box_are_counted() -> None:
    many = tuple(Side(str(n), f"value {n}", HURT.sides[0].mentions) for n in range(7))
    lines = conflict_box(HURT._replace(sides=many), 1, 3, STORY, 80, 6, UNICODE, "", None)
    body = [plain(line) for line in lines[1:-1]]
    drawn = sum("value" in line for line in body)
    assert f"… {7 + 1 - drawn} more" in body[-1]


@given(width=WIDTHS, height=st.integers(3, 10))
def test_a_fact_box_and_a_message_keep_their_size(width: int, height: int) -> None:
    for lines in (
        fact_box(STRUCK, STORY, width, height, UNICODE, "a confirm"),
        message_box("hint", ["one two three " * 40], width, height, UNICODE),
        message_box("", [], width, height, UNICODE),
    ):
        assert len(lines) == height
        assert {cells(line) for line in lines} == {width}


def test_a_fact_box_says_who_tells_it_and_how_many_are_independent() -> None:
    text = "\n".join(plain(x) for x in fact_box(STRUCK, STORY, 120, 6, UNICODE, ""))
    assert "shared by A B C D · 4 independent voices" in text
    assert "On Saturday morning the Alda" in text
    one = STRUCK._replace(voices=1)
    assert "1 independent voice " in plain(fact_box(one, STORY, 120, 6, UNICODE, "")[0])


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
        conflict_box(quoted, 2, 3, STORY, 60, 6, UNICODE, "", None),
    ):
        shown = "\n".join(map(plain, lines))
        assert "run" in shown
        assert "managed" in shown


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


def test_what_the_footer_shows_can_be_clicked() -> None:
    tags, keys = footer_lines(DEFAULT_TAGSET, KEYS, 120, 2, frozenset(), {}, UNICODE)
    assert {f.target for f in tags if f.target} == {f"command:label-{n}" for n in range(1, 8)}
    assert {f.target for f in keys if f.target} >= {
        "command:next-claim",
        "command:previous-claim",
    }


@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)),
    st.integers(0, 60),
)
def test_cutting_fills_or_cuts_to_the_cell(texts: list[str], width: int) -> None:
    assert cells(cut([Fragment(t) for t in texts], width, "top")) == width


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


def test_who_takes_no_side_is_silent_or_speaks_of_it_without_an_answer() -> None:
    assert without_answer(HURT, STORY) == "does not say"
    unclear = HURT._replace(silent=())
    assert without_answer(unclear, STORY) == "D: speaks of it, no answer found"
    lines = conflict_box(unclear, 1, 3, STORY, 80, 6, UNICODE, "", None)
    assert "D: speaks of it, no answer found" in plain(lines[3])
    every = replace(STORY, articles=STORY.articles[:3])
    assert without_answer(unclear, every) == ""


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
