"""Equal runs of words are those that difflib finds."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.words.opcodes import opcodes

ROWS = st.lists(st.sampled_from("abcd"), max_size=14)


@given(ROWS, ROWS)
def test_as_difflib(a: list[str], b: list[str]) -> None:
    assert opcodes(a, b) == SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
