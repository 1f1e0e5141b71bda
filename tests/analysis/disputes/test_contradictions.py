"""What every contradiction must keep, whatever the texts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.made import sentence, story
from tui.analysis.disputes.contradictions import differ, find_contradictions
from tui.analysis.engine import analyse
from tui.analysis.words.tokens import read_sentences
from tui.model.finding import Contradiction, Kind, Severity
from tui.model.settings import AnalysisSettings

TEXTS = (
    "The senate passed the water bill on Tuesday by a vote of 61-38 after a long debate.",
    "The senate passed the water bill on Tuesday by a vote of 65-34 after a long debate.",
    "The senate passed the water bill on Tuesday by a vote of 65-34 after a long debate on dams.",
    "Ice lay on the lake of Orrin for a month.",
)


def _found(*texts: str) -> tuple[Contradiction, ...]:
    told = story(*texts)
    return find_contradictions(read_sentences(told), (), told)


def test_one_question_has_all_its_answers() -> None:
    (found,) = _found(*TEXTS)
    assert (found.kind, found.severity) == (Kind.NUMBER, Severity.CONFLICT)
    assert [[m.article for m in s.mentions] for s in found.sides] == [["A"], ["B", "C"]]
    assert found.silent == ("D",)


def test_the_words_of_every_side_stand_in_the_text() -> None:
    told = story(*TEXTS)
    (found,) = _found(*TEXTS)
    for mention in found.mentions:
        assert mention.span.of(told.by_id[mention.article].text) in ("61-38", "65-34")


def test_the_reason_names_both_passages_and_both_values() -> None:
    (found,) = _found(*TEXTS)
    assert "61-38" in found.because
    assert "65-34" in found.because
    assert found.because.endswith(".")
    assert found.question.endswith("?")


def test_the_order_of_articles_changes_no_finding() -> None:
    (one,), (other,) = _found(*TEXTS), _found(*reversed(TEXTS))
    assert {s.value for s in one.sides} == {s.value for s in other.sides}


def test_one_article_is_no_contradiction_of_itself_told_twice() -> None:
    assert _found(TEXTS[0], TEXTS[0]) == ()


@pytest.mark.parametrize(
    ("a", "b", "no_fact"),
    [
        ("The fire killed 12 people.", "The fire killed 14 people.", True),
        ("At least 12 people died in the fire.", "The fire killed 14 people.", False),
        ("The store was insured.", "The store was not insured.", True),
        ("The fire began on Tuesday.", "The fire began on Monday.", True),
        ("Police arrested the driver.", "The driver was arrested by police.", False),
    ],
)
def test_a_slot_that_conflicts_vetoes_a_shared_fact(a: str, b: str, no_fact: bool) -> None:
    day = date(2025, 6, 11)
    assert differ(sentence(a, day), sentence(b, day)) is no_fact


def _analysed(*texts: str) -> tuple[Contradiction, ...]:
    return analyse(story(*texts), AnalysisSettings()).told(AnalysisSettings().least)


def test_only_an_article_with_nothing_like_it_is_silent() -> None:
    (found,) = _analysed(
        "The store on the quay was insured, the company said.",
        "The store on the quay was not insured, the company said.",
        "The company said whether the store on the quay was insured is being looked into.",
        "Ice lay on the lake of Orrin for a month.",
    )
    speaking = {m.article for m in found.mentions}
    assert "D" in found.silent
    assert "C" not in found.silent
    assert speaking.isdisjoint(found.silent)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Officer Mara Quill, 31, fired three shots at the van on the old quay.",
            "Officer Mara Quill fired three shots at 24-year-old Bern in the van on the old quay.",
        ),
        (
            "The secret talks led to the dam pact of 2015, which Quill left.",
            "The secret talks led to the 2015 dam pact, which Quill left in 2018.",
        ),
        (
            "Lawyers had warned the Quill administration of the leaked letters in May.",
            "Lawyers had warned the Brenn Palace of the leaked letters in May.",
        ),
    ],
)
def test_what_belongs_to_two_things_is_no_contradiction(a: str, b: str) -> None:
    assert [c for c in _found(a, b) if c.score >= AnalysisSettings().least] == []
