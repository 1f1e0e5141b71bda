"""Rows by position and by offset, before and after the analysis."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Protocol

from tui.model.alignment import Piece, Row
from tui.model.article import Story
from tui.model.span import Span


class Rows(Protocol):
    """The rows of a story and where every passage stands."""

    aligned: bool
    """False for the stand-in that is shown while nothing was compared yet."""

    def __hash__(self) -> int: ...

    def __len__(self) -> int: ...

    def __getitem__(self, position: int) -> Row: ...

    def at(self, article: str, offset: int) -> int | None:
        """Position of the row that holds `offset`; between two passages, that of the one before."""
        ...

    def places(self, article: str) -> tuple[Sequence[int], Sequence[int]]:
        """Where the passages of an article begin, in order, and the position of each one's row."""
        ...


class AlignedRows:
    """The rows of an analysis."""

    aligned = True

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, position: int) -> Row:
        return self._rows[position]

    @cached_property
    def _places(self) -> dict[str, tuple[array[int], array[int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for position, row in enumerate(self._rows):
            for article, pieces in row.cells.items():
                for piece in pieces:
                    found.setdefault(article, []).append((piece.span.start, position))
        placed = {}
        for article, listed in found.items():
            starts, positions = zip(*sorted(listed), strict=True)
            placed[article] = array("I", starts), array("I", positions)
        return placed

    def places(self, article: str) -> tuple[Sequence[int], Sequence[int]]:
        return self._places.get(article, ((), ()))

    def at(self, article: str, offset: int) -> int | None:
        found = self._places.get(article)
        if found is None:
            return None
        starts, positions = found
        return positions[max(bisect_right(starts, offset) - 1, 0)]


class StandInRows:
    """The n-th paragraph of every article in the n-th row: text before analysis."""

    aligned = False

    def __init__(self, story: Story) -> None:
        self._told = {a.id: a.told for a in story.readable}
        self._count = max((len(told) for told in self._told.values()), default=0)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, position: int) -> Row:
        here = {a: told[position] for a, told in self._told.items() if position < len(told)}
        cells: Mapping[str, tuple[Piece, ...]] = {
            article: (Piece(paragraph.number, paragraph.span),)
            for article, paragraph in here.items()
        }
        return Row(position + 1, "", 0.0, (), cells)

    def places(self, article: str) -> tuple[Sequence[int], Sequence[int]]:
        told = self._told.get(article)
        return (told.starts, range(len(told))) if told else ((), ())

    def at(self, article: str, offset: int) -> int | None:
        told = self._told.get(article)
        if not told:
            return None
        at = bisect_right(told.starts, offset) - 1
        return max(at, 0)


def claims_of(story: Story, article: str, pieces: Sequence[Piece]) -> tuple[Span, ...]:
    """The claims of the pieces of one cell, in the order of the text."""
    found: list[Span] = []
    for piece in pieces:
        paragraph = story.by_id[article].paragraph_at(piece.span.start)
        if paragraph is None:
            continue
        inside = [c for c in paragraph.claims if piece.span.covers(c)]
        found += inside or [piece.span]
    return tuple(sorted(found))
