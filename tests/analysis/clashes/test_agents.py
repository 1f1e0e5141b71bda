"""Two agents of one deed."""

from __future__ import annotations

from tests.analysis.made import sentence
from tui.analysis.clashes.discord import discords
from tui.model.finding import Kind

STORMED = "The gunmen stormed the Belvedere Hotel in Arden on Friday."


def _kinds(other: str) -> list[Kind]:
    return [d.kind for d in discords(sentence(STORMED), sentence(other, article="B", n=1))]


def test_who_did_it_differs() -> None:
    other = "The farmers stormed the Belvedere Hotel in Arden on Friday."
    assert Kind.ACTOR in _kinds(other)


def test_who_did_the_same_after_the_other_is_no_rival() -> None:
    other = "The farmers stormed the Belvedere Hotel in Arden on Friday after terrorists did."
    assert Kind.ACTOR not in _kinds(other)
