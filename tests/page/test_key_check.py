"""Every key of the table is listed once, and ticked when it arrived."""

from tui import keys
from tui.page.key_check import key_lines, told, wanted
from tui.page.lines import plain
from tui.page.signs import UNICODE
from tui.page.wrap import width_of


def test_every_key_of_the_table_is_listed_once() -> None:
    does = wanted(keys.keymap({}))
    assert set(does) == {key for command in keys.keymap({}).values() for key in command}


def test_a_key_is_ticked_only_once_it_arrived() -> None:
    does = {"j": "claim", "ctrl+d": "half page"}
    (line, *_) = key_lines(does, {"ctrl+d"}, 80, UNICODE)
    text = plain(line)
    assert text.count("✓") == 1
    assert text.index("✓") < text.index("^d")
    assert text.index("✓") > text.index("j")


def test_lines_fill_the_width_whatever_it_is() -> None:
    does = wanted(keys.keymap({}))
    for width in (40, 80, 131, 240):
        lines = key_lines(does, (), width, UNICODE)
        assert {width_of(plain(line)) for line in lines} == {width}


def test_a_key_without_a_command_is_named_too() -> None:
    assert told("f7", {}) == "F7 arrived; no command has it"
