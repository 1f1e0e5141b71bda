"""Two writers' work becomes one; nothing that either added is lost."""

from __future__ import annotations

from dataclasses import replace

from tests.session.making import FIRE, LATER, NOW, claim, session
from tui.model.tag import Confidence, Place, Relation, Ruling, Said, Session, Status, Verdict
from tui.session.edits import decide, remove_tag, set_note, settle_conflict, tie, toggle_label
from tui.session.labels import add_label, set_meaning
from tui.session.merge import merge

LAST = "2025-07-14T12:00:00+02:00"


def said(start: Session, words: str, confidence: Confidence | None, at: str = LATER) -> Session:
    """The session with a note and a confidence on the first claim."""
    place = (FIRE, claim(FIRE, 1))
    return set_note(start, place, words, Status.UNCHECKED, confidence, at).session


def noted(start: Session, words: str) -> Session:
    return said(start, words, None)


def test_additions_of_both_are_kept_in_the_order_of_the_text() -> None:
    merged = merge(session(), session(3), session(1))
    assert merged.tags == session(1, 3).tags


def test_one_claim_tagged_two_ways_keeps_both_labels_and_asks() -> None:
    merged = merge(session(), session(1, label="fact"), session(1, label="doubtful"))
    assert set(merged.tags[0].labels) == {"fact", "doubtful"}
    assert merged.tags[0].conflict == ("tagged two ways: doubtful or fact",)
    settled = settle_conflict(merged, merged.tags[0].id, ("fact",), LATER).session
    assert (settled.tags[0].labels, settled.tags[0].conflict) == (("fact",), ())


def test_the_same_label_from_both_is_no_conflict() -> None:
    assert merge(session(), session(1), session(1)).tags == session(1).tags


def test_different_fields_of_a_claim_merge_in_silence() -> None:
    base = session(1)
    labelled = toggle_label(base, FIRE, claim(FIRE, 1), "check", LATER).session
    merged = merge(base, labelled, noted(base, "why?"))
    assert (merged.tags[0].labels, merged.tags[0].note) == (("fact", "check"), "why?")
    assert merged.tags[0].conflict == ()


def test_a_confidence_that_one_took_back_and_the_other_left_alone_goes() -> None:
    base = said(session(1), "", Confidence.HIGH)
    less, later = said(base, "", None), said(base, "why?", Confidence.HIGH, at=LAST)
    for merged in (merge(base, less, later), merge(base, later, less)):
        assert (merged.tags[0].confidence, merged.tags[0].note) == (None, "why?")


def test_what_one_cleared_and_the_other_changed_stays() -> None:
    base = said(session(1), "one", Confidence.HIGH)
    cleared, changed = said(base, "", None, at=LAST), said(base, "two", Confidence.LOW)
    for merged in (merge(base, cleared, changed), merge(base, changed, cleared)):
        assert (merged.tags[0].confidence, merged.tags[0].note) == (Confidence.LOW, "two")
        assert merged.tags[0].conflict == ()


def test_two_notes_are_both_kept_and_asked_about() -> None:
    base = session(1)
    merged = merge(base, noted(base, "one"), noted(base, "two"))
    assert merged.tags[0].note == "one\ntwo"
    assert merged.tags[0].conflict == ("two notes: “one” and “two”",)


def test_a_label_that_one_took_off_and_the_other_left_alone_goes() -> None:
    base = toggle_label(session(1), FIRE, claim(FIRE, 1), "check", NOW).session
    less = toggle_label(base, FIRE, claim(FIRE, 1), "check", LATER).session
    for merged in (merge(base, less, noted(base, "why?")), merge(base, noted(base, "why?"), less)):
        assert (merged.tags[0].labels, merged.tags[0].note) == (("fact",), "why?")


def test_a_tie_goes_with_either_of_its_tags() -> None:
    base = session(1, 2)
    first, second = ((FIRE, claim(FIRE, n)) for n in (1, 2))
    tied = tie(base, first, second, Relation.SAME, LATER).session
    assert len(merge(base, base, tied).ties) == 1
    for removed in base.tags:
        less = remove_tag(base, removed.id, NOW).session
        assert merge(base, less, tied).ties == ()


def test_of_a_label_that_both_added_ours_holds_whole() -> None:
    ours = add_label(session(), "rumour", NOW).session
    theirs = set_meaning(ours, "rumour", "nobody knows", NOW).session
    (mine,) = [x for x in merge(session(), ours, theirs).tagset if x.name == "rumour"]
    assert mine.meaning == ""


def test_a_ruling_that_one_took_back_and_the_other_changed_stays_unasked() -> None:
    def ruled(ruling: Ruling | None) -> Session:
        return replace(base, tags=(base.tags[0]._replace(ruling=ruling),))

    base = session(1)
    old = Ruling((Said("ann", "ann.yaml", ("fact",)),), ("ann",), "so", "carol", NOW)
    new = old._replace(reason="the text says so", at=LATER)
    for merged in (
        merge(ruled(old), ruled(None), ruled(new)),
        merge(ruled(old), ruled(new), ruled(None)),
    ):
        assert (merged.tags[0].ruling, merged.tags[0].conflict) == (new, ())


def test_two_rulings_are_asked_about_also_without_what_both_began_from() -> None:
    def ruled(reason: str) -> Session:
        made = session(1)
        ruling = Ruling((Said("ann", "ann.yaml", ("fact",)),), ("ann",), reason, "carol", NOW)
        return replace(made, tags=(made.tags[0]._replace(ruling=ruling),))

    empty = replace(session(1), tags=())
    merged = merge(empty, ruled("the text says so"), ruled("changed by hand"))
    assert merged.tags[0].conflict == ("decided in two ways; the later decision holds",)
    assert merge(empty, ruled("so"), ruled("so")).tags[0].conflict == ()


def test_what_one_removed_and_the_other_left_alone_goes() -> None:
    base = session(1, 2)
    less = remove_tag(base, base.tags[0].id, NOW).session
    assert merge(base, less, base).tags == less.tags
    assert merge(base, base, less).tags == less.tags


def test_what_one_removed_and_the_other_changed_stays() -> None:
    base = session(1)
    less = remove_tag(base, base.tags[0].id, NOW).session
    changed = noted(base, "keep me")
    assert merge(base, less, changed).tags == changed.tags
    assert merge(base, changed, less).tags == changed.tags


def test_the_later_decision_counts() -> None:
    ours = decide(session(), "abc", Verdict.CONFIRMED, "?", NOW).session
    theirs = decide(session(), "abc", Verdict.REJECTED, "?", LATER).session
    assert merge(session(), ours, theirs).verdicts == {"abc": Verdict.REJECTED}
    assert merge(session(), theirs, ours).verdicts == {"abc": Verdict.REJECTED}


def test_our_place_wins_when_we_moved() -> None:
    here, there = Place("a.txt", 1), Place("a.txt", 2)
    base = session()
    assert merge(base, replace(base, place=here), replace(base, place=there)).place == here
    assert merge(base, session(), replace(base, place=there)).place == there
