"""What windows share that are places of the table: commands, edits, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.screen import ModalScreen
from textual.widgets import OptionList

from tui import keys
from tui.config import Config
from tui.model.tag import Session
from tui.view.bindings import Place
from tui.view.parts.edits import apply_edit, turns
from tui.view.story.open_story import OpenStory

if TYPE_CHECKING:
    from tui.session.edits import Edit
    from tui.view.app import RashomonApp

T = TypeVar("T")


class PlaceWindow(Place, ModalScreen[T], Generic[T]):
    """A window that is a place of the table; its keys can be changed like all others."""

    def __init__(self, reading: OpenStory, config: Config) -> None:
        super().__init__()
        self.reading, self.config, self.signs = reading, config, reading.signs
        self.keymap = keys.keymap(config.keymap)
        self.add_commands(
            {
                **turns(self),
                "next-claim": lambda: self._to_line(1),
                "previous-claim": lambda: self._to_line(-1),
                "cancel": self.cancel,
                "quit": self.cancel,
                "palette": self._palette,
            }
        )

    @property
    def rashomon(self) -> RashomonApp:
        return cast("RashomonApp", self.app)

    def fill(self) -> None:
        """Draw what the window shows again."""

    def _palette(self) -> None:
        self.rashomon.show_palette()

    # -- changes ---------------------------------------------------------------

    def change(self, make: Callable[[Session], Edit]) -> bool:
        """Apply an edit, save it and say what it did, or why it cannot be done."""
        done = apply_edit(self.rashomon, self.reading, make, tell=True)
        if done:
            self.fill()
        return done

    def session_saved(self) -> None:
        """Called on every screen after a save; a window has nothing to update."""

    # -- a list in the window --------------------------------------------------

    @property
    def options(self) -> OptionList:
        return self.query_one(OptionList)

    def _to_line(self, step: int) -> None:
        if step > 0:
            self.options.action_cursor_down()
        else:
            self.options.action_cursor_up()

    # -- leaving ---------------------------------------------------------------

    def cancel(self) -> None:
        self.dismiss(None)
