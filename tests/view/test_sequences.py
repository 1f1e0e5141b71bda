"""Whatever the line does to them, the bytes of one key are one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.terminal.sequences import AFTER_ESCAPE, PATIENCE, Sequences

ARROW, FUNCTION, DELETE, MOUSE = "\x1b[A", "\x1bOP", "\x1b[3~", "\x1b[<35;40;12M"


@given(st.lists(st.sampled_from([ARROW, FUNCTION, DELETE, MOUSE, "j", "1", "é"])), st.data())
def test_nothing_is_lost_and_no_sequence_handed_on_in_parts(
    sent: list[str], data: st.DataObject
) -> None:
    """Wherever it is cut, unless behind the escape, which may be a key by itself."""
    text = "".join(sent)
    inside = [n for n in range(len(text) + 1) if text[:n][-1:] != "\x1b"]
    cuts = sorted(data.draw(st.lists(st.sampled_from(inside), unique=True)))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    sequences = Sequences()
    handed = [sequences.take(part, 2.0 * at) for at, part in enumerate(parts)]
    assert "".join(handed) == text
    assert not any(some.startswith(("[", "<", "35", "A")) for some in handed)


@pytest.mark.parametrize("rest", ["[A", "OP", "[3~", "[<35;40;12M", "[<35;40;12M\x1b[<35;41;12M"])
def test_what_follows_a_lone_escape_at_once_is_the_rest_of_a_sequence(rest: str) -> None:
    sequences = Sequences()
    assert sequences.take("\x1b", 0.0) == "\x1b"
    assert sequences.take(rest, AFTER_ESCAPE / 2) == "\x1b" + rest


@pytest.mark.parametrize(("typed", "later"), [("[", 0.5), ("A", 0.5), ("1", 0.5), ("[A", 2.0)])
def test_keys_pressed_after_escape_stay_keys(typed: str, later: float) -> None:
    sequences = Sequences()
    sequences.take("\x1b", 0.0)
    assert sequences.take(typed, later) == typed


def test_a_sequence_that_never_ends_becomes_no_keys() -> None:
    sequences = Sequences()
    assert sequences.take("j\x1b[<35;4", 0.0) == "j"
    assert sequences.tick(PATIENCE / 2) == ""
    assert sequences.tick(PATIENCE) == ""
    assert sequences.take("k", PATIENCE) == "k"


def test_two_keys_that_only_look_like_a_beginning_are_given_back() -> None:
    sequences = Sequences()
    assert sequences.take("\x1b[", 0.0) == ""
    assert sequences.tick(PATIENCE) == "\x1b["
