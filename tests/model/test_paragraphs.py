"""What goes in as paragraphs comes out again, whole or in part."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.article import TOLD, Article, Paragraph, Paragraphs, Role
from tui.model.span import Span

ONE = Paragraph(2, Span(3, 20), Role.BODY, (Span(3, 9), Span(10, 20)))
TWO = Paragraph(3, Span(22, 30), Role.CAPTION)
THREE = Paragraph(5, Span(30, 41), Role.TITLE, (Span(31, 40),))
ALL = Paragraphs([ONE, TWO, THREE])

lengths = st.lists(st.integers(1, 30), max_size=4)


@st.composite
def stories(draw: st.DrawFn) -> list[Paragraph]:
    found, at = [], 0
    for number, sentences in enumerate(draw(st.lists(lengths, max_size=6)), 1):
        start, spans = at, []
        for length in sentences:
            spans.append(Span(at, at + length))
            at += length + 1
        at += draw(st.integers(1, 5))
        found.append(Paragraph(number, Span(start, at), draw(st.sampled_from(Role)), tuple(spans)))
    return found


@given(stories())
def test_each_paragraph_is_the_one_that_was_given(given_: list[Paragraph]) -> None:
    kept = Paragraphs(given_)
    assert list(kept) == given_
    assert [kept[n] for n in range(len(kept))] == given_
    assert list(pickle.loads(pickle.dumps(kept))) == given_


@given(stories())
def test_the_told_ones_are_those_of_their_roles_with_their_sentences(
    given_: list[Paragraph],
) -> None:
    kept = Paragraphs(given_).of_roles(TOLD)
    assert list(kept) == [p for p in given_ if p.role in TOLD]
    assert list(kept.claim_starts()) == [c.start for p in kept for c in p.claims]


def test_a_part_and_one_from_the_end_are_as_in_a_list() -> None:
    assert list(ALL[1:]) == [TWO, THREE]
    assert ALL[-1] == THREE
    with pytest.raises(IndexError):
        ALL[3]


@pytest.mark.parametrize(
    ("offset", "paragraph", "claim"),
    [
        (2, None, None),
        (3, ONE, Span(3, 9)),
        (9, ONE, Span(3, 9)),
        (19, ONE, Span(10, 20)),
        (20, None, None),
        (25, TWO, Span(22, 30)),
        (30, THREE, Span(31, 40)),
        (41, None, None),
    ],
)
def test_an_offset_belongs_to_the_claim_it_is_in_or_the_one_before(
    offset: int, paragraph: Paragraph | None, claim: Span | None
) -> None:
    article = Article("A", "a.txt", "", "", ALL)
    assert article.paragraph_at(offset) == paragraph
    assert article.claim_at(offset) == claim
