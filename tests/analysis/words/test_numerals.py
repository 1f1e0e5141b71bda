"""What is never searched for a number holds none."""

import pytest

from tui.analysis.sentences.quantities import all_numbers, quantities
from tui.analysis.words.numerals import half_unit, may_hold_number

TOLD = (
    "12 men", "twenty-one men", "Nineteen men", "the fourth man", "dozens of men", "a dozen men",
    "tens of thousands of men", "half of the men", "a third of it", "two-thirds of it",
    "three quarters of it", "hundreds of men",
)  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_a_number_may_stand_where_one_does(text: str) -> None:
    assert all_numbers(text)
    assert may_hold_number(text)


def test_no_number_may_stand_where_no_word_is_of_one() -> None:
    assert not may_hold_number("Often the content of a phone matters.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Der Schaden beträgt 2,5 Millionen Euro.", "2500000 eur"),
        ("Die Miete stieg um 3,75 Prozent.", "3.75 percent"),
        ("Le prix a augmenté de 3,5 %.", "3.5 percent"),
        ("It cost 2,500 euros.", "2500 eur"),
        ("It cost 2.5 million euros.", "2500000 eur"),
        ("They were 12,345,678 people.", "12345678 people"),
        ("Il a coûté 1,2 milliard d'euros.", "1200000000"),
    ],
)
def test_a_comma_in_front_of_one_or_two_figures_parts_the_whole_from_its_tenths(
    text: str, value: str
) -> None:
    (found,) = quantities(text)
    assert found.value.startswith(value)


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("half", 50), ("a third", 100 / 3), ("a quarter", 25), ("a fifth", 20),
        ("a sixth", 100 / 6), ("a seventh", 100 / 7), ("an eighth", 12.5), ("a ninth", 100 / 9),
        ("a tenth", 10), ("two-thirds", 200 / 3), ("three quarters", 75), ("two-fifths", 40),
        ("three-fifths", 60), ("four-fifths", 80), ("one in ten", 10), ("nine out of ten", 90),
    ],
)  # fmt: skip
def test_a_share_is_a_percentage(words: str, percent: float) -> None:
    (found,) = all_numbers(f"It took {words} of the votes.")
    assert (found.low, found.high) == pytest.approx((percent, percent))


@pytest.mark.parametrize(
    ("number", "half"),
    [(12, 0), (900, 0), (1000, 500), (1200, 50), (1230, 0), (1.23e6, 5000), (2.5, 0.05)],
)
def test_only_large_round_and_broken_numbers_may_be_rounded(number: float, half: float) -> None:
    assert half_unit(number) == pytest.approx(half)


@pytest.mark.parametrize("text", ["See pages 2,5 and 7.", "He won 6,4.", "In 2024,12 men left."])
def test_a_list_without_blanks_is_no_fraction(text: str) -> None:
    assert all(number.low == int(number.low) for number in all_numbers(text))


def test_nobody_dies_in_tenths() -> None:
    assert quantities("Weil sie die Miete um 3,5 erhöhten.") == ()
