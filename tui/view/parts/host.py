"""What a part may ask of the screen it belongs to, whatever screen that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from textual.geometry import Size
from textual.screen import Screen

from tui.config import Config
from tui.view.story.open_story import OpenStory

T = TypeVar("T")


class Host(Protocol):
    """The screen, as far as all parts know it."""

    @property
    def reading(self) -> OpenStory:
        """The story, what was found in it and where the reader is."""

    @property
    def config(self) -> Config: ...

    @property
    def area(self) -> Size:
        """Cells of the screen."""

    def tell(self, words: str, kind: str = "information") -> None:
        """Say something in passing; `kind` may be `warning` or `error`."""

    def shown_key(self, id: str) -> str:
        """The key of a command, as the footer shows it."""

    def show_window(
        self, window: Screen[T], then: Callable[[T | None], None] | None = None
    ) -> object:
        """Put a screen or window on top; `then` gets what it was closed with."""

    def rebuild(self) -> None:
        """Draw everything anew: what was read, tagged, found or chosen changed."""

    def draw_around(self) -> None:
        """Draw what stands around the page anew."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call once the waiting messages are handled."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call once what changed is on the screen."""
