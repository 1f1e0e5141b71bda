"""The keys while words are chosen, laid over the footer of the page they stand on."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui import keys
from tui.page.footer import footer_lines
from tui.page.lines import Fragment, Line, cut
from tui.page.words import Stretch
from tui.page.wrap import quoted
from tui.view.bindings import Place, bindings
from tui.view.screens.tagging import TaggingScreen
from tui.view.state import Cursor
from tui.view.widgets.lines_view import LinesView, TargetRequested

SHOWN = (
    "word-back", "word-on", "sentence-back", "sentence-on", "other-end", "select",
    "label-menu", "cancel", "edit-note", "copy-claim", "link-same", "link-contradicts",
)  # fmt: skip
"""The commands of the footer, what is needed most first."""


class SelectMode(Place, ModalScreen[None]):
    """Moves the ends of a stretch of words; a command acts on it and ends the choosing."""

    PLACE = keys.SELECT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(keys.SELECT)]

    def __init__(self, host: TaggingScreen, stretch: Stretch) -> None:
        super().__init__()
        self.host, self.stretch = host, stretch
        self.keymap = host.keymap
        self._came_from = host.reading.cursor

    def compose(self) -> ComposeResult:
        yield LinesView("foot", id="choosing")

    def on_mount(self) -> None:
        self._make_room()
        self._show(self.stretch)

    def on_unmount(self) -> None:
        self.host.query("#room").remove()

    def _make_room(self) -> None:
        """A line of the page is kept free below this one, which is higher than its footer."""
        if self.host.foot_rows > 1 and not self.host.query("#room"):
            self.host.mount(LinesView("foot", id="room"), before="#foot")

    def on_resize(self) -> None:
        self._draw()

    def _show(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.host.show_stretch(stretch)
        self._draw()

    # -- drawing ---------------------------------------------------------------

    def _draw(self) -> None:
        width, reading = self.app.size.width, self.host.reading
        commands = [
            (keys.shown(self.keymap[id][0]), keys.short_at(keys.SELECT, keys.BY_ID[id]), id)
            for id in SHOWN
        ]
        span = self.stretch.span
        on = next((t.labels for s, t in reading.tags_here if s == span), ())
        digits = {d: keys.shown(self.keymap[f"label-{d}"][0]) for d in "1234567890"}
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

    # -- the ends --------------------------------------------------------------

    def action_word_on(self) -> None:
        self._show(self.stretch.step(1))

    def action_word_back(self) -> None:
        self._show(self.stretch.step(-1))

    def action_sentence_on(self) -> None:
        self._show(self.stretch.sentence(1))

    def action_sentence_back(self) -> None:
        self._show(self.stretch.sentence(-1))

    def action_other_end(self) -> None:
        self._show(self.stretch.other_end())

    def action_select(self) -> None:
        self._show(self.stretch.wider())

    # -- what is done with it --------------------------------------------------

    def _do(self, action: Callable[[], None]) -> None:
        """End the choosing and let the page act on the chosen words."""
        self.app.pop_screen()
        self.host.reading.cursor = Cursor(self.stretch.article.id, self.stretch.span.start)
        action()
        self.host.show_stretch(None)
        self.host.rebuild()

    def action_label(self, digit: str) -> None:
        self._do(lambda: self.host.action_label(digit))

    def action_label_menu(self) -> None:
        self._do(self.host.action_label_menu)

    def action_repeat_label(self) -> None:
        self._do(self.host.action_repeat_label)

    def action_edit_note(self) -> None:
        self._do(self.host.action_edit_note)

    def action_copy_claim(self) -> None:
        self._do(self.host.action_copy_claim)

    def action_link_same(self) -> None:
        self._do(self.host.action_link_same)

    def action_link_contradicts(self) -> None:
        self._do(self.host.action_link_contradicts)

    def action_cancel(self) -> None:
        self.app.pop_screen()
        self.host.reading.cursor = self._came_from
        self.host.show_stretch(None)
        self.host.rebuild()

    async def action_quit(self) -> None:
        self.action_cancel()

    def action_help(self) -> None:
        from tui.view.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.PLACE, self.keymap, self.host.reading.signs))

    def action_palette(self) -> None:
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
            self.action_cancel()
