"""Rows by position and by offset, before and after the analysis."""

from tests.page.story import ANALYSIS, BROKEN, STORY, A, B, body
from tui.model.alignment import Piece, Row
from tui.model.article import Story
from tui.model.span import Span
from tui.page.rows import AlignedRows, StandInRows, claims_of

ROWS = AlignedRows(ANALYSIS.rows)


def test_every_offset_of_a_piece_leads_back_to_its_row() -> None:
    for position in range(len(ROWS)):
        for article, pieces in ROWS[position].cells.items():
            for piece in pieces:
                found = {ROWS.at(article, o) for o in range(piece.span.start, piece.span.end)}
                assert found == {position}


def test_between_passages_the_row_before_counts() -> None:
    gap = A.paragraphs[1].span.end
    assert ROWS.at("A", gap) == ROWS.at("A", gap - 1)
    assert ROWS.at("C", 0) == 1  # in front of the first passage the first one counts


def test_an_article_that_stands_in_no_row_has_no_place() -> None:
    assert ROWS.at("Z", 0) is None
    assert AlignedRows(()).at("A", 0) is None


def test_a_paragraph_told_in_two_rows_is_found_piece_by_piece() -> None:
    first, second = A.paragraphs[1].claims
    rows = AlignedRows(
        (
            Row(1, "", 1.0, (), {"A": (Piece(2, second),)}),
            Row(2, "", 1.0, (), {"A": (Piece(2, first),)}),
        )
    )
    assert rows.at("A", second.start) == 0
    assert rows.at("A", first.start) == 1


def test_before_the_analysis_the_nth_paragraphs_stand_together() -> None:
    rows = StandInRows(STORY)
    assert len(rows) == max(len(a.told) for a in STORY.articles)
    assert not rows.aligned
    for position in range(len(rows)):
        for article, (piece,) in rows[position].cells.items():
            assert piece.span == STORY.by_id[article].told[position].span
            assert rows.at(article, piece.span.start) == position
    assert [row.number for row in (rows[0], rows[1])] == [1, 2]


def test_lines_that_tell_nothing_stand_in_no_row() -> None:
    rows = StandInRows(STORY)
    shown = {p.number for n in range(len(rows)) for p in rows[n].cells.get("B", ())}
    assert shown == {1, 2, 3, 4}  # paragraph 5 of B is a caption


def test_an_unreadable_or_empty_story_has_no_rows() -> None:
    assert len(StandInRows(Story("s", "S", (BROKEN,)))) == 0
    assert len(StandInRows(Story("s", "S", ()))) == 0
    assert StandInRows(Story("s", "S", (BROKEN,))).at("E", 0) is None


def test_the_claims_of_a_cell_are_its_sentences_in_the_order_of_the_text() -> None:
    row = ANALYSIS.rows[1]
    assert claims_of(STORY, "A", row.cells["A"]) == A.paragraphs[1].claims


def test_a_piece_of_a_paragraph_has_only_its_own_claims() -> None:
    _, second = A.paragraphs[1].claims
    assert claims_of(STORY, "A", (Piece(2, second),)) == (second,)


def test_a_piece_without_a_whole_sentence_is_a_claim_itself() -> None:
    part = Span(B.paragraphs[1].span.start + 4, B.paragraphs[1].span.start + 9)
    assert claims_of(STORY, "B", (Piece(2, part),)) == (part,)


def test_pieces_beyond_the_text_give_no_claim() -> None:
    story = Story("s", "S", (body("one"),))
    assert claims_of(story, "A", (Piece(9, Span(50, 60)),)) == ()
