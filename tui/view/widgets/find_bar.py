"""The line in which a search is typed, with what was found beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, Label

from tui.page.wrap import width_of
from tui.view.widgets.fields import Line
from tui.view.widgets.lines_view import Columns

LONGEST = 1_000
"""Characters in a line to type in: each key makes the field measure all of them."""
LONG = 0.05
"""Seconds after which a search is behind the letters of somebody who types fast."""
HINT = 'words · "a phrase" · /regular expression/'


STEP = 12
"""Cells by which the room for what was found grows: a letter more seldom moves anything."""
SPARE = 2 * STEP
"""Cells of it that may stay free before they are given back."""


class Field(Line):
    """A line to type in that keeps its size whatever is typed: no letter lays the screen out.

    `typed` is called with every new text, in place of a message: that would
    come after the letter is painted, and its hits a frame later. Where that takes
    long, as in a long story, letters that came meanwhile are told together.
    """

    virtual_size = Reactive(Size(0, 0))

    def __init__(
        self, words: str, hint: str, typed: Callable[[str], None], begun: bool, max_length: int
    ) -> None:
        self._typed = typed
        self._told: str | None = None
        """The text of which `typed` heard last."""
        self._takes = 0.0
        """Seconds that it took when it heard of one last."""
        self._late = False
        """Whether it will hear of a text that came with others."""
        super().__init__(
            words, placeholder=hint, id="query", max_length=max_length, select_on_focus=not begun
        )

    def watch_value(self, words: str) -> None:
        self.call_next(self._tell_last)  # once the cursor stands behind the letter

    def _tell_last(self) -> None:
        """Tell the text, if that takes long only when no further letter waits."""
        if self._takes < LONG or not self.message_queue_size:
            self.tell()
        elif not self._late:
            self._late = True
            self.call_later(self._tell_late)

    def _tell_late(self) -> None:
        self._late = False
        self._tell_last()

    def tell(self) -> None:
        """Make sure that `typed` has heard of the text as it is."""
        if self.value != self._told:
            self._told, begun = self.value, time.monotonic()
            self._typed(self.value)
            self._takes = time.monotonic() - begun

    async def action_submit(self) -> None:
        self.tell()
        await super().action_submit()


class Count(Label):
    """What was found, at the right of its room."""

    virtual_size = Reactive(Size(0, 0), repaint=False)

    def tell(self, words: str) -> None:
        """Show `words`; the line is laid out anew only if they need another room."""
        width, before = width_of(words), self._room
        if not before - SPARE <= width <= before:
            self._room = -(-width // STEP) * STEP
        self.update(" " * (self._room - width) + words, layout=self._room != before)

    _room = 0


class FindBar(Columns):
    """Mounted when a search begins, gone when it ends."""

    def __init__(
        self,
        words: str,
        typed: Callable[[str], None],
        hint: str = HINT,
        earlier: Sequence[str] = (),
        begun: bool = False,
    ) -> None:
        """`begun` says that `words` are being typed: the next letter does not replace them."""
        super().__init__(id="find")
        self.words, self.hint, self._begun = words, hint, begun
        self._typed = typed
        """Hears of every new text."""
        self._earlier = [*earlier, words]
        """Searches to go back to with the up arrow, the oldest first, this one last."""
        self._at = len(earlier)
        self.count = Count("", id="count", markup=False)

    def compose(self) -> ComposeResult:
        yield Label(" / ")
        yield Field(self.words, self.hint, self._typed, self._begun, max_length=LONGEST)
        yield self.count

    def tell(self) -> None:
        """Make sure that the last letter was heard of."""
        self.query_one("#query", Field).tell()

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        if step is None:
            return
        event.stop()
        event.prevent_default()
        field = self.query_one("#query", Input)
        if self._at == len(self._earlier) - 1:
            self._earlier[-1] = field.value
        if 0 <= self._at + step < len(self._earlier):
            self._at += step
            field.value = self._earlier[self._at]
            field.cursor_position = len(field.value)
