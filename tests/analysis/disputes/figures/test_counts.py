"""One thing counted in unlike words."""

from __future__ import annotations

from tests.analysis.made import story
from tui.analysis.engine import analyse
from tui.model.finding import Contradiction, Severity
from tui.model.settings import AnalysisSettings


def _found(*texts: str) -> list[Contradiction]:
    settings = AnalysisSettings()
    told = analyse(story(*texts), settings).told(settings.least)
    return [c for c in told if c.rule in ("count", "figure")]


def test_the_reason_names_both_passages_and_both_numbers() -> None:
    (one,) = _found(
        "Officers made 47 arrests at the pipeline camp for trespassing, the sheriff said.",
        "The sheriff said 62 people were arrested for trespassing at the pipeline camp.",
    )
    assert one.severity is Severity.CONFLICT
    assert "47 arrests" in one.because
    assert "62 people" in one.because
    assert one.because.startswith("A says “Officers made")
    assert ", but B says “" in one.because


def test_a_number_told_more_roughly_differs_and_is_no_conflict() -> None:
    (one,) = _found(
        "The counsel gave the premier's lawyers a list of 49 questions on the deal.",
        "The premier's lawyers got a list of more than 40 questions on the deal from the counsel.",
    )
    assert one.severity is Severity.DIFFERS
