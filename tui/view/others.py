"""What another window or person saves in the same session, shown here while nobody types."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.view.type_ahead import takes_letters

if TYPE_CHECKING:
    from tui.view.app import RashomonApp

EVERY = 1.5
"""Seconds between two looks at the time of change of the session file."""


class Others:
    """Looks now and then whether somebody else wrote the session, and takes it up.

    Never while a window or a field is open or a warning stands, nor until nothing was pressed
    from one look to the next: what is under the eyes of somebody at work does not move.
    """

    def __init__(self, app: RashomonApp) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._inputs = -1
        """Keys and movements of the mouse when it was last looked."""
        self._looking = False

    def begin(self) -> None:
        """The session is open; look from now on."""
        if self._timer is None:
            self._timer = self._app.set_interval(EVERY, self._tick)

    def _tick(self) -> None:
        inputs, self._inputs = self._inputs, self._app.telling.inputs
        if inputs == self._inputs:
            self.look_soon()

    def look_soon(self) -> None:
        """Look now, unless somebody is in the middle of something."""
        if self._rests and not self._looking:
            self._looking = True
            self._app.run_worker(self._look(), group="others", exit_on_error=False)

    @property
    def _rests(self) -> bool:
        """Whether nobody is in the middle of anything."""
        app = self._app
        busy = app.screen.is_modal or takes_letters(app.focused) or app.mouse_captured
        waits = app.saving or not app.reading.begun
        return not (busy or waits or app.telling.trouble_stands)

    async def _look(self) -> None:
        """Look at the file in a thread, and take up what is new unless work began meanwhile."""
        app, inputs = self._app, self._app.telling.inputs
        try:
            desk = app.reading.desk
            look = await asyncio.to_thread(desk.look)
            same = inputs == app.telling.inputs and desk is app.reading.desk
            if look is None or not (same and self._rests):
                return
            if words := desk.take_up(look):
                app.keeper.tell_merged(f"Another window or person {words}")
                app.keeper.show(merged=True)
        finally:
            self._looking = False
