"""What the program says in passing: the newest only, and never over the words it is about."""

from __future__ import annotations

from typing import Any

from textual.app import App

from tui.model.clean import visible
from tui.page.wrap import width_of

_BESIDE = 3
"""Cells of a message's line that are no words."""
_ROOMY = 16
"""Lines of a screen on which a long message stands above the labels and keys."""


class Telling:
    """Shows a message, and takes it away when it is of no use any more."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self.inputs = 0
        """Keys and movements of the mouse so far."""
        self._passing: int | None = None
        """At which of them something was told that is of no use on another screen."""
        self._tall = False
        """Whether what was told last takes more than the line of keys."""

    def tell(self, words: str, kind: str) -> None:
        """Markup and controls in it are inert."""
        self.hush()  # the newest only: a pile of them would cover the text
        severity = kind if kind in ("warning", "error") else "information"
        passing = severity == "information"
        self._passing = self.inputs if passing else None
        shown = visible(words)
        width, height = self._app.size
        self._tall = width_of(shown) + _BESIDE > width and height >= _ROOMY
        self._place()
        timeout = max(2, len(words) / 18) if passing else max(8, len(words) / 12)
        self._app.notify(shown, severity=severity, timeout=timeout, markup=False)  # type: ignore[arg-type]

    def hush(self) -> None:
        """Take away what was told."""
        self._app.clear_notifications()
        for screen in self._app.screen_stack:  # the page shows through beside a window
            for holder in screen.query("ToastHolder"):
                holder.remove()  # Textual leaves it, and a line of the text stays covered

    def put_away(self) -> bool:
        """Take away a trouble that was told and still stands; whether there was one."""
        standing = self.trouble_stands
        if standing:
            self.hush()
        return standing

    @property
    def trouble_stands(self) -> bool:
        """Whether a warning or an error is on the screen."""
        return any(told.severity != "information" for told in self._app._notifications)

    # -- what happens meanwhile ------------------------------------------------

    def pressed(self) -> None:
        """Something was pressed or moved."""
        self.inputs += 1

    def screen_left(self) -> None:
        """Leave behind what was told of the screen that is left, unless by the same key."""
        if self._passing is not None and self._passing != self.inputs:
            self._passing = None
            self.hush()

    def screen_came(self) -> None:
        """Another screen came on top, and shows what was told before as well."""
        if self._app._notifications:
            self._app.call_after_refresh(self._place)

    def _place(self) -> None:
        """Stand a long message above the labels and keys; in a window where the page has it."""
        screens = self._app.screen_stack
        page = next((s for s in reversed(screens) if not s.is_modal), self._app.screen)
        foot = sum(foot.size.height for foot in page.query("#foot")) if self._tall else 0
        for rack in self._app.screen.query("ToastRack"):
            rack.styles.margin = (0, 0, foot, 0)
