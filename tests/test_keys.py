"""The table of commands: complete, without clashes, and only keys that every terminal passes on."""

import pytest

from tui import keys
from tui.keys import COMMANDS


def test_ids_are_unique() -> None:
    assert len(keys.BY_ID) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_every_key_is_one_that_terminals_pass_on(command: keys.Command) -> None:
    assert command.keys
    assert [why for key in command.keys if (why := keys.refusal(key))] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_every_command_has_words_for_people(command: keys.Command) -> None:
    assert command.short
    assert command.words
    assert command.places
    assert command.words[0].islower()
    assert command.action.isidentifier()


def test_no_key_means_two_things_in_one_place() -> None:
    assert keys.clash({}) is None


def test_a_clash_names_the_key_and_both_commands() -> None:
    assert keys.clash({"undo": ("j",)}) == ("j", "next-claim", "undo")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("]", "right_square_bracket"), ("F5", "f5"), ("Ctrl+D", "ctrl+d"), ("J", "J"),
        ("j", "j"), ("Space", "space"), ("/", "slash"), ("+", "plus"), ("PageDown", "pagedown"),
        ("minus", "minus"), ("é", "é"), ("Shift+Up", "shift+up"),
    ],
)  # fmt: skip
def test_keys_may_be_written_as_people_write_them(written: str, name: str) -> None:
    assert keys.normal(written) == name
    assert keys.refusal(written) is None


@pytest.mark.parametrize(
    ("key", "shown"),
    [("right_square_bracket", "]"), ("ctrl+d", "^d"), ("f5", "F5"), ("escape", "esc"), ("J", "J")],
)
def test_keys_are_shown_short(key: str, shown: str) -> None:
    assert keys.shown(key) == shown


@pytest.mark.parametrize(
    "key", ["ctrl+h", "ctrl+m", "ctrl+1", "ctrl+;", "alt+x", "super", "", "f13", "\x1b", "  "]
)
def test_a_key_that_terminals_swallow_is_refused_with_a_reason(key: str) -> None:
    assert keys.refusal(key)


def test_a_changed_key_replaces_the_default_keys_of_its_command_alone() -> None:
    changed = keys.keymap({"undo": ("f3",)})
    assert changed == {**keys.keymap({}), "undo": ("f3",)}


def test_a_key_named_twice_for_one_command_is_one_key() -> None:
    changed = {"next-conflict": ("F3", "]", "f3", "right_square_bracket")}
    assert keys.clash(changed) is None
    assert keys.keymap(changed)["next-conflict"] == ("f3", "right_square_bracket")


def test_a_command_says_what_it_does_in_each_place() -> None:
    assert "story" in keys.words_at(keys.STORIES, keys.BY_ID["open"])
    assert keys.words_at(keys.READER, keys.BY_ID["open"]) == keys.BY_ID["open"].words


def test_words_of_a_place_are_of_a_command_that_works_there() -> None:
    for place, id in keys._WORDS_HERE:
        assert place in keys.BY_ID[id].places
