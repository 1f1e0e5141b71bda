"""Who says a quotation."""

from __future__ import annotations

import pytest

from tests.analysis.made import sentence
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.quotes import quotes_of
from tui.analysis.sentences.speech import called_so, speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We will win,” Anna Holt said.", "holt"),
        ("Anna Holt told Peter Lang: “We will win.”", "holt"),
        ("“We will win,” according to Anna Holt.", "holt"),
        ("“We will win” stood on the wall.", ""),
        ("“We will win,” Anna Holt, former Austrian ambassador, said on Friday.", "holt"),
        ("Anna Holt, the spokesman, said they would “win in the end”.", "holt"),
    ],
)
def test_the_name_beside_the_verb_of_saying_speaks(text: str, who: str) -> None:
    told = sentence(text)
    cast = cast_of([told])
    (quote,) = quotes_of(told)
    assert speaker(quote.span, told, cast.mentions(told)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Holt had defended Peter Lang in May, calling him “a good man”.", "holt"),
        ("Anna Holt met Peter Lang, who called the plan “a good start”.", "lang"),
        ("Anna Holt described it as “a good start”.", "holt"),
        ("The plan was called “a good start”.", ""),
        ("Anna Holt lives in “a good house”.", ""),
    ],
)
def test_who_calls_a_thing_so_says_the_words(text: str, who: str) -> None:
    told = sentence(text)
    (quote,) = quotes_of(told)
    assert called_so(quote.span, told, cast_of([told]).mentions(told)) == who


def test_he_is_the_person_named_before() -> None:
    told = sentence("“We will win,” he said.")
    (quote,) = quotes_of(told)
    assert speaker(quote.span, told, (), "holt") == "holt"


def test_he_is_rather_the_person_named_in_the_same_sentence() -> None:
    told = sentence("Anna Holt urged them to stay. “We will win,” she said.")
    cast = cast_of([told])
    (quote,) = quotes_of(told)
    assert speaker(quote.span, told, cast.mentions(told), "orr") == "holt"
