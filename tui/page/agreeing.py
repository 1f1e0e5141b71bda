"""Rows in which all agree: every article in them tells a shared fact, and nothing is disputed."""

from __future__ import annotations

from tui.page.marks import Marks
from tui.page.rows import Rows


def agreeing(rows: Rows, marks: Marks) -> frozenset[int]:
    """Positions of the rows of two articles or more in which all agree.

    `marks` are those of findings nobody decided on. A row with a contradiction,
    or with a claim that only one article makes, is none of them.
    """
    telling: dict[int, set[str]] = {}
    disputed: set[int] = set()
    for article, listed in marks.by_article.items():
        starts, positions = rows.places(article)
        index, last = 0, len(starts) - 1
        if last < 0:
            continue
        for mark in listed:  # in the order of the text, as the passages are
            start = mark.span.start
            while index < last and starts[index + 1] <= start:
                index += 1
            if mark.look == "shared":
                telling.setdefault(positions[index], set()).add(article)
            else:
                disputed.add(positions[index])
    return frozenset(
        at
        for at, articles in telling.items()
        if at not in disputed and len(articles) > 1 and articles >= set(rows[at].cells)
    )
