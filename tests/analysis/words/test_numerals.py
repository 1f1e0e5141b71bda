"""What is never searched for a number holds none."""

import pytest

from tui.analysis.sentences.quantities import figures
from tui.analysis.words.numerals import may_hold_number

TOLD = (
    "12 men", "twenty-one men", "Nineteen men", "the fourth man", "dozens of men", "a dozen men",
    "tens of thousands of men", "half of the men", "a third of it", "two-thirds of it",
    "three quarters of it", "hundreds of men",
)  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_a_number_may_stand_where_one_does(text: str) -> None:
    assert figures(text)
    assert may_hold_number(text)


def test_no_number_may_stand_where_no_word_is_of_one() -> None:
    assert not may_hold_number("Often the content of a phone matters.")
