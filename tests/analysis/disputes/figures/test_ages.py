"""How old one person is said to be."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.figures.ages import age_disputes
from tui.analysis.sentences.cast import cast_of


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Mara Quill, 34, was freed.", "Police freed Mara Quill, a 36-year-old nurse.", True),
        ("Mara Quill, 34, was freed.", "Mara Quill (36) went home.", True),
        ("Mara Quill, 34, was freed.", "Mara Quill, aged 34, went home.", False),
        ("Mara Quill, 34, was freed.", "Odo Bern, 36, was freed.", False),
        ("Mara Quill, 21, was killed.", "A 23-year-old woman was killed on Monday.", True),
        ("Mara Quill, 21, was killed.", "A 23-year-old woman was arrested on Monday.", False),
        ("At 39, Mara Quill took office.", "Mara Quill, who turned 52 in May, took office.", True),
        ("Mara Quill died at the age of 91.", "Mara Quill lived to be 78.", True),
        ("Mara Quill, 21, was killed.", "A 63-year-old woman was killed on Monday.", False),
    ],
)
def test_only_ages_of_one_person_differ(a: str, b: str, differ: bool) -> None:
    told = [sentence(a), sentence(b, article="B", n=1)]
    assert bool(list(age_disputes(told, cast_of(told)))) is differ


def test_an_article_that_knows_both_ages_tells_of_two_persons() -> None:
    told = [
        sentence("Mara Quill, 21, was killed."),
        sentence("A 23-year-old man was killed too.", n=1),
        sentence("A 23-year-old was killed.", article="B", n=2),
    ]
    assert not list(age_disputes(told, cast_of(told)))
