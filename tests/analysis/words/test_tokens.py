"""Words know where they stand and what they count as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.words.tokens import lemma, read_sentences, words
from tui.model.article import Article, Paragraph, Paragraphs, Role, Story
from tui.model.span import Span


def lemmas(text: str) -> list[str]:
    return [w.lemma for w in words(text, Span(0, len(text)))]


def one_article(*paragraphs: str, problem: str | None = None) -> Article:
    text = "\n\n".join(paragraphs)
    found, at = [], 0
    for number, words_ in enumerate(paragraphs, 1):
        found.append(Paragraph(number, Span(at, at + len(words_)), Role.BODY))
        at += len(words_) + 2
    return Article("A", "a.txt", text, "", Paragraphs(found), problem=problem)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The organisation", "the organization"),
        ("U.S. troops", "United States troops"),
        ("Washington", "America"),
        ("Beijing", "Chinese"),
        ("the foreign minister", "the top diplomat"),
        ("Russian FM", "Russian foreign ministers"),
        ("Türkiye", "Turkey"),
        ("ten members", "10 members"),
        ("1,300 men", "1300 men"),
        ("Russia’s", "Russia's"),
        ("policemen", "police officers"),
        ("colour", "color"),
        ("don’t", "don't"),
    ],
)
def test_two_ways_to_write_one_thing_count_as_the_same(one: str, other: str) -> None:
    assert [x for x in lemmas(one) if x != "the"] == [x for x in lemmas(other) if x != "the"]


@pytest.mark.parametrize(
    ("text", "not_a_name"),
    [
        ("Tell us more", "united states"),
        ("US$129 paid", "united states"),
        ("at 5 PM today", "prime minister"),
        ("Those who sail", "world health organization"),
    ],
)
def test_a_common_word_is_not_taken_for_a_name(text: str, not_a_name: str) -> None:
    assert not_a_name not in lemmas(text)


def test_a_known_name_of_several_words_is_one_word_over_all_of_them() -> None:
    text = "Visit the United States' coast"
    assert "United States" in [w.span.of(text) for w in words(text, Span(0, len(text)))]


def test_a_possessive_is_outside_the_word() -> None:
    text = "Russia's fleet"
    assert next(iter(words(text, Span(0, len(text))))).text == "Russia"


def test_hyphens_part_words() -> None:
    assert lemmas("Iran-Israel") == ["iran", "israel"]


def test_an_acronym_that_an_article_explains_counts_as_the_long_name() -> None:
    article = one_article("The Harbour Safety Board (HSB) met.", "HSB members left.")
    read = read_sentences(Story("s", "s", (article,)))
    assert read[1].words[0].lemma == "harbour safety board"


def test_function_words_are_not_content() -> None:
    text = "the ships of Norway were not there"
    content = [w.text for w in words(text, Span(0, len(text))) if w.content]
    assert content == ["ships", "Norway"]


def test_an_article_that_could_not_be_read_gives_no_sentences() -> None:
    assert read_sentences(Story("s", "s", (one_article("Text.", problem="empty"),))) == ()


@given(st.text(max_size=200))
def test_every_word_slices_back_to_its_text_and_they_do_not_overlap(text: str) -> None:
    last = 0
    for word in words(text, Span(0, len(text))):
        assert word.span.of(text) == word.text
        assert last <= word.span.start < word.span.end
        last = word.span.end


@pytest.mark.parametrize(
    ("past", "verb"),
    [("won", "win"), ("rose", "rise"), ("shot", "shoot"), ("shook", "shake"), ("gone", "go")],
)
def test_past_forms_that_are_other_words_too_count_as_their_verbs(past: str, verb: str) -> None:
    assert lemma(past) == lemma(verb) == verb


@pytest.mark.parametrize(
    ("text", "count"),
    [("बिहार में भारी बारिश", 4), ("שָׁלוֹם עוֹלָם", 2), ("كَتَبَ الرَّجُلُ", 2), ("Ru\u0308gen o\u0308ffnet", 2),
     ("می\u200cخواهم", 1)],
)  # fmt: skip
def test_signs_upon_letters_belong_to_their_word(text: str, count: int) -> None:
    assert len(lemmas(text)) == count


def test_accents_that_stand_by_themselves_make_no_other_word() -> None:
    assert lemmas("Ru\u0308gen") == lemmas("R\u00fcgen")
