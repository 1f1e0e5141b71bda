"""Every told sentence stands in one row, beside what tells the same."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.stories import FIRE, article, story
from tui.analysis.engine import analyse
from tui.model.alignment import Row
from tui.model.article import Story
from tui.model.settings import AnalysisSettings

WORDS = "fire harbour mayor crews smoke schools ship port insurers night".split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(
    lambda words: " ".join(words).capitalize() + "."
)
ARTICLES = st.lists(
    st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4),
    min_size=1,
    max_size=4,
)


def rows(of: Story) -> tuple[Row, ...]:
    return analyse(of, AnalysisSettings()).rows


def row_with(words: str) -> Row:
    texts = {a.id: a.text for a in FIRE}
    return next(
        r
        for r in rows(story(*FIRE))
        if any(words in p.span.of(texts[a]) for a, cell in r.cells.items() for p in cell)
    )


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_every_sentence_stands_in_exactly_one_row(paragraphs: list[list[str]]) -> None:
    made = story(*(article("ABCD"[i], *blocks) for i, blocks in enumerate(paragraphs)))
    held = Counter(
        (a.id, claim)
        for row in rows(made)
        for a in made.articles
        for piece in row.cells.get(a.id, ())
        for paragraph in a.paragraphs
        if paragraph.number == piece.number
        for claim in paragraph.claims
        if piece.span.covers(claim)
    )
    assert held == {(a.id, c): 1 for a in made.articles for p in a.paragraphs for c in p.claims}


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_a_cell_is_never_empty_and_its_pieces_follow_the_text(paragraphs: list[list[str]]) -> None:
    for row in rows(story(*(article("ABCD"[i], *blocks) for i, blocks in enumerate(paragraphs)))):
        assert row.cells
        for cell in row.cells.values():
            assert cell
            assert list(cell) == sorted(cell, key=lambda p: p.span)


def test_what_three_articles_tell_is_one_row_whatever_its_place() -> None:
    assert set(row_with("destroyed by a fire").cells) == {"A", "B", "C"}


def test_what_nobody_else_tells_stands_alone() -> None:
    assert set(row_with("Insurers expect").cells) == {"B"}


def test_titles_share_the_first_row() -> None:
    first = rows(story(*FIRE))[0]
    assert (first.title, set(first.cells)) == ("Headlines", {"A", "B"})


def test_rows_are_numbered_from_one_in_order() -> None:
    found = rows(story(*FIRE))
    assert [r.number for r in found] == list(range(1, len(found) + 1))


def test_the_steps_of_one_article_keep_their_order() -> None:
    found = rows(story(FIRE[0]))
    starts = [row.cells["A"][0].span.start for row in found]
    assert starts == sorted(starts)


def test_a_row_of_several_articles_says_which_words_they_share() -> None:
    assert "warehouses" in row_with("destroyed by a fire").because
