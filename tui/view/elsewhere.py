"""Why a key does nothing here: it is a command of other places, or none at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from tui import keys
from tui.model.listed import listed


class Elsewhere:
    """What keys mean in places other than the one they were pressed in."""

    def __init__(self, changed: Mapping[str, tuple[str, ...]], plain: bool = False) -> None:
        self._changed, self._plain = changed, plain
        """The keys that the reader gave to commands, by id."""
        self._here: dict[type[Screen[Any]], frozenset[str]] = {}
        """The keys of each place, by its screen."""

    def words(self, screen: Screen[Any], key: str) -> str:
        """`m (matrix) works in reading`, or that a letter means nothing; empty where it works.

        A window that is no place has keys for what is typed and chosen in it,
        and says nothing.
        """
        place = type(screen)
        if not hasattr(place, "PLACE"):
            return ""
        if place not in self._here:
            keymap = keys.keymap(self._changed)
            ids = (b.id for b in place.BINDINGS if isinstance(b, Binding) and b.id)
            self._here[place] = frozenset(key for id in ids for key in keymap[id])
        if key in self._here[place] or key in screen.active_bindings:
            return ""
        keymap = keys.keymap(self._changed)
        named = [c for c in keys.COMMANDS if key in keymap[c.id]]
        if not named:
            return f"{key} does nothing here; {self._help} lists the keys" if len(key) == 1 else ""
        return self.of(min(named, key=lambda c: keys.READER not in c.places), key)

    def of(self, command: keys.Command, key: str = "") -> str:
        """Where a command works, by `key` if it has several."""
        keymap = keys.keymap(self._changed)
        where = listed([keys.PLACES[place] for place in command.places])
        pressed = keys.shown(key or keymap[command.id][0], self._plain)
        said = f"{pressed} ({command.short}) works in {where}"
        return f"{said}; {self._help} lists the keys of this place"

    @property
    def _help(self) -> str:
        """The key that lists all keys, as shown."""
        return keys.shown(keys.keymap(self._changed)["help"][0], self._plain)
