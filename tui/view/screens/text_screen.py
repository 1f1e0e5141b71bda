"""What the screens with article text share: the cursor, the page, the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widgets import Static

from tui import keys
from tui.config import Config
from tui.model.finding import Contradiction, Fact
from tui.page.footer import footer_lines, footer_rows
from tui.page.sheet import Sheet, Spot, first_spot, last_spot, next_block, next_claim, spot_at
from tui.view.bindings import Place
from tui.view.state import Cursor, Reading
from tui.view.widgets.emphasis import Emphasis
from tui.view.widgets.lines_view import Columns, LinesView
from tui.view.widgets.sheet_view import ClaimClicked, SheetView

if TYPE_CHECKING:
    from tui.view.app import RashomonApp

LEAST_WIDTH, LEAST_HEIGHT = 40, 10


class TextScreen(Place, Screen[None]):
    """A page of text with a cursor that sits on a claim."""

    AUTO_FOCUS = "#sheet"
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init_subclass__(cls, part: bool = False, **how: bool) -> None:
        """`part` marks a class that only adds to the screens made of it and is never shown.

        Of any other Textual goes through the whole family: half a millisecond a
        class, and the first text waits for ten of them.
        """
        if not part:
            super().__init_subclass__(**how)

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__()
        self.reading = reading
        self.config = config
        self.keymap = keys.keymap(config.keymap)
        self._waiting = False
        self._due = False
        """Whether the cursor moved and nothing was drawn since."""
        self._built: Size | None = None
        self._view: SheetView | None = None
        self._foot: tuple[object, ...] = ()
        """What the footer was drawn from."""

    @property
    def rashomon(self) -> RashomonApp:
        return cast("RashomonApp", self.app)

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="top")
        with Columns(id="middle"):
            yield SheetView(id="sheet")
        yield LinesView("foot", id="foot")
        yield self.small()

    def small(self) -> Static:
        words = (
            f"rashomon needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines; make the window larger"
        )
        return Static(words, id="small", markup=False)

    @property
    def view(self) -> SheetView:
        if self._view is None:
            self._view = self.query_one("#sheet", SheetView)
        return self._view

    # -- to be said by each screen ---------------------------------------------

    def make_sheet(self) -> Sheet:
        """The page for the present size and state."""
        raise NotImplementedError

    def draw_around(self) -> None:
        """Draw what stands around the page."""

    def articles(self) -> tuple[str, ...]:
        """Articles in the order in which a block is entered."""
        return self.reading.order

    @property
    def lines_around(self) -> int:
        """Lines above and below the sheet."""
        opened = len(self.query("#find")) + len(self.query("#notice"))
        return 1 + opened + self.foot_rows

    @property
    def foot_rows(self) -> int:
        """Lines of the footer: the tagset, and the keys where there is room."""
        return footer_rows(self.reading.session.tagset, self.area.width, self.area.height)

    # -- drawing ---------------------------------------------------------------

    @property
    def spot(self) -> Spot | None:
        cursor, sheet = self.reading.cursor, self.view.sheet
        if cursor is None or sheet is None:
            return None
        return spot_at(sheet, cursor.article, cursor.offset)

    @property
    def area(self) -> Size:
        """Cells of the screen: the terminal's, which are known before they are laid out."""
        return self.app.size

    def rebuild(self) -> None:
        """Make the page anew; the claim under the cursor stays where it is."""
        if not self.query("#sheet") or not self.area.width:
            return
        if self._built != self.area:
            self._built = self.area
            self.view.expected = self.area.height - self.lines_around
        small = self.area.width < LEAST_WIDTH or self.area.height < LEAST_HEIGHT
        self.set_class(small, "-small")
        if small:
            return
        kept = self.spot
        sheet = self.make_sheet()
        old = self.view.sheet
        y = self.view.line_of(kept) if kept and old else None
        self.view.sheet = sheet
        self.view.signs = self.reading.signs
        self._set(self.spot or first_spot(sheet, self.articles()))
        self.opened()
        self.view.show(sheet, self.emphasis(), y)
        self.draw_around()
        self.draw_footer()

    def emphasis(self) -> Emphasis:
        found = self.reading.findings()
        same = frozenset(f.id for f in found if isinstance(f, Fact))
        return Emphasis(self.spot, same, self.reading.current)

    def draw_footer(self) -> None:
        tag = self.reading.tag
        labels = frozenset(tag.labels) if tag else frozenset()
        key = (self.reading.session.tagset, labels, self.area.width, self.foot_rows)
        if key != self._foot:
            self._foot = key
            self._draw_keys(labels)

    def _draw_keys(self, labels: frozenset[str]) -> None:
        """The tagset, those of `labels` lit, and the keys."""
        foot = self.query_one("#foot", LinesView)
        commands = [
            (keys.shown(self.keymap[c.id][0]), keys.short_at(self.PLACE, c), c.id)
            for c in keys.footer(self.PLACE)
        ]
        rows = self.foot_rows
        foot.styles.height = rows
        foot.lines = footer_lines(
            self.reading.session.tagset,
            commands,
            self.area.width,
            rows,
            labels,
            {d: keys.shown(self.keymap[f"label-{d}"][0]) for d in "1234567890"},
            self.reading.signs,
        )

    def _draw_soon(self) -> None:
        """Draw what moved; where more keys wait, once they have moved it, too."""
        if not self.app.message_queue_size:
            self._draw_moved()
        elif not self._due:
            self._due = True
            self.call_later(self._draw_due)

    def _draw_due(self) -> None:
        if self._due:
            self._draw_moved()

    def _draw_moved(self) -> None:
        self._due = False
        self.view.draw_changed()
        self.draw_around()
        self.draw_footer()

    def opened(self) -> None:
        """The cursor came into a block; a page may unfold it."""

    def on_mount(self) -> None:
        # Before the first layout, so that the first thing painted is the text.
        self.rebuild()

    def on_resize(self, event: events.Resize) -> None:
        # Before Textual lays out and paints, so that nothing is painted twice.
        if self.area != self._built:
            self.rebuild()
        elif event.size == self.size == self.rashomon.told_size:
            self.rashomon.told_size = None
            event.prevent_default()  # Textual tells what is on the screen already

    def on_screen_resume(self) -> None:
        if self.was_drawn:  # else it is the beginning, and the page is being made
            self._rebuild_soon()

    @property
    def was_drawn(self) -> bool:
        """Whether the page was on screen before."""
        return self.view.was_drawn

    def _rebuild_soon(self) -> None:
        """Once the sheet knows its own size, and only once."""
        if not self._waiting:
            self._waiting = True
            self.call_after_refresh(self._rebuild_now)

    def _rebuild_now(self) -> None:
        self._waiting = False
        if self.is_current:  # else it was left meanwhile, and must not move the cursor
            self.rebuild()

    def session_saved(self) -> None:
        """The session on disk is what is on screen, or saving failed."""
        self.draw_around()

    # -- moving ----------------------------------------------------------------

    def _set(self, spot: Spot | None) -> None:
        if spot is None:
            return
        if not self._within(spot):
            self.reading.cursor = Cursor(spot.article, spot.claim.start)
        present = {
            m.id
            for m in self.reading.marks.within(spot.article, spot.claim)
            if m.id.startswith("x")
        }
        if self.reading.current not in present:
            ordered = sorted(present, key=lambda i: int(i.lstrip("x") or 0))
            self.reading.current = ordered[0] if ordered else ""

    def _within(self, spot: Spot) -> bool:
        """Whether the cursor is in this passage already, before it is known where claims begin.

        Then it keeps its place, to be on its own claim and not on the first of
        the paragraph once the articles are compared.
        """
        cursor = self.reading.cursor
        if cursor is None or self.reading.analysed or cursor.article != spot.article:
            return False
        return spot.claim.start <= cursor.offset < spot.claim.end

    def go(self, spot: Spot | None, jump: bool = False) -> None:
        """Put the cursor on a claim and bring it on screen."""
        if spot is None:
            return
        self._set(spot)
        self.opened()
        self.view.move(self.emphasis(), jump)
        self._draw_soon()

    def placed(self) -> tuple[Sheet, Spot] | None:
        """The page and the cursor on it; says so where there is no text to be on."""
        sheet, spot = self.view.sheet, self.spot
        if sheet is None or spot is None:
            self.rashomon.tell("There is no text here")
            return None
        return sheet, spot

    def _step(self, found: Spot | None, words: str) -> None:
        if found is None:
            self.rashomon.tell(words)
        else:
            self.go(found)

    def action_next_claim(self) -> None:
        if placed := self.placed():
            self._step(next_claim(*placed, 1), "This is the last claim")

    def action_previous_claim(self) -> None:
        if placed := self.placed():
            self._step(next_claim(*placed, -1), "This is the first claim")

    def action_next_row(self) -> None:
        if placed := self.placed():
            self._step(next_block(*placed, 1, self.articles()), "This is the last row")

    def action_previous_row(self) -> None:
        if placed := self.placed():
            self._step(next_block(*placed, -1, self.articles()), "This is the first row")

    def action_first_row(self) -> None:
        if placed := self.placed():
            self._to_edge(first_spot(placed[0], self.articles()), -1, jump=True)

    def action_last_row(self) -> None:
        if placed := self.placed():
            self._to_edge(last_spot(placed[0], self.articles()), 1, jump=True)

    def _to_edge(self, edge: Spot | None, step: int, jump: bool = False) -> None:
        """To the first (-1) or last (1) claim; a key that leads nowhere says so."""
        top = self.view.top
        stays = edge == self.spot
        self.go(edge, jump)
        if stays and self.view.top == top:
            self.rashomon.tell(f"This is the {'last' if step > 0 else 'first'} claim")

    def _scroll(self, lines: int) -> None:
        if (placed := self.placed()) is None:
            return
        sheet, spot = placed
        before = self.view.top
        self.view.scroll_lines(lines)
        near = self.view.nearest(spot)
        if self.view.top == before:  # at the edge the cursor goes on alone
            edge = last_spot if lines > 0 else first_spot
            self._to_edge(edge(sheet, (spot.article, *self.articles())), lines)
            return
        if not self.view.shows(near):  # only headings are in sight: on to the next claim
            self.go(next_claim(sheet, near, 1 if lines > 0 else -1) or near)
            return
        self._set(near)
        self.view.move(self.emphasis(), follow=False)
        self._draw_soon()

    def action_page_down(self) -> None:
        self._scroll(max(self.view.body - 2, 1))

    def action_page_up(self) -> None:
        self._scroll(-max(self.view.body - 2, 1))

    def action_half_down(self) -> None:
        self._scroll(max(self.view.body // 2, 1))

    def action_half_up(self) -> None:
        self._scroll(-max(self.view.body // 2, 1))

    @on(ClaimClicked)
    def _clicked(self, message: ClaimClicked) -> None:
        message.stop()
        if message.finding:
            self.reading.current = message.finding
        if self.view.sheet:
            self.go(spot_at(self.view.sheet, message.article, message.offset))
        if message.button == 3:
            self.run_worker(self.run_action("command('label-menu')"))
        elif message.chain == 2:
            self.run_worker(self.run_action("command('open')"))

    # -- showing ---------------------------------------------------------------

    def contradiction(self) -> Contradiction | None:
        return self.reading.contradiction(self.reading.current)

    def action_help(self) -> None:
        from tui.view.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.PLACE, self.keymap, self.reading.signs))

    def action_palette(self) -> None:
        self.rashomon.show_palette()

    def action_cycle_theme(self) -> None:
        self.rashomon.next_theme()

    def action_cancel(self) -> None:
        self.action_quit_place()

    def action_quit_place(self) -> None:
        """Back to the screen below."""
        self.app.pop_screen()

    async def action_quit(self) -> None:
        self.action_quit_place()
