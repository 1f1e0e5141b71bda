"""What all full screens share: the keys, the footer, help, palette, themes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on
from textual.geometry import Size
from textual.screen import Screen

from tui import keys
from tui.config import Config
from tui.page.footer import footer_lines
from tui.view.bindings import Place
from tui.view.widgets.lines_view import LinesView, TargetRequested

if TYPE_CHECKING:
    from tui.view.app import RashomonApp

T = TypeVar("T")


class PlaceScreen(Place, Screen[None]):
    """One place of the table of commands, with a footer of its keys."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.keymap = keys.keymap(config.keymap)
        self.add_commands(
            {
                "help": self.show_help,
                "palette": self.show_palette,
                "cycle-theme": self.next_theme,
                "quit": self.leave,
            }
        )

    @property
    def rashomon(self) -> RashomonApp:
        return cast("RashomonApp", self.app)

    @property
    def area(self) -> Size:
        """Cells of the screen; before the first layout, those of the terminal."""
        return self.size if self.size.width else self.app.size

    # -- what parts ask for ----------------------------------------------------

    def tell(self, words: str, kind: str = "information") -> None:
        """Say something in passing; `kind` may be `warning` or `error`."""
        self.rashomon.tell(words, kind)

    @property
    def shown_keys(self) -> Mapping[str, str]:
        """The key that is shown for each command, by its id."""
        return {id: self.shown_key(id) for id in self.keymap}

    def show_window(
        self, window: Screen[T], then: Callable[[T | None], None] | None = None
    ) -> object:
        """Put a screen or window on top; `then` gets what it was closed with."""
        return self.app.push_screen(window, then)

    # -- the footer, clicks ----------------------------------------------------

    def draw_footer(self) -> None:
        commands = [(self.shown_key(c.id), self.short(c), c.id) for c in keys.footer(self.PLACE)]
        foot = self.query_one("#foot", LinesView)
        foot.styles.height = 1
        foot.lines = footer_lines((), commands, self.area.width, 2, frozenset(), {}, self.signs)[1:]

    @on(TargetRequested)
    async def _target(self, message: TargetRequested) -> None:
        """A click on a key runs its command; anything else is the screen's own."""
        message.stop()
        kind, _, name = message.target.partition(":")
        if kind == "command":
            await self.run_action(f"command('{name}')")
        else:
            self.clicked(kind, name)

    def clicked(self, kind: str, name: str) -> None:
        """A click on something that is no command: `label:fact`, `story:3`."""

    # -- commands of every place -----------------------------------------------

    def show_help(self) -> None:
        from tui.view.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.PLACE, self.keymap, self.signs))

    def show_palette(self) -> None:
        self.rashomon.show_palette()

    def next_theme(self) -> None:
        self.rashomon.next_theme()

    def leave(self) -> Awaitable[None] | None:
        """Back to the screen below."""
        self.app.pop_screen()
        return None
