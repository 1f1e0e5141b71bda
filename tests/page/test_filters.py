"""One filtered list: what shows is a part of what was found, and everything draws from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, HURT, MAYOR
from tui.model.finding import Kind
from tui.model.settings import AnalysisSettings
from tui.page.filters import Certainty, Filter, count_kinds, shown, words

SETTINGS = AnalysisSettings(possible=0.8, least=0.6)


@pytest.mark.parametrize(
    ("certainty", "ids"),
    [
        (Certainty.STRICT, ["x1"]),
        (Certainty.NORMAL, ["x1", "x2"]),
        (Certainty.EVERYTHING, ["x1", "x2", "x3"]),
    ],
)
def test_certainty_keeps_what_scores_enough(certainty: Certainty, ids: list[str]) -> None:
    kept = shown(ANALYSIS, Filter(certainty), SETTINGS).contradictions
    assert [c.id for c in kept] == ids


def test_kinds_keep_contradictions_only_of_these_kinds_and_all_facts() -> None:
    kept = shown(ANALYSIS, Filter(kinds=(Kind.QUOTE,)), AnalysisSettings())
    assert kept.contradictions == (MAYOR,)
    assert kept.facts == ANALYSIS.facts


def test_blind_hides_every_finding_and_no_row() -> None:
    kept = shown(ANALYSIS, Filter(blind=True), AnalysisSettings())
    assert (kept.facts, kept.contradictions, kept.only, kept.links) == ((), (), (), ())
    assert kept.rows == ANALYSIS.rows


def test_where_everything_shows_it_is_the_same_analysis() -> None:
    assert shown(ANALYSIS, Filter(Certainty.EVERYTHING), SETTINGS) is ANALYSIS


def test_kinds_are_counted_whatever_kind_shows_now() -> None:
    counts = count_kinds(ANALYSIS, Filter(kinds=(Kind.DATE,)), AnalysisSettings())
    assert dict(counts) == {Kind.NUMBER: 1, Kind.QUOTE: 1, Kind.DATE: 1}


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Filter(), ""),
        (Filter(Certainty.STRICT, (Kind.DATE,)), "strict · only date"),
        (Filter(Certainty.STRICT, blind=True), "blind"),
    ],
)
def test_only_what_is_unusual_is_said(chosen: Filter, said: str) -> None:
    assert words(chosen) == said


@given(st.sampled_from(Certainty), st.sets(st.sampled_from(Kind)), st.booleans())
def test_what_shows_keeps_its_order_and_its_ids(
    certainty: Certainty, kinds: set[Kind], blind: bool
) -> None:
    chosen = Filter(certainty, tuple(sorted(kinds)), blind)
    kept = shown(ANALYSIS, chosen, SETTINGS).contradictions
    assert list(kept) == [c for c in ANALYSIS.contradictions if c in kept]
    assert HURT not in kept or not blind
