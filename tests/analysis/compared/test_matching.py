"""The words of two sentences laid against each other."""

from __future__ import annotations

from hypothesis import given

from tests.analysis.pairs import read
from tests.analysis.said import SAID
from tui.analysis.compared.matching import Match, match


def _match(a: str, b: str) -> Match:
    return match(read(a), read(b))


def _mates(found: Match) -> set[tuple[str, str]]:
    return {(found.a[i].lemma, found.b[j].lemma) for i, j in found.mates.items()}


def test_other_words_for_one_thing_are_mates() -> None:
    found = _match("Rebels hid the report.", "The report was concealed by insurgents.")
    assert {("hide", "conceal"), ("report", "report"), ("rebel", "insurgent")} <= _mates(found)


def test_what_stands_between_the_same_words_is_a_change() -> None:
    found = _match("The fire killed 12 workers.", "The flood killed 12 workers.")
    assert [(c.a.lemma, c.b.lemma) for c in found.changes] == [("fire", "flood")]


def test_what_only_one_tells_is_left_over_and_no_change() -> None:
    found = _match("Police arrested the driver in Paris.", "Police arrested the driver.")
    assert [u.lemma for u in found.left_a] == ["france"] or [u.word.text for u in found.left_a] == [
        "Paris"
    ]
    assert not found.changes


def test_a_verb_with_its_particle_is_one_word() -> None:
    assert ("resign", "resign") in _mates(_match("She resigned.", "She stepped down."))


def test_a_bound_is_the_mate_of_a_number_it_allows() -> None:
    assert ("50", "51") in _mates(_match("More than 50 died.", "In all 51 died."))


@given(SAID, SAID)
def test_no_word_has_two_mates(a: str, b: str) -> None:
    found = _match(a, b)
    assert len(set(found.mates.values())) == len(found.mates)
    one, two = found.cover()
    assert 0 <= one <= 1 + 1e-9
    assert 0 <= two <= 1 + 1e-9
