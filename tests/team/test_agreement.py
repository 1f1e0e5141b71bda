"""Agreement over the claims of a story: who is counted where, and what is said of gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.session.making import FIRE, claim
from tests.team.made import panel
from tui.model.span import Span
from tui.model.tag import Session
from tui.team.agreement import Agreement, Row, _in_words, agreement
from tui.team.panel import Panel, seat


def row(found: Agreement, label: str | None) -> Row:
    (only,) = [r for r in found.rows if r.label == label]
    return only


def test_every_sentence_of_the_story_is_a_claim() -> None:
    found = agreement(panel(ann={1: "fact", 2: "fact"}, ben={1: "fact"}))
    assert (found.claims, found.tagged) == (4, 2)
    fact = row(found, "fact")
    assert (fact.used, fact.observed) == ((2, 1), 0.75)
    assert fact.kappa == 0.5


def test_untagged_sentences_may_be_left_out() -> None:
    found = agreement(panel(ann={1: "fact", 2: "fact"}, ben={1: "fact"}), only_tagged=True)
    assert (found.claims, row(found, "fact").observed) == (2, 0.5)


def test_the_last_row_compares_whole_sets_of_labels() -> None:
    found = agreement(panel(ann={1: "fact check", 2: "quote"}, ben={1: "check fact", 2: "fact"}))
    assert row(found, None).observed == 0.75


def test_kappa_is_for_two_and_alpha_for_any_number() -> None:
    found = agreement(panel(ann={1: "fact"}, ben={1: "fact"}, eve={2: "fact"}))
    assert row(found, "fact").kappa is None
    assert row(found, "fact").alpha is not None
    assert row(found, "fact").why == ""


def test_each_member_is_compared_with_every_other_and_not_with_themselves() -> None:
    found = agreement(panel(ann={1: "fact", 2: "fact"}, ben={1: "fact"}, eve={}))
    assert [(m.name, m.labelled, m.observed) for m in found.members] == [
        ("ann", 2, 5 / 8),
        ("ben", 1, 6 / 8),
        ("eve", 0, 5 / 8),
    ]


@pytest.mark.parametrize(
    ("alpha", "means"),
    [
        (1.0, "reliable"),
        (0.8, "reliable"),
        (0.79, "enough for tentative conclusions only"),
        (0.667, "enough for tentative conclusions only"),
        (0.66, "better than chance, but not reliable"),
        (0.2, "better than chance, but not reliable"),
        (0.19, "hardly better than chance"),
        (0.01, "hardly better than chance"),
        (0.0, "no better than chance"),
        (-0.5, "no better than chance"),
    ],
)
def test_an_alpha_is_told_in_words(alpha: float, means: str) -> None:
    assert list(_in_words(alpha)) == [f"alpha of all labels {alpha:.2f}: {means}"]


def test_the_alpha_told_in_words_is_that_of_all_labels() -> None:
    found = agreement(panel(ann={1: "fact", 2: "quote"}, ben={1: "fact", 2: "quote"}))
    assert found.notes == ("alpha of all labels 1.00: reliable",)


def test_a_label_that_nobody_used_says_so() -> None:
    assert (
        row(agreement(panel(ann={1: "fact"}, ben={2: "fact"})), "opinion").why == "nobody used it"
    )


def test_a_label_put_on_everything_by_all_is_undefined_in_words() -> None:
    every: dict[int | Span, str] = dict.fromkeys((1, 2, 3, 4), "fact")
    assert "same answer" in row(agreement(panel(ann=every, ben=every)), "fact").why


def test_by_character_tells_apart_what_the_claims_do_not() -> None:
    whole = claim(FIRE, 2)
    half = Span(whole.start, whole.start + len(whole) // 2)
    found = agreement(panel(ann={2: "fact"}, ben={half: "fact"}))
    fact = row(found, "fact")
    assert fact.alpha == 1
    assert fact.by_character is not None
    assert 0 < fact.by_character < 1
    assert row(agreement(panel(ann={2: "fact"}, ben={2: "fact"})), "fact").by_character == 1


def test_a_tag_over_two_sentences_counts_for_both() -> None:
    both = Span(claim(FIRE, 1).start, claim(FIRE, 2).end)
    assert row(agreement(panel(ann={both: "fact"}, ben={1: "fact"})), "fact").used == (2, 1)


def test_one_annotator_alone_is_said_and_counted() -> None:
    found = agreement(panel(ann={1: "fact"}))
    assert "second session" in found.notes[0]
    assert row(found, "fact").alpha is None


def test_no_claim_in_common_is_noted() -> None:
    found = agreement(panel(ann={1: "fact"}, ben={3: "fact"}))
    assert any("different parts" in note for note in found.notes)
    shared = agreement(panel(ann={1: "fact"}, ben={1: "quote", 3: "fact"}))
    assert not any("different parts" in note for note in shared.notes)


def test_sessions_of_two_stories_are_noted() -> None:
    found = panel(ann={1: "fact"}, ben={1: "fact"})
    ann, ben = found.annotators
    flood = ben._replace(session=replace(ben.session, story="flood"))
    notes = agreement(Panel((ann, flood), found.story)).notes
    assert "the sessions name different stories: fire, flood" in notes


def test_without_the_story_overlapping_tags_are_one_claim() -> None:
    whole = claim(FIRE, 2)
    half = Span(whole.start, whole.start + 6)
    found = agreement(panel(None, ann={2: "fact", 4: "quote"}, ben={half: "fact"}))
    assert (found.claims, row(found, "fact").used) == (2, (1, 1))
    assert row(found, "fact").by_character is None
    assert any("--story" in note for note in found.notes)


@pytest.mark.parametrize(
    ("annotator", "files", "names"),
    [
        ("ann", ["x/a.yaml"], ["ann"]),
        ("", ["x/a.yaml"], ["a"]),
        ("ann", ["x/a.yaml", "x/b.yaml"], ["a", "b"]),
        ("ann", ["x/a.yaml", "y/a.yaml"], ["x/a.yaml", "y/a.yaml"]),
        ("ann", ["a.yaml", "a.yaml"], ["a.yaml (1)", "a.yaml (2)"]),
    ],
)
def test_annotators_without_a_name_of_their_own_are_told_apart_by_their_files(
    annotator: str, files: list[str], names: list[str]
) -> None:
    sessions = [(file, Session("fire", annotator)) for file in files]
    assert [name for name, _, _ in seat(sessions)] == names


def test_empty_sessions_give_a_row_for_each_label_and_say_who_did_nothing() -> None:
    found = agreement(panel(None, ann={}, ben={}))
    assert {r.used for r in found.rows} == {(0, 0)}
    assert {r.why for r in found.rows} == {"nobody used it", "there is nothing to compare"}
    assert "ann put no label on anything" in found.notes
