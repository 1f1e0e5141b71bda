"""Which denials deny what another sentence tells, and which only look so."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.clashes.denied import denied
from tui.analysis.sentences.slot_reading import reading


def _clash(a: str, b: str) -> bool:
    return any(denied(reading(sentence(a)), reading(sentence(b, article="B", n=1))))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council did not approve the bridge.", "The council approved the bridge."),
        ("The ferry company cannot close the pier.", "The ferry company can close the pier."),
        ("Quill pleaded not guilty on all counts.", "Quill pleaded guilty on all counts."),
        ("The two leaders did not shake hands.", "The two leaders shook hands."),
    ],
)
def test_what_is_denied_and_affirmed_clashes(a: str, b: str) -> None:
    assert _clash(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No mayor had been removed in a vote before.", "A mayor was removed in a vote."),
        ("No storm in the island's history has been deadlier.", "It was the deadliest storm."),
        ("Some members did not vote on the bridge.", "The members voted on the bridge."),
        ("Quill pleaded not guilty on all counts.", "Quill was found guilty on all counts."),
        ("Four islands did not vote on the bridge.", "The islands voted on the bridge."),
        ("The review did not find a leak.", "The review found no leak."),
        ("The court says Quill can't withhold the money.", "The court rebuffs withheld money."),
    ],
)
def test_a_record_a_part_a_plea_and_a_bar_deny_nothing(a: str, b: str) -> None:
    assert not _clash(a, b)
