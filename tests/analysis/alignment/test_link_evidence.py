"""What speaks for two paragraphs telling a same thing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.stories import FIRE, story
from tui.analysis.alignment.link_evidence import (
    ALONE,
    AROUND,
    Pair,
    alone,
    around,
    odds,
    shipped_weights,
)
from tui.analysis.alignment.passages import passages
from tui.analysis.alignment.similarity import profiles
from tui.analysis.words.logistic import sureness
from tui.analysis.words.tokens import read_sentences

ARTICLES = "AAABBBCC"
FOUND = st.dictionaries(
    st.sampled_from(
        [(a, b) for a, b in combinations(range(len(ARTICLES)), 2) if ARTICLES[a] != ARTICLES[b]]
    ),
    st.floats(0, 1),
)


def named(found: dict[Pair, float], pair: Pair) -> dict[str, float]:
    return dict(zip(AROUND, around(found, ARTICLES)[pair], strict=True))


def test_there_is_a_weight_for_each_piece_of_evidence() -> None:
    first, second = shipped_weights()
    assert len(first) == 1 + len(ALONE)
    assert len(second) == 1 + len(AROUND) + len(ALONE)


def test_two_paragraphs_speak_for_one_another_alike() -> None:
    sentences = read_sentences(story(*FIRE))
    told, _ = passages(sentences, profiles(sentences))
    for a, b in combinations(told, 2):
        assert alone(a, b, 0.5) == pytest.approx(alone(b, a, 0.5))


def test_paragraphs_that_share_words_names_and_phrases_have_more_evidence() -> None:
    sentences = read_sentences(story(*FIRE))
    told, _ = passages(sentences, profiles(sentences))
    by = {(p.ref.article, p.ref.number): p for p in told}
    same = dict(zip(ALONE, alone(by["A", 2], by["B", 3], 0.5), strict=True))
    apart = dict(zip(ALONE, alone(by["A", 2], by["B", 4], 0.5), strict=True))
    assert all(same[name] > apart[name] for name in ("cosine", "share", "names", "phrases"))


def test_what_both_share_with_a_third_speaks_for_two() -> None:
    lone = named({(0, 3): 0.5}, (0, 3))
    joined = named({(0, 3): 0.5, (0, 6): 0.9, (3, 6): 0.9}, (0, 3))
    assert joined["detour"] > lone["detour"] == 0
    assert joined["circle"] > lone["circle"]


def test_neighbours_of_the_same_articles_speak_for_two_in_the_same_order() -> None:
    assert named({(0, 3): 0.5, (1, 4): 0.8}, (0, 3))["step"] == 0.8
    assert named({(0, 3): 0.5, (0, 4): 0.7}, (0, 3))["side"] == 0.7
    assert named({(2, 3): 0.5, (3, 6): 0.8}, (2, 3))["step"] == 0, "6 is of another article than 3"


def test_a_link_lags_behind_the_surest_of_its_paragraph() -> None:
    found = {(0, 3): 0.5, (0, 4): 0.9}
    assert named(found, (0, 4))["lag"] == 0
    assert named(found, (0, 3))["lag"] == pytest.approx(odds(0.5) - odds(0.9))


@given(FOUND)
def test_any_evidence_gives_a_sureness(found: dict[Pair, float]) -> None:
    _, second = shipped_weights()
    near = around(found, ARTICLES)
    assert near.keys() == found.keys()
    for values in near.values():
        assert 0 <= sureness((*values, *(0.0 for _ in ALONE)), second) <= 1
