"""What a side says is told in words of its own, and short."""

from tests.page.story import HURT, STORY
from tui.page.sides import around, told_by


def test_a_value_is_not_told_over_again_but_in_its_sentence() -> None:
    side = HURT.sides[0]._replace(shown="twelve people", mentions=HURT.sides[0].mentions[:1])
    quoted, start = told_by(side.mentions, side.shown, STORY)
    assert quoted.startswith("A “Twelve people were hurt")
    assert quoted[start:].startswith("Twelve people")
    assert told_by(side.mentions, "12", STORY) == ("A “Twelve people”", 0)


def test_words_that_matter_show_with_the_letter_of_who_says_them() -> None:
    text = "A “one two three four five six seven eight nine ten”"
    assert around(text, text.index("nine"), 24) == "A “…nine ten”"
    assert around(text, 0, 24) == "A “one two three four f…"
