"""Antonyms in two sentences."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.clashes.opposed import opposed
from tui.analysis.sentences.slot_reading import reading


def _kinds(a: str, b: str) -> list[str]:
    return [d.kind for d in opposed(reading(sentence(a)), reading(sentence(b, article="B", n=1)))]


def test_an_antonym_in_the_same_place_clashes() -> None:
    assert _kinds("The council rejected the bridge.", "The council approved the bridge.") == [
        "antonym"
    ]


def test_before_and_after_are_an_order_of_events() -> None:
    assert _kinds("He left before the vote.", "He left after the vote.") == ["sequence"]


def test_a_sentence_with_both_words_contradicts_nobody() -> None:
    assert not _kinds(
        "The council rejected the bridge.", "The council approved the pier and rejected the bridge."
    )
