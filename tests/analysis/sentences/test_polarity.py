"""What is denied, and what only looks so."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.sentences.polarity import denials, with_helpers
from tui.model.span import Span


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The airline did not inform the passengers.", "inform"),
        ("The minister never visited the camp.", "visit"),
        ("Rebels failed to capture the town.", "capture"),
        ("The board decided against buying the firm.", "buying"),
        ("The premier stopped short of naming the company.", "name"),
        ("The ministry refused to publish the report.", "publish"),
        ("Talks are unlikely to succeed.", "succeed"),
        ("Norland has yet to sign the treaty.", "sign"),
        ("The statement didn't mention the strike.", "mention"),
        ("The inquiry led nowhere, the lawyer said.", "lead"),
        ("They did not, however, sign the treaty.", "sign"),
        ("A grand jury declined Monday to indict the officer.", "indict"),
        ("The ministry refused for more than two years to publish the report.", "publish"),
    ],
)
def test_the_first_word_in_the_scope_is_denied(text: str, denied: str) -> None:
    assert [d.word.lemma for d in denials(sentence(text))] == [denied]


@pytest.mark.parametrize(
    "text",
    [
        "The storm destroyed not only the pier but the lighthouse.",
        "No fewer than 40 houses burned.",
        "She did not deny that she had met him.",
        "He spoke without naming the company.",
        "The country no longer needs to test its weapons.",
        "They came to the hall.",
        "He was ousted in a no-confidence vote.",
        "Three members voted no on Friday.",
        "They had been firm “no” votes all along.",
        "The war did nothing for us, said Amir Talib.",
        "The victim, who was not identified, died.",
    ],
)
def test_apparent_and_double_negations_deny_nothing(text: str) -> None:
    assert denials(sentence(text)) == ()


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("It did not mention the ferry.", "not mention", "did not mention"),
        ("The queen will meet him.", "meet", "will meet"),
        ("They would have been fined.", "fined", "would have been fined"),
        ("It did, he said, mention it.", "mention", "mention"),
        ("They met.", "met", "met"),
    ],
)
def test_a_verb_is_shown_with_its_helping_verbs(text: str, words: str, shown: str) -> None:
    made = sentence(text)
    at = made.span.start + text.index(words)
    assert with_helpers(made, Span(at, at + len(words))) == shown
