"""The line above a list: what leaves something out of it is told however narrow the screen."""

import pytest

from tui.page.lines import plain
from tui.page.list_head import Choice, list_head
from tui.page.wrap import width_of

KEYS = {"one": "f", "two": "r", "three": "c"}
CHOICES = (
    Choice("one", "show", "all", True),
    Choice("two", "order", "story", True),
    Choice("three", "kinds", "number"),
)


def told(words: str, width: int) -> str:
    return plain(list_head("Matrix: 1 of 5", words, CHOICES, KEYS, width)).strip()


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "Matrix: 1 of 5  “pier”  f show all  r order story  c kinds number"),
        (60, "Matrix: 1 of 5  “pier”  f show all  c kinds number"),
        (40, "Matrix: 1 of 5  “pier”  c kinds number"),
    ],
)
def test_what_is_as_usual_gives_way_to_what_leaves_something_out(width: int, line: str) -> None:
    assert told("pier", width) == line


def test_long_words_leave_the_choices_their_room() -> None:
    assert told("the pier of Norrhamn", 60).startswith("Matrix: 1 of 5  “the pier of Norrh…”  ")
    assert "c kinds number" in told("the pier of Norrhamn", 60)


def test_no_words_are_not_told() -> None:
    assert told("  ", 60) == "Matrix: 1 of 5  f show all  r order story  c kinds number"


@pytest.mark.parametrize("width", [1, 12, 40, 80])
def test_the_line_is_as_wide_as_the_screen(width: int) -> None:
    line = list_head("Matrix: 5", "a ferry", CHOICES, KEYS, width)
    assert width_of(plain(line)) == width
