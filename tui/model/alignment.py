"""Rows: which passages of the articles tell the same step of the story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from tui.model.span import Span


class ParagraphRef(NamedTuple):
    """A paragraph of an article, by the paragraph's number."""

    article: str
    number: int


class Link(NamedTuple):
    """Two paragraphs of two articles that tell the same thing."""

    a: ParagraphRef
    b: ParagraphRef
    score: float
    """0 to 1; comparable within one story only."""
    because: tuple[str, ...] = ()
    """The words, names, numbers and days they share, most telling first."""


class Piece(NamedTuple):
    """A run of whole sentences of one paragraph."""

    number: int
    """The paragraph's number."""
    span: Span


class Wish(NamedTuple):
    """The reader's wish where a passage should stand, in the text as it is now."""

    article: str
    span: Span
    row: str = ""
    """Passages with the same name share a row; one without a name has a row of its own."""


@dataclass(frozen=True)
class Row:
    """One step of the story: one cell for each article, no key where an article is silent."""

    number: int
    """From 1, in the order of the screen."""
    title: str
    score: float
    """How surely the cells belong together, 0 to 1; 1.0 for a row of one article."""
    because: tuple[str, ...]
    cells: Mapping[str, tuple[Piece, ...]]
    """Article id → pieces in the order of the text; never an empty tuple."""
    by_hand: tuple[str, ...] = ()
    """Articles whose passage the reader put here."""

    def __reduce__(self) -> tuple[object, ...]:
        # A MappingProxyType does not pickle; rows travel between processes.
        cells = dict(self.cells)
        return Row, (self.number, self.title, self.score, self.because, cells, self.by_hand)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))
