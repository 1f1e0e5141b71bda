"""When two quotations are one, and in which words they then differ."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.sentences.quotes import Variant, quotes_of, variant


def _variant(a: str, b: str) -> Variant | None:
    (x,), (y,) = quotes_of(sentence(f"He said: “{a}”")), quotes_of(sentence(f"He said: “{b}”"))
    return variant(x, y)


FULL = "We will rebuild every house that the river took from our valley before winter"


def test_a_quotation_in_other_words_shows_the_words() -> None:
    found = _variant(FULL, FULL.replace("valley", "village"))
    assert found
    assert [(c.a, c.b) for c in found.changes] == [("valley", "village")]


def test_words_drawn_together_are_the_words_they_stand_for() -> None:
    drawn = "It’s not that there’s no time, we can’t build every house by winter"
    full = "It is not that there is no time, we cannot build every house by winter"
    found = _variant(drawn, full)
    assert found
    assert found.changes == ()


def test_two_whole_quotations_that_begin_unlike_differ() -> None:
    found = _variant(f"Nobody doubts it: {FULL}", f"No one questions it: {FULL}")
    assert found
    assert found.changes


def test_a_part_of_a_quotation_is_no_change() -> None:
    found = _variant(FULL, "rebuild every house that the river took from our valley")
    assert found
    assert found.changes == ()


def test_an_ellipsis_stands_for_what_is_missing() -> None:
    found = _variant(FULL, "We will rebuild every house... before winter")
    assert found is None or found.changes == ()


def test_two_quotations_on_one_subject_are_two() -> None:
    assert _variant(FULL, "The river is dangerous and every house near it should go") is None


def test_two_words_in_marks_prove_nothing() -> None:
    assert _variant("burning issues", "burning issues") is None


def test_the_span_of_a_quotation_is_inside_its_marks() -> None:
    told = sentence("She said “all is well now” and left.")
    (quote,) = quotes_of(told)
    assert quote.span.of(told.text) == "all is well now"


def test_another_form_of_an_irregular_verb_is_another_word() -> None:
    found = _variant(
        "The boat that you send us will never reach the harbour",
        "The boat that you sent us will never reach the harbour",
    )
    assert found
    assert [(c.a, c.b) for c in found.changes] == [("send", "sent")]


def test_the_spelling_of_a_word_is_no_change() -> None:
    found = _variant(
        "The honour of this harbour is dearer to us than any treaty",
        "The honor of this harbor is dearer to us than any treaty",
    )
    assert found
    assert found.changes == ()


def test_a_last_word_of_two_whole_clauses_is_not_cut_off() -> None:
    found = _variant(
        "Closing the harbour against every treaty must be condemned loudly by all.",
        "Closing the harbour against every treaty must be condemned loudly by everyone.",
    )
    assert found
    assert [(c.a, c.b) for c in found.changes] == [("all", "everyone")]


def test_small_words_tell_that_a_short_quotation_is_the_same() -> None:
    full = "There are too many leaders who claim solidarity with his struggle, but will not help"
    found = _variant(full, "There are too many people who claim solidarity")
    assert found
    assert [(c.a, c.b) for c in found.changes] == [("leaders", "people")]
    assert _variant(full, "There are not so many people who want more of it") is None
