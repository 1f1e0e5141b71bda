"""The outline joins story, analysis and session."""

from tests.report.made import ANALYSIS, SESSION, STORY, TAG, mention
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


def test_a_tag_stands_in_the_row_of_its_place() -> None:
    places = {TAG.id: mention("C", "Nobody")}
    tagged = outline(STORY, ANALYSIS, session=SESSION, places=places).tagged[0]
    assert (tagged.article, tagged.row) == ("C", 3)


def test_a_tag_without_a_place_stays_listed() -> None:
    tagged = outline(STORY, ANALYSIS, session=SESSION, places={TAG.id: None}).tagged[0]
    assert (tagged.tag, tagged.article, tagged.row) == (TAG, None, None)


def test_without_a_session_there_is_no_annotator() -> None:
    assert outline(STORY, ANALYSIS).annotator is None


def test_what_scores_below_the_least_is_left_out() -> None:
    assert not outline(STORY, ANALYSIS, least=0.95).disputes
