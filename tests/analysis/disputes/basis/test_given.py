"""Which answers an article gives."""

from __future__ import annotations

from tui.analysis.disputes.basis.given import Given

GIVEN = Given([("A", "Oslo"), ("A", "Bergen"), ("B", "Oslo"), ("C", "Bergen"), ("D", "Moss")])


def test_an_article_has_every_answer_that_it_gives() -> None:
    assert GIVEN.has("A", "Bergen")
    assert not GIVEN.has("B", "Bergen")
    assert not GIVEN.has("E", "Oslo")


def test_only_articles_with_one_of_the_two_answers_count_as_voices() -> None:
    assert GIVEN.single("Oslo", "Bergen") == 2
