"""What is made of a large value, kept as long as the value itself and no longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def kept_with(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """`make`, each answer kept for the next question; values are told apart by identity.

    Unlike `functools.cache` it holds no story that nobody reads any more.
    """
    known: WeakKeyDictionary[Thing, Made] = WeakKeyDictionary()

    @wraps(make)
    def kept(thing: Thing) -> Made:
        try:
            return known[thing]
        except KeyError:
            return known.setdefault(thing, make(thing))

    return kept
