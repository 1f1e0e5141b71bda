"""Random texts in which the signs that a test is about are common."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


def strewn(
    signs: Sequence[str], others: SearchStrategy[str], min_size: int = 0, max_size: int = 60
) -> SearchStrategy[str]:
    """Text of which about half is `signs`, each a character or several that belong together.

    `st.text` would draw from all as from one alphabet, and lose the signs among a million others.
    """
    either = st.sampled_from(signs) | others
    return st.lists(either, min_size=min_size, max_size=max_size).map("".join)
