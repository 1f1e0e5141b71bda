"""Which words of a sentence changed since it was tagged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.page.asks import changed_words


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("Nine were hurt.", "Eleven were hurt.", ["Nine"], ["Eleven"]),
        ("He did deny it.", "He did not deny it.", [], ["not"]),
        ("On 3 May, in Bonn", "On 4 May, in Bern", ["3", "Bonn"], ["4", "Bern"]),
        ("It cost 5%.", "It cost 5.", ["5%"], ["5"]),
        ("It was over.", "It was over?", ["."], ["?"]),
        ("He left, they say", "He left (they say)", [","], ["(", ")"]),
        ("the same", "the same", [], []),
        ("all gone", "", ["all gone"], []),
    ],
)
def test_changed_words_are_named_on_both_sides(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    one, other = changed_words(old, new)
    assert [s.of(old) for s in one] == gone
    assert [s.of(new) for s in other] == come


@given(st.lists(st.sampled_from("a b not 12 he".split())), st.data())
def test_a_word_that_came_or_went_is_always_marked(words: list[str], data: st.DataObject) -> None:
    """What is not marked on either side is the same on both."""
    others = data.draw(st.lists(st.sampled_from("a b not 12 he".split())))
    old, new = " ".join(words), " ".join(others)
    gone, come = changed_words(old, new)

    def left(text: str, spans: tuple[object, ...]) -> list[str]:
        marked = {o for s in spans for o in range(s.start, s.end)}  # type: ignore[attr-defined]
        return "".join(" " if i in marked else c for i, c in enumerate(text)).split()

    assert left(old, gone) == left(new, come)
