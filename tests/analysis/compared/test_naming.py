"""Names that may be told for one another, and names of different sorts."""

from __future__ import annotations

import pytest

from tui.analysis.compared.naming import of_one_sort, stands_for


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("qaida", "qaeda"),
        ("mohammed", "muhammad"),
        ("dutch", "netherlands"),
        ("greece", "athens"),
        ("scottish", "british"),
    ],
)
def test_another_spelling_and_the_people_of_a_country_stand_for_a_name(one: str, two: str) -> None:
    assert stands_for(one, two) == stands_for(two, one) > 0


@pytest.mark.parametrize(
    ("one", "two"),
    [("niger", "nigeria"), ("smith", "jones"), ("austria", "australia"), ("iran", "iraq")],
)
def test_two_names_stand_for_nothing_but_themselves(one: str, two: str) -> None:
    assert stands_for(one, two) == stands_for(two, one) == 0


def test_a_person_is_no_other_country() -> None:
    assert of_one_sort("ewan", "france") < of_one_sort("france", "germany")
    assert of_one_sort("american", "dutch") == of_one_sort("scottish", "french") == 1
    assert of_one_sort("france", "european") < of_one_sort("smith", "jones")
