"""Caches that live exactly as long as the value they were computed from."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def kept_with(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """`make`, with each answer cached; values are told apart by identity.

    Unlike `functools.cache` it does not keep a story in memory that is no longer open.
    """
    known: WeakKeyDictionary[Thing, Made] = WeakKeyDictionary()

    @wraps(make)
    def kept(thing: Thing) -> Made:
        try:
            return known[thing]
        except KeyError:
            return known.setdefault(thing, make(thing))

    return kept
