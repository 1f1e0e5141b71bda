"""The flow layout: every column runs on without blanks, the cursor's row begins level.

From the row in focus the columns are drawn downwards and upwards, each by
itself, so a line of the page holds passages of different rows. Lines are
counted from the heading of the row in focus, which is line 0; only the lines
that are asked for, and those between them and the focus, are ever made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from tui.model.article import Story
from tui.model.finding import Analysis
from tui.page.kept import kept_with
from tui.page.lines import CellLine, Line
from tui.page.marks import Marks
from tui.page.row_heads import cell_heading
from tui.page.row_sheet import Layout, RowSheet
from tui.page.rows import Rows
from tui.page.sheet import Loose, Spot, is_in

Draw = Callable[[int], Sequence[CellLine]]


class _Stream:
    """The cells of one article around the focus, drawn as far as somebody looked."""

    def __init__(self, rows: Sequence[int], focus: int, first: Sequence[CellLine], draw: Draw):
        self.rows, self.draw = rows, draw
        self.lines: dict[int, CellLine] = {}
        """By line of the page, counted from the heading in focus."""
        self.starts: dict[int, int] = {}
        """Row → line on which its cell begins, its heading included."""
        self.top, self.end = 0, 1
        """The first line drawn, and the line behind the last one."""
        self._before = bisect_left(rows, focus) - 1
        self._after = bisect_right(rows, focus)
        self.starts[focus] = 1
        self._put(first)

    def _put(self, lines: Sequence[CellLine]) -> None:
        self.lines.update(enumerate(lines, self.end))
        self.end += len(lines)

    def down(self) -> bool:
        """Draw one more cell below; False at the end of the article."""
        if self._after >= len(self.rows):
            return False
        row = self.rows[self._after]
        self._after += 1
        self.starts[row] = self.end
        self._put(self.draw(row))
        return True

    def up(self) -> bool:
        """Draw one more cell above; False at the beginning of the article."""
        if self._before < 0:
            return False
        row = self.rows[self._before]
        self._before -= 1
        lines = self.draw(row)
        self.top -= len(lines)
        self.starts[row] = self.top
        self.lines.update(enumerate(lines, self.top))
        return True

    def start(self, row: int) -> int | None:
        """The line on which a row's cell begins; None where the article is silent."""
        at = bisect_left(self.rows, row)
        if at >= len(self.rows) or self.rows[at] != row:
            return None
        while row not in self.starts and (self.down() if at >= self._after else self.up()):
            pass
        return self.starts.get(row)

    def reach(self, first: int, end: int) -> None:
        """Draw every cell that reaches into the lines from `first` to `end`."""
        while self.end < end and self.down():
            pass
        while self.top > first and self.up():
            pass


class FlowSheet(RowSheet, Loose):
    """Rows as stretches of a page on which the columns run on; see `Sheet`.

    Block `n` holds the lines from where row `n` is first told to where the
    next row is; longer columns of it go on in the blocks below.
    """

    sticky = False

    def __init__(
        self, story: Story, analysis: Analysis, rows: Rows, marks: Marks, layout: Layout
    ) -> None:
        super().__init__(story, analysis, rows, marks, layout)
        self.focus = 0
        """The row whose cells begin on one line."""
        self._state: tuple[object, ...] = ()
        self._streams: tuple[_Stream, ...] = ()
        self._cells: dict[tuple[int, str, bool], Sequence[CellLine]] = {}

    def line_up(self, block: int) -> None:
        """Put a row into focus: all its cells begin on the same line."""
        guest = self.guest[1].id if self.guest and self.guest[0] == block else ""
        state = (block, len(self.open_rows), guest)
        if state != self._state:
            self._state, self.focus = state, block
            self.laid_out += 1
            self._restart()

    def _restart(self) -> None:
        speaking = _speaking(self.rows)
        row, opened = self.rows[self.focus], self.focus in self.open_rows
        guest = str(self._state[2])
        streams = []
        for article, width in zip(self.layout.columns, self.widths, strict=True):
            cell, _ = self.cell(row, article, width, opened)
            first = self.whole(self.focus, article, cell, width, guest)
            draw = self._drawing(article, width)
            streams.append(_Stream(speaking.get(article, ()), self.focus, first, draw))
        self._streams = tuple(streams)
        self._below, self._above = [0], [0]
        self._joined: dict[int, Line] = {}
        self._blocks: dict[int, tuple[Line, ...]] = {}

    def _drawing(self, article: str, width: int) -> Draw:
        def draw(block: int) -> Sequence[CellLine]:
            opened = block in self.open_rows
            key = (block, article, opened)
            if key not in self._cells:
                row, folded = self.rows[block], self.is_folded(block)
                signs = self.layout.signs
                lines = [cell_heading(row, article, self.marks, width, signs, folded)]
                lines += [] if folded else self.cell(row, article, width, opened)[0]
                self._cells[key] = lines
            return self._cells[key]

        return draw

    # -- where rows begin ------------------------------------------------------

    def _start(self, block: int) -> int:
        """The line from which a block holds the lines; of the number of blocks, the end."""
        while block > self.focus + len(self._below) - 1:
            self._below.append(self._next_below())
        while block < self.focus - len(self._above) + 1:
            self._above.append(self._next_above())
        return (
            self._below[block - self.focus]
            if block >= self.focus
            else self._above[self.focus - block]
        )

    def _next_below(self) -> int:
        block = self.focus + len(self._below)
        if block >= len(self):
            for stream in self._streams:
                while stream.down():
                    pass
            return max((s.end for s in self._streams), default=1)
        starts = [at for s in self._streams if (at := s.start(block)) is not None]
        ends = [s.end for s in self._streams]
        return max(self._below[-1], min(starts or ends, default=1), 1)

    def _next_above(self) -> int:
        block = self.focus - len(self._above)
        if block == 0:
            for stream in self._streams:
                while stream.up():
                    pass
            return min((s.top for s in self._streams), default=0)
        starts = [at for s in self._streams if (at := s.start(block)) is not None]
        return min(self._above[-1], *starts) if starts else self._above[-1]

    # -- what a page offers ----------------------------------------------------

    def lines(self, block: int) -> Sequence[Line]:
        if not self._streams:
            self.line_up(self.focus)
        if block not in self._blocks:
            first, end = self._start(block), self._start(block + 1)
            for stream in self._streams:
                stream.reach(first, end)
            self._blocks[block] = tuple(self._line(at) for at in range(first, end))
        return self._blocks[block]

    def _line(self, at: int) -> Line:
        if at == 0:
            return self.heading(self.rows[self.focus])
        if at not in self._joined:
            self._joined[at] = self.join([s.lines.get(at) for s in self._streams])
        return self._joined[at]

    def lines_of(self, spot: Spot) -> tuple[tuple[int, int], tuple[int, int]] | None:
        if not self._streams:
            self.line_up(self.focus)
        if spot.article not in self.layout.columns or spot.block >= len(self):
            return None
        stream = self._streams[self.layout.columns.index(spot.article)]
        start = stream.start(spot.block)
        if start is None:
            return None
        found: list[int] = []
        at = start
        while (line := stream.lines.get(at)) is not None:
            if any(is_in(f, spot) for f in line.fragments):
                found.append(at)
            elif found:
                break
            at += 1
        return (self._block_at(found[0]), self._block_at(found[-1])) if found else None

    def _block_at(self, line: int) -> tuple[int, int]:
        """Block and line of the block for a line of the page."""
        block = self.focus
        while block < len(self) - 1 and self._start(block + 1) <= line:
            block += 1
        while block > 0 and self._start(block) > line:
            block -= 1
        return block, line - self._start(block)


@kept_with
def _speaking(rows: Rows) -> dict[str, list[int]]:
    """Article → positions of the rows that it tells, in order."""
    found: dict[str, list[int]] = {}
    for at in range(len(rows)):
        for article in rows[at].cells:
            found.setdefault(article, []).append(at)
    return found
