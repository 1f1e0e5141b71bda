"""Which words of a source are its own."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.model.span import Span
from tui.page.differences import own_words, retold

TEXTS = {"A": "The mayor called it well run.", "B": "The mayor called it well managed."}


def own(article: str, texts: dict[str, str]) -> list[str]:
    text = texts[article]
    return [s.of(text) for s in own_words(article, texts)(Span(0, len(text)), text)]


def test_only_the_words_no_other_source_has_are_own() -> None:
    assert own("A", TEXTS) == ["run"]
    assert own("B", TEXTS) == ["managed"]


def test_neighbours_become_one_range() -> None:
    assert own("A", {"A": "twelve brave people left", "B": "people left"}) == ["twelve brave"]


def test_case_and_small_words_make_no_difference() -> None:
    assert own("A", {"A": "The FERRY was safe", "B": "a ferry is safe"}) == []


def test_a_source_alone_has_no_own_words() -> None:
    assert own("A", {"A": "anything at all"}) == []


def test_a_sentence_that_only_one_source_tells_is_no_difference_of_words() -> None:
    one = "The mayor called it well run. Nobody had expected such praise yesterday."
    spans = own_words("A", {"A": one, "B": TEXTS["B"]})(Span(0, len(one)), one)
    assert [s.of(one) for s in retold(Span(0, 29), one, spans)] == ["run"]
    assert retold(Span(30, len(one)), one, spans) == []


@given(st.text("abcd XYé’-.", max_size=60), st.text("abcd XYé’-.", max_size=60))
def test_ranges_are_ordered_apart_and_inside(one: str, other: str) -> None:
    spans = own_words("A", {"A": one, "B": other})(Span(0, len(one)), one)
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert all(0 <= s.start < s.end <= len(one) for s in spans)


@given(st.text("abcd XY", max_size=60))
def test_equal_texts_have_no_own_words(text: str) -> None:
    assert own_words("A", {"A": text, "B": text})(Span(0, len(text)), text) == []


def test_signs_that_part_no_words_are_compared_one_by_one() -> None:
    assert own("A", {"A": "我们派出了四十名。", "B": "我们派出了六十名。"}) == ["四"]
    assert own("A", {"A": "東京タワーで会う", "B": "大阪タワーで会う"}) == ["東京"]


def test_marks_around_a_letter_part_no_word() -> None:
    assert own("A", {"A": "نُقل تسعة", "B": "تسعة"}) == ["نُقل"]
    assert own("A", {"A": "cafe\u0301 noir", "B": "noir"}) == ["cafe\u0301"]
    assert own("A", {"A": "हिन्दी भाषा", "B": "भाषा"}) == ["हिन्दी"]
