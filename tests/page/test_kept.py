"""What is made of a value is made once, and goes with it."""

from __future__ import annotations

import gc
from weakref import ref

from tui.page.kept import kept_with


class Thing:
    """Something that is known by its identity."""


def test_it_is_made_once_for_each_value() -> None:
    made: list[Thing] = []

    @kept_with
    def length(thing: Thing) -> int:
        made.append(thing)
        return len(made)

    one, two = Thing(), Thing()
    assert [length(one), length(two), length(one)] == [1, 2, 1]


def test_nothing_is_held_when_the_value_is_gone() -> None:
    found = kept_with(lambda thing: Thing())
    thing = Thing()
    before, answer = ref(thing), ref(found(thing))
    del thing
    gc.collect()
    assert before() is None
    assert answer() is None
