"""The line above the footer in which a search is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.await_remove import AwaitRemove
from textual.screen import Screen
from textual.widgets import Input

if TYPE_CHECKING:
    from tui.view.widgets.find_bar import Count


class FindLine:
    """Opens and closes it on a screen that has a footer."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen

    @property
    def is_open(self) -> bool:
        return bool(self._screen.query("#find"))

    async def open(
        self,
        words: str,
        typed: Callable[[str], None],
        hint: str = "",
        earlier: Sequence[str] = (),
        begun: bool = False,
    ) -> Input:
        """With `words` in it, which are being typed if it is `begun`; the focus goes there.

        `typed` hears of every new text.
        """
        if not self.is_open:
            from tui.view.widgets.find_bar import HINT, FindBar

            bar = FindBar(words, typed, hint or HINT, earlier, begun)
            await self._screen.mount(bar, before="#foot")
        field = self._screen.query_one("#query", Input)
        field.focus()
        return field

    def tell(self, words: str) -> None:
        """Say beside it what was found; while it is closed, say nothing."""
        for count in self._screen.query("#count"):
            cast("Count", count).tell(words)

    def close(self) -> AwaitRemove:
        return self._screen.query("#find").remove()
