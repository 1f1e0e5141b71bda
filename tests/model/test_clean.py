"""Text made safe to print."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.clean import visible


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text(st.characters(categories=["Cc", "Cs", "Zl", "Zp"])))
def test_no_control_character_is_left(text: str) -> None:
    assert set(visible(text)) <= {"\ufffd"}


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M", "Zs"])))
def test_what_is_printed_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_lines_and_tabs_stay_when_asked_for() -> None:
    assert visible("a\tb\nc\r", keep_lines=True) == "a\tb\nc\ufffd"
    assert visible("a\tb\nc") == "a\ufffdb\ufffdc"


def test_a_right_to_left_override_is_seen() -> None:
    assert visible("\u202efdp.exe") == "\ufffdfdp.exe"
