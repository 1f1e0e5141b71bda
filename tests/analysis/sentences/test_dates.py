"""Which days a text names, and which two cannot be one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.sentences.dates import whens
from tui.analysis.sentences.when import apart

SUNDAY = date(2025, 7, 13)


def _values(text: str, published: date | None = SUNDAY) -> list[str]:
    return [w.value for w in whens(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("met yesterday (July 13) in the city", "2025-07-13"),
        ("on July 12", "2025-07-12"),
        ("on 12 July 2024", "2024-07-12"),
        ("on 13/07/2025", "2025-07-13"),
        ("2025-07-13", "2025-07-13"),
        ("met Sunday in the city", "2025-07-13"),
        ("late Friday", "2025-07-11"),
        ("will meet on Tuesday", "2025-07-15"),
        ("last night", "2025-07-12"),
        ("from August 31 to September 3", "2025-08-31/2025-09-03"),
        ("mid-July talks", "2025-07"),
        ("in May", "2025-05"),
        ("in 2017", "2017"),
        ("next week", "2025-07-14/2025-07-27"),
        ("next Friday", "2025-07-18"),
        ("three weeks ago", "2025-06-18/2025-06-26"),
    ],
)
def test_a_day_is_counted_from_the_report(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    "text", ["may", "march", "a", "He may march on", "within 50 days", "Mr. May said", "1.5m", "12"]
)
def test_a_word_that_is_no_date_is_not_read_as_one(text: str) -> None:
    assert _values(text) == []


def test_without_a_date_of_the_report_only_what_is_named_is_known() -> None:
    assert _values("met yesterday, on July 12 and on Friday", None) == ["--07-12", "W4"]
    assert _values("raised until Feb. 7", None) == ["--02-07"]
    assert _values("71 years ago, and three weeks ago", None) == []


@pytest.mark.parametrize(
    ("a", "b", "excluded"),
    [
        ("on July 12", "on July 13", True),
        ("on Sunday", "on July 13", False),
        ("next week", "on July 15", False),
        ("in July", "on July 15", False),
        ("in May", "on July 15", True),
        ("in 2024", "in May 2024", False),
        ("July 12-14", "on July 13", False),
    ],
)
def test_two_days_exclude_each_other_only_without_a_common_day(
    a: str, b: str, excluded: bool
) -> None:
    (x,), (y,) = whens(a, SUNDAY), whens(b, SUNDAY)
    assert apart(x, y) is excluded
    assert apart(y, x) is excluded


def test_weekdays_can_be_compared_without_any_date() -> None:
    (x,), (y,) = whens("on Monday", None), whens("on Friday", None)
    assert apart(x, y)
    assert not apart(x, x)


PIECES = (
    "13", "2025", "1st", "July", "13 July", "July 13, 2025", "2025-07-13", "13/7/2025", "Monday",
    "last", "next", "week", "Tuesday evening", "yesterday", "early", "two days ago", "from", "to",
    "and", "on", "in", "May", "the", ",", ".", "-", "–", "/", "\u00a0",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
def test_every_span_slices_back_to_its_words(text: str) -> None:
    for when in whens(text, SUNDAY):
        assert when.span.of(text) == when.words
