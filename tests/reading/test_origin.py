"""The day of a report that does not say when it was published."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.made import story
from tui.reading.origin import published_of, with_inferred_dates


def _days(*texts: str) -> list[date | None]:
    return [a.published for a in with_inferred_dates(story(*texts, published=None).articles, False)]


def test_the_only_full_date_of_a_text_dates_that_text_alone() -> None:
    assert _days("He spoke on June 3, 2024, in Tarn.", "He spoke today.") == [
        date(2024, 6, 3),
        None,
    ]


def test_two_texts_with_one_date_date_the_others() -> None:
    told = "He spoke on June 3, 2024, in Tarn.", "On June 3, 2024, he spoke.", "He spoke today."
    assert _days(*told) == [date(2024, 6, 3)] * 3


@pytest.mark.parametrize("year", ["2013", "2024"])
def test_a_later_year_makes_the_only_full_date_one_of_old(year: str) -> None:
    text = f"It was the worst attack since that of September 11, 2001, and of the {year} fire."
    assert _days(text) == [None]


@pytest.mark.parametrize("written", ["2025-02-30", "2025-13-01", "0001-01-01", "9999-12-31"])
def test_a_header_with_an_impossible_day_dates_nothing(written: str) -> None:
    assert published_of([f"date {written} Fire at the quay", "Ten boats burned."], False) == (
        None,
        None,
    )
