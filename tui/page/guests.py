"""Passages of other rows that a row shows below its own: rivals in the contradiction in hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.model.alignment import Row
from tui.model.article import Article, Story
from tui.model.finding import Contradiction
from tui.model.span import Span
from tui.page.cells import cell_lines, passage
from tui.page.lines import CellLine, Fragment
from tui.page.marks import Marks
from tui.page.rows import Rows
from tui.page.signs import Signs
from tui.page.wrap import width_of

MOST_RIVALS = 8
"""Passages of other rows that a cell shows beside its own, when a contradiction has many."""


class Guests:
    """Knows in which rows the passages of a contradiction stand, and draws them in another."""

    def __init__(self, story: Story, rows: Rows, marks: Marks, measure: int, signs: Signs) -> None:
        self._story, self._rows, self._marks = story, rows, marks
        self._measure, self._signs = measure, signs
        self._looks = marks.looks
        self._rivals: dict[tuple[str, str], dict[Span, int]] = {}
        """Contradiction and article → the claims that take part, with their rows."""

    def come(self, found: Contradiction, articles: Iterable[str], block: int) -> bool:
        """Whether any of the articles takes part with a claim that stands in another row."""
        return any(
            where != block
            for article in articles
            for where in self._rivals_in(found, article).values()
        )

    def lines(
        self, found: Contradiction, article: Article, block: int, width: int
    ) -> list[CellLine]:
        """The claims of an article that take part and stand in other rows, each under the number
        of its row.
        """
        rivals = self._rivals_in(found, article.id)
        others = [claim for claim, where in rivals.items() if where != block]
        lines: list[CellLine] = []
        for claim in others[:MOST_RIVALS]:
            lines += self._rival(article, claim, self._rows[rivals[claim]], width)
        if len(others) > MOST_RIVALS:
            more = f"{self._signs.more} {len(others) - MOST_RIVALS} more passages"
            lines += cell_lines((Fragment(more, "dim"),), width, self._signs, {})
        return lines

    def _rivals_in(self, found: Contradiction, article: str) -> dict[Span, int]:
        """The claims of an article that take part in a contradiction, with their rows."""
        key = (found.id, article)
        if key not in self._rivals:
            self._rivals[key] = dict(self._rival_claims(found, self._story.by_id[article]))
        return self._rivals[key]

    def _rival_claims(self, found: Contradiction, article: Article) -> Iterator[tuple[Span, int]]:
        for mention in found.mentions:
            if mention.article == article.id:
                where = self._rows.at(article.id, mention.span.start)
                claim = article.claim_at(mention.span.start)
                if where is not None and claim is not None:
                    yield claim, where

    def _rival(self, article: Article, claim: Span, row: Row, width: int) -> list[CellLine]:
        paragraph = article.paragraph_at(claim.start)
        assert paragraph is not None
        note = f"{self._signs.also} from row {row.number}"
        head = Fragment(note, "also", target=f"row:{row.number}")
        fragments = passage(article, paragraph, claim, self._marks.within(article.id, claim))
        lines = cell_lines(fragments, min(width, self._measure), self._signs, self._looks)
        return [CellLine((head,), width_of(note)), *lines]
