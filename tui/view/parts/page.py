"""The page: the sheet on screen, and the cursor on one of its claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tui.model.finding import Fact
from tui.page.sheet import Sheet, Spot, first_spot, last_spot, next_block, next_claim, spot_at
from tui.view.bindings import Commands
from tui.view.parts.host import Host
from tui.view.story.open_story import Cursor, OpenStory
from tui.view.widgets.emphasis import Emphasis
from tui.view.widgets.mouse_view import ClaimClicked
from tui.view.widgets.sheet_view import SheetView


class PageHost(Host, Protocol):
    """A screen with a page."""

    def draw_footer(self) -> None: ...

    def paint_at_once(self) -> None:
        """Paint what was drawn again."""

    @property
    def keys_wait(self) -> bool:
        """Whether keys were pressed that are not handled yet."""


class Shows(Protocol):
    """What a page shows; each screen has its own."""

    def make_sheet(self) -> Sheet:
        """The sheet for the present size and state."""

    def articles(self) -> tuple[str, ...]:
        """Articles in the order in which a block is entered."""

    def opened(self) -> None:
        """The cursor entered a block; the sheet may unfold it."""

    def follow(self, spot: Spot, jump: bool) -> None:
        """The cursor goes to a spot; another sheet may be needed to show it."""

    def scrolled(self) -> None:
        """The page was scrolled, and the cursor with it."""


class Page:
    """Moves the cursor over a sheet, and redraws what that changes."""

    shows: Shows

    def __init__(self, host: PageHost) -> None:
        self._host = host
        self.view = SheetView(id="sheet")
        self.lights: list[Callable[[Emphasis], Emphasis]] = []
        """What is highlighted beside the cursor and its findings: hits, chosen words."""
        self.moved = False
        """Whether the reader has moved; from then on nothing else moves the cursor."""
        self._due = False
        """Whether the cursor has moved since the page was last drawn."""
        self.commands: Commands = {
            "next-claim": lambda: self._to_claim(1, "This is the last claim"),
            "previous-claim": lambda: self._to_claim(-1, "This is the first claim"),
            "next-row": lambda: self._to_block(1, "This is the last row"),
            "previous-row": lambda: self._to_block(-1, "This is the first row"),
            "first-row": lambda: self._to_end(first_spot, -1),
            "last-row": lambda: self._to_end(last_spot, 1),
            "page-down": lambda: self._scroll(max(self.view.body - 2, 1)),
            "page-up": lambda: self._scroll(-max(self.view.body - 2, 1)),
            "half-down": lambda: self._scroll(max(self.view.body // 2, 1)),
            "half-up": lambda: self._scroll(-max(self.view.body // 2, 1)),
        }

    @property
    def reading(self) -> OpenStory:
        """The story, what was found in it and where the reader is."""
        return self._host.reading

    @property
    def sheet(self) -> Sheet | None:
        """What is shown; None before the first one is made."""
        return self.view.sheet

    @property
    def spot(self) -> Spot | None:
        """Where on the sheet the cursor is; None where the sheet does not show its claim."""
        cursor, sheet = self._host.reading.cursor, self.view.sheet
        if cursor is None or sheet is None:
            return None
        return spot_at(sheet, cursor.article, cursor.offset)

    def placed(self) -> tuple[Sheet, Spot] | None:
        """The sheet and the cursor on it; says so where there is no text to be on."""
        sheet, spot = self.view.sheet, self.spot
        if sheet is None or spot is None:
            self._host.tell("There is no text here")
            return None
        return sheet, spot

    # -- drawing ---------------------------------------------------------------

    def make(self) -> None:
        """Make the sheet anew; the claim under the cursor stays where it is."""
        kept = self.spot
        sheet = self.shows.make_sheet()
        y = self.view.line_of(kept) if kept else None
        self.view.sheet = sheet
        self.view.signs = self._host.reading.signs
        self.put_cursor(self.spot or first_spot(sheet, self.shows.articles()))
        self.shows.opened()
        self.view.show(sheet, self.emphasis(), y)

    def emphasis(self) -> Emphasis:
        """What is lit up on the page."""
        reading = self._host.reading
        same = frozenset(f.id for f in reading.findings() if isinstance(f, Fact))
        waits = reading.held or reading.to_pin
        lit = Emphasis(self.spot, same, reading.current, held=waits, hits=reading.hits)
        for light in self.lights:
            lit = light(lit)
        return lit

    def light(self) -> None:
        """Draw what is lit up now; the page stays where it is."""
        self.view.light(self.emphasis(), follow=False)

    def bring(self) -> None:
        """Bring all of the cursor's claim on screen, of which a lower window cut the end."""
        self.view.light(self.emphasis())

    def light_again(self) -> None:
        """Draw what is lit up now and what is said of it; the page stays where it is."""
        if self.view.sheet is not None:
            self.light()
            self._draw_around()

    def draw_soon(self) -> None:
        """Draw the move, or, if more keys are waiting, all their moves together."""
        if not self._host.keys_wait:
            self._draw_moved()
        elif not self._due:
            self._due = True
            self._host.call_later(self._draw_due)

    def _draw_due(self) -> None:
        if self._due:
            self._draw_moved()

    def _draw_moved(self) -> None:
        self._due = False
        self.view.draw_changed()
        self._draw_around()

    def _draw_around(self) -> None:
        self._host.draw_around()
        self._host.draw_footer()
        self._host.paint_at_once()

    # -- the cursor ------------------------------------------------------------

    def put_cursor(self, spot: Spot | None) -> None:
        """Put the cursor on this claim and take up one of its contradictions; draws nothing."""
        if spot is None:
            return
        reading = self._host.reading
        if not self._within(spot):
            reading.cursor = Cursor(spot.article, spot.claim.start)
        present = {
            m.id for m in reading.marks.within(spot.article, spot.claim) if m.id.startswith("x")
        }
        if reading.current not in present:
            ordered = sorted(present, key=lambda i: int(i.lstrip("x") or 0))
            reading.current = ordered[0] if ordered else ""

    def _within(self, spot: Spot) -> bool:
        """Whether the cursor is in this passage already, before it is known where claims begin.

        Then it keeps its place, to be on its own claim and not on the first of
        the paragraph once the articles are compared.
        """
        cursor = self._host.reading.cursor
        if cursor is None or self._host.reading.analysed or cursor.article != spot.article:
            return False
        return spot.claim.start <= cursor.offset < spot.claim.end

    def go(self, spot: Spot | None, jump: bool = False) -> None:
        """Put the cursor on a claim and bring it on screen."""
        if spot is None:
            return
        self.moved = True
        self.put_cursor(spot)
        self.shows.follow(spot, jump)
        self.shows.opened()
        self.view.move(self.emphasis(), jump)
        self.draw_soon()

    def step(self, found: Spot | None, words: str) -> None:
        """Go there, or say `words` where there is nothing to go to."""
        if found is None:
            self._host.tell(words)
        else:
            self.go(found)

    def clicked(self, message: ClaimClicked) -> None:
        """A click puts the cursor on words; on a chip it takes the contradiction in hand."""
        if message.finding:
            self._host.reading.current = message.finding
        if self.view.sheet:
            self.go(spot_at(self.view.sheet, message.article, message.offset))

    # -- what the keys do ------------------------------------------------------

    def _to_claim(self, step: int, edge: str) -> None:
        if placed := self.placed():
            self.step(next_claim(*placed, step), edge)

    def _to_block(self, step: int, edge: str) -> None:
        if placed := self.placed():
            self.step(next_block(*placed, step, self.shows.articles()), edge)

    def _to_end(self, end: Callable[[Sheet, tuple[str, ...]], Spot | None], step: int) -> None:
        if placed := self.placed():
            if self.reading.cursor:
                self.reading.trail.append(self.reading.cursor)
            self._to_edge(end(placed[0], self.shows.articles()), step, jump=True)

    def _to_edge(self, edge: Spot | None, step: int, jump: bool = False) -> None:
        """To the first (-1) or last (1) claim; a key that leads nowhere says so."""
        top = self.view.top
        stays = edge == self.spot
        self.go(edge, jump)
        if stays and self.view.top == top:
            self._host.tell(f"This is the {'last' if step > 0 else 'first'} claim")

    def _scroll(self, lines: int) -> None:
        if placed := self.placed():
            self._scroll_from(*placed, lines)
            self.shows.scrolled()

    def _scroll_from(self, sheet: Sheet, spot: Spot, lines: int) -> None:
        before = self.view.top
        self.view.scroll_lines(lines)
        near = self.view.nearest(spot)
        if self.view.top == before:  # at the edge the cursor goes on alone
            edge = last_spot if lines > 0 else first_spot
            self._to_edge(edge(sheet, (spot.article, *self.shows.articles())), lines)
            return
        if not self.view.shows(near):  # only headings are in sight: on to the next claim
            self.go(next_claim(sheet, near, 1 if lines > 0 else -1) or near)
            return
        self.put_cursor(near)
        self.view.move(self.emphasis(), follow=False)
        self.draw_soon()
