"""What was made lately, kept by the very values it was made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Lately(Generic[Made]):
    """The few things that were made or asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: tuple[tuple[tuple[object, ...], Made], ...] = ()

    def get(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made from the values of `key`; made now if it is not kept."""
        for place, (known, made) in enumerate(self._kept):
            if same_values(known, key):
                if place:
                    others = self._kept[:place] + self._kept[place + 1 :]
                    self._kept = ((known, made), *others)
                return made
        made = make()
        self._kept = ((key, made), *self._kept)[: self._most]
        return made

    def forget(self) -> None:
        """Let go of all: what it was made from will not come back."""
        self._kept = ()


def same_values(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    """Whether both hold the very same values; comparing them whole would be slow."""
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
