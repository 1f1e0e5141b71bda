"""The reading page: rows of aligned passages in columns of equal lines."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import zip_longest

from tui.model.alignment import Piece, Row
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.span import Span
from tui.page.beside import TOLD_TWICE, lines_of_findings, space_out, towering
from tui.page.lines import CellLine, Line
from tui.page.marks import Marks
from tui.page.row_sheet import Layout, RowSheet
from tui.page.rows import Rows, claims_of


class AlignedSheet(RowSheet):
    """All cells of a row begin on one line, and the next row below the longest of them."""

    def __init__(
        self, story: Story, analysis: Analysis, rows: Rows, marks: Marks, layout: Layout
    ) -> None:
        super().__init__(story, analysis, rows, marks, layout)
        self._cache: dict[tuple[int, bool, str], tuple[Line, ...]] = {}

    def take_over(self, old: RowSheet, blocks: Container[int]) -> bool:
        """Also the lines of `blocks`, the rows near the screen.

        Checking every line that was ever drawn would take longer than drawing it again.
        """
        if not super().take_over(old, blocks) or not isinstance(old, AlignedSheet):
            return False
        for key, lines in old._cache.items():
            if key[0] not in blocks or key in self._cache:
                continue
            if not self._marked_otherwise(old, key[0], guest=bool(key[2])):
                self._cache[key] = lines
        return True

    def _marked_otherwise(self, old: AlignedSheet, block: int, guest: bool) -> bool:
        """Whether tags changed in a row, or in the passages of other rows shown there."""
        if self.marks is old.marks:
            return False
        cells = self.rows[block].cells
        drawn = [(a, p.span) for a in self.layout.columns for p in cells.get(a, ())]
        if guest:
            if old.guest is None:
                return True
            drawn += [(m.article, m.span) for m in old.guest[1].mentions]
        return any(self.marks.differ(old.marks, article, span) for article, span in drawn)

    def lines(self, block: int) -> Sequence[Line]:
        guest = self.guest_of(block)
        key = (block, block in self.open_rows, guest)
        known = self._cache.get(key)
        if known is None:
            drawn, cut = self._lines(block, key[1], guest)
            known = self._cache[key] = tuple(drawn)
            if not cut and not self.is_folded(block):  # then it looks the same unfolded
                self._cache[block, True, guest] = known
        return known

    # -- drawing ---------------------------------------------------------------

    def _lines(self, block: int, opened: bool, guest: str) -> tuple[list[Line], bool]:
        """The lines of a row, and whether any cell of it is cut because it is tall."""
        row = self.rows[block]
        if self.is_folded(block):
            return [self.heading(row, folded=True)], False
        cells = [
            self.cell(row, article, width, opened)
            for article, width in zip(self.layout.columns, self.widths, strict=True)
        ]
        columns = [lines for lines, _ in cells]
        if self.rows.aligned:
            columns = self._beside(row, columns)
        columns = [
            self.whole(block, article, lines, width, guest)
            for article, lines, width in zip(self.layout.columns, columns, self.widths, strict=True)
        ]
        heading = self.heading(row)
        body = [self.join(cells) for cells in zip_longest(*columns)]
        lines = [heading, *body, self.join((None,) * len(columns))]
        return lines, any(cut for _, cut in cells)

    def _beside(self, row: Row, columns: list[list[CellLine]]) -> list[list[CellLine]]:
        """If one cell is much taller than the others, move their sentences beside the ones they
        match.
        """
        tall = towering([len(c) for c, a in zip(columns, self._speaking(row), strict=True) if a])
        if not tall:
            return columns
        beside = lines_of_findings(next(c for c in columns if len(c) == tall))
        placed = []
        for lines, article, width in zip(columns, self._speaking(row), self.widths, strict=True):
            if article and len(lines) < tall:
                groups = self._groups(article, row.cells[article], beside)
                drawn = [(at, self.pieces(article, row, group, width)) for at, group in groups]
                spaced = space_out(drawn, tall)
                placed.append(spaced if len(spaced) >= len(lines) else lines)
            else:
                placed.append(lines)
        return placed

    def _speaking(self, row: Row) -> list[str]:
        """The articles of the columns; empty for one that is silent in this row."""
        return [a if a in row.cells else "" for a in self.layout.columns]

    def _groups(
        self, article: str, pieces: Sequence[Piece], beside: Mapping[str, int]
    ) -> list[tuple[int, list[Piece]]]:
        """The sentences of a cell in groups, each with the line of the tall cell from which on it
        wants to begin.
        """
        groups: list[tuple[int, list[Piece]]] = []
        for piece in pieces:
            for claim in claims_of(self.story, article, (piece,)):
                ids = {m.id for m in self.marks.within(article, claim) if m.look in TOLD_TWICE}
                wanted = min((beside[id] for id in ids if id in beside), default=-1)
                last = groups[-1] if groups else None
                if last is None or wanted > last[0]:
                    groups.append((max(wanted, 0), [Piece(piece.number, claim)]))
                elif last[1][-1].number == piece.number:
                    begun = last[1].pop()
                    last[1].append(Piece(piece.number, Span(begun.span.start, claim.end)))
                else:
                    last[1].append(Piece(piece.number, claim))
        return groups
