"""Two figures for one thing, wherever they are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.analysis.made import articles, sentence
from tui.analysis.disputes.basis.dispute import Answer, Dispute
from tui.analysis.disputes.figures.figure_table import FigureTable, figure_table
from tui.analysis.disputes.figures.rival_evidence import NAMES, shipped_weights
from tui.analysis.disputes.figures.rivals import barred, rival_disputes, surest_rivals
from tui.analysis.sentences.moments import gaps, moments
from tui.analysis.sentences.themes import weights
from tui.model.article import Role
from tui.model.finding import Kind, Mention, Severity


def _table(*texts: str) -> FigureTable:
    told = articles(*texts)
    return figure_table(told, weights(told), {})


FILLER = "The mayor of Renn spoke of rain, roads and the price of bread on Monday."


def _found(*articles: str) -> list[Dispute]:
    return list(rival_disputes(_table(*(f"{FILLER} / {a}" for a in articles))))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The premier declared a 30-day state of emergency in Renn.",
         "A 15-day state of emergency was declared in Renn by the premier."),
        ("The rail network of Norland is the fourth largest in the world.",
         "Norland has a rail network that is the third largest in the world."),
        ("The train derailed at Odda, 65 km south of Renn.",
         "The train derailed about 100 km from Renn."),
        ("He summed up his dissent from the bench, speaking for 11 minutes.",
         "His dissent was read from the bench for nearly half an hour."),
        ("The tariff on copper from Norland falls to 18 percent.",
         "Norland's copper will face a tariff of 15 percent."),
        ("The strike on the village of Odda came at 2:40 a.m.",
         "It was 4:15 a.m. when the strike hit the village of Odda."),
    ],
)  # fmt: skip
def test_one_thing_measured_in_two_ways_is_a_conflict(a: str, b: str) -> None:
    (one,) = _found(a, b)
    assert one.severity is Severity.CONFLICT
    assert one.question.endswith("?")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The crash at Odda killed 31 people.", "The crash at Odda left 112 people injured."),
        ("Seven commissioners ran the election in Renn.",
         "Of the election commissioners in Renn, two of them resigned."),
        ("The crash at Odda killed 31 people.", "At least 25 died in the Odda crash."),
        ("The crash at Odda killed 31 people. / Another 12 people were killed at Renn.",
         "A crash at Odda killed 31 people, and 12 people were killed in a crash at Renn."),
        ("The firm made $3 billion in Norland.", "The firm made $130 billion in Norland."),
        ("Trade with Ostia hit $146 billion in 2021.", "Trade there hit $244 billion in 2024."),
        ("Norland sold goods worth $129 billion to Ostia.",
         "Norland bought goods worth $115 billion from Ostia."),
    ],
)  # fmt: skip
def test_two_things_are_no_conflict(a: str, b: str) -> None:
    assert not _found(a, b)


def test_an_article_that_tells_both_figures_knows_two_things() -> None:
    one = "A 30-day state of emergency was declared in Renn."
    other = "A 15-day state of emergency was declared in Renn."
    assert _found(one, other)
    assert not _found(one, f"{other} / The 30-day one in Ostia is over.")


def test_a_figure_hedged_and_told_plainly_differs() -> None:
    (one,) = _found("The crash at Odda left 150 people hurt.",
                    "More than 150 people were hurt in the crash at Odda.")  # fmt: skip
    assert one.severity is Severity.DIFFERS


def test_what_other_rules_find_of_two_things_is_left_out() -> None:
    a, b = "The firm made $3 billion in Norland.", "The firm made $130 billion in Norland."
    table = _table(a, b)
    spans = [f.figure.span for f in table.figures]
    found = Dispute(
        Kind.NUMBER, Severity.CONFLICT, "slot-number", "How much?",
        (Answer("3", "3", Mention("A", spans[0])), Answer("130", "130", Mention("B", spans[1]))),
        0.7, "",
    )  # fmt: skip
    assert not list(barred(table, [found]))


def _with_title(title: str, text: str, other: str) -> list[Dispute]:
    head = replace(sentence(title), role=Role.TITLE)
    told = [head, sentence(text, n=1), sentence(other, article="B", n=2)]
    told += [sentence(FILLER, article="B", n=n) for n in range(3, 9)]
    return list(rival_disputes(figure_table(told, weights(told), {})))


def test_a_headline_whose_figure_its_article_does_not_tell_is_a_conflict() -> None:
    title = "87 officers hurt as crowd storms the square of Renn"
    other = "The square of Renn was cleared on Monday."
    (one,) = _with_title(
        title, "It was said that 31 officers were hurt in the square of Renn.", other
    )
    assert one.question == "How many officers were hurt in the square of Renn?"
    told = "In all 87 officers were hurt, and 31 officers of them in the square of Renn."
    assert not _with_title(title, told, other)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The storm killed 34 in Ostia.", "In Ostia, officials spoke of 20 deaths.", True),
        ("The storm killed 34 in Ostia.", "In Norland, officials spoke of 20 deaths.", False),
        ("The storm killed 34 in Ostia.", "In Ostia, officials spoke of 20 injured.", False),
        ("The storm killed 34 in Ostia.", "In Ostia, officials spoke of 34 deaths.", False),
    ],
)
def test_the_dead_of_one_place_are_one_number(a: str, b: str, differ: bool) -> None:
    assert bool(_found(a, b)) is differ


def test_a_question_names_what_was_measured_rather_than_where() -> None:
    (one,) = _found(
        "He was arraigned in Renn on six charges.", "Holt was in court in Renn on five counts."
    )
    assert one.question == "How many: six charges or five counts?"


def test_every_evidence_has_its_weight() -> None:
    assert len(shipped_weights()) == len(NAMES) + 1


@pytest.mark.parametrize(
    ("b", "conflicts"),
    [
        ("The ferry Patience sank off Odda at about 1 a.m. on Wednesday.", 1),
        ("The ferry Patience sank off Odda on Tuesday night.", 0),
        ("The ferry Patience sank off Odda early on Wednesday.", 0),
        ("The crew of the ferry Patience spoke to reporters on Wednesday evening.", 0),
    ],
)
def test_an_hour_of_the_next_day_is_not_late_on_the_day_before(b: str, conflicts: int) -> None:
    a = "The ferry Patience sank off Odda late on Tuesday."
    told = [sentence(FILLER), sentence(a, n=1), sentence(FILLER, article="B", n=2)]
    told.append(sentence(b, article="B", n=3))
    found = list(surest_rivals(figure_table(told, weights(told), {}, moments)))
    assert [d.kind for d in found] == [Kind.DATE] * conflicts


@pytest.mark.parametrize(
    ("b", "conflicts"),
    [
        ("Mara Quill had been named harbour master a day before the ferry sank.", 1),
        ("An hour after the ferry sank Mara Quill was named harbour master.", 0),
        ("Mara Quill was named harbour master 48 hours before the ferry sank.", 0),
        ("The council of Renn met a day before the election.", 0),
    ],
)
def test_one_thing_is_so_long_before_another_or_so_long(b: str, conflicts: int) -> None:
    a = "Two days before the ferry sank Mara Quill was named harbour master."
    told = [sentence(FILLER), sentence(a, n=1), sentence(FILLER, article="B", n=2)]
    told.append(sentence(b, article="B", n=3))
    found = list(surest_rivals(figure_table(told, weights(told), {}, gaps)))
    assert [d.kind for d in found] == [Kind.DATE] * conflicts


def test_shortly_after_the_hour_is_some_minutes_past_it() -> None:
    assert not _found(
        "The shooting at the Odda bridge began shortly after 11 p.m.",
        "The shooting at the Odda bridge began at 11:10 p.m.",
    )


@pytest.mark.parametrize(("zone", "conflicts"), [(" Renn time", 0), ("", 1)])
def test_the_evening_here_and_the_night_there_may_be_one_moment(zone: str, conflicts: int) -> None:
    a = f"The ferry Patience sank off Odda on Thursday afternoon{zone}."
    b = "The ferry Patience sank off Odda at about 2 a.m. Friday local time."
    told = [sentence(FILLER), sentence(a, n=1), sentence(FILLER, article="B", n=2)]
    told.append(sentence(b, article="B", n=3))
    if not zone:
        told[-1] = sentence(b.replace(" local time", ""), article="B", n=3)
    found = list(surest_rivals(figure_table(told, weights(told), {}, moments)))
    assert len(found) == conflicts
