"""The keys while words are chosen, laid over the footer of the page they stand on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui import keys
from tui.page.footer import footer_lines
from tui.page.lines import Fragment, Line, cut
from tui.page.words import Stretch
from tui.page.wrap import quoted
from tui.view.bindings import Place
from tui.view.story.open_story import Cursor
from tui.view.widgets.lines_view import LinesView, TargetRequested

if TYPE_CHECKING:
    from tui.view.screens.page_screen import PageScreen

SHOWN = (
    "word-back", "word-on", "sentence-back", "sentence-on", "other-end", "select",
    "label-menu", "cancel", "edit-note", "copy-claim", "link-same", "link-contradicts",
)  # fmt: skip
"""The commands of the footer, what is needed most first."""
ON_WORDS = (
    *(f"label-{digit}" for digit in "1234567890"),
    "label-menu", "repeat-label", "edit-note", "copy-claim", "link-same", "link-contradicts",
)  # fmt: skip
"""The commands of the page that act on the chosen words, and end the choosing."""


class SelectMode(Place, ModalScreen[None]):
    """Moves the ends of a stretch of words; a command acts on it and ends the choosing."""

    PLACE = keys.SELECT

    def __init__(self, host: PageScreen, stretch: Stretch) -> None:
        super().__init__()
        self.host, self.stretch = host, stretch
        self.keymap = host.keymap
        self._came_from = host.reading.cursor
        self.add_commands(
            {
                "word-on": lambda: self._show(self.stretch.step(1)),
                "word-back": lambda: self._show(self.stretch.step(-1)),
                "sentence-on": lambda: self._show(self.stretch.sentence(1)),
                "sentence-back": lambda: self._show(self.stretch.sentence(-1)),
                "other-end": lambda: self._show(self.stretch.other_end()),
                "select": lambda: self._show(self.stretch.wider()),
                **{id: partial(self._do, id) for id in ON_WORDS},
                "cancel": self.cancel,
                "quit": self.cancel,
                "help": self.show_help,
                "palette": self.show_palette,
            }
        )

    def compose(self) -> ComposeResult:
        yield LinesView("foot", id="choosing")

    def on_mount(self) -> None:
        self._make_room()
        self._show(self.stretch)

    def on_unmount(self) -> None:
        self.host.query("#room").remove()

    def _make_room(self) -> None:
        """Keep one more line of the page free: this footer is higher than the one it covers."""
        if self.host.foot_rows > 1 and not self.host.query("#room"):
            self.host.mount(LinesView("foot", id="room"), before="#foot")

    def on_resize(self) -> None:
        self._draw()

    def _show(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.host.words.show(stretch)
        self._draw()

    # -- drawing ---------------------------------------------------------------

    def _draw(self) -> None:
        width, reading = self.app.size.width, self.host.reading
        commands = [
            (self.host.shown_key(id), keys.short_at(keys.SELECT, keys.BY_ID[id]), id)
            for id in SHOWN
        ]
        span = self.stretch.span
        on = next((t.labels for s, t in reading.tags_here if s == span), ())
        digits = {d: self.host.shown_key(f"label-{d}") for d in "1234567890"}
        foot = footer_lines(
            reading.session.tagset,
            commands,
            width,
            max(self.host.foot_rows, 2),
            frozenset(on),
            digits,
            reading.signs,
        )
        lines = (self._told(width), *foot) if self.host.foot_rows > 1 else foot[-1:]
        bar = self.query_one("#choosing", LinesView)
        bar.styles.height = len(lines)
        bar.lines = lines

    def _told(self, width: int) -> Line:
        article, span = self.stretch.article, self.stretch.span
        count = self.stretch.last - self.stretch.first + 1
        end = "last" if self.stretch.at_end else "first"
        said = f"{count} words, the {end} one moves" if count > 1 else "1 word"
        parts = (
            Fragment(f" {article.id} ", "foot-key"),
            Fragment(f"{said}: ", "foot-dim"),
            Fragment(quoted(span.of(article.text)), "foot"),
        )
        return cut(parts, width, "foot")

    # -- what is done with it --------------------------------------------------

    def _do(self, id: str) -> None:
        """End the choosing and let a command of the page act on the chosen words."""
        self.app.pop_screen()
        self.host.reading.cursor = Cursor(self.stretch.article.id, self.stretch.span.start)
        self.host.commands[id]()
        self.host.words.show(None)
        self.host.rebuild()

    def cancel(self) -> None:
        self.app.pop_screen()
        self.host.reading.cursor = self._came_from
        self.host.words.show(None)
        self.host.rebuild()

    def show_help(self) -> None:
        from tui.view.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.PLACE, self.keymap, self.host.reading.signs))

    def show_palette(self) -> None:
        self.host.rashomon.show_palette()

    # -- the mouse -------------------------------------------------------------

    @on(TargetRequested)
    async def _clicked_key(self, message: TargetRequested) -> None:
        message.stop()
        name = message.target.partition(":")[2]
        await self.run_action(f"command('{name}')")

    def on_click(self, event: events.Click) -> None:
        """A click beside the keys goes back to the page."""
        if not self.query_one("#choosing").region.contains(event.screen_x, event.screen_y):
            self.cancel()
