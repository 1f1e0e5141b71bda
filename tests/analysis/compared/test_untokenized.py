"""Sentences that a tokenizer took apart are read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.compared.pair import compare
from tui.analysis.compared.untokenized import untokenized


@pytest.mark.parametrize(
    ("apart", "written"),
    [
        ("He did n't go , she said .", "He didn't go, she said."),
        ("It wasn 't him .", "It wasn't him."),
        ("O 'Neill 's play won .", "O'Neill's play won."),
        ("The firm paid $ 1,400 .", "The firm paid $1,400."),
        ("Prices rose 5 % .", "Prices rose 5%."),
        ("The song -LRB- 2008 -RRB- sold well .", "The song (2008) sold well."),
        ("Sen. Ames, R-Ala., won.", "Sen. Ames won."),
        ("Rep. Bo (D-N.Y.) lost.", "Rep. Bo lost."),
        ("`` It is over '' , he said .", '"It is over", he said.'),
    ],
)
def test_punctuation_stands_where_people_write_it(apart: str, written: str) -> None:
    assert untokenized(apart) == written


@given(st.from_regex(r"[A-Z][a-z]{1,8}( [a-z]{1,8}){1,8}\.", fullmatch=True))
def test_what_nobody_took_apart_stays_as_it_is(text: str) -> None:
    assert untokenized(text) == text


def test_a_contraction_in_two_pieces_denies_as_one() -> None:
    found = compare("He was n't hurt .", "He was not hurt.", None, None)
    assert found.relation == "same"
