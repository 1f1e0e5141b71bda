"""The day of a report that does not say when it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.analysis.made import story
from tui.model.article import Source
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


@pytest.mark.parametrize(
    ("days", "inferred"),
    [((1, 1, 9), 1), ((9, 9, 1), 9), ((1, 13, 14), 13), ((2, 9), 2), ((2, 2, 9, 9), 2)],
)
def test_an_undated_report_is_of_the_day_of_most_others_else_of_the_middle_one(
    days: tuple[int, ...], inferred: int
) -> None:
    *dated, bare = story(*["They met."] * (len(days) + 1), published=None).articles
    known = [
        replace(article, published=date(2025, 7, day), published_from=Source.HEADER)
        for article, day in zip(dated, days, strict=True)
    ]
    found = with_inferred_dates([*known, bare], False)
    assert found[:-1] == known
    assert (found[-1].published, found[-1].published_from) == (
        date(2025, 7, inferred), Source.INFERRED
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today (June 3, 2024)", 3),
        ("yesterday (June 3, 2024)", 4),
        ("tomorrow (Monday, June 3, 2024)", 2),
    ],
)
def test_a_day_told_beside_today_dates_its_text(said: str, day: int) -> None:
    assert _days(f"They met {said} in Tarn.") == [date(2024, 6, day)]


@pytest.mark.parametrize("written", ["2025-02-30", "2025-13-01", "0001-01-01", "9999-12-31"])
def test_a_header_with_an_impossible_day_dates_nothing(written: str) -> None:
    assert published_of([f"date {written} Fire at the quay", "Ten boats burned."], False) == (
        None,
        None,
    )
