"""Where the sentences of short cells go in a row that has one very tall cell.

Most of such a row is blank in the other columns anyway. So each sentence of a short cell is put
on the line of the sentence in the tall cell that tells the same thing or contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.page.lines import CellLine

TOWERING = 2.5
"""A cell this many times as tall as the median cell of its row is too tall. The lower median
counts, so that one of two cells can be too tall as well.
"""
MOST_BLANKS = 12
"""Blank lines in front of a sentence: more would put its beginning out of sight."""
TOLD_TWICE = frozenset({"shared", "conflict", "differs"})
"""Looks of findings that stand in several cells."""
BLANK = CellLine((), 0)


def towering(heights: Sequence[int]) -> int:
    """The height of the tallest cell, if it is over `TOWERING` times the median; else 0."""
    if len(heights) < 2:
        return 0
    ranked = sorted(heights)
    median, tallest = ranked[(len(ranked) - 1) // 2], ranked[-1]
    return tallest if tallest > TOWERING * median else 0


def lines_of_findings(lines: Sequence[CellLine]) -> dict[str, int]:
    """Finding id → the first line of the cell on which it is told."""
    found: dict[str, int] = {}
    for at, line in enumerate(lines):
        for fragment in line.fragments:
            for id in fragment.ids:
                found.setdefault(id, at)
    return found


def space_out(groups: Iterable[tuple[int, Sequence[CellLine]]], height: int) -> list[CellLine]:
    """Groups of lines, each at the line it wants or below, in no more than `height` lines."""
    listed = list(groups)
    left = sum(len(lines) for _, lines in listed)
    placed: list[CellLine] = []
    for wanted, lines in listed:
        # What follows must still fit, so that no row grows by this.
        at = min(wanted, height - left, len(placed) + MOST_BLANKS)
        placed += [BLANK] * (at - len(placed))
        placed += lines
        left -= len(lines)
    return placed
