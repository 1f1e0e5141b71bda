"""A paragraph names the other rows that tell the same, and no more than help."""

from __future__ import annotations

from dataclasses import replace

from tests.page.story import body
from tui.model.alignment import Link, ParagraphRef, Piece, Row
from tui.model.article import Article, Paragraphs, Role, Story
from tui.model.finding import Analysis
from tui.page.elsewhere import told_again

LINES = "One told here.\nTwo told here.\nThree told here."


def rows(*cells: dict[str, int]) -> tuple[Row, ...]:
    """A row for each mapping of articles to paragraph numbers."""
    return tuple(
        Row(n, "", 1.0, (), {id: (Piece(p, PLACES[p]),) for id, p in cell.items()})
        for n, cell in enumerate(cells, 1)
    )


PLACES = {p.number: p.span for p in body(LINES).paragraphs}


def link(a: int, b: int, score: float) -> Link:
    return Link(ParagraphRef("A", a), ParagraphRef("B", b), score)


def again(
    links: tuple[Link, ...], first: Article | None = None
) -> dict[tuple[str, int], tuple[int, ...]]:
    """The rows are A1 and B1, A2 and B2, A3 and B3."""
    story = Story("s", "S", (first or body(LINES), body(LINES, "B")))
    aligned = rows({"A": 1, "B": 1}, {"A": 2, "B": 2}, {"A": 3, "B": 3})
    return dict(told_again(story, Analysis(rows=aligned, links=links)))


def test_a_link_into_another_row_is_told_at_both_ends() -> None:
    assert again((link(1, 3, 0.5),)) == {("A", 1): (3,), ("B", 3): (1,)}


def test_a_link_within_a_row_is_not() -> None:
    assert again((link(1, 1, 0.5),)) == {}


def test_the_likest_row_is_told_first_and_weak_ones_not_at_all() -> None:
    found = again((link(1, 3, 0.5), link(1, 2, 0.4), link(2, 1, 0.2), link(2, 2, 0.9)))
    assert found["A", 1] == (3, 2)
    assert found["A", 2] == ()


def test_what_a_title_tells_is_told_nowhere_again() -> None:
    first, *others = body(LINES).paragraphs
    titled = replace(body(LINES), paragraphs=Paragraphs([first._replace(role=Role.TITLE), *others]))
    assert again((link(1, 3, 0.5),), titled) == {}
