"""Which marks lie on the text and which one wins."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page.decided import DECIDED, Decided, only
from tests.page.sheets import marks_of
from tests.page.story import ANALYSIS, CLOSED, HURT, MAYOR, RUDDER, STORY, mention
from tui.model.finding import Contradiction, Mention, Severity, finding_key
from tui.model.span import Span
from tui.model.tag import Anchor, Decision, Ruling, Said, Session, Tag, Verdict
from tui.page.marks import (
    RANK,
    Mark,
    Marks,
    Show,
    chip,
    drawn_marks,
    finding_marks,
    tag_marks,
    with_verdicts,
)
from tui.page.signs import ASCII

TAGGED = mention("A", "Divers examined the hull in the afternoon.")
TAG = Tag(
    "t1", Anchor("A", "a.txt", TAGGED.span, TAGGED.span.of(STORY.by_id["A"].text)), ("fact", "odd")
)
SESSION = Session("ferry", "anna", tags=(TAG,))
PLACES = {"t1": TAGGED}


Places = Mapping[str, Mention | None]


def looks(marks: Marks) -> set[str]:
    return {m.look for ms in marks.by_article.values() for m in ms}


def rejecting(*findings: object) -> Session:
    keys = [finding_key(f, STORY) for f in findings]  # type: ignore[arg-type]
    return replace(
        SESSION, decisions=tuple(Decision(k, Verdict.REJECTED, "", "") for k in sorted(keys))
    )


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (Show.ALL, {"conflict", "differs", "shared", "only", "tag"}),
        (Show.CONFLICTS, {"conflict", "differs", "tag"}),
        (Show.SHARED, {"shared", "tag"}),
        (Show.TAGS, {"tag"}),
        (Show.NONE, set()),
    ],
)
def test_only_the_kinds_asked_for_are_marked(show: Show, expected: set[str]) -> None:
    assert looks(marks_of(STORY, ANALYSIS, SESSION, show, places=PLACES)) == expected


def test_marks_differ_where_a_tag_came_or_went_and_nowhere_else() -> None:
    before = finding_marks(STORY, ANALYSIS, {})
    after = before.joined(Marks.of([("A", Mark(TAGGED.span, "tag", "t1"))]))
    assert after.differ(before, "A", TAGGED.span)
    assert before.differ(after, "A", TAGGED.span)
    assert not after.differ(before, "A", Span(0, TAGGED.span.start))
    assert not after.differ(before, "B", Span(0, 20))


def test_every_mention_of_a_contradiction_carries_its_number() -> None:
    marks = marks_of(STORY, ANALYSIS, None)
    for found in ANALYSIS.contradictions:
        for one in found.mentions:
            here = [m for m in marks.by_article[one.article] if m.id == found.id]
            assert one.span in [m.span for m in here]
            assert {m.chip for m in here} == {chip(found)}


def test_a_rejected_finding_is_dimmed_and_no_other() -> None:
    marks = marks_of(STORY, ANALYSIS, rejecting(HURT, RUDDER))
    dimmed = {m.id for ms in marks.by_article.values() for m in ms if m.look == "rejected"}
    assert dimmed == {HURT.id, RUDDER.id}


@given(DECIDED, st.sampled_from(Show))
def test_the_marks_of_decided_findings_drawn_alone_are_those_drawn_with_all(
    decided: Decided, show: Show
) -> None:
    these, verdicts = only(decided)
    plain = finding_marks(STORY, ANALYSIS, {}, show)
    marks, anew = (
        with_verdicts(plain, STORY, these, verdicts, show),
        finding_marks(STORY, ANALYSIS, verdicts, show),
    )
    assert marks.by_article == anew.by_article
    assert (marks.longest, marks.looks) == (anew.longest, anew.looks)


@given(st.sets(st.sampled_from(ANALYSIS.contradictions)), st.booleans(), st.sampled_from(Show))
def test_marks_chosen_of_all_are_those_made_anew(
    hidden: set[Contradiction], blind: bool, show: Show
) -> None:
    kept = tuple(c for c in ANALYSIS.contradictions if c not in hidden)
    seen = replace(ANALYSIS, contradictions=kept)
    if blind:
        seen = replace(seen, contradictions=(), facts=(), only=())
    chosen = drawn_marks(finding_marks(STORY, ANALYSIS, {}), seen, show)
    anew = finding_marks(STORY, seen, {}, show)
    assert (chosen.by_article, chosen.looks) == (anew.by_article, anew.looks)
    assert all(chosen.longest[article] >= longest for article, longest in anew.longest.items())


def test_chips_tell_kind_number_and_verdict() -> None:
    assert chip(HURT) == "≠1"
    assert chip(MAYOR) == "≈2"
    assert chip(CLOSED, Verdict.CONFIRMED) == "≠3✓"
    assert chip(CLOSED, Verdict.REJECTED) == "≠3✗"
    assert chip(HURT._replace(severity=Severity.DIFFERS), Verdict.REJECTED, ASCII) == "~1x"


def test_the_chip_of_a_tag_shows_its_labels_and_that_there_is_a_note() -> None:
    (_, mark), *_ = tag_marks(SESSION, PLACES, ASCII)
    assert mark.chip == "#FO"
    noted = replace(SESSION, tags=(TAG._replace(labels=(), note="call them"),))
    (_, mark), *_ = tag_marks(noted, PLACES, ASCII)
    assert mark.chip == '#n"'
    ruled = TAG._replace(labels=(), ruling=Ruling((Said("ann", "ann.yaml"),), by="carol"))
    (_, mark), *_ = tag_marks(replace(SESSION, tags=(ruled,)), PLACES, ASCII)
    assert mark.chip == "#-"


@pytest.mark.parametrize("places", [{}, {"t1": None}])
def test_a_tag_whose_words_have_no_place_is_not_marked(places: Places) -> None:
    assert list(tag_marks(SESSION, places, ASCII)) == []
    assert "tag" not in looks(marks_of(STORY, ANALYSIS, SESSION, places=places))


def test_a_tag_is_marked_where_its_words_are_now() -> None:
    now = mention("B", "Nine people")
    assert [(a, m.span) for a, m in tag_marks(SESSION, {"t1": now}, ASCII)] == [("B", now.span)]


def test_what_weighs_more_wins() -> None:
    order = sorted(RANK, key=lambda look: -RANK[look])
    assert order[:5] == ["conflict", "differs", "two_ways", "shared", "only"]
    assert order[-1] == "rejected"


SPANS = st.tuples(st.integers(0, 200), st.integers(1, 40)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_the_marks_of_a_passage_are_those_that_overlap_it(spans: list[Span], wanted: Span) -> None:
    listed = sorted(
        (Mark(s, "shared", f"f{n}") for n, s in enumerate(spans)),
        key=lambda m: (m.span.start, -m.span.end),
    )
    marks = Marks({"A": listed})
    assert marks.within("A", wanted) == [m for m in listed if m.span.overlaps(wanted)]
    assert marks.at("A", wanted.start) == [m for m in listed if m.span.holds(wanted.start)]
    assert marks.within("B", wanted) == []


def test_a_mark_longer_than_any_sentence_is_found_all_the_same() -> None:
    long = Mark(Span(0, 20_000), "shared", "f1")
    filler = [Mark(Span(n, n + 1), "only", f"o{n}") for n in range(1, 12_000, 7)]
    marks = Marks({"A": [long, *filler]})
    assert long in marks.within("A", Span(12_000, 12_001))
