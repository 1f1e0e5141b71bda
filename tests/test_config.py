"""Settings from files: what they may say, and how a wrong word is shown."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import config, keys, yamlfile
from tui.config import Config
from tui.errors import BadFile
from tui.model.settings import Settings
from tui.resources import shipped

SHIPPED = shipped("config.yaml")


def read(text: str) -> Config:
    return config.read(yamlfile.parse(text, "mine.yaml"))


def test_the_shipped_file_says_the_defaults() -> None:
    assert config.read(yamlfile.read(SHIPPED))._replace(theme_at="") == Config()


def test_the_shipped_file_explains_every_setting() -> None:
    """Each setting stands there, with a comment somewhere above it in its section."""
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    for section, settings in Settings()._asdict().items():
        for setting in settings._fields:
            at = next(i for i, line in enumerate(lines) if line.startswith(f"  {setting}: "))
            start = lines.index(f"{section}:")
            assert any(line.lstrip().startswith("#") for line in lines[start:at]), setting


def test_a_setting_that_is_not_named_keeps_its_default() -> None:
    settings = read("screen:\n  fold_lines: 20\n").settings
    assert settings.screen == Settings().screen._replace(fold_lines=20)
    assert settings.analysis == Settings().analysis


@pytest.mark.parametrize("text", ["", "screen:\n", "keys: {}\n", "# nothing\n"])
def test_an_empty_file_or_section_changes_nothing(text: str) -> None:
    assert read(text) == Config()


@pytest.mark.parametrize(
    ("word", "value"),
    [("yes", True), ("NO", False), ("true", True), ("Off", False)],
)
def test_yes_and_no_are_read_as_people_write_them(word: str, value: bool) -> None:
    assert read(f"reading:\n  day_first: {word}\n").settings.reading.day_first is value


def test_keys_are_kept_by_the_names_of_the_toolkit() -> None:
    keymap = read('keys:\n  next-conflict: [F3, "]"]\n  undo: Ctrl+Y\n').keymap
    assert keymap == {"next-conflict": ("f3", "right_square_bracket"), "undo": ("ctrl+y",)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "mine.yaml:1:1: a config file holds"),
        ("colour: red\n", "mine.yaml:1:1: unknown section 'colour'; known are"),
        ("screen: dark\n", "mine.yaml:1:1: screen holds `name: value` lines"),
        ("screen:\n  them: x\n", "mine.yaml:2:3: unknown setting 'them'; did you mean theme?"),
        ("screen:\n  theme: [a]\n", "theme: one value is wanted here"),
        ("screen:\n  theme: ''\n", "theme: a value is missing"),
        ("screen:\n  ascii: maybe\n", "'maybe' is none of auto, yes, no"),
        ("screen:\n  narrow: wide\n", "'wide' is not a number"),
        ("screen:\n  narrow: 6.5\n", "'6.5' is not a number"),
        ("screen:\n  narrow: 0\n", "0 is not between 1 and 1000"),
        ("screen:\n  measure: 8\n", "8 is not between 20 and 1000"),
        ("analysis:\n  link: 17\n", "17 is not between 0 and 1"),
        ("analysis:\n  link: nan\n", "nan is not between 0 and 1"),
        ("reading:\n  day_first: 1\n", "'1' is neither yes nor no"),
        ("keys:\n  nxt-claim: x\n", "mine.yaml:2:3: unknown command 'nxt-claim'; did you mean"),
        ("keys:\n  undo: {}\n", "undo takes one key or a list of keys"),
        ("keys:\n  undo: []\n", "mine.yaml:2:3: undo takes one key or a list of keys"),
        ("keys:\n  undo: [[x]]\n", "undo takes one key or a list of keys"),
        ("keys:\n  undo: ctrl+h\n", "undo: terminals do not pass ctrl+h on"),
        ("keys:\n  undo: alt+x\n", "Alt is not used"),
        ("keys:\n  undo: j\n", "mine.yaml:2:3: 'j' already means next-claim"),
        (
            "screen:\n  four_columns: 50\n",
            "mine.yaml:2:3: four_columns is 50, which is less than three_columns, 154",
        ),
        (
            "screen:\n  three_columns: 300\n",
            "mine.yaml:2:3: four_columns is 197, which is less than three_columns, 300",
        ),
        ("screen:\n  bar: 40\n", "mine.yaml:2:3: box is 30, which is less than bar, 40"),
        ("screen:\n  fold_lines: 5\n  fold_lines: 6\n", "mine.yaml:3:3: the key 'fold_lines'"),
    ],
)
def test_a_wrong_word_is_shown_with_its_line_and_the_way_out(text: str, message: str) -> None:
    with pytest.raises(BadFile) as error:
        read(text)
    assert message in str(error.value)


VALUES = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["reading", "screen", "keys", "x"]), VALUES) | VALUES)
def test_whatever_a_file_holds_only_our_own_error_leaves(data: yamlfile.Value) -> None:
    with suppress(BadFile):
        config.read(yamlfile.Document("mine.yaml", data, {}))


def test_two_commands_may_swap_their_keys() -> None:
    keymap = read("keys:\n  undo: U\n  redo: u\n").keymap
    assert keys.clash(keymap) is None
