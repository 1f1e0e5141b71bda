"""Claims of one article alone."""

from __future__ import annotations

from tests.analysis.stories import FIRE, story
from tui.analysis.engine import analyse
from tui.model.settings import AnalysisSettings


def lone() -> list[str]:
    texts = {a.id: a.text for a in FIRE}
    found = analyse(story(*FIRE), AnalysisSettings()).only
    return [o.mention.span.of(texts[o.mention.article]) for o in found]


def test_a_claim_nobody_else_makes_is_listed() -> None:
    assert "Insurers expect claims of two million crowns." in lone()


def test_a_claim_that_others_make_is_not_listed() -> None:
    assert not any("three warehouses" in text.lower() for text in lone())


def test_too_short_a_sentence_claims_too_little() -> None:
    assert "Nobody was hurt." not in lone()
