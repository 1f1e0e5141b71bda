"""Which lines of a sheet are on screen, and how they move: no Textual, no drawing.

The place is (block, line of the block), never a count of lines from the top:
only blocks on screen are ever wrapped, so forty thousand paragraphs scroll
like forty.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.page.lines import Fragment, Line
from tui.page.sheet import Sheet, Spot

Top = tuple[int, int]
"""Block and line of the block that stand first under the headings."""

MARGIN = 2
"""Lines kept visible beyond the claim when the page follows the cursor."""


class Viewport:
    """A window of some height on a sheet.

    `sheet` and `height` may be set at any time; call `moved` after what is on
    the sheet changed its length.
    """

    def __init__(self, sheet: Sheet, height: int) -> None:
        self._sheet, self._height = sheet, height
        self.top: Top = (0, self._first)
        self._window: list[tuple[int, int]] | None = None

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @sheet.setter
    def sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.moved()

    @property
    def height(self) -> int:
        """Lines of the whole page, with its head."""
        return self._height

    @height.setter
    def height(self, height: int) -> None:
        self._height = height
        self.moved()

    def moved(self) -> None:
        """Find out anew what is on screen."""
        self._window = None

    # -- where things are ------------------------------------------------------

    @property
    def body(self) -> int:
        """Lines for the text itself, at least 1."""
        return max(self._height - len(self.sheet.head) - self._first, 1)

    @property
    def _first(self) -> int:
        """The first line of a block that may stand on top; also lines for its heading."""
        return 1 if self.sheet.sticky else 0

    @property
    def window(self) -> list[tuple[int, int]]:
        """(block, line) of each body line on screen."""
        if self._window is None:
            self.top = self._clamp(self.top)
            lines = self._forward(self.top)
            self._window = [at for at, _ in zip(lines, range(self.body), strict=False)]
        return self._window

    @property
    def blocks_on_screen(self) -> tuple[int, int]:
        """First and last block that show."""
        window = self.window
        return (window[0][0], window[-1][0]) if window else (0, 0)

    def line_at(self, y: int) -> tuple[Line, int]:
        """What stands at line `y` of the page, and its block (-1 for heads and blanks)."""
        heads = len(self.sheet.head)
        if y < heads:
            return self.sheet.head[y], -1
        y -= heads + self._first
        if y < 0:  # the heading of the block on top stays in sight
            block = self.window[0][0] if self.window else 0
            return (self.sheet.lines(block)[0], block) if len(self.sheet) else ((), -1)
        if y < len(self.window):
            block, line = self.window[y]
            return self.sheet.lines(block)[line], block
        return (), -1

    def _forward(self, top: Top) -> Iterator[tuple[int, int]]:
        block, line = top
        while block < len(self.sheet):
            for at in range(line, len(self.sheet.lines(block))):
                yield block, at
            block, line = block + 1, 0

    def _back(self, top: Top, lines: int) -> Top:
        """The place `lines` lines above, as far as there are any."""
        block, line = top
        if line <= self._first:
            line = 0  # its heading already stands above the page
        while lines > line and block > 0:
            lines -= line + 1
            block -= 1
            line = len(self.sheet.lines(block)) - 1
        return block, max(line - lines, self._first)

    def _placed(self, at: tuple[int, int], y: int) -> Top:
        """The top that puts a line of a block on body line `y`, or just above it."""
        block, line = at[0], at[1] - y
        while line < 0 and block > 0:
            block -= 1
            line += len(self.sheet.lines(block))
        return block, max(line, self._first)

    def _clamp(self, top: Top) -> Top:
        """`top` moved up so that no more than the end of the story is below it."""
        count = len(self.sheet)
        if not count:
            return (0, self._first)
        block = min(max(top[0], 0), count - 1)
        line = min(max(top[1], self._first), max(len(self.sheet.lines(block)) - 1, self._first))
        top = block, line
        # A heading that comes to stand on top takes no line of the text: one step more.
        while (left := self._below(top)) < self.body and top > (0, self._first):
            top = self._back(top, max(self.body - left - 1, 1))
        return top

    def _below(self, top: Top) -> int:
        """Lines from `top` to the end, counted no further than the page reaches."""
        count = 0
        for count, _ in enumerate(self._forward(top), 1):
            if count >= self.body:
                break
        return count

    def lines_of(self, spot: Spot) -> tuple[int, int] | None:
        """First and last line of the block on which the claim stands."""
        if spot.block >= len(self.sheet):
            return None
        found = [
            at
            for at, line in enumerate(self.sheet.lines(spot.block))
            if any(is_in(fragment, spot) for fragment in line)
        ]
        return (found[0], found[-1]) if found else None

    def line_of(self, spot: Spot) -> int | None:
        """Body line on screen where the claim begins, or None off screen."""
        lines = self.lines_of(spot)
        if lines is None:
            return None
        for y, at in enumerate(self.window):
            if at == (spot.block, lines[0]):
                return y
        return None

    def hold(self, spot: Spot, y: int | None) -> None:
        """Place the claim on body line `y`, or reveal it."""
        if y is None:
            self.reveal(spot, jump=True)
            return
        lines = self.lines_of(spot) or (self._first, self._first)
        self.top = self._placed((spot.block, lines[0]), min(y, self.body - 1))
        self.moved()

    # -- moving ----------------------------------------------------------------

    def reveal(self, spot: Spot, jump: bool = False) -> None:
        """Bring the claim on screen; a jump places it in the upper third."""
        self.moved()
        lines = self.lines_of(spot) or (self._first, self._first)
        first, last = ((spot.block, at) for at in lines)
        window = self.window
        if first in window and last in window:
            return
        tall = lines[1] - lines[0] + 1 >= self.body
        if jump or tall:
            self.top = self._placed(first, 0 if tall else self.body // 4)
        elif first < (window[0] if window else (0, 0)):
            self.top = self._placed(first, min(MARGIN, self.body // 3))
        else:
            room = max(self.body - 1 - min(MARGIN, self.body // 3), 0)
            self.top = self._placed(last, room)
        self.moved()

    def scroll(self, delta: int) -> None:
        """Move the page by lines."""
        if delta < 0:
            self.top = self._back(self.top, -delta)
        else:
            window = self.window
            if delta < len(window):
                block, line = window[delta]
                self.top = (block, max(line, self._first))
            elif window:
                self.top = (window[-1][0], max(window[-1][1], self._first))
        self.moved()

    def nearest(self, spot: Spot) -> Spot:
        """The claim on screen that is closest to `spot`, in its article if that shows."""
        first, last = self.blocks_on_screen
        seen = set(self.window)
        shown: list[Spot] = []
        for block in range(first, last + 1):
            for article, claims in self.sheet.claims(block).items():
                shown += [Spot(block, article, claim) for claim in claims]
        shown = [s for s in shown if (at := self.lines_of(s)) and (s.block, at[0]) in seen]
        own = [s for s in shown if s.article == spot.article or not self.sheet.by_article]
        before = [s for s in own or shown if s <= spot]
        after = [s for s in own or shown if s >= spot]
        if before and after:
            return spot if spot in before else after[0]
        return after[0] if after else before[-1] if before else spot


def is_in(fragment: Fragment, spot: Spot) -> bool:
    """Whether a fragment belongs to the claim of a spot, chips in front of its words too."""
    span = fragment.span
    return (
        span is not None
        and fragment.article == spot.article
        and spot.claim.start <= span.start
        and span.end <= spot.claim.end
        and (span.start < spot.claim.end)
    )
