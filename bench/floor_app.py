"""The yardstick for keys: every key repaints the whole screen from lines made beforehand."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

WIDEST, TALLEST = 300, 120


class Painted(Widget, can_focus=True):
    """Two screens of words; each key shows the other."""

    DEFAULT_CSS = "Painted { width: 1fr; height: 1fr; }"
    turn = 0

    def on_mount(self) -> None:
        self.screens = [
            [Strip([Segment(f"READY {word} {y} ".ljust(WIDEST, letter))]) for y in range(TALLEST)]
            for word, letter in (("odd", "o"), ("even", "e"))
        ]
        self.focus()

    def render_line(self, y: int) -> Strip:
        return self.screens[self.turn % 2][y].crop(0, self.size.width)

    def on_key(self, event: events.Key) -> None:
        self.turn += 1
        self.refresh()


class Floor(App[None]):
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False

    def compose(self) -> ComposeResult:
        yield Painted()


if __name__ == "__main__":
    Floor().run()
