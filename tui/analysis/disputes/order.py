"""Contradictions in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model.alignment import Row
from tui.model.finding import Contradiction


def in_order(
    found: Iterable[Contradiction], rows: Sequence[Row], least: float = 0.0
) -> tuple[Contradiction, ...]:
    """`found` by where in `rows` the second side is met, numbered `x1`, `x2` …

    The first side alone is no contradiction to the reader yet. Those that score below `least` keep
    their place, but their numbers follow those of all others, so that a report's numbers have no
    gaps.
    """
    starts: dict[str, list[tuple[int, int, int]]] = {}
    for at, row in enumerate(rows):
        for article, pieces in row.cells.items():
            for piece in pieces:
                starts.setdefault(article, []).append((piece.span.start, piece.span.end, at))

    def place(one: Contradiction) -> tuple[tuple[int, str, int], float, str]:
        met = [
            min(
                (_row(starts.get(m.article, []), m.span.start, len(rows)), m.article, m.span.start)
                for m in side.mentions
            )
            for side in one.sides
        ]
        return (sorted(met)[1][0], *min(met)[1:]), -one.score, one.question

    read = sorted(found, key=place)
    counted = sorted(range(len(read)), key=lambda at: (read[at].score < least, at))
    number = {at: n for n, at in enumerate(counted, 1)}
    return tuple(one._replace(id=f"x{number[at]}") for at, one in enumerate(read))


def _row(pieces: Sequence[tuple[int, int, int]], at: int, none: int) -> int:
    """The first row with a piece around position `at`; `none` where there is none."""
    return min((row for start, end, row in pieces if start <= at < end), default=none)
