"""Which other rows tell what a paragraph tells, by the links of the analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.model.alignment import Row
from tui.model.article import Role, Story
from tui.model.finding import Analysis
from tui.page.kept import kept_with

_MOST = 2
"""At most this many other rows are named beside a paragraph."""
_SHARE = 0.6
"""The share of its best link's score that another link of the paragraph must reach."""
Paragraph = tuple[str, int]
"""Article id and number of the paragraph."""
Again = Mapping[Paragraph, tuple[int, ...]]


def told_again(story: Story, analysis: Analysis) -> Again:
    """Paragraph → numbers of other rows that tell the same thing, the most similar first.

    Weak links are left out, since nearly every paragraph has some. So are titles, which sum up
    the whole story and would be named everywhere.
    """
    if not analysis.links:
        return {}
    last = _last(story)
    if not last or last[0][0] is not analysis.rows:
        last[:] = [(analysis.rows, _told_again(story, analysis))]
    return last[0][1]


@kept_with
def _last(_: Story) -> list[tuple[Sequence[Row], Again]]:
    """The last answer for a story, and the rows it is for: filters change the findings, not the
    rows.
    """
    return []


def _told_again(story: Story, analysis: Analysis) -> Again:
    titles = {
        (article.id, paragraph.number)
        for article in story.articles
        for paragraph in article.paragraphs.of_roles({Role.TITLE})
    }
    rows_of = _rows_of(analysis.rows)
    best: dict[Paragraph, float] = {}
    found: dict[Paragraph, dict[int, float]] = {}
    for link in analysis.links:
        a, b = (link.a.article, link.a.number), (link.b.article, link.b.number)
        if a in titles or b in titles:
            continue
        ours, theirs = rows_of.get(a, ()), rows_of.get(b, ())
        apart = not set(ours).intersection(theirs)
        for here, there in ((a, theirs), (b, ours)):
            best[here] = max(best.get(here, 0.0), link.score)
            if apart:
                rows = found.setdefault(here, {})
                rows |= {n: max(rows.get(n, 0.0), link.score) for n in there}
    return {here: _likest(rows, best[here]) for here, rows in found.items()}


def _rows_of(rows: Sequence[Row]) -> Mapping[Paragraph, tuple[int, ...]]:
    """Paragraph → the numbers of its rows, mostly one."""
    found: dict[Paragraph, tuple[int, ...]] = {}
    for row in rows:
        own = (row.number,)
        for article, pieces in row.cells.items():
            for piece in pieces:
                others = found.setdefault((article, piece.number), own)
                if others[-1] != row.number:
                    found[article, piece.number] = others + own
    return found


def _likest(rows: Mapping[int, float], best: float) -> tuple[int, ...]:
    ranked = sorted(rows, key=lambda number: (-rows[number], number))
    return tuple(number for number in ranked if rows[number] >= best * _SHARE)[:_MOST]
