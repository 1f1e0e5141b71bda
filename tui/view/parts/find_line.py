"""The line above the footer in which a search is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.await_remove import AwaitRemove
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

if TYPE_CHECKING:
    from tui.view.widgets.find_bar import FindBar


class FindLine:
    """Opens and closes it on a screen that has a footer."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._bar: FindBar | None = None
        """The one that was opened last."""

    @property
    def widgets(self) -> Sequence[Widget]:
        """What it is made of; nothing while it is closed."""
        return self._bar.children if self._bar and self.is_open else ()

    @property
    def is_open(self) -> bool:
        return self._bar is not None and self._bar.is_attached

    async def open(
        self,
        words: str,
        typed: Callable[[str], None],
        hint: str = "",
        earlier: Sequence[str] = (),
        begun: bool = False,
    ) -> Input:
        """With `words` in it, which are being typed if it is `begun`; the focus goes there.

        `typed` hears of every new text, also of the last one before it closes.
        """
        if not self.is_open:
            from tui.view.widgets.find_bar import HINT, FindBar

            self._bar = FindBar(words, typed, hint or HINT, earlier, begun)
            await self._screen.mount(self._bar, before="#foot")
        field = self._screen.query_one("#query", Input)
        field.focus()
        return field

    def tell(self, words: str) -> None:
        """Say beside it what was found; while it is closed, say nothing."""
        if self._bar and self.is_open:
            self._bar.count.tell(words)

    def close(self) -> AwaitRemove:
        if self._bar and self.is_open:
            self._bar.tell()
        return self._screen.query("#find").remove()
