"""Disputes of one question become one, whichever rules found them and in whatever order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from tui.analysis.disputes.basis.dispute import Answer, Dispute
from tui.analysis.disputes.merging import merged
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span


def _answer(article: str, at: int, value: str) -> Answer:
    return Answer(value, value, Mention(article, Span(at, at + 5)))


def _dispute(score: float, *answers: Answer, rule: str = "made") -> Dispute:
    return Dispute(Kind.NUMBER, Severity.CONFLICT, rule, "How many?", answers, score, "Made.")


def test_the_same_two_places_are_one_question_however_their_values_are_written() -> None:
    one = _dispute(0.9, _answer("A", 0, "reed"), _answer("B", 0, "oake"), rule="one")
    other = _dispute(0.8, _answer("A", 0, "tom reed"), _answer("B", 0, "lena oake"), rule="other")
    (found,) = merged([other, one])
    assert [a.value for a in found.answers] == ["reed", "oake"]


def test_a_number_of_days_and_the_time_it_tells_are_one_question() -> None:
    days = _dispute(0.9, _answer("A", 0, "11"), _answer("B", 0, "8"), rule="figures")
    time = _dispute(0.8, _answer("A", 0, "11 after"), _answer("B", 0, "8 after"), rule="times")
    (found,) = merged([days, replace(time, kind=Kind.DATE)])
    assert [a.value for a in found.answers] == ["11", "8"]


def test_a_further_place_takes_the_value_of_its_side() -> None:
    one = _dispute(0.9, _answer("A", 0, "reed"), _answer("B", 0, "oake"))
    other = _dispute(
        0.8, _answer("A", 0, "tom reed"), _answer("B", 0, "lena oake"), _answer("C", 0, "tom reed")
    )
    (found,) = merged([one, other])
    assert [(a.mention.article, a.value) for a in found.answers][-1] == ("C", "reed")


def test_a_dispute_that_fits_two_groups_joins_them() -> None:
    left = _dispute(0.9, _answer("A", 0, "1"), _answer("B", 0, "2"))
    right = _dispute(0.8, _answer("C", 0, "3"), _answer("D", 0, "4"))
    bridge = _dispute(0.7, _answer("B", 0, "2"), _answer("C", 0, "3"))
    for order in permutations((left, right, bridge)):
        (found,) = merged(order)
        assert {a.value for a in found.answers} == {"1", "2", "3", "4"}


def test_disputes_with_one_place_in_common_but_another_value_stay_apart() -> None:
    one = _dispute(0.9, _answer("A", 0, "1"), _answer("B", 0, "2"))
    other = _dispute(0.8, _answer("A", 0, "7"), _answer("C", 0, "8"))
    assert len(merged([one, other])) == 2
