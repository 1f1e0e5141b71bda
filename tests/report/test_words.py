"""Phrases of reports."""

from __future__ import annotations

import pytest

from tui.model.tag import Ruling, Said
from tui.report.words import ruling

SAID = (Said("ann", "ann.yaml", ("fact",)), Said("ben", "ben.yaml"))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (None, ""),
        (Ruling(SAID[:1], ("ann",)), "All agreed (ann: fact)."),
        (
            Ruling(SAID, ("ann",), "the hospital confirms nine", "carol"),
            "Decided by carol for ann: the hospital confirms nine (ann: fact · ben: –).",
        ),
        (Ruling(SAID, (), "", "carol"), "Decided by carol for none of them (ann: fact · ben: –)."),
    ],
)
def test_where_the_labels_of_a_claim_come_from(found: Ruling | None, told: str) -> None:
    assert ruling(found) == told
