"""Places in a sentence; and that what is read of it is read once, and kept with it."""

from dataclasses import replace

from tests.analysis.made import sentence
from tui.analysis.words.sentence import Sentence, once, once_with
from tui.model.span import Span


def test_places_count_in_the_article_or_in_the_text() -> None:
    one = replace(sentence("He left."), span=Span(100, 108))
    he, left = Span(100, 102), Span(103, 107)
    assert (one.text_at(left), one.between(he, left)) == ("left", " ")
    assert (one.inside(left), one.in_article(Span(3, 7))) == (Span(3, 7), left)


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
