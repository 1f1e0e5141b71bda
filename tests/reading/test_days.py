"""Days in the ways in which reports write them, in English and in other languages."""

from __future__ import annotations

from datetime import date

import pytest

from tui.reading.days import day_alone, foreign_day, full_days, nearest, yearless_day
from tui.reading.wordlists import months


@pytest.mark.parametrize(
    "text",
    [
        "on 2025-07-13", "on 2025/7/13", "on 13.07.2025", "on July 13, 2025", "on Jul. 13th, 2025",
        "on 13 July 2025", "on 13th july, 2025", "on 13/7/2025", "on 7/13/2025", "on July 13  2025",
    ],
)  # fmt: skip
def test_a_day_with_its_year_is_read_however_it_is_written(text: str) -> None:
    assert full_days(f"It burned {text}.", True) == [(13, date(2025, 7, 13))]


def test_where_both_may_be_the_month_the_setting_says_which() -> None:
    assert full_days("03/04/2025", True) == [(0, date(2025, 4, 3))]
    assert full_days("03/04/2025", False) == [(0, date(2025, 3, 4))]


def test_days_that_the_calendar_lacks_are_left_out() -> None:
    assert full_days("31 June 2025, 30 June 2025, 99/99/2025", True) == [(14, date(2025, 6, 30))]


@pytest.mark.parametrize(
    "line",
    [
        "13 July 2025", "Published: 13 July 2025", "2025-07-13 18:05",
        "Last updated on Sunday, July 13, 2025 at 6:05 PM", "Sun, 13 Jul 2025 18:05:00 GMT",
    ],
)  # fmt: skip
def test_a_line_may_hold_a_day_and_a_time_alone(line: str) -> None:
    assert day_alone(line)


@pytest.mark.parametrize(
    "line", ["It burned on 13 July 2025", "13 July 2025 was a Sunday", "13 July", "In 2025"]
)
def test_a_day_in_a_sentence_is_not_alone(line: str) -> None:
    assert day_alone(line) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("on July 13", (7, 13)), ("on 13 July", (7, 13)), ("13 Sept. and July 2", (9, 13)),
     ("July heat", None), ("in July", None)],
)  # fmt: skip
def test_a_day_without_a_year_is_a_month_and_a_day(
    text: str, found: tuple[int, int] | None
) -> None:
    assert yearless_day(text) == found


@pytest.mark.parametrize(
    ("day", "others", "found"),
    [
        ((12, 30), [date(2025, 1, 2)], date(2024, 12, 30)),
        ((1, 2), [date(2024, 12, 30)], date(2025, 1, 2)),
        ((7, 13), [date(2025, 7, 14)], date(2025, 7, 13)),
        ((7, 13), [date(2020, 1, 1), date(2025, 7, 1), date(2025, 7, 2)], date(2025, 7, 13)),
        ((2, 29), [date(2025, 1, 5)], date(2024, 2, 29)),
        ((2, 30), [date(2025, 1, 5)], None),
        ((7, 13), [], None),
    ],
)
def test_the_year_is_that_in_which_the_day_is_nearest_to_the_other_reports(
    day: tuple[int, int], others: list[date], found: date | None
) -> None:
    assert nearest(*day, others) == found


@pytest.mark.parametrize(
    "line",
    [
        "14 mars 2024", "Publié le 14 mars 2024 à 18h05", "jeudi 14 mars 2024", "14. März 2024",
        "Emden, 14. März 2024", "Stand: 14.  März 2024, 18:05 Uhr", "14 de marzo de 2024",
        "Madrid, 14 marzo 2024", "14 марта 2024 г.", "14 березня 2024", "14 Μαρτίου 2024",
        "14 مارس 2024", "2024年3月14日", "2024年3月14日 18:05", "2024년 3월 14일", "14 Mart 2024",
    ],
)  # fmt: skip
def test_a_day_alone_is_read_in_many_languages(line: str) -> None:
    assert foreign_day(line) == date(2024, 3, 14)


@pytest.mark.parametrize(
    "line",
    [
        "Er starb am 14. März 2024 in Emden.",
        "Died 14 April 1950",
        "La reunión fue el 14 de marzo de 2024 y duró dos horas",
        "周二晚上,2024年3月14日,港口一座仓库起火,九人被送往医院。",
        "14 hommes 2024",
        "32 mars 2024",
        "mars 2024",
        "14 mars",
    ],
)
def test_a_day_in_a_sentence_and_what_is_no_day_is_left_alone(line: str) -> None:
    assert foreign_day(line) is None


def test_every_month_has_names_and_no_name_two_months() -> None:
    assert set(months().values()) == set(range(1, 13))
    from tui.reading.wordlists import sections

    listed = [
        w for n in range(1, 13) for line in sections("days.txt")[str(n)] for w in line.split()
    ]
    assert len(listed) == len(set(listed))
