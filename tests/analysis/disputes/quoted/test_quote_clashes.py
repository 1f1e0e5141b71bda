"""How a quotation told in two wordings is asked about."""

from __future__ import annotations

from tests.analysis.stories import article, story
from tui.analysis.engine import analyse
from tui.model.finding import Contradiction, Kind
from tui.model.settings import AnalysisSettings


def _found(a: str, b: str) -> list[Contradiction]:
    found = analyse(story(article("A", a), article("B", b)), AnalysisSettings())
    return [x for x in found.contradictions if x.kind is Kind.QUOTE]


def _asked(a: str, b: str) -> str:
    return _found(a, b)[0].question


def test_two_short_wordings_are_both_asked_for() -> None:
    assert _asked(
        "“We stopped the fire a few metres from the fuel tanks,” Tomas Reed said.",
        "“We stopped the fire only yards from the fuel tanks,” Tomas Reed said.",
    ) == "What did Reed say: “a few metres” or “only yards”?"  # fmt: skip


def test_of_long_wordings_the_quotation_is_named() -> None:
    """Two of one story would be one question otherwise."""
    asked = _asked(
        "The statement said the North would “shut down a test site in the northern hills to "
        "guarantee transparency in suspending all trials”.",
        "The statement said the North would “shut down a test site in the northern hills to "
        "prove the vow it made about giving up trials”.",
    )
    assert asked == "What were the exact words of “shut down a test site in the northern…”?"


def test_of_a_longer_quotation_the_part_that_differs_is_shown() -> None:
    (one,) = _found(
        "“The store was empty when we came, and we stopped the fire a few metres from the fuel "
        "tanks,” Tomas Reed said.",
        "“We stopped the fire only yards from the fuel tanks,” Tomas Reed said.",
    )
    assert [side.shown for side in one.sides] == [
        "stopped the fire a few metres from the fuel tanks",
        "We stopped the fire only yards from the fuel tanks",
    ]
    assert "empty" not in one.because


def test_an_office_and_a_name_may_be_one_speaker() -> None:
    """`the president said` here, `Quill said` there, where no text calls her President Quill."""
    assert _found(
        "“So we face yet another flood, and today it came by night,” the president said.",
        "“So we are facing yet another flood, and today it came at night,” Mara Quill said. Mara "
        "Quill had come to the dam.",
    )
