"""Who is who in a story."""

from __future__ import annotations

from tests.analysis.made import sentence, sentences
from tui.analysis.sentences.cast import cast_of, same_person, surname
from tui.analysis.sentences.names import runs


def _keys(told: tuple[str, ...], at: int) -> list[tuple[str, str]]:
    found = sentences(*told)
    return [(n.key, n.kind) for n in cast_of(found).mentions(found[at])]


def test_a_surname_stands_for_the_full_name_told_before() -> None:
    assert _keys(("President Anna Holt spoke.", "Later Holt left."), 1) == [("holt", "person")]


def test_a_title_and_a_country_stand_for_the_one_who_holds_the_office() -> None:
    told = ("Austrian Foreign Minister Ilse Brandt spoke.", "The Austrian foreign minister left.")
    assert ("brandt", "person") in _keys(told, 1)


def test_the_surname_may_stand_in_front() -> None:
    assert surname("kim jong-un") == "kim"
    assert surname("sergei lavrov") == "lavrov"


def test_two_spellings_of_a_first_name_are_one_person() -> None:
    assert same_person("sergey belkin", "sergei belkin")
    assert same_person("alexei navalny", "aleksei a. navalny")
    assert not same_person("anna holt", "peter holt")


def test_initials_stand_for_any_names_that_begin_alike() -> None:
    assert same_person("khalid oran", "kp sharif oran")
    assert not same_person("dorn oran", "kp sharif oran")


def test_a_word_that_says_who_somebody_is_is_no_part_of_the_name() -> None:
    (one,) = runs(sentence("Resident Anna Wexley was buying a ticket."))
    assert one.text == "Anna Wexley"


def test_an_acronym_is_matched_in_capitals_only() -> None:
    keys = [key for key, _ in _keys(("Kim Jong-un told us about the UN on Monday.",), 0)]
    assert keys == ["kim", "united nations"]


def test_countries_and_cities_are_told_apart() -> None:
    assert _keys(("They flew from Geneva to Norway.",), 0) == [
        ("geneva", "city"),
        ("norway", "country"),
    ]


def test_who_reports_for_an_outlet_is_nobody_in_the_story() -> None:
    told = ("Stephen Gibbs fell.", "There was tension, says the BBC's Stephen Gibbs.")
    assert _keys(told, 0) == [("gibbs", "person")]
    assert ("gibbs", "person") not in _keys(told, 1)


def test_whose_somebody_is_and_where_from_are_no_part_of_the_name() -> None:
    told = ("The Brotherhood's Anna Holt met Michigan-born Peter Orr.",)
    assert [key for key, kind in _keys(told, 0) if kind == "person"] == ["holt", "orr"]


def test_an_office_alone_stands_for_the_only_one_who_is_called_so() -> None:
    told = ("President Anna Holt spoke.", "Then the president left.")
    assert _keys(told, 1) == [("holt", "person")]


def test_an_office_of_something_named_is_not_the_one_who_is_called_so() -> None:
    told = ("President Anna Holt spoke.", "Then the president of the court left.")
    assert _keys(told, 1) == [("president", "role")]


def test_an_office_alone_stands_for_nobody_where_two_are_called_so() -> None:
    told = ("President Anna Holt met President Jan Ode.", "Then the president left.")
    assert _keys(told, 1) == [("president", "role")]
