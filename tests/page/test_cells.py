"""Passages as lines: every fragment knows its place in the text, chips take none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.sheets import marks_of
from tests.page.story import ANALYSIS, STORY, A, body, mention
from tui.model.article import Article
from tui.model.span import Span
from tui.page.cells import cell_lines, gutter, passage
from tui.page.lines import NO_SIGN, Fragment, flow, pad, plain
from tui.page.marks import RANK, Mark
from tui.page.signs import ASCII, UNICODE
from tui.page.wrap import width_of

TEXT = "The mayor said “well run” 👩🏽‍🚒 of 東京 and\tcafe\u0301, twice."
ONE = body(TEXT)
PARAGRAPH = ONE.paragraphs[0]
MARKS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20), st.sampled_from(sorted(RANK))).map(
        lambda m: Mark(Span(m[0], min(m[0] + m[1], len(TEXT))), m[2], f"x{m[0]}", f"≠{m[0]}")
    ),
    max_size=6,
)


def words(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments that are article text, not chips or blanks beside them."""
    return [f for f in fragments if f.span]


def shown(article: Article, span: Span) -> str:
    return span.of(article.text).replace("\t", " ").replace("\n", " ")


@given(MARKS)
def test_fragments_are_the_text_in_order_and_without_gaps(marks: list[Mark]) -> None:
    found = words(passage(ONE, PARAGRAPH, PARAGRAPH.span, marks))
    assert "".join(f.text for f in found) == TEXT.replace("\t", " ")
    for fragment in found:
        assert fragment.span is not None
        assert fragment.text == shown(ONE, fragment.span)


@given(MARKS)
def test_a_fragment_names_every_mark_that_covers_it_and_looks_like_the_weightiest(
    marks: list[Mark],
) -> None:
    for fragment in words(passage(ONE, PARAGRAPH, PARAGRAPH.span, marks)):
        assert fragment.span is not None
        over = [m for m in marks if m.span.covers(fragment.span)]
        assert set(fragment.ids) == {m.id for m in over}
        look, *over_it = fragment.look.split("+")
        best = max(over, key=lambda m: RANK[m.look], default=None)
        if best is None or best.look in ("tag", "asks", "own"):
            assert look == "text"
        else:
            assert RANK[look] == RANK[best.look]
        assert ("own" in over_it) == any(m.look == "own" for m in over)
        spans = [m.span for m in over if m.look in ("tag", "asks")]
        assert ("part" in over_it) == any(span not in PARAGRAPH.claims for span in spans)


@given(MARKS)
def test_chips_shift_no_offset(marks: list[Mark]) -> None:
    for fragment in passage(ONE, PARAGRAPH, PARAGRAPH.span, marks):
        if fragment.look.startswith("chip-"):
            assert fragment.span is not None
            assert len(fragment.span) == 0
            assert any(m.span.start == fragment.span.start for m in marks)


@given(MARKS)
def test_every_chip_is_shown_once_where_its_passage_begins(marks: list[Mark]) -> None:
    chips = [f for f in passage(ONE, PARAGRAPH, PARAGRAPH.span, marks) if f.look[:5] == "chip-"]
    assert sorted({(f.text, f.span.start) for f in chips if f.span is not None}) == sorted(
        {(m.chip, m.span.start) for m in marks}
    )
    found = [f for f in chips if f.look not in ("chip-tag", "chip-asks")]
    assert len(found) == len({(f.text, f.span) for f in found})
    tags = [(f.ids, f.span) for f in chips if f not in found]
    assert len(tags) == len(set(tags))


def test_a_mark_that_began_earlier_shows_its_chip_at_the_start_of_the_passage() -> None:
    mark = Mark(Span(0, 20), "conflict", "x1", "≠1")
    first, *_ = passage(ONE, PARAGRAPH, Span(10, 30), [mark])
    assert (first.text, first.look, first.span) == ("≠1", "chip-conflict", Span(10, 10))


def test_claims_are_cut_apart_even_without_marks() -> None:
    paragraph = A.paragraphs[1]
    spans = [f.span for f in passage(A, paragraph, paragraph.span, []) if f.span]
    assert [s for c in paragraph.claims for s in spans if s == c] == list(paragraph.claims)


@settings(deadline=None)
@given(MARKS, st.integers(1, 30))
def test_wrapped_fragments_still_slice_back_to_their_words(marks: list[Mark], width: int) -> None:
    fragments = passage(ONE, PARAGRAPH, PARAGRAPH.span, marks)
    kept = ""
    for line, cells in flow(fragments, width):
        assert cells == sum(width_of(f.text) for f in line)
        for fragment in line:
            if fragment.span:
                assert fragment.text == shown(ONE, fragment.span)
                kept += fragment.text
    assert kept.replace(" ", "") == TEXT.replace("\t", "").replace(" ", "")


def test_text_of_blanks_makes_no_line() -> None:
    assert flow([Fragment("   "), Fragment("")], 10) == []


def test_padding_fills_and_never_cuts() -> None:
    parts = (Fragment("one"),)
    assert plain(pad(parts, 3, 5)) == "one  "
    assert pad(parts, 3, 2) is parts


@pytest.mark.parametrize(
    ("looks", "sign"),
    [
        (("conflict", "differs", "shared", "only"), "≠"),
        (("differs", "shared", "only"), "≈"),
        (("shared", "only"), "≡"),
        (("only",), "+"),
        (("rejected",), " "),
        (("tag",), " "),
        ((), " "),
    ],
)
def test_the_gutter_shows_the_weightiest_mark_of_the_line(
    looks: tuple[str, ...], sign: str
) -> None:
    line = [Fragment("w", look, "A", Span(n, n + 1), (f"m{n}",)) for n, look in enumerate(looks)]
    assert gutter(line, UNICODE, {f"m{n}": look for n, look in enumerate(looks)}).text == sign


def test_a_chip_alone_gives_no_gutter_sign() -> None:
    line = [Fragment("≠1", "chip-conflict", "A", Span(5, 5), ("x1",))]
    assert gutter(line, UNICODE, {"x1": "conflict"}) == NO_SIGN


def test_plain_signs_are_used_where_they_are_asked_for() -> None:
    marks = marks_of(STORY, ANALYSIS, None, signs=ASCII)
    paragraph = A.paragraphs[1]
    looks = {m.id: m.look for m in marks.by_article["A"]}
    fragments = passage(A, paragraph, paragraph.span, marks.within("A", paragraph.span))
    lines = cell_lines(fragments, 60, ASCII, looks)
    assert {line.sign.text for line in lines} >= {"=", "!"}
    assert all(line.sign.text.isascii() for line in lines)
    assert any(f.text == "!1" for line in lines for f in line.fragments)


def test_a_mark_over_two_claims_is_whole() -> None:
    both = Mark(mention("A", "morning. Twelve").span, "shared", "f9")
    paragraph = A.paragraphs[1]
    marked = [f for f in passage(A, paragraph, paragraph.span, [both]) if f.ids]
    assert "".join(f.text for f in marked) == "morning. Twelve"


def test_a_chip_stays_on_the_line_of_the_word_it_stands_for() -> None:
    told = body("Twelve people were hurt.")
    marks = [Mark(Span(14, 23), "conflict", "x1", "≠1")]
    fragments = passage(told, told.paragraphs[0], Span(0, 24), marks)
    for width in range(8, 30):
        lines = [
            "".join(f.text for f in line.fragments)
            for line in cell_lines(fragments, width, UNICODE, {})
        ]
        assert any("≠1 were" in line for line in lines)
        assert all(line.isprintable() for line in lines)
