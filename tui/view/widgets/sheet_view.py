"""The reading widget: one sheet of rows, drawn line by line from a cache.

Its place is (block, line of the block), never a count of lines from the top:
only blocks on screen are ever wrapped, so forty thousand paragraphs scroll
like forty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.page.lines import Fragment, Line
from tui.page.sheet import Sheet, Spot
from tui.view.widgets.lines_view import LinesView, TargetRequested, fragment_in, strip_of

Top = tuple[int, int]
"""Block and line of the block that stand first under the headings."""

MARGIN = 2
"""Lines kept visible beyond the claim when the page follows the cursor."""
MAX_STRIPS = 6000


class Emphasis(NamedTuple):
    """What is lit up besides the text's own marks."""

    spot: Spot | None = None
    same: frozenset[str] = frozenset()
    """Facts under the cursor: shown wherever they are told."""
    current: str = ""
    """The contradiction in hand."""


@dataclass
class ClaimClicked(Message):
    """A click on words of an article."""

    article: str
    offset: int
    chain: int
    """1 for a click, 2 for a double click."""
    button: int


@dataclass
class Scrolled(Message):
    """The lines on screen changed; the ruler wants to know."""


@dataclass
class FirstDrawn(Message):
    """Text was drawn for the first time; what could wait may begin."""


class SheetView(LinesView, can_focus=True):
    """Draws a `Sheet`, keeps its place, and says what is where."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet: Sheet | None = None
        self.emphasis = Emphasis()
        self.top: Top = (0, 1)
        self._window: list[tuple[int, int]] | None = None
        self._drawn_as: list[tuple[int, object]] | None = None
        self.was_drawn = False
        """Whether text was ever on screen."""
        self.expected = 1
        """Lines of the widget that its screen expects, until the first layout tells."""
        self._strips: dict[tuple[int, object], tuple[Line, Strip]] = {}

    # -- what to show ----------------------------------------------------------

    def show(self, sheet: Sheet, emphasis: Emphasis, y: int | None = None) -> None:
        """Draw another sheet, the claim under the cursor on body line `y` if given."""
        self.sheet, self.emphasis = sheet, emphasis
        self._strips.clear()
        self._drawn_as = None
        self._window = None
        if emphasis.spot:
            self._hold(emphasis.spot, y)
        self.refresh()

    def light(self, emphasis: Emphasis, jump: bool = False, follow: bool = True) -> None:
        """Move the cursor and the emphasis; the page follows as little as it can.

        Only lines that look different are drawn again. `follow` brings the
        cursor's claim on screen.
        """
        self.emphasis = emphasis
        self._window = None
        if emphasis.spot and follow:
            self.reveal(emphasis.spot, jump)
        now = self._signatures()
        before, self._drawn_as = self._drawn_as, now
        if before is None or len(before) != len(now):
            self.refresh()
        else:
            self.draw_again(y for y, sign in enumerate(now) if before[y] != sign)

    def _signatures(self) -> list[tuple[int, object]]:
        """What each line of the widget shows: the same again looks the same."""
        if self.sheet is None:
            return []
        found = (self._line(y) for y in range(self.size.height))
        return [(id(line), self._lit(line, block)) for line, block in found]

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        self._strips.clear()
        self._window = None
        self._drawn_as = None
        if self.sheet is not None and self.emphasis.spot:
            self.reveal(self.emphasis.spot)
        self.refresh()  # what was painted meanwhile was painted for the old height

    # -- where things are ------------------------------------------------------

    @property
    def _fixed(self) -> int:
        assert self.sheet is not None
        return len(self.sheet.head) + (1 if self.sheet.sticky else 0)

    @property
    def body(self) -> int:
        """Lines for the text itself."""
        height = self.size.height or self.expected
        return max(height - (self._fixed if self.sheet else 0), 1)

    @property
    def _first(self) -> int:
        """The first line of a block that may stand on top."""
        return 1 if self.sheet and self.sheet.sticky else 0

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

    def _forward(self, top: Top) -> Iterator[tuple[int, int]]:
        assert self.sheet is not None
        block, line = top
        while block < len(self.sheet):
            for at in range(line, len(self.sheet.lines(block))):
                yield block, at
            block, line = block + 1, 0

    def _back(self, top: Top, lines: int) -> Top:
        """The place `lines` lines above, as far as there are any."""
        assert self.sheet is not None
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
        assert self.sheet is not None
        block, line = at[0], at[1] - y
        while line < 0 and block > 0:
            block -= 1
            line += len(self.sheet.lines(block))
        return block, max(line, self._first)

    def _clamp(self, top: Top) -> Top:
        """`top` moved up so that no more than the end of the story is below it."""
        assert self.sheet is not None
        count = len(self.sheet)
        if not count:
            return (0, self._first)
        block = min(max(top[0], 0), count - 1)
        line = min(max(top[1], self._first), max(len(self.sheet.lines(block)) - 1, self._first))
        left = len(self.sheet.lines(block)) - line
        following = block + 1
        while left < self.body and following < count:
            left += len(self.sheet.lines(following))
            following += 1
        if left >= self.body:
            return block, line
        return self._back((block, line), self.body - left)

    def lines_of(self, spot: Spot) -> tuple[int, int] | None:
        """First and last line of the block on which the claim stands."""
        if self.sheet is None or spot.block >= len(self.sheet):
            return None
        found = [
            at
            for at, line in enumerate(self.sheet.lines(spot.block))
            if any(_is_in(fragment, spot) for fragment in line)
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

    def _hold(self, spot: Spot, y: int | None) -> None:
        """Place the claim on body line `y`, or reveal it."""
        if y is None:
            self.reveal(spot, jump=True)
            return
        lines = self.lines_of(spot) or (self._first, self._first)
        self.top = self._placed((spot.block, lines[0]), min(y, self.body - 1))
        self._window = None

    # -- moving ----------------------------------------------------------------

    def reveal(self, spot: Spot, jump: bool = False) -> None:
        """Bring the claim on screen; a jump places it in the upper third."""
        if self.sheet is None:
            return
        self._window = None
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
        self._window = None

    def scroll_lines(self, delta: int) -> None:
        """Move the page by lines, the cursor staying where it is."""
        if self.sheet is None:
            return
        if delta < 0:
            self.top = self._back(self.top, -delta)
        else:
            window = self.window
            if delta < len(window):
                block, line = window[delta]
                self.top = (block, max(line, self._first))
            elif window:
                self.top = (window[-1][0], max(window[-1][1], self._first))
        self._window = None
        self._drawn_as = None
        self.refresh()
        self.post_message(Scrolled())

    def nearest(self, spot: Spot) -> Spot:
        """The claim on screen that is closest to `spot`, in its article if that shows."""
        assert self.sheet is not None
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

    # -- drawing ---------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        if self.sheet is None:
            return self.strip(())
        if not self.was_drawn:
            self.was_drawn = True
            self.post_message(FirstDrawn())
        return self._drawn(*self._line(y))

    def _line(self, y: int) -> tuple[Line, int]:
        """What stands at screen line `y`, and its block (-1 for heads and blanks)."""
        assert self.sheet is not None
        heads = len(self.sheet.head)
        if y < heads:
            return self.sheet.head[y], -1
        y -= heads
        if self.sheet.sticky:
            if y == 0:
                block = self.window[0][0] if self.window else 0
                return (self.sheet.lines(block)[0], block) if len(self.sheet) else ((), -1)
            y -= 1
        if y < len(self.window):
            block, line = self.window[y]
            return self.sheet.lines(block)[line], block
        return (), -1

    def _drawn(self, line: Line, block: int) -> Strip:
        lit = self._lit(line, block)
        key = (id(line), lit)
        known = self._strips.get(key)
        # The line itself is kept beside its strip, so its id cannot be another's.
        if known is not None and known[0] is line:
            return known[1]
        if len(self._strips) > MAX_STRIPS:
            self._strips.clear()
        strip = strip_of(
            list(self._styled(line, block)), self.size.width, self.book.style(self.ground)
        )
        self._strips[key] = (line, strip)
        return strip

    def _lit(self, line: Line, block: int) -> object:
        """The part of the emphasis that touches this line; None for most lines."""
        spot, same, current = self.emphasis.spot, self.emphasis.same, self.emphasis.current
        letter = spot.article if spot and block == -1 else ""
        here = spot.claim if spot and any(_is_in(f, spot) for f in line) else None
        ids = {i for f in line for i in f.ids if i == current or i in same}
        return (letter, here, frozenset(ids)) if letter or here or ids else None

    def _styled(self, line: Line, block: int) -> Iterator[tuple[str, Style]]:
        spot, style = self.emphasis.spot, self.book.style
        here = spot is not None and any(_is_in(f, spot) for f in line)
        bar = self._bar
        for fragment in line:
            if fragment.look == "bar":
                mine = here and spot is not None and fragment.article == spot.article
                yield (bar if mine else " "), style("bar")
                continue
            look = self._look(fragment)
            under = here and spot is not None and _is_in(fragment, spot)
            yield fragment.text, style(look, under)

    def _look(self, fragment: Fragment) -> str:
        look, ids = fragment.look, fragment.ids
        if look == "letter" and self.emphasis.spot:
            return "letter-here" if fragment.article == self.emphasis.spot.article else look
        if not ids:
            return look
        name, plus, more = look.partition("+")
        if self.emphasis.current in ids and name in ("conflict", "differs"):
            return "current" + plus + more
        if name in ("chip-conflict", "chip-differs") and self.emphasis.current in ids:
            return "chip-current"
        if name == "shared" and self.emphasis.same.intersection(ids):
            return "same" + plus + more
        return look

    @property
    def _bar(self) -> str:
        return "▌"

    # -- the mouse -------------------------------------------------------------

    def fragment_at(self, x: int, y: int) -> Fragment | None:
        if self.sheet is None or not 0 <= y < self.size.height:
            return None
        return fragment_in(self._line(y)[0], x)

    def on_click(self, event: events.Click) -> None:
        found = self.fragment_at(event.x, event.y)
        if found is None:
            return
        event.stop()
        if found.target:
            self.post_message(TargetRequested(found.target))
        elif found.span is not None:
            offset = found.span.start
            self.post_message(ClaimClicked(found.article, offset, event.chain, event.button))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width


def _is_in(fragment: Fragment, spot: Spot) -> bool:
    span = fragment.span
    return (
        span is not None
        and fragment.article == spot.article
        and spot.claim.start <= span.start
        and span.end <= spot.claim.end
        and (span.start < spot.claim.end)
    )
