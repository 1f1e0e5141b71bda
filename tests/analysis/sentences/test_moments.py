"""Parts of a named weekday, and when two of them exclude each other."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.sentences.figure import same_figure
from tui.analysis.sentences.moments import gaps, moments


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell at about 1 a.m. local time on Friday.", ["about 1 a.m. local time on Friday"]),
        ("The bridge fell late on Tuesday night.", ["late on Tuesday night"]),
        ("On Wednesday, at about 04:00, the bridge fell.", ["Wednesday, at about 04:00"]),
        ("The vote came shortly before midnight Sunday.", ["shortly before midnight Sunday"]),
        ("It fell early Monday, not Monday evening.", ["early Monday", "Monday evening"]),
        ("It fell in the small hours of Friday.", ["in the small hours of Friday"]),
        ("Milk stood at $3.19 on Friday.", []),
        ("They meet on Monday mornings.", []),
        ("The bridge fell on Monday.", []),
    ],
)  # fmt: skip
def test_parts_of_weekdays_are_read(text: str, words: list[str]) -> None:
    assert [m.words for m in moments(sentence(text))] == words


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("late Tuesday", "about 1 a.m. on Wednesday", False),
        ("Tuesday night", "about 1 a.m. on Wednesday", True),
        ("Thursday morning", "Wednesday evening", False),
        ("late Sunday", "early Monday", False),
        ("Sunday night", "early Monday", True),
        ("early Friday", "5 a.m. on Friday", True),
    ],
)
def test_two_parts_exclude_each_other_that_share_no_hour(a: str, b: str, one: bool) -> None:
    (x,), (y,) = (moments(sentence(f"It fell {words}.")) for words in (a, b))
    assert same_figure(x, y) is one


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It fell two days before the vote.", [-2880]),
        ("It fell the day after the vote.", [1440]),
        ("It fell half an hour later.", [30]),
        ("It stood for two days and fell.", []),
    ],
)
def test_times_before_and_after_are_read(text: str, minutes: list[float]) -> None:
    assert [g.middle for g in gaps(sentence(text))] == minutes
