"""What one person or place is said to be."""

from __future__ import annotations

import pytest

from tests.analysis.made import articles
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.named.particulars import particular_disputes
from tui.analysis.sentences.cast import cast_of
from tui.model.finding import Severity


def _found(*texts: str) -> list[Dispute]:
    told = articles(*texts)
    return list(particular_disputes(told, cast_of(told)))


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Sen. Mara Quill of Ohio voted no.", "It was Sen. Mara Quill of North Dakota.", True),
        ("Sen. Mara Quill of Ohio voted no.", "Mara Quill, D-Ohio, spoke up.", False),
        ("Sen. Mara Quill, D-Mont., voted no.", "Iowa Sen. Mara Quill spoke up.", True),
        ("Republican Sen. Mara Quill sang.", "Democratic Sen. Mara Quill sang.", True),
        ("Mara Quill, a 34-year-old nurse, left.", "He met Mara Quill, a teacher from Tarn.", True),
        ("Mara Quill, a hospital nurse, left.", "Nurse Mara Quill came home.", False),
        ("His brother, Odo Quill, wept.", "Odo Quill, his cousin, wept.", True),
        ("His brother, Odo Quill, wept.", "Odo Quill, a teacher, wept.", False),
        ("Gen. Odo Quill led them.", "Col. Odo Quill led them.", True),
        ("Foreign Minister Odo Quill left.", "Deputy Foreign Minister Odo Quill left.", True),
        ("Police Chief Odo Quill left.", "The police chief, Odo Quill, left.", False),
        ("Vice Adm. Odo Quill led them.", "Vice Admiral Odo Quill led them.", False),
        ("Former President Odo Quill came.", "Prime Minister Odo Quill came.", False),
        ("Interior Minister Odo Quill came.", "Justice Minister Odo Quill came.", True),
    ],
)
def test_a_person_has_one_of_each(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_an_article_that_tells_both_contradicts_nobody() -> None:
    assert not _found(
        "Mara Quill, a nurse, left. / Mara Quill, a teacher of nurses, came back.",
        "Mara Quill, a nurse, left.",
        "Mara Quill, a nurse and a teacher, left.",
    )


@pytest.mark.parametrize(
    ("side", "severity"),
    [("southern", Severity.CONFLICT), ("northeastern", Severity.DIFFERS)],
)
def test_a_place_lies_on_one_side(side: str, severity: Severity) -> None:
    (one,) = _found("It left the northern city of Tarn.", f"It left the {side} town of Tarn.")
    assert one.severity is severity
