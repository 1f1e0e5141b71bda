"""Phrases of reports."""

from __future__ import annotations

import pytest

from tui.model.span import Span
from tui.model.tag import Anchor, Ruling, Said, Tag
from tui.report.outline import Tagged
from tui.report.words import ruling, tag_line

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
        (
            Ruling((*SAID, Said("eve", "e.yaml", ("fact",))), ("ann", "eve"), "", "carol"),
            "Decided by carol for ann and eve (ann, eve: fact · ben: –).",
        ),
        (
            Ruling((*SAID, Said("eve", "e.yaml", ("fact",))), ("ann", "ben", "eve"), "", "carol"),
            "Decided by carol for all of them (ann, eve: fact · ben: –).",
        ),
        (Ruling(SAID, (), "", "carol"), "Decided by carol for none of them (ann: fact · ben: –)."),
    ],
)
def test_where_the_labels_of_a_claim_come_from(found: Ruling | None, told: str) -> None:
    assert ruling(found) == told


def test_a_claim_decided_to_have_no_label_is_no_note() -> None:
    place = Anchor("A", "a.txt", Span(0, 4), "Fire", "", "", "", 1, 1)
    decided = Tag("t1", place, ruling=Ruling(SAID, (), "", "carol"))
    assert tag_line(Tagged(decided, "A", 1)) == "no label, unchecked"
    assert tag_line(Tagged(Tag("t1", place), "A", 1)) == "note, unchecked"
