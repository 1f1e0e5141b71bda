"""A screen on which every key only says that it arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tui import keys
from tui.config import Config
from tui.page.key_check import Key, key_lines
from tui.page.lines import text_line
from tui.view.themed import ThemedApp, signs_for
from tui.view.widgets.lines_view import LinesView

LEAVE = "q"
"""Twice, since once only says that it arrived."""


class KeyCheck(ThemedApp):
    """Ticks each key as the terminal passes it on."""

    CSS = "#keys { height: auto; } #said, #hint { height: 1; }"

    def __init__(self, config: Config) -> None:
        self.signs = signs_for(config.settings.screen.ascii)
        super().__init__(config, self.signs)
        self.does = wanted(keys.keymap(config.keymap))
        self.arrived: set[str] = set()
        self.last = ""
        self.said = "press the keys you want to be sure of"

    def compose(self) -> ComposeResult:
        yield LinesView("top", id="said")
        with VerticalScroll(can_focus=False):
            yield LinesView("top", id="keys")

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == LEAVE == self.last:
            self.exit(0)
        self.last = event.key
        self.arrived.add(event.key)
        self.said = told(event.key, self.does, self.signs.plain)
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        count = sum(key in self.arrived for key in self.does)
        said = f"{count} of {len(self.does)} keys arrived {self.signs.dot} {self.said}"
        said += f" {self.signs.dot} {LEAVE} twice leaves"
        self.query_one("#said", LinesView).lines = (text_line(said, width, "top-title"),)
        view = self.query_one("#keys", LinesView)
        plain = self.signs.plain
        listed = [
            Key(keys.shown(k, plain), words, k in self.arrived) for k, words in self.does.items()
        ]
        view.lines = key_lines(listed, width, self.signs)
        view.styles.height = len(view.lines)
        if self.last in self.does:  # bring it in sight: the list is longer than most windows
            line = list(self.does).index(self.last) % len(view.lines)
            around = self.query_one(VerticalScroll)
            around.scroll_to(y=line - around.size.height // 2, animate=False)


def wanted(keymap: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Key by Textual's name → what it does, in the order of the table, each key once."""
    found: dict[str, str] = {}
    for command in keys.COMMANDS:
        for key in keymap[command.id]:
            found.setdefault(key, command.short)
    return found


def told(key: str, does: Mapping[str, str], plain: bool = False) -> str:
    """What is said of a key that arrived."""
    name = keys.shown(key, plain)
    return f"{name} arrived: {does[key]}" if key in does else f"{name} arrived; no command has it"
