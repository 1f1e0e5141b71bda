"""Which lines of a sheet are on screen, and how they scroll: no Textual, no drawing.

The position is (block, line of the block), never a count of lines from the top. So only blocks
on screen have to be wrapped, and forty thousand paragraphs scroll like forty.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.page.lines import Line
from tui.page.sheet import Loose, Sheet, Spot, is_in, spot_at

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
        """Compute again what is on screen."""
        self._window = None

    # -- where things are ------------------------------------------------------

    @property
    def body(self) -> int:
        """Lines for the text itself, at least 1."""
        return max(self._height - len(self.sheet.head) - self._first, 1)

    @property
    def _first(self) -> int:
        """The first line of a block that may be the topmost on screen, below a heading that
        stays; this is also the height of that heading.
        """
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
            lines = self.sheet.lines(block) if len(self.sheet) else ()
            return (lines[0], block) if lines else ((), -1)
        if y < len(self.window):
            block, line = self.window[y]
            return self.sheet.lines(block)[line], block
        return (), -1

    @property
    def on_screen(self) -> list[tuple[Line, int]]:
        """What stands on each line of the page; see `line_at`."""
        heads = len(self.sheet.head) + self._first
        found = [self.line_at(y) for y in range(min(heads, self.height))]
        drawn = {block: self.sheet.lines(block) for block, _ in self.window}
        window = self.window[: self.height - len(found)]
        found += [(drawn[block][line], block) for block, line in window]
        return found + [((), -1)] * (self.height - len(found))

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
        block, line = top
        count, most = -line, self.body
        while count < most and block < len(self.sheet):
            count += len(self.sheet.lines(block))
            block += 1
        return min(count, most)

    def lines_of(self, spot: Spot) -> tuple[Top, Top] | None:
        """Block and line of the first and of the last line on which the claim stands."""
        if isinstance(self.sheet, Loose):
            return self.sheet.lines_of(spot)
        if spot.block >= len(self.sheet):
            return None
        found = [
            at
            for at, line in enumerate(self.sheet.lines(spot.block))
            if any(is_in(fragment, spot) for fragment in line)
        ]
        return ((spot.block, found[0]), (spot.block, found[-1])) if found else None

    def shows(self, spot: Spot) -> bool:
        """Whether any line of the claim is on screen."""
        lines = self.lines_of(spot)
        return lines is not None and any(lines[0] <= at <= lines[1] for at in self.window)

    def line_of(self, spot: Spot) -> int | None:
        """Body line on screen where the claim begins, or None off screen."""
        lines = self.lines_of(spot)
        window = self.window
        return window.index(lines[0]) if lines and lines[0] in window else None

    def _places(self, spot: Spot) -> tuple[Top, Top]:
        """Where the claim stands; the beginning of its block where it is not drawn."""
        begin = (spot.block, self._first)
        return self.lines_of(spot) or (begin, begin)

    def hold(self, spot: Spot, y: int | None) -> None:
        """Place the claim on body line `y`, or reveal it."""
        if y is None:
            self.reveal(spot, jump=True)
            return
        self.top = self._placed(self._places(spot)[0], min(y, self.body - 1))
        self.moved()

    # -- moving ----------------------------------------------------------------

    def reveal(self, spot: Spot, jump: bool = False) -> None:
        """Bring the claim on screen; a jump places it in the upper third."""
        self.moved()
        first, last = self._places(spot)
        # What is certainly off screen is not looked for: nobody will see the rows there.
        far = abs(first[0] - self.top[0]) > self.body
        window = [] if far else self.window
        if first in window and last in window:
            return
        between = zip(self._forward(first), range(self.body - 1), strict=False)
        tall = all(at != last for at, _ in between)
        if jump or tall:
            self.top = self._placed(first, 0 if tall else self.body // 4)
        elif first < (window[0] if window else self.top):
            self.top = self._placed(first, min(MARGIN, self.body // 3))
        else:
            room = max(self.body - 1 - min(MARGIN, self.body // 3), 0)
            self.top = self._placed(last, room)
        self.moved()

    def scroll(self, delta: int) -> None:
        """Move the page by lines; downwards by no more than a page."""
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
        own = self._shown(spot.article if self.sheet.by_article else "")
        shown = own or self._shown("")
        before = [s for s in shown if s <= spot]
        after = [s for s in shown if s >= spot]
        if before and after:
            return spot if spot in before else after[0]
        return after[0] if after else before[-1] if before else spot

    def _shown(self, article: str) -> list[Spot]:
        """The claims whose first line is on screen; where none begins, those that go on there.

        Of one article, or of all for an empty name.
        """
        seen = self._seen(article)
        begun = [s for s, at in seen.items() if self._begins(s, at)]
        return sorted(begun or seen)

    def _seen(self, article: str) -> dict[Spot, Top]:
        """The claims of which any line is on screen, with the first such line."""
        seen: dict[Spot, Top] = {}
        found: Spot | None = None
        for block, line in self.window:
            for fragment in self.sheet.lines(block)[line]:
                span = fragment.span
                if not span or (article and fragment.article != article):
                    continue
                if found and is_in(fragment, found):
                    continue  # most fragments go on with the claim of the one before
                found = spot_at(self.sheet, fragment.article, span.start)
                if found:
                    seen.setdefault(found, (block, line))
        return seen

    def _begins(self, spot: Spot, seen: Top) -> bool:
        """Whether the first line of a claim that is first seen at `seen` is on screen."""
        if spot.block == seen[0] != self.window[0][0] and not isinstance(self.sheet, Loose):
            return True  # the whole beginning of its block is on screen
        at = self.lines_of(spot)
        return at is not None and at[0] in set(self.window)
