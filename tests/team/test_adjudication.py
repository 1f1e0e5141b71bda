"""Decisions between annotators: what they write, and that nothing is lost by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.making import FIRE, LATER, NOW, claim
from tests.team.made import STORY, panel
from tui.model.finding import finding_key
from tui.model.span import Span
from tui.model.tag import Session, Verdict
from tui.session.desk import Desk
from tui.session.edits import Edit, Refused
from tui.session.format import read
from tui.session.rewrite import fresh, update
from tui.team.adjudication import Question, give_reason, rule, ruling_on, take_back, undecided
from tui.team.disagreements import disagreements, finding, to_decide

TWO = panel(
    ann={1: "fact", 2: "fact", 3: "quote"},
    ben={1: "doubtful", 2: "fact", 4: "check"},
)
FOUND = disagreements(TWO)
EMPTY = Session("fire", "adjudicated")


def question(number: int) -> Question:
    found = FOUND[number]
    return Question(found, finding_key(finding(found, number + 1), STORY))


def decided(*taken: str, number: int = 0, session: Session = EMPTY) -> Edit:
    return rule(session, TWO, question(number), taken, "carol", LATER)


def labels(session: Session) -> dict[str, tuple[str, ...]]:
    return {t.anchor.quote: t.labels for t in session.tags}


def test_titles_say_who_said_what() -> None:
    assert [d.title for d in FOUND] == [
        "ann: fact · ben: doubtful", "ann: quote · ben: –", "ann: – · ben: check",
    ]  # fmt: skip


CLASS = panel(
    ann={1: "fact"}, ben={1: "doubtful"}, eve={1: "fact"}, ida={1: "fact"}, leo={1: "fact"}, max={}
)


def test_annotators_who_say_the_same_give_one_answer_that_of_most_first() -> None:
    (found,) = disagreements(CLASS)
    assert [(a.shown, a.names) for a in found.answers] == [
        ("fact", ("ann", "eve", "ida", "leo")), ("doubtful", ("ben",)), ("–", ("max",)),
    ]  # fmt: skip
    assert found.title == "4 annotators: fact · ben: doubtful · max: –"
    assert finding(found, 1).because == "The annotators labelled this claim differently."


def test_an_answer_is_taken_for_all_who_gave_it() -> None:
    (found,) = disagreements(CLASS)
    edit = rule(EMPTY, CLASS, Question(found, "k"), found.answers[0].names, "carol", NOW)
    ruling = ruling_on(edit.session, found)
    assert ruling is not None
    assert ruling.taken == ("ann", "eve", "ida", "leo")
    assert "decided for 4 annotators (fact)" in edit.words


@pytest.mark.parametrize(
    ("taken", "held"),
    [(("ann",), ("fact",)), (("ben",), ("doubtful",)), (("ann", "ben"), ("fact", "doubtful")),
     ((), ())],
)  # fmt: skip
def test_what_is_taken_holds(taken: tuple[str, ...], held: tuple[str, ...]) -> None:
    edit = decided(*taken)
    assert labels(edit.session)[claim(FIRE, 1).of(FIRE.text)] == held
    ruling = ruling_on(edit.session, FOUND[0])
    assert ruling is not None
    assert (ruling.taken, ruling.by, ruling.at) == (taken, "carol", LATER)
    assert [(s.annotator, s.file, s.labels) for s in ruling.said] == [
        ("ann", "ann.yaml", ("fact",)), ("ben", "ben.yaml", ("doubtful",)),
    ]  # fmt: skip
    assert edit.session.verdicts == {question(0).key: Verdict.CONFIRMED}


def test_with_the_first_decision_comes_what_all_agree_on() -> None:
    edit = decided("ann")
    agreed = next(t for t in edit.session.tags if t.anchor.span == claim(FIRE, 2))
    assert agreed.labels == ("fact",)
    assert agreed.ruling is not None
    assert (agreed.ruling.taken, agreed.ruling.by) == (("ann", "ben"), "")
    assert edit.session.tagset == TWO.tagset
    assert len(decided("ben", number=1, session=edit.session).session.tags) == 3


def test_the_same_again_takes_it_back_and_another_replaces_it() -> None:
    first = decided("ann").session
    assert ruling_on(decided("ann", session=first).session, FOUND[0]) is None
    other = decided("ben", session=first).session
    assert labels(other)[FOUND[0].quote] == ("doubtful",)
    assert undecided(other, FOUND) == 2


def test_a_reason_stays_when_the_decision_changes() -> None:
    first = decided("ann").session
    reasoned = give_reason(first, question(0), "the hospital says so", LATER).session
    other = decided("ben", session=reasoned).session
    ruling = ruling_on(other, FOUND[0])
    assert ruling is not None
    assert (ruling.taken, ruling.reason) == (("ben",), "the hospital says so")


def test_a_reason_without_a_decision_is_refused() -> None:
    with pytest.raises(Refused, match="decide first"):
        give_reason(EMPTY, question(0), "because", NOW)
    with pytest.raises(Refused, match="nothing was decided"):
        take_back(EMPTY, question(0), NOW)


def test_different_passages_of_one_claim_are_kept_apart() -> None:
    whole = claim(FIRE, 2)
    half = Span(whole.start, whole.start + 13)
    team = panel(ann={half: "loaded"}, ben={2: "fact"})
    (found,) = disagreements(team)
    both = rule(EMPTY, team, Question(found, "k"), team.names, "carol", NOW).session
    assert {t.anchor.span: t.labels for t in both.tags} == {half: ("loaded",), whole: ("fact",)}
    only = rule(both, team, Question(found, "k"), ("ann",), "carol", NOW)
    assert [t.anchor.span for t in only.session.tags] == [half]
    assert len(only.removed) == 1


FIRST_TWO = Span(claim(FIRE, 1).start, claim(FIRE, 2).end)
"""What ann tags as one."""


@pytest.mark.parametrize(
    ("taken", "held"),
    [
        (("ann",), {FIRST_TWO: ("fact",)}),
        (("ben",), {claim(FIRE, 1): ("doubtful",)}),
        (("ann", "ben"), {FIRST_TWO: ("fact",), claim(FIRE, 1): ("doubtful",)}),
    ],
)
def test_a_tag_over_two_sentences_is_decided_once_for_both(
    taken: tuple[str, ...], held: dict[Span, tuple[str, ...]]
) -> None:
    team = panel(ann={FIRST_TWO: "fact", 4: "check"}, ben={1: "doubtful"})
    found, other = to_decide(team)
    assert found.title == "ann: fact · ben: doubtful, then –"
    assert [m.span for m in finding(found, 1).sides[0].mentions] == [claim(FIRE, 1), claim(FIRE, 2)]
    done = rule(EMPTY, team, Question(found, "k"), taken, "carol", NOW).session
    assert {t.anchor.span: t.labels for t in done.tags} == held
    assert undecided(done, (found, other)) == 1
    assert len(disagreements(team)) == 3


def test_who_tagged_one_sentence_of_a_passage_alike_still_differs_on_the_other() -> None:
    team = panel(ann={FIRST_TWO: "fact"}, ben={1: "fact"}, eve={1: "fact", 2: "fact"})
    (found,) = to_decide(team)
    assert [(a.shown, a.names) for a in found.answers] == [
        ("fact", ("ann", "eve")), ("fact, then –", ("ben",)),
    ]  # fmt: skip
    for taken, spans in (
        (("ben",), [claim(FIRE, 1)]),
        (("eve",), [claim(FIRE, 1), claim(FIRE, 2)]),
    ):
        done = rule(EMPTY, team, Question(found, "k"), taken, "carol", NOW).session
        assert [t.anchor.span for t in done.tags] == spans


def test_tags_that_overlap_one_after_the_other_join_all_they_cover() -> None:
    last_two = Span(claim(FIRE, 3).start, claim(FIRE, 4).end)
    middle = Span(claim(FIRE, 2).start, claim(FIRE, 3).end)
    apart = panel(ann={FIRST_TWO: "fact"}, ben={last_two: "fact"})
    assert [len(p.parts) for p in apart.passages] == [2, 2]
    chained = panel(ann={FIRST_TWO: "fact"}, ben={last_two: "fact"}, eve={middle: "check"})
    assert [len(p.parts) for p in chained.passages] == [4]
    plain = panel(ann={1: "fact"}, ben={2: "fact"})
    assert plain.passages == plain.claims


def test_a_decided_session_reads_back_from_its_file() -> None:
    session = give_reason(decided("ann").session, question(0), "“yes”: checked", LATER).session
    book = read(fresh(session).text(), "x", "", "")
    assert book.problems == ()
    assert book.session.tags == session.tags


def test_of_a_class_each_has_a_line_and_reads_back() -> None:
    (found,) = disagreements(CLASS)
    question = Question(found, "k")
    session = rule(EMPTY, CLASS, question, found.answers[0].names, "carol", NOW).session
    text = fresh(session).text()
    assert '\n        {annotator: "eve", file: "eve.yaml", labels: ["fact"]},\n' in text
    book = read(text, "x", "", "")
    assert book.problems == ()
    assert book.session.tags == session.tags
    other = rule(session, CLASS, question, ("ben",), "carol", LATER).session
    again = read(update(book, other).text(), "x", "", "")
    assert again.problems == ()
    assert again.session.tags == other.tags


def test_decisions_are_saved_undone_and_resumed(tmp_path: Path) -> None:
    path = tmp_path / "adjudicated.yaml"
    desk = Desk.open(path, "fire", "carol")
    for number, who in ((0, "ann"), (1, "ben")):
        desk.apply(rule(desk.session, TWO, question(number), (who,), "carol", NOW))
        desk.adopt(desk.save(desk.order()))
    desk.undo()
    desk.adopt(desk.save(desk.order()))
    again = Desk.open(path, "fire", "carol").session
    assert undecided(again, FOUND) == 2
    assert ruling_on(again, FOUND[0]) is not None


def test_three_annotators_are_named_in_one_title() -> None:
    team = panel(ann={1: "fact"}, ben={1: "fact"}, eve={})
    (found,) = disagreements(team)
    assert found.title == "ann, ben: fact · eve: –"
    sides = finding(found, 1).sides
    assert [side.shown for side in sides] == ["ann, ben: fact", "eve: –"]
