"""Syndicated copy is one voice, named by its source."""

from __future__ import annotations

from datetime import date

from tests.analysis.stories import FIRE, article, story
from tui.analysis.engine import analyse
from tui.model.article import Article
from tui.model.settings import AnalysisSettings

AGENCY = (
    "The ferry sank off the southern cape after it had struck a rock in thick morning fog.",
    "Rescuers pulled thirty passengers from the cold water within the first hour of the night.",
)
OWN = "Our reporter met the families at the quay, where they waited for news of their sons."


def voices(*articles: Article, ratio: int = 90) -> dict[str, str]:
    return dict(analyse(story(*articles), AnalysisSettings(copy_ratio=ratio)).voices)


def test_independent_reports_are_their_own_voices() -> None:
    assert voices(*FIRE) == {"A": "A", "B": "B", "C": "C"}


def test_a_report_made_of_copied_paragraphs_speaks_with_the_voice_of_the_earlier_one() -> None:
    late = article("A", *AGENCY, published=date(2025, 7, 14))
    early = article("B", *AGENCY, OWN, published=date(2025, 7, 13))
    assert voices(late, early) == {"A": "B", "B": "B"}


def test_one_copied_paragraph_among_own_words_leaves_a_voice_its_own() -> None:
    mixed = article("B", AGENCY[0], OWN, OWN.replace("families", "captain"))
    assert voices(article("A", *AGENCY), mixed)["B"] == "B"


def test_the_likeness_that_makes_a_copy_is_a_setting() -> None:
    nearly = tuple(p.replace("southern", "rocky").replace("cold", "icy") for p in AGENCY)
    assert voices(article("A", *AGENCY), article("B", *nearly), ratio=100)["B"] == "B"
