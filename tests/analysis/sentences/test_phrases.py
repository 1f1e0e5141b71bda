"""What is shown for an answer is a phrase, and holds the answer."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.sentences.phrases import phrase
from tui.model.finding import Kind
from tui.model.span import Span


@pytest.mark.parametrize(
    ("text", "answer", "kind", "shown"),
    [
        ("They met on July 12 in Vell.", "July 12", Kind.DATE, "on July 12"),
        ("They met Sunday in Vell.", "Sunday", Kind.DATE, "Sunday"),
        ("It opens in the city of Tianjin soon.", "Tianjin", Kind.PLACE, "in the city of Tianjin"),
        ("It began on Tallow Quay.", "Tallow", Kind.PLACE, "on Tallow Quay"),
        ("It killed 12 people on the spot.", "12 people", Kind.NUMBER, "12 people"),
    ],
)
def test_an_answer_is_shown_with_what_it_leans_on(
    text: str, answer: str, kind: Kind, shown: str
) -> None:
    at = text.index(answer)
    span = phrase(sentence(text), Span(at, at + len(answer)), kind)
    assert span.of(text) == shown
