"""Paragraphs as they are compared for links."""

from __future__ import annotations

from tests.analysis.stories import FIRE, article, story
from tui.analysis.alignment.passages import Passage, passages
from tui.analysis.alignment.similarity import profiles
from tui.analysis.words.tokens import read_sentences
from tui.model.article import Story


def of(told: Story) -> list[Passage]:
    sentences = read_sentences(told)
    return passages(sentences, profiles(sentences))[0]


def test_each_paragraph_is_one_passage_and_knows_its_sentences() -> None:
    sentences = read_sentences(story(*FIRE))
    told, place = passages(sentences, profiles(sentences))
    assert [(s.article, s.paragraph) for s in sentences] == [
        (told[at].ref.article, told[at].ref.number) for at in place
    ]
    assert len({p.ref for p in told}) == len(told)


def test_places_run_from_the_first_paragraph_to_the_last() -> None:
    told = of(story(*FIRE))
    assert [p.place for p in told if p.ref.article == "B"] == [0, 1 / 3, 2 / 3, 1]


def test_a_word_of_one_paragraph_weighs_more_than_one_of_all() -> None:
    told = of(story(article("A", "Norwick burnt.", "Norwick slept."), article("B", "Norwick.")))
    words = told[0].words
    assert words["burn"] > words["norwick"] > 0


def test_a_phrase_stays_within_its_sentence() -> None:
    told = of(story(article("A", "The old quay burnt. Nobody died.")))
    assert ("old", "quay", "burn") in told[0].phrases
    assert not any("nobody" in phrase and "quay" in phrase for phrase in told[0].phrases)


def test_no_sentence_gives_no_passage() -> None:
    assert passages((), ()) == ([], [])
