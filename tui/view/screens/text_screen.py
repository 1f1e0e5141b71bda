"""What the screens of one story share: the story, parts, the footer of labels, sizes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from tui import keys
from tui.config import Config
from tui.model.finding import Contradiction, Fact, Mention, Only
from tui.page.footer import footer_lines, footer_rows
from tui.view.parts.copies import Copies
from tui.view.parts.doors import Doors
from tui.view.parts.edits import Edits
from tui.view.parts.filters import Filters
from tui.view.parts.hand import Hand
from tui.view.parts.links import Links
from tui.view.parts.notice import Notice
from tui.view.parts.tagging import Tagging
from tui.view.parts.verdicts import Verdicts
from tui.view.screens.place_screen import PlaceScreen
from tui.view.story.open_story import Cursor, OpenStory
from tui.view.widgets.lines_view import LinesView, paint_at_once

LEAST_WIDTH, LEAST_HEIGHT = 40, 10


class TextScreen(PlaceScreen):
    """Shows the text of a story, or what was found in it, above labels and keys."""

    BLANK = True
    """Widgets cover it; without this Textual draws every line of what is below them."""
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, reading: OpenStory, config: Config) -> None:
        super().__init__(config)
        self.reading, self.signs = reading, reading.signs
        self.hand = Hand(self)
        self.notice = Notice(self)
        self.edits = self.add_part(Edits(self))
        self.filters = self.add_part(Filters(self))
        self.copies = self.add_part(Copies(self, self.hand))
        self.links = self.add_part(Links(self, self.hand, self.edits))
        self.verdicts = self.add_part(Verdicts(self, self.hand, self.edits, self.filters))
        self.doors = self.add_part(Doors(self, self.hand))
        self.add_part(Tagging(self, self.hand, self.edits))
        self.add_commands({"cancel": self.cancel})
        self._waiting = False
        self._built: Size | None = None
        """The size for which the screen was drawn last."""
        self._noticed: LinesView | None = None
        """The line above the footer, while it shows."""
        self._foot: tuple[object, ...] = ()
        """What the footer was drawn from."""

    def small(self) -> Static:
        words = (
            f"rashomon needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines; make the window larger"
        )
        return Static(words, id="small", markup=False)

    @property
    def area(self) -> Size:
        """Cells of the screen; the terminal's are known before the first layout."""
        return self.app.size

    # -- what parts ask for ----------------------------------------------------

    def save(self) -> None:
        """Write what changed, in a thread."""
        self.rashomon.save()

    def clip(self, text: str) -> None:
        """Hand text to the terminal's clipboard."""
        self.app.copy_to_clipboard(text)

    def findings(self) -> Sequence[Contradiction | Fact | Only]:
        """The findings that a command is about, the first one first."""
        return self.reading.findings()

    def no_claim(self) -> str:
        """Why there is nothing to act on."""
        return "There is no claim here"

    def came_back(self) -> None:
        """Undo moved the cursor; make sure that its place can be shown."""

    def visit(self, there: Mention) -> None:
        """Put the cursor on words of any article, on the reading screen; `back` returns."""
        self._point_at(there)
        self.app.pop_screen()

    def _point_at(self, there: Mention) -> None:
        reading = self.reading
        if reading.cursor:
            reading.trail.append(reading.cursor)
        reading.chosen.unhide(there.article)
        reading.cursor = Cursor(there.article, there.span.start)

    @property
    def keys_wait(self) -> bool:
        """Whether keys were pressed that are not handled yet."""
        return bool(self.app.message_queue_size)

    # -- to be said by each screen ---------------------------------------------

    def rebuild(self) -> None:
        """Draw everything anew for the present size and state."""
        raise NotImplementedError

    def draw_around(self) -> None:
        """Draw what stands around the text."""

    @property
    def was_drawn(self) -> bool:
        """Whether anything was on screen before."""
        return self._built is not None

    # -- drawing ---------------------------------------------------------------

    def fits(self) -> bool:
        """Whether the screen is large enough; if not, it shows only that."""
        small = self.area.width < LEAST_WIDTH or self.area.height < LEAST_HEIGHT
        self.set_class(small, "-small")
        return not small

    @property
    def foot_rows(self) -> int:
        """Lines of the footer: the tagset, and the keys where there is room."""
        return footer_rows(self.reading.session.tagset, self.area.width, self.area.height)

    @cached_property
    def _composed(self) -> tuple[LinesView, ...]:
        """The widgets of lines with which the screen began."""
        return tuple(self.query(LinesView))

    @property
    def painted(self) -> Sequence[Widget]:
        """What keys draw again, as a rule."""
        return self._composed

    def paint_at_once(self) -> None:
        """Paint what was drawn again."""
        paint_at_once(self, self.painted)

    def draw_footer(self) -> None:
        tag = self.reading.tag
        labels = frozenset(tag.labels) if tag else frozenset()
        enter = self.short(keys.BY_ID["open"])
        key = (self.reading.session.tagset, labels, self.area.width, self.foot_rows, enter)
        if key != self._foot:
            self._foot = key
            self._draw_keys(labels)
        self._draw_notice()

    def _draw_keys(self, labels: frozenset[str]) -> None:
        """The tagset, those of `labels` lit, and the keys."""
        foot = self.query_one("#foot", LinesView)
        commands = [(self.shown_key(c.id), self.short(c), c.id) for c in keys.footer(self.PLACE)]
        rows = self.foot_rows
        foot.styles.height = rows
        foot.lines = footer_lines(
            self.reading.session.tagset,
            commands,
            self.area.width,
            rows,
            labels,
            {d: self.shown_key(f"label-{d}") for d in "1234567890"},
            self.signs,
        )

    def _draw_notice(self) -> None:
        """The line above the footer, where something waits for the reader."""
        line, shown = self.notice.line(), self._noticed
        if line and shown:
            shown.lines = (line,)
        elif line:
            self._noticed = view = LinesView("foot", id="notice")
            view.lines = (line,)
            self.mount(view, before="#bar" if self.query("#bar") else "#foot")
        elif shown:
            shown.remove()
            self._noticed = None

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

    def _rebuild_soon(self) -> None:
        """Rebuild after the screen knows its size, once for any number of calls."""
        if not self._waiting:
            self._waiting = True
            self.call_after_refresh(self._rebuild_now)

    def _rebuild_now(self) -> None:
        self._waiting = False
        if self.is_current:  # else it was left meanwhile, and must not move the cursor
            self.rebuild()

    def session_saved(self) -> None:
        """A save has ended, well or not; draw what changed by it."""
        self.draw_around()

    def contradiction(self) -> Contradiction | None:
        """The contradiction in hand."""
        return self.reading.contradiction(self.reading.current)

    def cancel(self) -> None:
        """Put down what is in hand, else leave."""
        if not self.links.put_down():
            self.leave()
