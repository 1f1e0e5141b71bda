"""Before whom a claim is made."""

from __future__ import annotations

from tests.analysis.made import sentences
from tui.analysis.disputes.alike.audiences import two_audiences
from tui.analysis.sentences.cast import cast_of


def test_a_speaker_has_one_audience() -> None:
    a, b = sentences(
        "Secretary Laura Finch announced the trip to reporters on the lawn.",
        "Secretary Laura Finch announced the trip to children at a picnic on the lawn.",
    )
    (one,) = two_audiences(a, b, cast_of((a, b)))
    assert one.question == "To whom did Finch announce it: reporters or children?"
