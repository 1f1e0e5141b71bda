"""How one vote went."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.figures.tallies import bodies_in, tally_disputes
from tui.analysis.sentences.themes import weights


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The Senate confirmed her, 51 to 48.", "The 51-49 vote in the Senate was close.", True),
        ("The bill passed by 212 votes to 98.", "Lawmakers passed the bill 214-98.", True),
        ("The court ruled 6-3 for the state.", "The states win in 5-4 shocker", True),
        ("The court ruled by six to three.", "The justices split 6-3.", False),
        ("The House passed the bill 216-214.", "The bill cleared the chamber 217-214.", True),
        ("The court voted 6-3 to stop it.", "Lawmakers voted 7-3 to stop it.", False),
        ("The panel voted 12 to 10.", "The Senate voted 12-11.", False),
        ("The Senate passed the bill 61-39.", "The Senate passed the bill 87-12.", False),
        ("They voted on 10 to 12 amendments.", "They voted 11-12.", False),
        ("The council voted 7-2.", "A 30-to-60-minute debate ended in a vote.", False),
    ],
)
def test_only_tallies_that_may_be_of_one_vote_differ(a: str, b: str, differ: bool) -> None:
    told = [sentence(a), sentence(b, article="B", n=1)]
    assert bool(list(tally_disputes(told, weights(told)))) is differ


def test_where_a_bill_goes_after_the_vote_is_not_who_voted() -> None:
    told = [
        sentence("The 216-214 vote sends the legislation to the Senate."),
        sentence("The House passed the legislation 217-214.", article="B", n=1),
    ]
    assert list(tally_disputes(told, weights(told)))


def test_of_two_votes_the_one_that_went_most_alike_is_meant() -> None:
    told = [
        sentence("The House passed the bill 216-214."),
        sentence("The House rejected an amendment to the bill, 215-212.", n=1),
        sentence("The House passed the bill 217-214.", article="B", n=2),
    ]
    (found,) = tally_disputes(told, weights(told))
    assert {a.shown for a in found.answers} == {"216-214", "217-214"}


def test_an_article_that_knows_both_tallies_tells_of_two_votes() -> None:
    told = [
        sentence("The Senate voted 51 to 48 to go on."),
        sentence("The Senate then voted 51 to 49 to end.", n=1),
        sentence("The Senate voted 51-49.", article="B", n=2),
    ]
    assert not list(tally_disputes(told, weights(told)))


def test_the_body_may_be_named_in_the_sentence_before() -> None:
    told = [
        sentence("The committee met at last."),
        sentence("The tally was 12 to 10.", n=1),
        sentence("The Senate panel advanced her, 12-11.", article="B", n=2),
    ]
    (found,) = tally_disputes(told, weights(told))
    assert found.question == "How did the vote of the committee go: 12–10 or 12–11?"


def test_chambers_are_told_apart() -> None:
    here, there = bodies_in("The Senate voted first."), bodies_in("The House followed.")
    assert here
    assert there
    assert not here & there


def test_the_body_that_voted_is_looked_for_by_the_numbers_of_sentences() -> None:
    """A sentence may be missing in front of them: one without end is left out."""
    senate = sentence("The Senate met in the morning.", None, "A", 5)
    a = sentence("Members passed it 51-48.", None, "A", 6)
    b = sentence("The House passed it 51-47.", None, "B", 7)
    assert not list(tally_disputes((senate, a, b), weights((senate, a, b))))
