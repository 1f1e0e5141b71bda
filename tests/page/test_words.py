"""Words of a passage, and a stretch of them that grows and shrinks at either end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.story import A
from tui.model.article import Article, Paragraph, Paragraphs, Role
from tui.model.span import Span
from tui.page.words import Stretch, stretch_at, words_of


def words(text: str) -> list[str]:
    return [w.of(text) for w in words_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Nine people,” he said.", ["Nine", "people", "he", "said"]),
        ("It cost €1,200.50 (about 5%).", ["It", "cost", "€1,200.50", "about", "5%"]),
        ("well-known — don’t", ["well-known", "don’t"]),
        ("wait…now—then", ["wait", "now", "then"]),
        ("12:30 U.S. officials", ["12:30", "U.S", "officials"]),
        ("हिन्दी में लिखा", ["हिन्दी", "में", "लिखा"]),
        ("東京で", ["東", "京", "で"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        (" … — ", []),
    ],
)
def test_words_are_what_a_reader_would_call_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text())
def test_words_stand_in_order_and_hold_no_blanks_at_their_ends(text: str) -> None:
    found = words_of(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(w and w.of(text).strip() == w.of(text) for w in found)


ONE = A.paragraphs[1]
FIRST, SECOND = ONE.claims


def chosen(stretch: Stretch) -> str:
    return stretch.span.of(A.text)


def start() -> Stretch:
    """The first word of the second sentence."""
    found = stretch_at(A, Span(SECOND.start, SECOND.start + 1))
    assert found is not None
    return found


def test_the_end_in_hand_moves_by_words() -> None:
    assert chosen(start()) == "Twelve"
    assert chosen(start().step(2)) == "Twelve people were"
    assert chosen(start().step(2).step(-1)) == "Twelve people"


def test_the_other_end_moves_after_switching() -> None:
    stretch = start().step(3).other_end().step(1)
    assert chosen(stretch) == "people were hurt"
    assert stretch.end_in_hand.of(A.text) == "people"
    assert chosen(stretch.other_end().step(1)) == "people were hurt, the"


def test_an_end_takes_the_other_one_along_rather_than_pass_it() -> None:
    assert chosen(start().other_end().step(2)) == "were"
    assert chosen(start().step(-2)) == "Saturday"


def test_a_sentence_is_chosen_with_its_full_stop() -> None:
    assert start().wider().span == SECOND
    assert start().sentence(1).span == SECOND


def test_sentences_of_the_paragraph_can_be_added_at_both_ends() -> None:
    whole = start().sentence(1).other_end().sentence(-1).sentence(-1)
    assert whole.span == Span(FIRST.start, SECOND.end)
    assert start().wider().wider().span == whole.span
    assert whole.sentence(1).span == SECOND


def test_a_stretch_of_any_characters_is_their_words() -> None:
    at = A.text.index("people were")
    found = stretch_at(A, Span(at + 2, at + 8))
    assert found is not None
    assert chosen(found) == "people were"


def test_no_words_no_stretch() -> None:
    text = "…"
    span = Span(0, 1)
    dots = Article("A", "a.txt", text, "", Paragraphs([Paragraph(1, span, Role.BODY, (span,))]))
    assert stretch_at(dots, span) is None


STEPS = st.lists(
    st.sampled_from(
        ["step 1", "step -1", "step 9", "sentence 1", "sentence -1", "other_end", "wider"]
    ),
    max_size=30,
)


@given(st.integers(ONE.span.start, ONE.span.end - 1), STEPS)
def test_whatever_is_done_a_stretch_is_words_of_its_paragraph(at: int, steps: list[str]) -> None:
    stretch = stretch_at(A, Span(at, at + 1))
    assert stretch is not None
    for step in steps:
        name, *count = step.split()
        stretch = getattr(stretch, name)(*map(int, count))
        assert 0 <= stretch.first <= stretch.last < len(stretch.words)
        assert ONE.span.covers(stretch.span)
        assert stretch.span.covers(stretch.end_in_hand)
