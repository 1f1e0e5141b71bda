"""A tag is found on its own words again, or the reader is asked; never on others."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.session.making import FIRE, article, claim
from tui.model.article import Article
from tui.model.span import Span
from tui.model.tag import Anchor
from tui.session.anchor import State, anchor, difference, find

LINES = (
    "The harbour burned on Sunday.",
    "Twelve people were hurt, the mayor said.",
    "No ship was lost.",
    "The mayor said nothing more.",
)


def after(number: int, *lines: str):  # type: ignore[no-untyped-def]
    """Where the n-th claim of FIRE is in a text of these lines."""
    edited = article(*lines)
    return edited, find(anchor(FIRE, claim(FIRE, number)), edited)


def test_the_context_has_32_characters_on_both_sides_at_most() -> None:
    kept = anchor(FIRE, claim(FIRE, 2))
    assert kept.before == FIRE.text[:30]
    assert kept.after == FIRE.text[kept.span.end :][:32]
    assert (kept.occurrence, kept.occurrences) == (1, 1)


def test_the_same_file_is_the_same_place() -> None:
    assert find(anchor(FIRE, claim(FIRE, 2)), FIRE).state is State.EXACT


@pytest.mark.parametrize(
    ("quote", "at", "count", "state", "start"),
    [
        ("No ship was lost.", (0, 0), (1, 1), State.EXACT, 71),
        ("The mayor", (0, 0), (1, 1), State.EXACT, 89),
        ("mayor", (0, 0), (1, 1), State.CHANGED, None),
        ("mayor", (0, 0), (2, 2), State.EXACT, 93),
        ("mayor", (93, 98), (1, 1), State.EXACT, 93),
        ("mayo", (0, 0), (2, 2), State.CHANGED, None),
        ("nobody here", (0, 0), (1, 1), State.ORPHAN, None),
    ],
)
def test_a_quote_typed_by_hand_is_found_where_it_can_only_be_one(
    quote: str, at: tuple[int, int], count: tuple[int, int], state: State, start: int | None
) -> None:
    typed = Anchor("", "a.txt", Span(*at), quote, occurrence=count[0], occurrences=count[1])
    found = find(typed, FIRE)
    assert (found.state, found.span and found.span.start) == (state, start)


def test_text_added_far_above_changes_nothing() -> None:
    edited, found = after(3, "A new headline.", *LINES)
    assert found.state is State.EXACT
    assert found.span is not None
    assert found.span.of(edited.text) == LINES[2]


def test_a_changed_neighbour_makes_it_moved() -> None:
    edited, found = after(3, LINES[0], "Nobody knows how many were hurt.", LINES[2], LINES[3])
    assert found.state is State.MOVED
    assert found.span is not None
    assert found.span.of(edited.text) == LINES[2]


@pytest.mark.parametrize(
    ("number", "now", "told"),
    [
        (2, "Thirteen people were hurt, the mayor said.", "was “Twelve”, now “Thirteen”"),
        (1, "The harbour burned on Monday.", "was “Sunday”, now “Monday”"),
        (2, "Twelve people were hurt, the captain said.", "was “mayor”, now “captain”"),
        (3, "No ship was not lost.", "was “–”, now “not”"),
    ],
)
def test_a_changed_number_day_name_or_not_always_asks(number: int, now: str, told: str) -> None:
    lines = [*LINES]
    lines[number - 1] = now
    edited, found = after(number, *lines)
    assert (found.state, found.span) == (State.CHANGED, None)
    assert found.proposals[0].of(edited.text) == now
    assert told in found.why


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("It rose at ten o'clock.", 'It rose "late".', """was “at ten o'clock”, now “"late\"”"""),
        ("He paid, [sic] they.", "He paid [sic], they.", "“paid, [sic]”, now “paid [sic],”"),
        ("It was over.", "It was over?", "was “over.”, now “over?”"),
        ("It was  over.", "It was over.", "only its blanks"),
    ],
)
def test_what_changed_is_told_with_its_punctuation(was: str, now: str, told: str) -> None:
    assert told in difference(was, now)


def test_equal_sentences_are_told_apart_by_their_surroundings() -> None:
    twice = article("He left.", "One.", "He left.", "Two.")
    kept = anchor(twice, claim(twice, 3))
    assert (kept.occurrence, kept.occurrences) == (2, 2)
    edited = article("Zero, put in front of everything else.", *twice.text.split("\n"))
    found = find(kept, edited)
    assert (found.state, found.span) == (State.MOVED, claim(edited, 4))


def test_of_many_equal_sentences_among_equal_ones_the_same_one_is_found_by_its_number() -> None:
    refrain = article(*["Ha ha."] * 30)
    kept = anchor(refrain, claim(refrain, 15))
    edited = article("A title that is new.", *["Ha ha."] * 30)
    found = find(kept, edited)
    assert (found.state, found.span) == (State.EXACT, claim(edited, 16))


def test_of_many_equal_sentences_none_is_taken_where_one_came_or_went() -> None:
    refrain = article(*["Ha ha."] * 30)
    kept = anchor(refrain, claim(refrain, 15))
    longer = article(*["Ha ha."] * 31)
    found = find(kept, longer)
    assert (found.state, found.span) == (State.CHANGED, None)
    assert found.proposals[0] == claim(longer, 15)
    assert "30 times, stand there 31 times now" in found.why


def test_of_two_equal_ones_in_like_surroundings_none_is_taken() -> None:
    def told(word: str) -> Article:
        return article(
            f"Early the vote was {word}, said Ann Roe.", "No.", "The count went on, she said now.",
            f"Later the vote was {word}, said Ann Roe.", "No.", "The count went on, she said then.",
        )  # fmt: skip

    before = told("close")
    found = find(anchor(before, claim(before, 2)), told("tight"))
    assert (found.state, found.span) == (State.CHANGED, None)


def test_a_copy_that_came_later_makes_it_ask() -> None:
    edited, found = after(3, LINES[2], "Quite another text.", LINES[2], "And more.")
    assert (found.state, found.span) == (State.CHANGED, None)
    assert {p.of(edited.text) for p in found.proposals} == {LINES[2]}
    assert found.why == "stood in the text once, stands there 2 times now"


def test_quite_other_words_in_the_old_surroundings_are_proposed() -> None:
    edited, found = after(2, LINES[0], "Zzz zzz.", LINES[2], LINES[3])
    assert (found.state, found.span) == (State.CHANGED, None)
    assert [p.of(edited.text) for p in found.proposals] == ["Zzz zzz."]


def test_words_that_are_gone_are_an_orphan() -> None:
    _, found = after(2, "Zzz.")
    assert (found.state, found.span, found.proposals) == (State.ORPHAN, None, ())
    assert found.why


def test_a_part_of_a_longer_word_is_not_the_word() -> None:
    short = article("no")
    assert find(anchor(short, claim(short, 1)), article("nobody")).span is None


words = st.sampled_from("the mayor said 12 13 not a ship no Sunday burned".split())
sentences = st.lists(st.lists(words, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=8)


@given(sentences, sentences, st.data())
def test_what_is_found_reads_exactly_as_it_did(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    before = article(*old)
    number = data.draw(st.integers(1, len(old)))
    mixed = article(*(old[: data.draw(st.integers(0, len(old)))] + new))
    kept = anchor(before, claim(before, number))
    found = find(kept, mixed)
    assert (found.span is None) == (found.state in (State.CHANGED, State.ORPHAN))
    if found.span is not None:
        assert found.span.of(mixed.text) == kept.quote
    assert all(p.of(mixed.text) for p in found.proposals)


@given(sentences, st.data())
def test_removing_the_tagged_sentence_never_moves_the_tag_to_its_copy(
    old: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, len(old)))
    before = article(*old)
    assume(len(old) > 1)
    gone = article(*(old[: number - 1] + old[number:]))
    kept = anchor(before, claim(before, number))
    found = find(kept, gone)
    if kept.occurrences > 1:
        assert found.state is not State.MOVED


def test_the_tagged_sentence_edited_and_its_copy_elsewhere_make_it_ask() -> None:
    """The copy has the very words, but the tag was on the sentence that says Thirteen now."""
    now = "Thirteen people were hurt, the mayor said."
    edited, found = after(2, LINES[1], "Quite another text.", LINES[0], now, LINES[2], LINES[3])
    assert (found.state, found.span) == (State.CHANGED, None)
    assert found.proposals[0].of(edited.text) == now


def test_of_two_equal_ones_the_one_in_its_place_is_found() -> None:
    edited, found = after(
        2, "The harbor burned on Sunday.", *LINES[1:], "Quite another text.", LINES[1], "And more."
    )
    assert found.state is State.MOVED
    assert found.span is not None
    assert found.span.start == edited.text.index(LINES[1])


def test_a_short_sentence_is_found_where_its_neighbours_were_only_mended() -> None:
    mended = "Twelve people were hurt, the Mayor said", "The mayor then said nothing more."
    _, found = after(3, LINES[0], mended[0], LINES[2], mended[1])
    assert found.state is State.MOVED


def test_a_few_words_among_quite_other_words_are_asked_about() -> None:
    text = article("Nobody thought that no ship was lost when the storm came up.")
    start = text.text.index("no ship")
    kept = anchor(text, Span(start, start + len("no ship was lost when")))
    other = article("He could not say how, but no ship was lost when it burned.")
    assert find(kept, other).state is State.CHANGED
