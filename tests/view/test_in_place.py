"""Columns stay straight in terminals that count the cells of a character in their own way."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.view.terminal.in_place import in_place

DISPUTED = (
    "❤️", "👨\u200d👩\u200d👧\u200d👦", "👋🏽", "🇩🇪🇫🇷", "🏴\u200d☠️", "1️⃣", "Z̸̧͖a", "मेंक्ष", "กำ",
    "ᄒ\u200bᅡ", "﷽", "a\u200db", "𒐫",
)  # fmt: skip
WIDTH = 40


def column_behind(text: str) -> int:
    """Where a terminal puts the sign that we draw in column 30."""
    screen = pyte.Screen(WIDTH, 2)
    gap = " " * (30 - cell_len(text))
    pyte.Stream(screen).feed(in_place(f"\x1b[1;31m{text}\x1b[0m{gap}│"))
    return next(x for x in range(WIDTH) if screen.buffer[0][x].data == "│")


@pytest.mark.parametrize("text", DISPUTED)
def test_what_stands_behind_stays_in_its_column(text: str) -> None:
    assert column_behind(text) == 30
    assert column_behind(f"ab {text} 北京 {text}.") == 30


def test_this_terminal_counts_otherwise() -> None:
    """Else the test above would say nothing."""
    screen = pyte.Screen(WIDTH, 2)
    pyte.Stream(screen).feed("".join(DISPUTED))
    assert screen.cursor.x != sum(map(cell_len, DISPUTED))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12))
def test_any_text_keeps_its_cells(text: str) -> None:
    assert column_behind(text) == 30


@pytest.mark.parametrize("text", ["≠1 “Zoë” – 北京 … │▌ שלום", "\x1b[1;38;2;1;2;3mplain\x1b[0m"])
def test_what_nobody_disputes_is_sent_as_it_is(text: str) -> None:
    assert in_place(text) == text


def test_commands_to_the_terminal_stay_whole() -> None:
    """A mark behind one does not stand on its last letter."""
    assert in_place("\x1b[1m\u0301").startswith("\x1b[1m\x1b7")
    assert in_place("\x1b]0;❤️\x07") == "\x1b]0;❤️\x07"
    assert in_place("\x1b[2;5H❤️").startswith("\x1b[2;5H\x1b7")


def test_a_flag_is_sent_whole() -> None:
    assert "🇩🇪" in in_place("🇩🇪🇫🇷")
    assert "🇪🇫" not in in_place("🇩🇪🇫🇷")


def test_letters_are_sent_together() -> None:
    """A terminal that needs more cells for them draws all marks, where blanks leave the room."""
    words = "हिन्दी में है     "
    assert words in in_place(f"\x1b[1m{words}\x1b[0m")
