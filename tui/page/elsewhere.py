"""Which other rows tell what a paragraph tells, by the links of the analysis."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tui.model.article import Role, Story
from tui.model.finding import Analysis

_MOST = 2
"""Rows that are told of a paragraph."""
_SHARE = 0.6
"""Of the score of a paragraph's best link, in its own row or not, that another must reach."""
Paragraph = tuple[str, int]
"""Article id and number of the paragraph."""


@lru_cache(maxsize=4)
def told_again(story: Story, analysis: Analysis) -> Mapping[Paragraph, tuple[int, ...]]:
    """Paragraph → numbers of other rows that tell a same thing, the likest first.

    Weak links are left out: nearly every paragraph has some. So are titles, which sum up
    the whole story and would be named everywhere.
    """
    titles = {
        (article.id, paragraph.number)
        for article in story.articles
        for paragraph in article.paragraphs
        if paragraph.role is Role.TITLE
    }
    rows_of: dict[Paragraph, set[int]] = {}
    for row in analysis.rows:
        for article, pieces in row.cells.items():
            for piece in pieces:
                rows_of.setdefault((article, piece.number), set()).add(row.number)
    best: dict[Paragraph, float] = {}
    found: dict[Paragraph, dict[int, float]] = {}
    for link in analysis.links:
        a, b = (link.a.article, link.a.number), (link.b.article, link.b.number)
        if a in titles or b in titles:
            continue
        ours, theirs = rows_of.get(a, set()), rows_of.get(b, set())
        for here, there in ((a, theirs), (b, ours)):
            best[here] = max(best.get(here, 0.0), link.score)
            if not ours & theirs:
                rows = found.setdefault(here, {})
                rows |= {n: max(rows.get(n, 0.0), link.score) for n in there}
    return {here: _likest(rows, best[here]) for here, rows in found.items()}


def _likest(rows: Mapping[int, float], best: float) -> tuple[int, ...]:
    ranked = sorted(rows, key=lambda number: (-rows[number], number))
    return tuple(number for number in ranked if rows[number] >= best * _SHARE)[:_MOST]
