"""What counts as a quantity, and which two numbers can be one."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.sentences.quantities import compatible, quantities


def _values(text: str) -> list[str]:
    return [q.value for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("fired 23 missiles during 16 tests", ["23 missile", "16 test"]),
        ("turnover of US$244.8 billion", ["244800000000 usd"]),
        ("paid 30 million euros", ["30000000 eur"]),
        ("at least 12 people died", ["12.. people"]),
        ("no fewer than 12 people", ["12.. people"]),
        ("a 45-year-old man", ["45 age"]),
        ("twenty-three sailors", ["23 sailor"]),
        ("two dozen homes", ["24 home"]),
        ("half a dozen homes", ["6 home"]),
        ("a half-dozen homes", ["6 home"]),
        ("10 to 12 workers", ["10..12 worker"]),
        ("rose 5 percentage points", ["5 point"]),
        ("rose 5 percent", ["5 percent"]),
        ("rose by half a percentage point", ["0.5 point"]),
        ("fell a quarter of a point", ["0.25 point"]),
        ("a quarter of them", ["25 percent"]),
        ("more than a quarter of them", ["25.. percent"]),
        ("four-fifths of all votes", ["80 percent"]),
        ("a mere tenth of the wheat", ["10 percent"]),
        ("about one in ten of them", ["8.8..11.2 percent"]),
        ("nine out of ten doctors", ["90 percent"]),
        ("it took three in two days", ["2 day"]),
        ("half a million people", ["500000 people"]),
        ("a quarter of a million homes", ["250000 home"]),
        ("more than a third night", ["3.. night"]),
        ("at 9:30 a.m.", ["570 clock"]),
        ("its 18th package of sanctions", ["18 package"]),
        ("the senate voted 97-1", ["97-1 vote"]),
        ("killing 14", ["14 people"]),
        ("One person died.", ["1 people"]),
        ("one federal agent was hurt", ["1 agent"]),
        ("It took 24 hours.", ["24 hour"]),
        ("21 were wounded in the past 24 hours.", ["24 hour"]),
        ("three Belgians died", ["3 belgian"]),
        ("He met two Japanese.", ["2 japanese"]),
        ("two Japanese engineers", ["2 engineer"]),
        ("28,500 U.S. troops", ["28500 troop"]),
        ("including seven policemen.", ["7 policeman"]),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    ["may", "march", "a", "1.5m", "flight 370", "Boeing 737", "the G20", "Jong-un", "one of them",
     "at one point",
     "the first time", "COVID-19", "version 2",
     "from 00:00 hours on"],
)  # fmt: skip
def test_what_is_no_quantity_is_not_read(text: str) -> None:
    assert [q for q in quantities(text) if q.unit] == []


def test_the_dead_and_the_hurt_are_two_counts() -> None:
    assert _values("12 people died, 3 hurt") == ["12 people", "3 people"]


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("at least 12 people", "14 people", True),
        ("more than 50 people", "51 people", True),
        ("about 200 people", "198 people", True),
        ("dozens of people", "40 people", True),
        ("$244.8 billion", "$245 billion", True),
        ("12 people", "14 people", False),
        ("at least 15 people", "14 people", False),
        ("up to 10 people", "14 people", False),
    ],
)
def test_bounds_and_rounding_decide_whether_two_numbers_agree(a: str, b: str, agree: bool) -> None:
    (x,), (y,) = quantities(a), quantities(b)
    assert compatible(x, y) is agree
    assert compatible(y, x) is agree


PIECES = (
    "12", "1,200", "3.5", "twelve", "at least", "nearly", "half", "a dozen", "one in ten", "$", "€",
    "%", "million", "people", "boats", "points", "km", "per", "hour", "third", "2nd", "49-51", "to",
    "of", "a", "and", "-", ",", ".", "+", "vote", "at 5 p.m.",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from((" ", "")))
def test_every_span_slices_back_to_its_words(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    for quantity in quantities(text):
        assert quantity.span.of(text) == quantity.words
        assert quantity.low <= quantity.high <= inf
