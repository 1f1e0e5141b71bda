"""Two bare sentences held against each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.pair import Comparison, compare
from tui.model.settings import AnalysisSettings


def _compare(a: str, b: str, a_date: date | None = None, b_date: date | None = None) -> Comparison:
    return compare(a, b, a_date, b_date, AnalysisSettings())


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The fire killed 12 people.", "The fire killed 14 people.", "number"),
        ("The minister resigned on Monday.", "The minister resigned on Tuesday.", "date"),
        ("The court approved the merger.", "The court rejected the merger.", "antonym"),
        ("The company insured the store.", "The company did not insure the store.", "negation"),
        ("Smith met Jones in Paris.", "Smith met Jones in Berlin.", "place"),
        ("Norvex sued Harlan over patents.", "Harlan sued Norvex over patents.", "actor"),
    ],
)
def test_a_changed_slot_is_a_conflict_of_its_kind(a: str, b: str, kind: str) -> None:
    found = _compare(a, b)
    assert (found.relation, found.kind) == ("conflict", kind)
    assert found.conflict > found.same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The dog bit the man.", "The man was bitten by the dog."),
        ("Officials confirmed the outbreak.", "The outbreak was confirmed by officials."),
        ("At least 12 people died in the fire.", "In the fire 12 people died."),
        ("The senator announced his resignation.", "The senator's resignation was announced."),
    ],
)
def test_other_words_for_one_fact_are_no_conflict(a: str, b: str) -> None:
    assert _compare(a, b).relation == "same"


def test_yesterday_is_counted_from_each_report() -> None:
    a, b = "The bank closed yesterday.", "The bank closed on Tuesday."
    assert _compare(a, b, date(2025, 6, 11), date(2025, 6, 11)).relation != "conflict"
    assert _compare(a, b, date(2025, 6, 13), date(2025, 6, 13)).relation == "conflict"


def test_sentences_without_common_words_are_unrelated() -> None:
    found = _compare("A cat sat on the mat.", "The economy grew by 3 percent.")
    assert found.relation == "unrelated"
    assert found.kind is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_scores_stay_between_none_and_one(a: str, b: str) -> None:
    found = _compare(a, b)
    assert 0.0 <= found.same <= 1.0
    assert 0.0 <= found.conflict <= 1.0
    assert found.relation in ("same", "conflict", "differs", "unrelated")


def test_a_text_without_end_is_compared_by_its_beginning() -> None:
    endless = "Police arrested the driver. " + "in Paris, " * 20_000
    told = compare(endless, "Police did not arrest the driver.", None, None, AnalysisSettings())
    assert 0.0 <= told.conflict <= 1.0
