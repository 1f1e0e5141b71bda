"""Work that waits until nothing has asked for it for a moment, as while keys are pressed."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer


class AtRest:
    """Does what was asked for last, some seconds after it was asked for.

    One timer serves many keys: to stop and start one for each is a fiftieth of what a key costs.
    """

    def __init__(self, pump: MessagePump, seconds: float) -> None:
        self._pump, self._seconds = pump, seconds
        self.asked = 0
        """How often it was asked: what goes on for long ends where this has changed."""
        self._when = 0.0
        self._do: Callable[[], None] | None = None
        self._timer: Timer | None = None

    def ask(self, do: Callable[[], None]) -> None:
        """Do this once nothing else was asked for in the meantime."""
        self.asked += 1
        self._when, self._do = monotonic(), do
        if self._timer is None:
            self._timer = self._pump.set_timer(self._seconds, self._ring)

    def _ring(self) -> None:
        """Begin, or wait on where it was asked again."""
        left = self._when + self._seconds - monotonic()
        if left > self._seconds / 10:
            self._timer = self._pump.set_timer(left, self._ring)
            return
        self._timer = None
        do, self._do = self._do, None
        if do:
            do()
