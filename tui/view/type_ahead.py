"""Keys that come while another key opens a field or a window: they wait until it is open.

Textual hands every key to what has the focus when it comes. Where several come
at once, as over a slow line, what was meant for a field would run commands of
the page behind it, and tag.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

OPENS = (
    "search select why label-menu edit-note card tagset kinds help palette export open compare "
    "source matrix stories tags decide give-reason add-label rename-label merge-label "
    "define-label colour-label sign-label delete-label cancel quit"
).split()
"""Commands that open or close something that takes keys of its own."""
PATIENCE = 0.5
"""Seconds after which no key waits any more, whatever became of the one before it."""
TICKS = 5
"""Parts of that time, counted one by one: while the program is at work, as on a search
through a book, they do not go by."""


@runtime_checkable
class BeginsField(Protocol):
    """A screen on which a letter that is no command opens a field and is its first."""

    def begins_field(self, key: events.Key) -> bool:
        """Whether this key does, no field having the focus."""


class WorkedOff(Message, bubble=True):
    """Goes the way of a key, behind it: where it arrives, the key was worked off."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class TypeAhead:
    """Lets keys wait for one that opens or closes something."""

    def __init__(
        self,
        app: App[int],
        keymap: Mapping[str, tuple[str, ...]],
        hand_on: Callable[[events.Key], Awaitable[None]],
    ) -> None:
        """`hand_on` gives a key to what has the focus."""
        self._app, self._hand_on = app, hand_on
        self._opening = {key for id in OPENS for key in keymap[id]} | {"enter", "escape"}
        self._waiting: deque[events.Key] = deque()
        self._number = 0
        """Of the last key that others wait for."""
        self._busy = False
        self._screen: Screen[object] | None = None
        """What was on top when that key came."""
        self._letters = False
        """Whether a field may not have worked off its letters."""
        self._field: Widget | None = None
        """What had the focus when that key came, if it is a field."""

    @property
    def waits(self) -> bool:
        """Whether a key is not worked off yet."""
        return self._busy or bool(self._waiting)

    async def take(self, key: events.Key) -> None:
        """Hand a key on, or keep it until it is its turn."""
        if self._busy:
            self._waiting.append(key)
        else:
            await self._hand(key)

    async def _hand(self, key: events.Key) -> None:
        app = self._app
        target, screen = app.focused or app.screen, app.screen
        field = target if takes_letters(target) else None
        typed = field is not None and key.is_printable
        begins = isinstance(screen, BeginsField) and screen.begins_field(key)
        if typed or not (begins or key.key in self._opening):
            await self._hand_on(key)
            self._letters = self._letters or typed
            return
        self._busy, self._screen = True, screen
        self._number += 1
        number = self._number
        self._wait(number, TICKS)
        if field is not None and self._letters:
            # Some keys are heeded before the field has its letters: those come first.
            self._letters, self._field = False, None
            self._waiting.appendleft(key)
            field.post_message(WorkedOff(number))
            return
        self._field, self._letters = field, False
        await self._hand_on(key)  # this may open or close a screen already
        (target if app.screen is screen else app.screen).post_message(WorkedOff(number))

    def _wait(self, number: int, ticks: int) -> None:
        if not ticks:
            self._go_on_from(number)
        elif self._busy and number == self._number:
            self._app.set_timer(PATIENCE / TICKS, lambda: self._wait(number, ticks - 1))

    def worked_off(self, number: int) -> None:
        """The key with this number did what it does; what it opened gets the keys that wait."""
        if not self._busy or number != self._number:
            return
        top = self._app.screen
        if top is not self._screen:  # its own messages come first: it opens, and sets the focus
            self._screen = top
            top.post_message(WorkedOff(number))
        elif self._field is not None:  # what it says of the key comes first
            field, self._field = self._field, None
            field.post_message(WorkedOff(number))
        else:
            self._go_on_from(number)

    def left(self) -> None:
        """Something was closed, perhaps with what told that the key was worked off."""
        if self._busy:
            self._field = None
            self._screen = self._app.screen
            self._screen.post_message(WorkedOff(self._number))

    def _go_on_from(self, number: int) -> None:
        # Later: a field that opened asked for the focus in the same way, before.
        if self._busy and number == self._number:
            self._app.call_later(self._go_on, number)

    async def _go_on(self, number: int) -> None:
        if number != self._number:
            return
        self._busy = False
        while self._waiting and not self._busy:
            await self._hand(self._waiting.popleft())


def takes_letters(target: Widget | None) -> bool:
    """Whether it is a field; one of several lines by name: no first text waits for its modules."""
    return isinstance(target, Input) or any(k.__name__ == "TextArea" for k in type(target).__mro__)
