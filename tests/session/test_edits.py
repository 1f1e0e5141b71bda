"""Edits make new sessions, say what they did, and can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.making import FIRE, LATER, NOW, article, claim, session
from tui.model.span import Span
from tui.model.tag import Confidence, Place, Relation, Session, Status, Verdict
from tui.session import edits
from tui.session.anchor import find
from tui.session.history import History, action_of
from tui.session.merge import same, same_work

EMPTY = Session("fire", "anna")


def test_a_label_is_put_and_taken_off_again() -> None:
    put = edits.toggle_label(EMPTY, FIRE, claim(FIRE, 1), "fact", NOW)
    assert put.session.tags[0].labels == ("fact",)
    assert put.words == "tagged A ‘fact’: “The harbour burned on Sunday.”"
    off = edits.toggle_label(put.session, FIRE, claim(FIRE, 1), "fact", LATER)
    assert off.session.tags == ()
    assert off.removed == {put.session.tags[0].id}


def test_a_second_label_joins_the_first() -> None:
    both = edits.toggle_label(session(1), FIRE, claim(FIRE, 1), "check", LATER).session
    assert both.tags[0].labels == ("fact", "check")
    assert (both.tags[0].made, both.tags[0].changed) == (NOW, LATER)


def test_a_label_outside_the_tagset_is_refused_with_the_known_ones() -> None:
    with pytest.raises(edits.Refused, match=r"‘rumour’ is not in the tagset; it has fact"):
        edits.toggle_label(EMPTY, FIRE, claim(FIRE, 1), "rumour", NOW)


def test_the_tag_of_a_claim_is_found_in_the_edited_article_on_its_own_words_only() -> None:
    twice = article("He left.", "The ferry waited for the mayor.", "He left.", "Rain fell on it.")
    made = edits.toggle_label(EMPTY, twice, claim(twice, 3), "fact", NOW).session
    edited = article("A headline stands in front of it now.", *twice.text.split("\n"))
    found = [edits.tag_at(made, edited, claim(edited, n)) for n in range(1, 6)]
    assert found == [None, None, None, made.tags[0], None]


def test_a_claim_whose_id_another_tag_holds_gets_one_of_its_own() -> None:
    made = session(1)
    wanted = made.tags[0].id
    for number in (2, 3):
        newest = max(tag.id for tag in made.tags)
        made = edits.reattach(made, newest, FIRE, claim(FIRE, number), NOW).session
        made = edits.toggle_label(made, FIRE, claim(FIRE, 1), "fact", NOW).session
    assert sorted(tag.id for tag in made.tags) == [wanted, f"{wanted}-2", f"{wanted}-3"]


def test_no_words_cannot_be_tagged() -> None:
    with pytest.raises(edits.Refused):
        edits.toggle_label(EMPTY, FIRE, Span(3, 3), "fact", NOW)


def test_a_tag_with_a_note_stays_when_its_last_label_goes() -> None:
    noted = edits.set_note(
        session(1), (FIRE, claim(FIRE, 1)), "ask her", Status.CHECKED, Confidence.LOW, NOW
    )
    off = edits.toggle_label(noted.session, FIRE, claim(FIRE, 1), "fact", LATER)
    assert off.session.tags[0].note == "ask her"
    assert off.removed == frozenset()


def test_tags_stand_in_the_order_of_the_text() -> None:
    spans = [t.anchor.span for t in session(3, 1, 2).tags]
    assert spans == sorted(spans)


def test_a_tag_is_put_on_the_words_the_reader_chose() -> None:
    edited = article("The harbour burned on Monday.", *FIRE.text.split("\n")[1:])
    tag = session(1).tags[0]
    assert find(tag.anchor, edited).proposals[0] == claim(edited, 1)
    step = edits.reattach(session(1), tag.id, edited, claim(edited, 1), LATER)
    (moved,) = step.session.tags
    assert (moved.id, moved.labels, moved.changed) == (tag.id, tag.labels, LATER)
    assert find(moved.anchor, edited).span == claim(edited, 1)
    assert step.words == (
        "put the tag of “The harbour burned on Sunday.” on A: “The harbour burned on Monday.”"
    )


def test_many_claims_are_one_step() -> None:
    claims = [(FIRE, claim(FIRE, n)) for n in (1, 2, 3)]
    many = edits.label_many(session(2), claims, "fact", NOW)
    assert len(many.session.tags) == 3
    assert many.words == "tagged 2 claims ‘fact’"
    with pytest.raises(edits.Refused):
        edits.label_many(many.session, claims, "fact", NOW)


def test_a_label_that_is_there_is_not_put_again_on_one_claim_or_on_many() -> None:
    one, two = (FIRE, claim(FIRE, 1)), (FIRE, claim(FIRE, 2))
    with pytest.raises(edits.Refused, match=r"^it is ‘fact’ already$"):
        edits.label_many(session(1), (one,), "fact", NOW)
    with pytest.raises(edits.Refused, match=r"^all of them are ‘fact’ already$"):
        edits.label_many(session(1, 2), (one, two), "fact", NOW)


def test_what_a_session_cannot_hold_is_refused_before_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Otherwise it could not be saved, nor anything after it."""
    monkeypatch.setattr(edits, "MAX_TAGS", 2)
    one, two, three, four = ((FIRE, claim(FIRE, n)) for n in (1, 2, 3, 4))
    full = session(1, 2)
    words = r"^this would make 4 tags, and a session holds 2 at most"
    with pytest.raises(edits.Refused, match=words):
        edits.label_many(full, (one, three, four), "check", NOW)
    each: tuple[Callable[[], edits.Edit], ...] = (
        lambda: edits.toggle_label(full, *three, "fact", NOW),
        lambda: edits.set_note(full, three, "call", Status.UNCHECKED, None, NOW),
        lambda: edits.tie(session(1), three, four, Relation.SAME, NOW),
    )
    for make in each:
        with pytest.raises(edits.Refused, match=r"^this would make 3 tags"):
            make()
    assert len(edits.label_many(full, (one, two), "check", NOW).session.tags) == 2
    assert edits.toggle_label(full, *one, "fact", NOW).removed


def test_removing_a_tag_takes_its_ties_along() -> None:
    tied = edits.tie(
        EMPTY, (FIRE, claim(FIRE, 1)), (FIRE, claim(FIRE, 2)), Relation.CONTRADICTS, NOW
    )
    assert len(tied.session.tags) == 2
    gone = edits.remove_tag(tied.session, (FIRE, claim(FIRE, 1)), NOW)
    assert gone.session.ties == ()


def test_tying_twice_parts_the_claims() -> None:
    ends = (FIRE, claim(FIRE, 1)), (FIRE, claim(FIRE, 2))
    step = edits.tie(EMPTY, *ends, Relation.SAME, NOW)
    once, where = step.session, "A: “The harbour burned on Sunday.” and A: “Twelve people were hurt"
    assert step.words.startswith(f"joined as the same: {where}")
    assert edits.tie(once, ends[1], ends[0], Relation.SAME, NOW).session.ties == ()
    other = edits.tie(once, *ends, Relation.CONTRADICTS, NOW)
    assert [t.relation for t in other.session.ties] == [Relation.CONTRADICTS]
    assert other.words.startswith(f"joined as contradicting: {where}")


def test_a_claim_cannot_be_tied_to_itself() -> None:
    with pytest.raises(edits.Refused):
        edits.tie(EMPTY, (FIRE, claim(FIRE, 1)), (FIRE, claim(FIRE, 1)), Relation.SAME, NOW)


def test_a_tag_that_only_held_a_tie_goes_with_it() -> None:
    ends = (FIRE, claim(FIRE, 1)), (FIRE, claim(FIRE, 2))
    tied = edits.tie(session(1), *ends, Relation.SAME, NOW).session
    parted = edits.tie(tied, *ends, Relation.SAME, NOW)
    assert parted.session.tags == session(1).tags
    assert len(parted.removed) == 1
    removed = edits.remove_tag(tied, ends[0], NOW)
    assert removed.session.tags == ()
    assert removed.removed == {t.id for t in tied.tags}


def test_a_tag_that_is_left_as_it_was_asks_no_more_until_the_next_change() -> None:
    edited = article("The harbour burned on Monday.", *FIRE.text.split("\n")[1:])
    tag = session(1).tags[0]
    left = edits.leave(session(1), tag.id, edited, LATER)
    assert left.session.tags[0].kept == edited.sha256
    assert left.session.tags[0].anchor == tag.anchor
    put = edits.reattach(left.session, tag.id, edited, claim(edited, 1), LATER)
    assert put.session.tags[0].kept == ""


def test_a_decision_is_remembered_and_taken_back() -> None:
    made = edits.decide(EMPTY, "abc", Verdict.REJECTED, "On which day?", NOW)
    assert made.session.verdicts == {"abc": Verdict.REJECTED}
    assert made.words == "rejected “On which day?”"
    assert edits.decide(made.session, "abc", None, "", NOW).session.decisions == ()


def test_a_decision_that_is_not_there_cannot_be_taken_back() -> None:
    with pytest.raises(edits.Refused):
        edits.decide(EMPTY, "abc", None, "", NOW)


def test_the_same_claim_gets_the_same_id_from_every_reader() -> None:
    assert session(2).tags[0].id == session(3, 2).tags[0].id


def test_moving_the_place_is_no_change_of_the_work() -> None:
    moved = edits.move_place(EMPTY, Place("a.txt", 7))
    assert same_work(moved, EMPTY)
    assert not same(moved, EMPTY)


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["fact", "check", "note"]))))
def test_undo_and_redo_give_the_very_same_values(steps: list[tuple[int, str]]) -> None:
    """undo×N is the beginning, redo×N the end, and each value between is met again."""
    now, history, seen = EMPTY, History(), [EMPTY]
    for number, what in steps:
        place = claim(FIRE, number)
        if what == "note":
            edit = edits.set_note(now, (FIRE, place), what * len(seen), Status.CHECKED, None, NOW)
        else:
            edit = edits.toggle_label(now, FIRE, place, what, NOW)
        now, history = edit.session, history.did(action_of(edit, str(len(seen))))
        seen.append(now)
    for value in reversed(seen[:-1]):
        turn = history.undo(now)
        assert turn is not None
        now, history = turn.session, turn.history
        assert same(now, value)
    assert history.undo(now) is None
    for value in seen[1:]:
        turn = history.redo(now)
        assert turn is not None
        now, history = turn.session, turn.history
        assert same(now, value)
    assert history.redo(now) is None
