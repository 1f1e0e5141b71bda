"""Paragraphs become sentences, whose spans slice back to their words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.article import Paragraph, Role
from tui.model.span import Span
from tui.reading.sentences import QUOTED_TOGETHER, sentences_of


def split(text: str) -> list[str]:
    spans = sentences_of(text, Paragraph(1, Span(0, len(text)), Role.BODY))
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("U.S. President Smith came. Gov. Roe left.", 2),
        ("“We came. We saw,” he said. They left.", 2),
        ('"We came. We saw," he said. They left.', 2),
        ("大火烧毁了仓库。没有人死亡。", 2),
        ("Am 14. März kam er nach Emden. Am 3. Oktober ging er.", 2),
        ("14. März war ein Dienstag. Er kam am 3. Mai.", 2),
        ("Es waren 14. Danach kam er.", 2),
        ("It cost US$129.32 billion in 2024.", 1),
    ],
)
def test_sentences_of_a_paragraph(text: str, sentences: int) -> None:
    assert len(split(text)) == sentences


def test_a_long_quotation_is_several_claims() -> None:
    long = "“" + "We shall build the quay again with our own hands before the winter comes. " * 8
    parts = split(long.strip() + "”")
    assert len(parts) > 1
    assert all(len(part) <= QUOTED_TOGETHER for part in parts)


@settings(max_examples=60)
@given(st.text(alphabet="aB.?! \"“”'1。\t,", max_size=200))
def test_no_word_is_lost_and_order_is_kept(text: str) -> None:
    spans = sentences_of(text, Paragraph(1, Span(0, len(text)), Role.BODY))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("hostile", ["?!" * 100_000, "." * 100_000, "?! " * 20_000, "a" * 100_000])
def test_hostile_lines_are_read_to_the_end(hostile: str) -> None:
    assert "".join("".join(part.split()) for part in split(hostile)) == hostile.replace(" ", "")
