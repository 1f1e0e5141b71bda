"""One person told to be or do a thing, and its contrary."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.deeds.stances import stance_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights

CAST = ("Mara Quill runs the ferry company.", "Odo Fenwick chairs the port council.")
"""Told first by both articles, so that the persons are known."""


def _found(a: list[str], b: list[str]) -> list[Dispute]:
    told = [sentence(t, n=n) for n, t in enumerate((*CAST, *a))]
    told += [sentence(t, article="B", n=len(told) + n) for n, t in enumerate((*CAST, *b))]
    return list(stance_disputes(told, cast_of(told), weights(told)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mara Quill died in her cabin.", "Mara Quill was pulled from the wreckage."),
        ("Mara Quill would remain in office, she said.", "Mara Quill has offered her resignation."),
        ("Mara Quill did not claim victory.", "Mara Quill proclaimed herself president at eight."),
        (
            "Mara Quill argued against the bridge toll.",
            "Mara Quill pushed the bridge toll through.",
        ),
        ("Mara Quill gave no reason.", "Mara Quill explained it in a long statement."),
        ("Mara Quill was at large on Monday.", "Mara Quill was arrested in the harbour."),
        ("France turned down the harbour pact.", "France accepted the harbour pact."),
        ("Mara Quill has agreed to hold a vote.", "Mara Quill declined to commit to a vote."),
        ("No charges were brought against Mara Quill.", "Mara Quill was charged with fraud."),
        ("A jury found Mara Quill guilty.", "Mara Quill was acquitted of all counts."),
        ("Mara Quill was told of the leak in May.", "Mara Quill knew nothing of the leak."),
        ("The gunman was unarmed by then.", "The gunman was armed with two rifles."),
    ],
)
def test_a_thing_and_its_contrary_of_one_person(a: str, b: str) -> None:
    assert _found([a], [b])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mara Quill died in her cabin.", "Odo Fenwick was pulled from the wreckage."),
        ("Mara Quill was asked whether she resigned.", "Mara Quill will remain in office."),
        ("Mara Quill argued against the toll.", "Mara Quill pushed for a longer school year."),
        ("Mara Quill said nothing as she was handcuffed.", "Mara Quill left in handcuffs."),
        ("Mara Quill did not resign.", "Mara Quill will remain in office."),
        ("Mara Quill, whose husband died, wept.", "Mara Quill was pulled from the wreckage."),
        ("Mara Quill’s brother died at sea.", "Mara Quill was pulled from the wreckage."),
        ("Mara Quill told Odo Fenwick that she resigned.", "Odo Fenwick will remain in office."),
        ("Critics urged that Mara Quill be jailed if she died.", "Mara Quill survived."),
    ],
)
def test_two_persons_two_matters_and_mere_questions_are_none(a: str, b: str) -> None:
    assert not _found([a], [b])


def test_an_article_that_tells_both_contradicts_nobody() -> None:
    both = ["Mara Quill was pulled from the wreckage.", "Mara Quill died on Monday."]
    assert not _found(both, ["Mara Quill died in hospital."])


def test_a_pronoun_stands_for_the_one_person_of_the_sentence_in_front() -> None:
    pulled = ["Mara Quill was pulled from the wreckage."]
    assert _found(["Mara Quill steered the boat.", "She died in her cabin."], pulled)
    assert not _found(["Mara Quill met Odo Fenwick.", "She died in her cabin."], pulled)


def test_a_lead_may_name_its_person_later() -> None:
    told = [sentence("A ferry captain was wiped out on Monday.")]
    told += [sentence("Mara Quill, her wife says, was careful.", n=1)]
    told += [sentence("Mara Quill has since turned up alive.", article="B", n=2)]
    assert list(stance_disputes(told, cast_of(told), weights(told)))


def test_a_title_tells_whom_of_two_a_pronoun_means() -> None:
    pulled = ["Mara Quill was pulled from the wreckage."]
    assert _found(["Ms Quill met Odo Fenwick.", "She died in her cabin."], pulled)
    assert not _found(["Ms Quill met Odo Fenwick.", "He died in his cabin."], pulled)
