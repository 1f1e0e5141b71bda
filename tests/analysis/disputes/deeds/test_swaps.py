"""Who did it to whom."""

from __future__ import annotations

import pytest

from tests.analysis.made import articles
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.deeds.swaps import swap_disputes
from tui.analysis.sentences.cast import cast_of


def _found(*texts: str) -> list[Dispute]:
    told = articles(*texts)
    return list(swap_disputes(told, cast_of(told)))


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Mara Quill approached Odo Brandt.", "Odo Brandt approached Mara Quill at a game.", True),
        ("Mara Quill approached Odo Brandt.", "Odo Brandt was approached by Mara Quill.", False),
        ("Mara Quill was sued by Odo Brandt.", "Mara Quill sued Odo Brandt.", True),
        ("Mara Quill approached Odo Brandt.", "Odo Brandt thanked Mara Quill.", False),
        ("Mara Quill phoned Odo Brandt.", "Odo Brandt did not phone Mara Quill.", False),
        ("Mara Quill sued Odo Brandt.", "“Odo Brandt sued Mara Quill,” he said.", False),
        (
            "Mara Quill, Peru's prime minister, rang Odo Brandt at noon.",
            "Odo Brandt telephoned his Peruvian counterpart, Mara Quill.",
            True,
        ),
    ],
)
def test_one_did_it_and_the_other_suffered_it(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_an_article_that_tells_both_ways_tells_of_two_deeds() -> None:
    assert not _found(
        "Mara Quill called Odo Brandt. / Later Odo Brandt called Mara Quill.",
        "Odo Brandt called Mara Quill.",
    )
