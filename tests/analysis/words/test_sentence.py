"""What is read of a sentence is read once, and kept with it."""

from tests.analysis.made import sentence
from tui.analysis.words.sentence import Sentence, once, once_with


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
