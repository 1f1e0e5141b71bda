"""Every figure of a sentence, with its sort and the range of values it stands for."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.sentences.figure import agree, same_figure
from tui.analysis.sentences.figures import figures


@pytest.mark.parametrize(
    ("text", "words", "sort", "low", "high"),
    [
        ("Police spoke of 12,000.", "12,000", "bare", 12000, 12000),
        ("He put the hour at twenty to three.", "twenty to three", "clock", 160, 160),
        ("It hit the wall at 5.47am that day.", "5.47am", "clock", 347, 347),
        ("She left at half past four.", "half past four", "clock", 270, 270),
        ("It began just after 03:00 local time.", "just after 03:00", "clock", 180, 195),
        ("He spoke for 11 minutes.", "for 11 minutes", "time", 11, 11),
        ("He knelt for 9 minutes and 29 seconds.", "for 9 minutes and 29 seconds", "time",
         9 + 29 / 60, 9 + 29 / 60),
        ("It stood still for nearly half an hour.", "nearly half an hour", "time", 24, 30),
        ("It had been signed for a fortnight.", "for a fortnight", "time", 18144, 22176),
        ("It is the second-longest strike.", "second-longest", "nth", 2, 2),
        ("The memo of 2016 was found.", "2016", "year", 2016, 2016),
        ("A 2016 memo was found.", "2016", "year", 2016, 2016),
        ("The town lies 65 km south of Renn.", "65 km", "length", 65, 65),
        ("It blew at 100 miles per hour.", "100 miles", "speed", 160.9, 160.9),
        ("It sped along at 118kph.", "118", "speed", 118, 118),
        ("The share was 45% last year.", "45%", "percent", 45, 45),
        ("It holds barely 8,000.", "8,000", "bare", 7040, 8000),
        ("At least 40 people died.", "At least 40 people", "people", 40, 56),
        ("They saw 40+ people.", "40+ people", "people", 40, 56),
        ("It landed at 9:25 p.m. (1825 GMT).", "9:25 p.m.", "clock", 1285, 1285),
        ("It landed at 12:30 p.m. CDT.", "12:30 p.m.", "clock", 750, 750),
        ("The talks open on Saturday.", "Saturday", "weekday", 5, 5),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_sort(
    text: str, words: str, sort: str, low: float, high: float
) -> None:
    (found,) = figures(sentence(text))
    assert (found.words, found.sort) == (words, sort)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, 34, said so.",
        "They live near Plant No. 3.",
        "It is told on page 140.",
        "It passed by 51 to 48.",
        "It was a 12-gauge cartridge.",
        "He left two years ago.",
        "Somebody called 911 at once.",
        "Posted October 2nd, updated October 3rd:",
    ],
)
def test_ages_names_votes_and_moments_are_no_figures(text: str) -> None:
    assert not [a for a in figures(sentence(text)) if a.sort not in ("people",)]


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("It cost $3.8 billion.", "It cost nearly $5 billion.", False),
        ("It cost $1.5 million.", "It cost $1,498,200.", True),
        ("More than 50 people died.", "At least 58 people died.", True),
        ("More than 50 people died.", "At least 90 people died.", False),
        ("He spoke for 100 minutes.", "He spoke for two hours.", True),
        ("He spoke for 40 minutes.", "He spoke for 90 minutes.", False),
        ("He came at 3 a.m.", "He came at 3:05 a.m.", True),
        ("He came at 11:58 p.m.", "He came at midnight.", True),
        ("He came at 2:40 a.m.", "He came at 4 a.m.", False),
        ("It is of 2016.", "It is of 2014.", False),
    ],
)
def test_figures_are_one_where_rounding_or_a_bound_explains_them(a: str, b: str, one: bool) -> None:
    (x,), (y,) = figures(sentence(a)), figures(sentence(b))
    assert same_figure(x, y) is same_figure(y, x) is one


def test_a_bound_that_allows_a_figure_does_not_tell_it() -> None:
    (x,), (y,) = (
        figures(sentence("It took less than ten hours.")),
        figures(sentence("It took 3 hours.")),
    )
    assert same_figure(x, y)
    assert not agree(x, y)


def test_a_day_that_comes_every_week_is_no_day() -> None:
    assert not figures(sentence("The market opens on Saturdays."))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("It cost $171.6 billion.", "It cost $172bn.", True),
        ("It cost $171.4 billion.", "It cost $172bn.", False),
        ("At least 79 people died.", "At least 71 people died.", True),
    ],
)
def test_a_rounded_sum_and_a_bound_can_be_one_figure(a: str, b: str, same: bool) -> None:
    (x,), (y,) = figures(sentence(a)), figures(sentence(b))
    assert same_figure(x, y) is same


def test_two_lower_bounds_do_not_tell_one_figure() -> None:
    (x,), (y,) = (figures(sentence(f"At least {n} people died.")) for n in (79, 71))
    assert not agree(x, y)
