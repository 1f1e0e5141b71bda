"""Numbers and quotations as messages tell them."""

from __future__ import annotations

import pytest

from tui.model.counted import counted
from tui.model.listed import listed
from tui.model.shortened import shortened


@pytest.mark.parametrize(("number", "told"), [(0, "0 tags"), (1, "1 tag"), (2, "2 tags")])
def test_a_noun_is_plural_unless_there_is_one(number: int, told: str) -> None:
    assert counted(number, "tag") == told


@pytest.mark.parametrize("told", ["", "A", "A and B", "A, B and C"])
def test_the_last_of_a_list_is_joined_by_a_word(told: str) -> None:
    assert listed(told.replace(" and", ",").split(", ") if told else []) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("four", "four"),
        ("fours", "fours"),
        ("sixsix", "sixs…"),
        ("six six", "six…"),  # no blank in front of the sign
        ("six\n  s", "six s"),
    ],
)
def test_words_are_cut_to_five_characters(words: str, told: str) -> None:
    assert shortened(words, 5) == told
