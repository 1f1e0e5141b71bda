"""Clauses as events: who took part, when and where."""

from __future__ import annotations

from tests.analysis.made import sentences
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.events import Frame, frames_of


def _meetings(*texts: str) -> list[Frame]:
    told = sentences(*texts)
    return [f for f in frames_of(told, cast_of(told)) if "meet" in f.kinds]


def test_a_day_belongs_to_the_clause_it_stands_in() -> None:
    (first, second) = _meetings(
        "Anna Holt met Peter Lang on June 3 "
        "ahead of a meeting of the EU foreign ministers on June 9."
    )
    assert [w.words for w in first.whens] == ["June 3"]
    assert [w.words for w in second.whens] == ["June 9"]
    assert first.who == {"holt", "lang"}
    assert second.who == {"european union", "foreign minister"}


def test_a_fronted_clause_only_dates_the_main_one() -> None:
    frames = _meetings(
        "After their meeting in Prague on June 1, Anna Holt met Peter Lang on June 3."
    )
    assert [f.earlier for f in frames] == [True, False]


def test_a_counterpart_is_the_holder_of_the_same_office() -> None:
    frames = _meetings(
        "Czech Foreign Minister Karel Novak and Austrian Foreign Minister Ilse Brandt were there.",
        "Foreign Minister Karel Novak met his Austrian counterpart in Graz.",
    )
    assert frames[-1].who == {"novak", "brandt"}
    assert [p.key for p in frames[-1].places] == ["graz"]


def test_a_dateline_says_where_it_was_written_only() -> None:
    (frame,) = _meetings("VIENNA (Reuters) June 4, 2025 - Anna Holt met Peter Lang in Graz.")
    assert [p.key for p in frame.places] == ["graz"]
    assert frame.whens == ()
