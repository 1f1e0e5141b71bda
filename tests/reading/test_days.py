"""Days written in other languages than English, on a line of their own."""

from __future__ import annotations

from datetime import date

import pytest

from tui.reading.days import foreign_day
from tui.reading.wordlists import months


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
