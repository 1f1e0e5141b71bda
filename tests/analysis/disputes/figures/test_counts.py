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


def test_armed_men_count_as_attackers() -> None:
    (one,) = _found(
        "The mayor spoke. Five attackers entered the Belvedere Hotel in Arden at dawn.",
        "The mayor wept. Three armed men entered the Belvedere Hotel in Arden at dawn.",
    )
    assert {side.shown for side in one.sides} == {"Five attackers", "Three armed men"}


def test_people_held_hostage_are_not_those_killed_in_the_same_breath() -> None:
    (one,) = _found(
        "More than 150 people were taken hostage at the Belvedere Hotel by gunmen.",
        "Gunmen killed at least 21 people and held over 100 people hostage at the hotel.",
    )
    assert "hostage" in one.question


def test_who_gives_one_count_of_the_hurt_in_other_words_is_on_one_side() -> None:
    found = _found(
        "Trains collide in Arden: 20 killed, 50 injured, officials in Norland say.",
        "At least 20 people were killed and 50 others injured when trains collided in Arden.",
        "Trains collide in Arden: 20 killed, 45 injured, a hospital in Norland says.",
    )
    (hurt,) = [c for c in found if "hurt" in c.question]
    assert [{m.article for m in side.mentions} for side in hurt.sides] == [{"A", "B"}, {"C"}]
