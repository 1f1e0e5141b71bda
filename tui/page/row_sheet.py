"""Rows of passages in columns: what each way to lay them out offers and draws alike."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.model.alignment import Piece, Row
from tui.model.article import Article, Story
from tui.model.finding import Analysis, Contradiction
from tui.model.span import Span
from tui.page.cells import cell_lines, passage
from tui.page.columns import text_widths
from tui.page.elsewhere import told_again
from tui.page.guests import Guests
from tui.page.heads import Away, article_head
from tui.page.lines import NO_SIGN, CellLine, Fragment, Line, pad
from tui.page.marks import Marks
from tui.page.row_heads import row_heading
from tui.page.rows import Rows, claims_of
from tui.page.sheet import Spot
from tui.page.signs import Signs
from tui.page.wrap import width_of

_BLANK = Fragment(" ")
MARK = 3
"""Cells in front of the text of a column: cursor bar, gutter sign, blank."""


class Layout(NamedTuple):
    """How the reading page is laid out; a new value for every resize or choice."""

    width: int
    columns: tuple[str, ...]
    """Articles side by side, the base first."""
    order: tuple[str, ...]
    """All articles that are not hidden, in the order of the columns."""
    base: str
    fold: int
    """Lines a folded cell shows; 0 folds nothing."""
    measure: int
    """Cells of the longest line of text."""
    signs: Signs
    dates: Mapping[str, str]
    """Article id → its date as shown."""
    hidden: tuple[str, ...] = ()
    """Articles that the reader hid."""
    agreeing: frozenset[int] = frozenset()
    """Positions of the rows in which all agree, each to be drawn as one line."""


class RowSheet:
    """Each row is a block; see `Sheet`. A subclass says how its lines are laid out."""

    sticky = True
    by_article = True
    laid_out = 0
    """Increases whenever lines move to another place."""

    def __init__(
        self, story: Story, analysis: Analysis, rows: Rows, marks: Marks, layout: Layout
    ) -> None:
        self.story, self.analysis, self.rows = story, analysis, rows
        self.marks, self.layout = marks, layout
        self.width = layout.width
        count = len(layout.columns)
        self.widths = text_widths(layout.width, count) if count else ()
        self._looks = marks.looks
        self._telling = [a for a in layout.order if story.by_id[a].problem is None]
        self._claims: dict[int, dict[str, tuple[Span, ...]]] = {}
        self._also = told_again(story, analysis)
        self.open_rows: set[int] = set()
        """Positions of the rows whose tall cells are unfolded: those the cursor has been in."""
        self.guest: tuple[int, Contradiction] | None = None
        """A row, and a contradiction whose passages in other rows are shown in it as well."""
        self._guests = Guests(story, rows, marks, layout.measure, layout.signs)

    @cached_property
    def head(self) -> tuple[Line, ...]:
        return self._head()

    def take_over(self, old: RowSheet, blocks: Container[int]) -> bool:
        """Reuse what another page has drawn of the same rows, after a tag was added.

        `blocks` are the rows near the screen. False where the two have nothing in common.
        """
        same = (
            old.story is self.story
            and old.analysis is self.analysis
            and old.rows is self.rows
            and old.marks.findings is self.marks.findings
            and old.layout == self.layout
        )
        if same:
            self._claims, self.head = old._claims, old.head
        return same

    def __len__(self) -> int:
        return len(self.rows)

    def block_of(self, article: str, offset: int) -> int | None:
        return self.rows.at(article, offset)

    def is_folded(self, block: int) -> bool:
        """Whether all agree in this row and it is one line; its claims are passed over."""
        return block in self.layout.agreeing and block not in self.open_rows

    @property
    def folded_rows(self) -> int:
        return len(self.layout.agreeing - self.open_rows)

    def line_up(self, block: int) -> None:
        """Make the cells of this row begin on the same line; on this page all rows do anyway."""

    def claims(self, block: int) -> Mapping[str, tuple[Span, ...]]:
        if self.is_folded(block):
            return {}
        if block not in self._claims:
            cells = self.rows[block].cells
            self._claims[block] = {
                a: claims_of(self.story, a, cells[a]) for a in self.layout.order if a in cells
            }
        return self._claims[block]

    def lines(self, block: int) -> Sequence[Line]:
        """The block's lines; see `Sheet`."""
        raise NotImplementedError

    def leads_to(self, spot: Spot) -> int | None:
        """Number of the row that is named behind a claim, the most similar of them."""
        row = self.rows[spot.block]
        for piece in row.cells.get(spot.article, ()):
            if claims_of(self.story, spot.article, (piece,))[-1:] == (spot.claim,):
                return next(iter(self._told_again(spot.article, piece, row)), None)
        return None

    def guest_of(self, block: int) -> str:
        """The contradiction that brings passages of other rows into this one; empty for none."""
        if self.guest is None or self.guest[0] != block:
            return ""
        found = self.guest[1]
        return found.id if self._guests.come(found, self.layout.columns, block) else ""

    # -- drawing ---------------------------------------------------------------

    def pieces(self, article: str, row: Row, pieces: Sequence[Piece], width: int) -> list[CellLine]:
        found = self.story.by_id[article]
        return [line for piece in pieces for line in self._piece(found, piece, row, width)]

    def cell(self, row: Row, article: str, width: int, opened: bool) -> tuple[list[CellLine], bool]:
        """The words of a cell, and whether it is cut because it is tall; empty where the article
        is silent.
        """
        fold = 0 if opened or not self.rows.aligned else self.layout.fold
        lines = self.pieces(article, row, row.cells.get(article, ()), width)
        if not fold or len(lines) <= fold + 1:
            return lines, False
        more = Fragment(f"{self.layout.signs.more} {len(lines) - fold} more lines", "dim")
        return [*lines[:fold], CellLine((more,), width_of(more.text))], True

    def whole(
        self, block: int, article: str, lines: list[CellLine], width: int, guest: str
    ) -> list[CellLine]:
        """A cell with the rival passages of other rows, or with the word that it is silent."""
        found = self.story.by_id[article]
        if guest and self.guest:
            lines = [*lines, *self._guests.lines(self.guest[1], found, block, width)]
        return lines or self._silence(block, self.rows[block], found, width)

    def _piece(self, article: Article, piece: Piece, row: Row, width: int) -> list[CellLine]:
        paragraph = article.paragraph_at(piece.span.start)
        if paragraph is None:
            return []
        look = "title" if paragraph.role == "title" else "text"
        marks = self.marks.within(article.id, piece.span)
        fragments = passage(article, paragraph, piece.span, marks, look)
        for number in self._told_again(article.id, piece, row):
            text = f" {self.layout.signs.also}\N{NO-BREAK SPACE}{number}"
            fragments.append(Fragment(text, "also", target=f"row:{number}"))
        return cell_lines(
            fragments, min(width, self.layout.measure), self.layout.signs, self._looks
        )

    def _told_again(self, article: str, piece: Piece, row: Row) -> list[int]:
        """Numbers of the other rows that tell what a passage tells; they are named behind it."""
        named = self._also.get((article, piece.number), ())
        return [number for number in named if number != row.number]

    def _silence(self, block: int, row: Row, article: Article, width: int) -> list[CellLine]:
        if article.problem:
            why = (article.problem,) if block == 0 else ()
            return cell_lines((Fragment(t, "problem") for t in why), width, self.layout.signs, {})
        if not self.rows.aligned:
            return []
        signs = self.layout.signs
        elsewhere = [a for a in self.layout.order if a in row.cells]
        hidden = [a for a in elsewhere if a not in self.layout.columns]
        text = f"{signs.dash} not covered"
        if len(hidden) == len(elsewhere):  # nobody on screen tells it: say so once
            if article.id != self.layout.columns[0]:
                return []
            text = f"{signs.dash} only in {' '.join(hidden)} {signs.right}"
        elif hidden:
            text += f" {signs.dot} in {' '.join(hidden)} {signs.right}"
        target = f"told:{row.number}:{hidden[0]}" if hidden else ""
        return cell_lines((Fragment(text, "silent", target=target),), width, signs, {})

    def join(self, cells: Sequence[CellLine | None]) -> Line:
        """The n-th lines of all cells as one line of the page."""
        parts: list[Fragment] = []
        for cell, width, edge in zip(cells, self.widths, self._edges, strict=True):
            parts += edge
            if cell is None:
                parts += (NO_SIGN, _BLANK, Fragment(" " * (width + 1)))
                continue
            parts += (cell.sign, _BLANK)
            parts += pad(cell.fragments, cell.cells, width + 1)
        return tuple(parts)

    @cached_property
    def _edges(self) -> Sequence[Sequence[Fragment]]:
        """What stands in front of every line of each column: the rule, and the cursor's bar."""
        rule = Fragment(self.layout.signs.rule, "rule")
        bars = [Fragment(" ", "bar", article) for article in self.layout.columns]
        return [(rule, bar) if position else (bar,) for position, bar in enumerate(bars)]

    def heading(self, row: Row, folded: bool = False) -> Line:
        if not self.rows.aligned:
            return (Fragment(" " * self.width, "heading"),)
        layout = self.layout
        return row_heading(row, self._telling, self.marks, self.width, layout.signs, folded)

    def _away(self) -> list[Away]:
        """The articles off screen, as the last column tells of them."""
        layout = self.layout
        last = layout.order.index(layout.columns[-1]) if layout.columns[-1] in layout.order else -1
        away = [
            self._one_away(id, "left" if at < last else "right")
            for at, id in enumerate(layout.order)
            if id not in layout.columns
        ]
        return away + [self._one_away(id, "hidden") for id in layout.hidden]

    def _one_away(self, article: str, where: str) -> Away:
        conflicts, differs, two_ways = self.marks.disputed(article)
        is_base = article == self.layout.base and where != "hidden"
        return Away(article, conflicts, where, differs, is_base, two_ways)

    def _head(self) -> tuple[Line, ...]:
        layout = self.layout
        heads = []
        for article, width in zip(layout.columns, self.widths, strict=True):
            last = article == layout.columns[-1]
            heads.append(
                article_head(
                    self.story.by_id[article],
                    width + MARK + 1,
                    layout.signs,
                    layout.dates.get(article, ""),
                    is_base=article == layout.base and len(layout.order) > 1,
                    away=self._away() if last else (),
                )
            )
        lines: list[Line] = []
        for pair in zip(*heads, strict=True):
            parts: list[Fragment] = []
            for position, fragments in enumerate(pair):
                if position:
                    parts.append(Fragment(layout.signs.rule, "rule"))
                parts += fragments
            lines.append(tuple(parts))
        return tuple(lines)
