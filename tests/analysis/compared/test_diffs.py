"""Small edits between two sentences of nearly the same words."""

from __future__ import annotations

import pytest

from tests.analysis.pairs import read
from tui.analysis.compared.diffs import diff
from tui.model.finding import Kind


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The line will be open on Monday.", "The line will not be open on Monday.", Kind.NEGATION),
        ("Soot fell far down the coast.", "Soot fell far up the coast.", Kind.ANTONYM),
        ("Kent lost to Essex in the final.", "Essex lost to Kent in the final.", Kind.ACTOR),
        ("The ship left on the 13th of the month.", "The ship left on the 14th of the month.",
         Kind.NUMBER),
    ],
)  # fmt: skip
def test_one_small_edit_is_named_by_its_kind(a: str, b: str, kind: Kind) -> None:
    assert kind in {c.kind for c in diff(read(a), read(b)).contrasts}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The court did not approve the merger.", "The court rejected the merger."),
        ("At least 40 ships were lost.", "No fewer than 40 ships were lost."),
        ("The boats are the Heron and the Star.", "The boats are the Star and the Heron."),
    ],
)
def test_other_wording_is_no_edit_of_the_fact(a: str, b: str) -> None:
    assert not diff(read(a), read(b)).contrasts
