"""The reader's word on the rows: nothing is lost, nothing told twice, the rest follows."""

from hypothesis import given
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, STORY
from tui.analysis.alignment.arrange import arrange
from tui.model.alignment import Link, ParagraphRef, Row, Wish
from tui.model.span import Span
from tui.page.rows import claims_of

ROWS, LINKS = ANALYSIS.rows, ANALYSIS.links


def par(id: str, number: int) -> Span:
    return STORY.by_id[id].paragraphs[number - 1].span


def told(rows: tuple[Row, ...]) -> list[tuple[str, Span]]:
    return sorted(
        (id, claim)
        for row in rows
        for id, pieces in row.cells.items()
        for claim in claims_of(STORY, id, pieces)
    )


def row_of(rows: tuple[Row, ...], id: str, span: Span) -> Row:
    (found,) = [r for r in rows if any(p.span.overlaps(span) for p in r.cells.get(id, ()))]
    return found


PASSAGES = [(a.id, span) for a in STORY.readable for p in a.told for span in (p.span, *p.claims)]
WISHES = st.lists(
    st.builds(
        lambda passage, row: Wish(passage[0], passage[1], row),
        st.sampled_from(PASSAGES),
        st.sampled_from(("", "r1", "r2")),
    ),
    max_size=6,
    unique_by=lambda w: (w.article, w.span),
)


@given(WISHES)
def test_every_claim_stays_in_exactly_one_row_and_rows_count_from_one(wishes: list[Wish]) -> None:
    made = arrange(ROWS, STORY, wishes, LINKS)
    assert told(made) == told(ROWS)
    assert [r.number for r in made] == list(range(1, len(made) + 1))
    assert all(pieces for r in made for pieces in r.cells.values())


@given(WISHES, st.randoms(use_true_random=False))
def test_the_order_of_the_wishes_does_not_matter(wishes: list[Wish], random: object) -> None:
    shuffled = list(wishes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert arrange(ROWS, STORY, wishes, LINKS) == arrange(ROWS, STORY, shuffled, LINKS)


def test_pinned_paragraphs_stand_in_one_row_that_is_marked() -> None:
    wishes = [Wish("A", par("A", 5), "r"), Wish("C", par("C", 3), "r")]
    made = arrange(ROWS, STORY, wishes, LINKS)
    row = row_of(made, "A", par("A", 5))
    assert row is row_of(made, "C", par("C", 3))
    assert (row.by_hand, row.score, row.title) == (("A", "C"), 1.0, "Trouble with the rudder")
    assert len(made) == len(ROWS) - 1


def test_a_split_passage_has_a_row_of_its_own_behind_the_one_it_left() -> None:
    made = arrange(ROWS, STORY, [Wish("B", par("B", 2))], LINKS)
    row = row_of(made, "B", par("B", 2))
    assert list(row.cells) == ["B"]
    assert row.number == row_of(made, "A", par("A", 2)).number + 1
    assert row.title == "The ferry Alda struck the pier of…"


def test_what_resembles_the_passage_that_left_more_than_the_rest_goes_with_it() -> None:
    links = (
        Link(ParagraphRef("B", 3), ParagraphRef("C", 3), 0.9),
        Link(ParagraphRef("A", 3), ParagraphRef("B", 3), 0.2),
    )
    wishes = [Wish("C", par("C", 3), "r"), Wish("D", par("D", 1), "r")]
    made = arrange(ROWS, STORY, wishes, links)
    row = row_of(made, "C", par("C", 3))
    assert row is row_of(made, "B", par("B", 3))
    assert row.title == "The ferry Alda struck the pier"
    assert list(row_of(made, "A", par("A", 3)).cells) == ["A"]


def test_a_name_that_one_passage_alone_has_changes_nothing() -> None:
    assert told(arrange(ROWS, STORY, [Wish("A", par("A", 5), "r")], LINKS)) == told(ROWS)
    made = arrange(ROWS, STORY, [Wish("A", par("A", 5), "r")], LINKS)
    assert [sorted(r.cells) for r in made] == [sorted(r.cells) for r in ROWS]
