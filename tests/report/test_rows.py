"""Rows told in words."""

from dataclasses import replace

from tests.report.made import ANALYSIS, BOATS, MAY, STORY, mention
from tui.model.finding import Mention, Side
from tui.model.span import Span
from tui.report.rows import RowFinder, Step, steps

FINDER = RowFinder(ANALYSIS.rows)


def told(facts: tuple = (), contradictions: tuple = ()) -> tuple[Step, ...]:  # type: ignore[type-arg]
    return steps(STORY, ANALYSIS.rows, facts, contradictions, FINDER)


def test_a_mention_is_found_in_the_row_of_its_passage() -> None:
    assert FINDER.row_of(mention("C", "Twelve")) == 1
    assert FINDER.row_of(mention("C", "Nobody")) == 3


def test_the_minority_differs_and_the_majority_agrees() -> None:
    sentence = told((), (BOATS,))[0].sentence(3)
    assert sentence == "Row 1 of 3. A, B agree. C differs on number: twelve boats."


def test_a_shared_fact_makes_articles_agree() -> None:
    assert told((MAY,))[0].sentence(3) == "Row 1 of 3. A, B, C agree."


def test_a_fact_of_one_article_in_the_row_makes_nobody_agree() -> None:
    alone = MAY._replace(mentions=(mention("A", "burned on 3 May"), mention("C", "Nobody")))
    assert told((alone,))[0].sentence(3) == "Row 1 of 3. Told by A, B, C."


def test_words_between_two_passages_stand_in_no_row() -> None:
    assert FINDER.row_of(Mention("A", Span(26, 27))) is None
    assert FINDER.row_of(Mention("A", Span(25, 27))) == 1


def test_without_findings_a_row_only_says_who_tells_it() -> None:
    assert told()[0].sentence(3) == "Row 1 of 3. Told by A, B, C."


def test_a_row_of_one_article_says_so_and_lists_nobody_as_silent() -> None:
    assert told()[1].sentence(3) == "Row 2 of 3. Only A."


def test_silent_articles_are_named() -> None:
    row = replace(ANALYSIS.rows[0], cells={"A": ANALYSIS.rows[0].cells["A"],
                                           "B": ANALYSIS.rows[0].cells["B"]})  # fmt: skip
    step = steps(STORY, [row], (), (), FINDER)[0]
    assert step.sentence(1) == "Row 1 of 1. Told by A, B. C silent."


def test_two_against_each_other_both_differ() -> None:
    """One against one has no majority, so each is named with its answer."""
    sides = (
        Side("1", "ten", (mention("A", "Ten"),)),
        Side("2", "twelve", (mention("C", "Twelve"),)),
    )
    step = told((), (BOATS._replace(sides=sides),))[0]
    assert step.sentence(3) == ("Row 1 of 3. On number, A says ten, C says twelve. Also told by B.")


def test_who_shares_another_fact_does_not_agree_on_what_is_disputed() -> None:
    sides = (
        Side("1", "ten…", (mention("A", "Ten"),)),
        Side("2", "twelve…", (mention("C", "Twelve"),)),
    )
    step = told((MAY,), (BOATS._replace(sides=sides),))[0]
    assert step.sentence(3) == (
        "Row 1 of 3. On number, A says ten…, C says twelve… Also told by B."
    )


def test_a_contradiction_across_rows_marks_neither_row() -> None:
    sides = (Side("1", "ten", (mention("A", "Ten"),)), Side("2", "none", (mention("C", "Nobody"),)))
    assert not any(step.differ for step in told((), (BOATS._replace(sides=sides),)))


def test_every_readable_article_is_in_exactly_one_list_of_each_row() -> None:
    for step in told((MAY,), (BOATS,)):
        lists = [*step.agree, *(d.article for d in step.differ), *step.tell, *step.silent]
        assert sorted(lists) == ["A", "B", "C"]
