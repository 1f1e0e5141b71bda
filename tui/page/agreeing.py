"""Rows in which all agree: every article in them tells a shared fact, and nothing is disputed."""

from __future__ import annotations

from tui.model.finding import Analysis
from tui.page.rows import Rows


def agreeing(rows: Rows, analysis: Analysis) -> frozenset[int]:
    """Positions of the rows of two articles or more in which all agree.

    A row with a contradiction, or with a claim that only one article makes, is
    none of them.
    """
    telling: dict[int, set[str]] = {}
    for fact in analysis.facts:
        for mention in fact.mentions:
            at = rows.at(mention.article, mention.span.start)
            if at is not None:
                telling.setdefault(at, set()).add(mention.article)
    others = [m for c in analysis.contradictions for m in c.mentions]
    others += [only.mention for only in analysis.only]
    disputed = {rows.at(m.article, m.span.start) for m in others}
    return frozenset(
        at
        for at, articles in telling.items()
        if at not in disputed and len(articles) > 1 and articles >= set(rows[at].cells)
    )
