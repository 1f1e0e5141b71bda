"""The card of a claim: its tags, links and every mention of what it says."""

from __future__ import annotations

from tests.page.story import ANALYSIS, HURT, STORY, A, B
from tui.model.finding import Mention
from tui.model.span import Span
from tui.model.tag import Relation, Session, Status, Verdict
from tui.page.card import Entry, Known, card
from tui.page.signs import UNICODE
from tui.session import edits
from tui.whereabouts import tag_places

NOW = "2025-05-06T10:00:00+02:00"
TWELVE = A.claim_at(A.text.index("Twelve people")) or Span(0, 0)
NINE = B.claim_at(B.text.index("Nine people")) or Span(0, 0)
EMPTY = Session("ferry", "anna")


def made(session: Session, findings: object = ()) -> tuple[Entry, ...]:
    """The card of the claim TWELVE."""
    places = tag_places(STORY, session)
    tags = [
        (place.span, tag)
        for tag in session.tags
        if (place := places[tag.id]) and place.article == "A" and TWELVE.covers(place.span)
    ]
    tags.sort(key=lambda t: t[0] != TWELVE)
    known = Known(STORY, session, places, {HURT.id: Verdict.CONFIRMED}, UNICODE)
    return card(Mention("A", TWELVE), tags, findings, known)  # type: ignore[arg-type]


def test_a_contradiction_is_told_with_every_side_and_who_is_silent() -> None:
    entries = made(EMPTY, [HURT])
    assert entries[0] == Entry("head-conflict", "≠1✓", f"{HURT.question} (confirmed)")
    told = [(e.lead, e.value) for e in entries if e.look == "mention"]
    assert told == [(m.article, s.shown) for s in HURT.sides for m in s.mentions]
    assert [e.words for e in entries if e.look == "said"] == ["D does not say"]


def test_a_shared_fact_is_told_by_article_and_leads_to_each() -> None:
    fact = ANALYSIS.facts[0]
    entries = made(EMPTY, [fact])
    assert [e.there for e in entries if e.look == "mention"] == list(fact.mentions)
    assert entries[0].words.startswith("shared by A")


def test_words_of_the_claim_itself_are_not_repeated_and_a_sentence_is_told_once() -> None:
    twice = HURT._replace(sides=(HURT.sides[0]._replace(mentions=HURT.sides[0].mentions * 2),))
    told = [e.words for e in made(EMPTY, [twice]) if e.look == "mention"]
    assert told.count("this claim") == 1
    assert len(told) == len(set(told)) == len(HURT.sides[0].mentions)


def test_labels_status_note_and_words_of_the_claim_are_told() -> None:
    session = edits.toggle_label(EMPTY, A, TWELVE, "fact", NOW).session
    session = edits.set_note(session, (A, TWELVE), "call\nthem", Status.CHECKED, None, NOW).session
    part = Span(TWELVE.start, TWELVE.start + 6)
    session = edits.toggle_label(session, A, part, "check", NOW).session
    assert [(e.look, e.lead, e.words) for e in made(session)] == [
        ("head-tag", "⚑F…", "fact · checked"),
        ("said", "", "call them"),
        ("head-tag", "⚑?", "Twelve: check"),
    ]


def test_a_link_leads_to_the_other_claim_and_can_be_taken_hold_of() -> None:
    session = edits.tie(EMPTY, (A, TWELVE), (B, NINE), Relation.CONTRADICTS, NOW).session
    head, entry = made(session)
    assert (head.lead, head.words) == ("!", "you say that it contradicts")
    assert entry.there == Mention("B", NINE)
    assert entry.tie == session.ties[0]


def test_a_claim_of_which_nothing_is_known_has_an_empty_card() -> None:
    assert made(EMPTY) == ()
