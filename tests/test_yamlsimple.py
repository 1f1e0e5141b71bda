"""Plain YAML read without PyYAML says what PyYAML would say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import yamlfile, yamlsimple
from tui.errors import BadFile
from tui.yamlfile import Document

_WORD = st.sampled_from(["a", "name", "b-c", "1", "no", "'x # y'", "'#fff'", "ansi_red", "x y", ""])
_LINES = st.lists(
    st.builds(
        lambda indent, key, word, end: f"{indent}{key}:{' ' + word if word else ''}{end}",
        st.sampled_from(["", "", "  ", "    "]),
        st.sampled_from(["a", "b", "c-d"]),
        _WORD | st.text("ab:#'\"[{&*!%- \t", max_size=5),
        st.sampled_from(["", "  # note", "#x", " ", " # \x01", " # é"]),
    ),
    max_size=6,
)


@given(_LINES)
def test_the_quick_reader_says_what_the_full_one_says(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "quick.yaml"
    path.write_text("\n".join(lines) + "\n")
    assert _outcome(yamlfile.read, path) == _outcome(yamlsimple.read, path)


def _outcome(reader: Callable[[Path], Document], path: Path) -> object:
    """What a reader makes of a file: its data and places, or its error."""
    try:
        found = reader(path)
    except BadFile as error:
        return str(error)
    return found.data, found.places
