"""One thing that is told as being of two kinds."""

from __future__ import annotations

import pytest

from tests.analysis.made import articles
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.deeds.alternatives import alternative_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights


def _found(*texts: str) -> list[Dispute]:
    told = articles(*texts)
    return list(alternative_disputes(told, cast_of(told), weights(told)))


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "Norland warplanes bombed a village near Tarn in the east.",
            "Norland drones flattened a farm in a village near Tarn.",
            True,
        ),
        (
            "Norland warplanes bombed a village near Tarn in the east.",
            "Jets of the Norland air force bombed the village near Tarn.",
            False,
        ),
        (
            "Mara Quill pleaded guilty to fraud in a Tarn court in 2021.",
            "Mara Quill was found guilty of fraud by a Tarn jury in 2021.",
            True,
        ),
        (
            "Mara Quill pleaded not guilty to fraud in a Tarn court.",
            "Mara Quill was found guilty of fraud by a Tarn jury.",
            False,
        ),
        (
            "The train hit 12 empty tankers in Tarn.",
            "In Tarn the train ran into tankers brimming with petrol.",
            True,
        ),
        (
            "The train hit 12 empty tankers in Tarn.",
            "In Tarn the train, its coaches full of nurses, ran into tankers.",
            False,
        ),
        (
            "The gunman killed himself in his room in the Tarn hotel.",
            "The gunman was killed when officers stormed the Tarn hotel.",
            True,
        ),
        (
            "A rocket fired at the Tarn base in Norland hit a shed.",
            "A missile fired at the Tarn base in Norland hit a shed.",
            False,
        ),
        (
            "Norland turned down an offer of talks in Tarn.",
            "Norland accepted an offer of talks in Tarn.",
            True,
        ),
        (
            "Police seized the Tarn editor in a street near the Renn bank.",
            "Police seized the Tarn editor of the Wall Street Journal near the Renn bank.",
            False,
        ),
        (
            "Police seized the Tarn editor in a street near the Renn bank.",
            "Police seized the Tarn editor in a hotel near the Renn bank.",
            True,
        ),
        (
            "No group has claimed the bombing of the Tarn bridge.",
            "The Norland Front claimed responsibility for the bombing of the Tarn bridge.",
            True,
        ),
        (
            "Norland was told of the raid on Tarn in advance.",
            "Norland heard of the raid on Tarn from television.",
            True,
        ),
    ],
)
def test_one_thing_is_of_one_kind(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_an_article_that_knows_of_both_tells_of_two_things() -> None:
    assert not _found(
        "Norland warplanes bombed a village near Tarn. / Its drones hit a bridge.",
        "Norland drones flattened a farm in a village near Tarn.",
    )


def test_what_is_denied_is_no_answer() -> None:
    assert not _found(
        "Norland warplanes bombed a village near Tarn in the east.",
        "No Norland drones bombed the village near Tarn.",
    )


def test_less_must_be_shared_where_others_tell_the_same() -> None:
    odd, other = "The firm traced it to a cyberattack.", "The firm blamed a power failure."
    assert not _found(odd, other)
    assert _found(odd, other, "Officials put it down to a power cut.")


def test_of_what_a_story_has_once_no_other_word_needs_to_be_shared() -> None:
    nobody = "No group has stepped forward to take credit for the barrage."
    assert _found(nobody, "The Oath, a little-known group, boasted of the attack within hours.")
    assert not _found(nobody, "Nobody has claimed the attack within hours.")
