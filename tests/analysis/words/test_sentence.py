"""Places in a sentence; and that what is read of it is read once, and kept with it."""

from dataclasses import replace

import pytest

from tests.analysis.made import sentence
from tui.analysis.words.sentence import Sentence, once, once_with
from tui.model.span import Span


def test_places_count_in_the_article_or_in_the_text() -> None:
    one = replace(sentence("He left."), span=Span(100, 108))
    he, left = Span(100, 102), Span(103, 107)
    assert (one.text_at(left), one.between(he, left)) == ("left", " ")
    assert (one.inside(left), one.in_article(Span(3, 7))) == (Span(3, 7), left)


@pytest.mark.parametrize(
    ("within", "part"),
    [
        ("three hurt", " three hurt"),
        ("two died", "and two died"),
        ("One left", "One left"),
        ("left, three", "One left, three hurt"),
    ],
)
def test_a_part_ends_at_the_nearest_mark_on_either_side(within: str, part: str) -> None:
    text = "One left, three hurt and two died"
    one = replace(sentence(text), span=Span(100, 100 + len(text)))
    at = 100 + text.index(within)
    assert one.text_at(one.part(Span(at, at + len(within)))) == part


def test_lemmas_of_a_part_include_words_that_reach_into_it() -> None:
    one = sentence("Three men died.")
    assert one.lemmas_in(Span(8, 11)) == ["man", "die"]


def test_read_once() -> None:
    asked: list[object] = []

    @once
    def read(of: Sentence) -> str:
        asked.append(of)
        return of.text

    one, two = sentence("Rain fell."), sentence("Rain fell.")
    assert [read(one), read(two), read(one)] == ["Rain fell."] * 3
    assert asked == [one, two]


def test_read_once_for_each_light() -> None:
    asked: list[object] = []

    @once_with
    def read(of: Sentence, light: str) -> str:
        asked.append(light)
        return of.text + light

    one = sentence("Rain fell.")
    assert [read(one, "a"), read(one, "b"), read(one, "a")] == [
        "Rain fell.a",
        "Rain fell.b",
        "Rain fell.a",
    ]
    assert asked == ["a", "b"]
