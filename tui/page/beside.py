"""Level rows without a sea of blanks: sentences of short cells beside a tall one.

Where one cell is much taller than the others, blanks fill the rest of the row
whatever one does. Then a sentence of a short cell stands beside the sentence of
the tall one that tells the same thing, or contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.page.lines import CellLine

TOWERING = 2.5
"""Times the median height of a row's cells from which one of them is too tall.

The lower median: of two cells one can be too tall as well.
"""
MOST_BLANKS = 12
"""Blank lines in front of a sentence: more would put its beginning out of sight."""
TOLD_TWICE = frozenset({"shared", "conflict", "differs"})
"""Looks of findings that stand in several cells."""
BLANK = CellLine("", (), 0)


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
