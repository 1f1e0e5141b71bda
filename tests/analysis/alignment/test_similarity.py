"""Likeness of sentences: shared news counts, shared topic does not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.stories import FIRE, article, story
from tui.analysis.alignment.clusters import groups
from tui.analysis.alignment.reinforce import reinforce
from tui.analysis.alignment.similarity import profiles, same
from tui.analysis.sentences.clauses import clause_numbers, run
from tui.analysis.words.heads import heads
from tui.analysis.words.sentence import Likeness
from tui.analysis.words.tokens import read_sentences

LINES = st.lists(st.text("abc .,", min_size=1, max_size=30), min_size=2, max_size=6)


def scores(*lines: str) -> dict[tuple[int, int], float]:
    known = profiles(
        read_sentences(story(*(article("ABCDEF"[i], line) for i, line in enumerate(lines))))
    )
    return {
        (i, j): same(known[i], known[j])
        for i in range(len(known))
        for j in range(i + 1, len(known))
    }


def test_a_rewording_is_more_alike_than_the_same_topic() -> None:
    found = scores(
        "The senate approved the new shipping law on Thursday.",
        "On Thursday the new law on shipping won the approval of the senate.",
        "The senate will debate fishing quotas.",
    )
    assert found[0, 1] > 0.5
    assert found[0, 2] < 0.1


def test_forms_of_one_stem_count_as_one_word() -> None:
    found = scores("They suspended the treaty.", "The suspension of the treaty.", "Ships sail.")
    assert found[0, 1] > found[0, 2]


@settings(max_examples=40, deadline=None)
@given(LINES)
def test_likeness_is_between_nothing_and_one_and_the_same_both_ways(lines: list[str]) -> None:
    read = read_sentences(story(*(article("ABCDEF"[i], line) for i, line in enumerate(lines))))
    known = profiles(read)
    for one in known:
        for two in known:
            assert 0 <= same(one, two) <= 1
            assert same(one, two) == same(two, one)


def test_of_a_full_name_only_the_word_used_alone_counts() -> None:
    read = read_sentences(
        story(article("A", "President Ada Moreno Lopez spoke. Then Moreno left."))
    )
    found = heads(read)
    assert [found.get((0, i)) for i in (1, 2, 3)] == ["", "moreno", ""]


def test_commas_and_subordinate_words_part_clauses_when_enough_was_said() -> None:
    (read,) = read_sentences(
        story(
            article(
                "A",
                "The old ship left port at dawn, although its captain heard three warnings twice.",
            )
        )
    )
    assert sorted(set(clause_numbers(read))) == [0, 1]
    assert run(read, 0, 0).of(read.text) == "The old ship left port at dawn"


def test_a_third_article_joins_two_that_it_resembles() -> None:
    read = read_sentences(story(*FIRE))
    a, b, c = (next(s.number for s in read if s.article == x) for x in "ABC")
    (joined,) = [
        k
        for k in reinforce(read, [Likeness(a, b, 0.9), Likeness(b, c, 0.9)])
        if (k.a, k.b) == (a, c)
    ]
    assert 0 < joined.score < 0.9


def test_a_chain_of_single_likenesses_does_not_hold_a_group_together() -> None:
    read = read_sentences(story(*(article("ABCD"[i], "Words.") for i in range(4))))
    chain = [Likeness(0, 1, 0.9), Likeness(1, 2, 0.5), Likeness(2, 3, 0.9)]
    assert groups(read, chain, 0.4) == [(0, 1), (2, 3)]
