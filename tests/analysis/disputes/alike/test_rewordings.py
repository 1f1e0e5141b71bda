"""Quoted words told with other words."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.disputes.alike.rewordings import reworded

QUOTED = "He told the chief that he had “serious reservations” about the judgment of his adviser."
PLAIN = "He told the chief that he had serious {} about the judgment of his adviser."


def test_the_two_words_are_asked_for() -> None:
    (one,) = reworded(sentence(QUOTED), sentence(PLAIN.format("concerns"), article="B", n=1))
    assert one.question == "Which word was used: “reservations” or “concerns”?"


def test_the_same_word_without_the_marks_is_the_same() -> None:
    assert not list(reworded(sentence(QUOTED), sentence(PLAIN.format("reservations"))))


def test_without_a_quotation_another_word_is_only_another_word() -> None:
    a, b = PLAIN.format("doubts"), PLAIN.format("concerns")
    assert not list(reworded(sentence(a), sentence(b, article="B", n=1)))
