"""Collecting garbage by hand, while nobody types.

Collections that come by themselves show as late keys; see also `commands.read`, which
turns them off while everything is being loaded.
"""

from __future__ import annotations

import gc
from typing import Any

from textual.app import App
from textual.timer import Timer

_REST = 1.0
"""Seconds between two looks whether garbage may be collected."""
_LONG_REST = 30
"""Looks without a key in between after which all of it is, not only what is new."""
_MOST_GARBAGE = 300_000
"""New objects after which that is done between two keys: some hundredths of a second."""


class Tidying:
    """Looks now and then whether there is garbage and time to collect it."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._rested = 0
        """Looks since the last key or movement of the mouse."""

    def begin(self) -> None:
        """The text is on the screen: what is loaded by now stays out of collections."""
        gc.disable()
        gc.unfreeze()  # of the story that was open before
        gc.collect()
        gc.freeze()
        if self._timer is None:
            self._timer = self._app.set_interval(_REST, self._look)

    def keep_loaded(self) -> None:
        """Leave what came with the findings out, too, while the story is open."""
        if self._timer is not None:
            gc.freeze()

    def pressed(self) -> None:
        """Something was pressed or moved."""
        self._rested = 0

    def _look(self) -> None:
        """Collect new garbage when nothing was typed for a moment, all of it after a while."""
        self._rested += 1
        if self._rested == _LONG_REST:
            gc.collect()
        elif self._rested == 2 or gc.get_count()[0] > _MOST_GARBAGE:
            gc.collect(1)
