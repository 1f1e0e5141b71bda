"""Walking from finding to finding in the order of the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, CLOSED, HURT, STRUCK, A, mention
from tui.model.finding import Side
from tui.model.span import Span
from tui.page.jumps import (
    Stop,
    best_mention,
    following,
    parties,
    rivals,
    stops,
    tellers,
    telling_too,
)
from tui.page.rows import AlignedRows

ROWS = AlignedRows(ANALYSIS.rows)
ORDER = ("A", "B", "C", "D")


PLACES = {
    "t3": mention("C", "Twelve were hurt."),
    "t1": mention("A", "Divers examined"),
    "t2": mention("B", "Nine people"),
    "gone": None,
}


def found(kind: str, order: tuple[str, ...] = ORDER) -> list[Stop]:
    return stops(kind, ANALYSIS, PLACES, ROWS.at, order)


def test_contradictions_keep_the_order_of_their_numbers() -> None:
    assert [s.id for s in found("conflict")] == ["x1", "x2", "x3"]


def test_a_fact_is_visited_once_where_it_is_first_told() -> None:
    assert [(s.id, s.article) for s in found("fact")] == [("f1", "A"), ("f2", "A")]
    assert [(s.id, s.article) for s in found("fact", ("D", "C"))] == [("f1", "D"), ("f2", "C")]


@pytest.mark.parametrize("kind", ["fact", "only", "tag"])
def test_other_stops_are_in_the_order_of_the_page(kind: str) -> None:
    listed = found(kind)
    assert len(listed) >= 2
    assert listed == sorted(listed)


def test_every_claim_told_only_here_and_every_tag_is_a_stop() -> None:
    assert {s.id for s in found("only")} == {"o1", "o2", "o3", "o4"}
    assert {s.id for s in found("tag")} == {"t1", "t2", "t3"}


def test_hidden_articles_hold_no_stop() -> None:
    assert {s.article for kind in ("fact", "only", "tag", "conflict") for s in found(kind, ("A",))}
    assert all(s.article == "A" for kind in ("fact", "only", "tag") for s in found(kind, ("A",)))
    assert found("conflict", ("D",)) == []


def test_a_tag_without_a_place_is_no_stop() -> None:
    assert stops("tag", ANALYSIS, {"gone": None}, ROWS.at, ORDER) == []


def test_a_contradiction_is_visited_where_most_of_its_sides_speak() -> None:
    best = best_mention(HURT, ROWS.at, ORDER)
    assert best == mention("A", "Twelve people")
    assert best_mention(HURT, ROWS.at, ("B", "A")) == mention("B", "Nine people")
    assert best_mention(HURT, ROWS.at, ()) is None


def test_the_parties_are_one_article_for_each_other_side_those_of_this_row_first() -> None:
    assert parties(HURT, ROWS.at, 1, "A") == ["B"]
    assert parties(HURT, ROWS.at, 1, "B") == ["A"]
    assert parties(HURT, ROWS.at, 1, "D") == ["A", "B"]
    assert parties(CLOSED, ROWS.at, 2, "B") == ["A", "C"]


def test_who_speaks_in_this_row_comes_first_whatever_the_letter() -> None:
    far, here, rival = mention("A", "Divers"), mention("C", "Twelve were"), mention("B", "Nine")
    found = HURT._replace(sides=(Side("12", "12", (far, here)), Side("9", "9", (rival,))))
    row = ROWS.at("C", here.span.start)
    assert row is not None
    assert parties(found, ROWS.at, row, "B") == ["C"]
    assert tellers(found, ROWS.at, row) == ["B", "C", "A"]
    away = ROWS.at("A", far.span.start)
    assert away is not None
    assert parties(found, ROWS.at, away, "B") == ["A"]
    assert tellers(found, ROWS.at, away) == ["A", "B", "C"]


LISTED = st.integers(1, 8).map(
    lambda n: [Stop(b, 0, b * 10, "A", f"x{b}") for b in range(1, n + 1)]
)


@given(LISTED, st.integers(0, 100), st.sampled_from([1, -1]))
def test_walking_is_a_circle_that_visits_all(listed: list[Stop], block: int, step: int) -> None:
    here: Stop | None = Stop(block, 0, 5, "A", "")
    visited: list[Stop] = []
    for _ in listed:
        answer = following(listed, here, step)
        assert answer is not None
        here, _ = answer
        visited.append(here)
    assert sorted(visited) == listed
    answer = following(listed, here, step)
    assert answer is not None
    assert answer[0] == visited[0]


@given(LISTED, st.sampled_from([1, -1]))
def test_one_step_there_and_one_back_is_no_step(listed: list[Stop], step: int) -> None:
    for start in listed:
        there = following(listed, start, step)
        assert there is not None
        back = following(listed, there[0], -step)
        assert back is not None
        assert back[0] == start


@given(LISTED)
def test_only_going_past_an_end_is_going_round(listed: list[Stop]) -> None:
    for number, start in enumerate(listed):
        answer = following(listed, start, 1)
        assert answer is not None
        assert answer[1] == (number == len(listed) - 1)


def test_from_between_two_stops_the_next_one_counts() -> None:
    listed = [Stop(b, 0, 0, "A", f"x{b}") for b in (1, 3, 5)]
    assert following(listed, Stop(2, 0, 0, "A", ""), 1) == (listed[1], False)
    assert following(listed, Stop(2, 0, 0, "A", ""), -1) == (listed[0], False)
    assert following(listed, None, 1) == (listed[0], False)
    assert following(listed, None, -1) == (listed[2], False)


def test_nothing_to_stop_at_is_no_stop() -> None:
    assert following([], None, 1) is None


def test_the_first_stop_of_a_fact_is_inside_its_words() -> None:
    stop = found("fact")[0]
    assert STRUCK.mentions[0].span.holds(stop.offset)
    assert stop.article == A.id


def test_who_tells_any_of_the_facts_comes_once_a_row_behind_the_claim_itself() -> None:
    mine, hers = mention("A", "The captain had"), mention("C", "Twelve were hurt.")
    facts = (STRUCK, STRUCK._replace(id="f9", mentions=(hers, *STRUCK.mentions, mine)))
    first = STRUCK.mentions[0]
    here = Stop(1, 0, first.span.start, first.article, "")
    listed = telling_too(here, facts, ROWS.at, ORDER)
    assert listed[0] == here
    assert [s.article for s in listed[1:4]] == ["B", "C", "D"]
    assert len({(s.article, s.block) for s in listed}) == len(listed)
    assert "A" not in [s.article for s in listed[1:]]
    assert [s.article for s in telling_too(here, facts, ROWS.at, ("A", "D"))] == ["A", "D"]
    assert telling_too(here, (), ROWS.at, ORDER) == [here]


def test_who_tells_it_behind_the_claim_comes_before_who_tells_it_in_front() -> None:
    told = [mention("B", "Nine"), mention("A", "Divers"), mention("C", "Twelve were")]
    fact = STRUCK._replace(mentions=tuple(told))
    here = Stop(2, 0, told[1].span.start, "A", "")
    assert [s.article for s in telling_too(here, (fact,), ROWS.at, ORDER)] == ["A", "C", "B"]


def test_who_denies_a_claim_comes_before_who_says_the_same() -> None:
    twelve, nine = mention("A", "Twelve people"), mention("B", "Nine people")
    row = ROWS.at("A", twelve.span.start)
    assert row is not None
    here = Stop(row, 0, twelve.span.start, "A", "x1")
    listed = rivals(here, twelve.span, HURT, ROWS.at, ORDER)
    assert [stop.article for stop in listed] == ["A", "B", "C"]
    assert listed[0] == here
    turned = ("A", "C", "B", "D")
    assert [s.article for s in rivals(here, twelve.span, HURT, ROWS.at, turned)] == ["A", "B", "C"]
    here = Stop(row, 1, nine.span.start, "B", "x1")
    assert [s.article for s in rivals(here, nine.span, HURT, ROWS.at, ORDER)] == ["B", "A", "C"]
    assert [s.article for s in rivals(here, nine.span, HURT, ROWS.at, ("B", "C"))] == ["B", "C"]


def test_who_denies_it_in_this_row_comes_before_those_in_others() -> None:
    until, before = mention("A", "until Tuesday"), mention("C", "before Thursday")
    far = CLOSED._replace(
        sides=(CLOSED.sides[0], Side("d", "d", (mention("A", "Twelve people"), before)))
    )
    row = ROWS.at("C", before.span.start)
    assert row is not None
    assert row != ROWS.at("A", until.span.start)
    here = Stop(row, 0, 0, "D", "x3")
    listed = rivals(here, Span(0, 1), far, ROWS.at, ORDER)
    assert [stop.article for stop in listed[:2]] == ["D", "C"]
    assert len(listed) == 4


def test_an_article_that_says_both_is_its_own_rival() -> None:
    one, other = mention("A", "Twelve people"), mention("A", "Divers examined")
    found = HURT._replace(sides=(Side("1", "1", (one, one)), Side("2", "2", (other,))))
    here = Stop(ROWS.at("A", one.span.start) or 0, 0, one.span.start, "A", "x1")
    listed = rivals(here, one.span, found, lambda *_: here.block, ORDER)
    assert [stop.offset for stop in listed] == [one.span.start, other.span.start]
