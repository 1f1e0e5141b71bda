"""The outline joins story, analysis and session."""

from dataclasses import replace

from tests.report.made import ANALYSIS, SESSION, STORY, TAG
from tui.model.tag import Verdict
from tui.report.outline import outline


def test_quotes_carry_their_words_and_row() -> None:
    answer = outline(STORY, ANALYSIS).disputes[0].answers[1]
    assert [(q.article, q.text, q.row) for q in answer.quotes] == [("C", "Twelve boats", 1)]


def test_a_low_score_is_only_possible() -> None:
    assert not outline(STORY, ANALYSIS, possible=0.5).disputes[0].possible
    assert outline(STORY, ANALYSIS, possible=0.9).disputes[0].possible


def test_a_rejected_finding_stays_listed_but_leaves_the_rows() -> None:
    whole = outline(STORY, ANALYSIS, session=SESSION)
    assert whole.disputes[0].verdict is Verdict.REJECTED
    assert not any(step.differ for step in whole.steps)


def test_a_tag_is_found_in_its_row() -> None:
    tagged = outline(STORY, ANALYSIS, session=SESSION).tagged[0]
    assert (tagged.article, tagged.row, tagged.changed) == ("C", 3, False)


def test_a_tag_whose_words_changed_says_so() -> None:
    tag = replace(TAG, anchor=replace(TAG.anchor, quote="Everybody was hurt."))
    whole = outline(STORY, ANALYSIS, session=replace(SESSION, tags=(tag,)))
    assert whole.tagged[0].changed


def test_a_tag_of_a_file_that_is_gone_has_no_article() -> None:
    tag = replace(TAG, anchor=replace(TAG.anchor, file="gone.txt"))
    whole = outline(STORY, ANALYSIS, session=replace(SESSION, tags=(tag,)))
    assert whole.tagged[0].article is None


def test_without_a_session_there_is_no_annotator() -> None:
    assert outline(STORY, ANALYSIS).annotator is None
