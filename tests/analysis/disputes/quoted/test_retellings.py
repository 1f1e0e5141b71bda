"""When two quotations in other words are one utterance, and when they are two."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.quoted.attribution import said
from tui.analysis.disputes.quoted.quote_clashes import quote_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.themes import weights
from tui.model.finding import Kind

REST = (
    "The harbour reopened on Monday.",
    "Traders at the market sold bread.",
    "Rain fell on the hills all night.",
    "Mara Quill runs the ferry company.",
    "Odo Fenwick chairs the port council.",
)
"""What else the story tells, so that a word of a quotation is rare in it."""


def _found(*texts: str) -> list[Dispute]:
    """Disputes between an article of the first sentence and REST, and one of the others."""
    told = [sentence(t, n=n) for n, t in enumerate((texts[0], *REST))]
    told += [sentence(t, article="B", n=len(told) + n) for n, t in enumerate(texts[1:])]
    cast = cast_of(told)
    return list(quote_disputes(said(told, cast), cast, weights(told), {}))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“Two islands need no bridge,” Mara Quill said.",
            "“Two proud islands do not need a tunnel,” Mara Quill said.",
        ),
        (
            "“I did not sign it, and I did not approve it,” Mara Quill said.",
            "“I never read that letter and I surely didn't approve it,” Mara Quill fired back.",
        ),
        (
            "“We have no idea what his travel plan was,” Mara Quill said.",
            "“We don't know what his travel plan was at this time.”",
        ),
        (
            "Mara Quill called the dockers “freeloaders”.",
            "Mara Quill called the dockers “professional freeloaders”.",
        ),
        (
            "“I stopped counting,” Mara Quill said.",
            "Mara Quill ran back to the deck. 'I didn't count them.",
        ),
        (
            "“The tears of our sailors will not go unanswered,” Mara Quill said.",
            "“The tears of our sailors will not go unavenged,” Mara Quill said.",
        ),
        (
            "“We now see a flicker of daylight,” Mara Quill said.",
            "Mara Quill spoke of “a strip of daylight”.",
        ),
        (
            "Mara Quill called the plan “a bold and generous offer”.",
            "The talks had brought “a bold and generous bargain”, Mara Quill said.",
        ),
        (
            "“We do not seek a fight, but we will take no lessons from you,” Mara Quill said.",
            "Mara Quill said: “We don't want a fight, but we will not be taught by you.”",
        ),
    ],
)
def test_an_utterance_in_other_words_differs(a: str, b: str) -> None:
    assert any(d.kind is Kind.QUOTE for d in _found(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“We will rebuild the pier before winter comes,” Mara Quill said.",
            "Mara Quill vowed to “rebuild the pier”.",
        ),
        (
            "“We will rebuild the pier before winter comes,” Mara Quill said.",
            "“The pier must go before somebody drowns there,” Odo Fenwick said.",
        ),
        (
            "“The ferry was late again,” Mara Quill said.",
            "“A ferry needs a crew of nine trained people,” Mara Quill said.",
        ),
        (
            "Mara Quill called it a “bad deal”.",
            "Odo Fenwick called it a “secret deal”.",
        ),
        (
            "Mara Quill said that it was an “execution”.",
            "The film “shows an execution”, Mara Quill said.",
        ),
        (
            "“I stopped counting,” Mara Quill said.",
            "“I didn't count them,” Odo Fenwick said.",
        ),
        (
            "“We act in the best interest of the islands and will sell no pier,” Mara Quill said.",
            "“For the best interest of the islands nine more piers must close,” Odo Fenwick said.",
        ),
    ],
)
def test_a_part_and_two_utterances_do_not(a: str, b: str) -> None:
    assert not _found(a, b)


def test_an_article_that_has_the_same_words_too_knows_two_utterances() -> None:
    same = "“Two islands need no bridge,” Mara Quill said."
    assert not _found(same, same, "“Two islands do not need a tunnel,” Mara Quill said.")


def test_one_utterance_in_two_mouths_is_told_of_the_speaker() -> None:
    found = _found(
        "“The tears of our sailors will not go unanswered,” Mara Quill said.",
        "“The tears of our sailors will not go unanswered,” thundered Odo Fenwick.",
    )
    assert [d.kind for d in found] == [Kind.ATTRIBUTION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("going to lose the harbour vote", "gonna lose the harbour vote"),
        ("not show the mayor the form", "not show the mayor that form"),
    ],
)
def test_what_an_editor_smooths_is_no_difference(a: str, b: str) -> None:
    assert not _found(f"“We are {a},” Mara Quill said.", f"“We are {b},” Mara Quill said.")


def test_he_said_is_the_one_person_of_the_sentence_in_front() -> None:
    told = [
        sentence("The company is led by Mara Quill."),
        sentence("“Nobody gave an order to cast off,” she said.", n=1),
        sentence("The council is led by Óscar Fenwick.", article="B", n=2),
        sentence("“Nobody gave an order to cast off,” he said.", article="B", n=3),
    ]
    cast = cast_of(told)
    kinds = [d.kind for d in quote_disputes(said(told, cast), cast, weights(told), {})]
    assert kinds == [Kind.ATTRIBUTION]


def test_he_added_goes_on_with_who_spoke_before() -> None:
    texts = (
        "“We sent Peter Orr to Renn within a year, and Orr went,” Anna Holt said.",
        "“Visits are personal,” she added, “and they take time.”",
    )
    told = [sentence(t, n=n) for n, t in enumerate(texts)]
    assert [s.who for s in said(told, cast_of(told))] == ["holt"] * 3
