"""Contradictions are numbered as a reader meets them."""

from __future__ import annotations

from tests.analysis.made import story
from tui.analysis.disputes.order import in_order
from tui.analysis.engine import analyse
from tui.model.alignment import Piece, Row
from tui.model.finding import Contradiction, Kind, Mention, Severity, Side
from tui.model.settings import AnalysisSettings
from tui.model.span import Span


def _one(at: int, severity: Severity) -> Contradiction:
    sides = tuple(
        Side(v, v, (Mention(a, Span(at, at + 1)),)) for a, v in (("A", "yes"), ("B", "no"))
    )
    return Contradiction("x9", Kind.NUMBER, severity, f"At {at}?", sides, (), 0.9, "made", "Made.")


def test_the_first_row_comes_first_whatever_the_severity() -> None:
    rows = [
        Row(1, "", 1.0, (), {"A": (Piece(2, Span(50, 90)),), "B": (Piece(2, Span(50, 90)),)}),
        Row(2, "", 1.0, (), {"A": (Piece(1, Span(0, 40)),), "B": (Piece(1, Span(0, 40)),)}),
    ]
    found = in_order([_one(10, Severity.CONFLICT), _one(60, Severity.DIFFERS)], rows)
    assert [(c.id, c.question) for c in found] == [("x1", "At 60?"), ("x2", "At 10?")]


def test_every_contradiction_of_a_story_has_its_own_number() -> None:
    told = story("The fire killed 12 workers on Tuesday.", "The fire killed 17 workers on Tuesday.")
    found = analyse(told, AnalysisSettings()).told(AnalysisSettings().least)
    assert [c.id for c in found] == ["x1"]


def test_what_is_too_weak_for_a_report_keeps_its_place_but_is_numbered_last() -> None:
    weak = _one(10, Severity.DIFFERS)._replace(score=0.2)
    found = in_order([_one(60, Severity.CONFLICT), weak], [], least=0.35)
    assert [(c.id, c.score) for c in found] == [("x2", 0.2), ("x1", 0.9)]
