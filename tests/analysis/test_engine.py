"""The whole analysis: deterministic, complete, and blind to the order of the files."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.analysis.stories import FIRE, article, story
from tui.analysis.engine import analyse
from tui.model.article import Article
from tui.model.finding import Analysis
from tui.model.settings import AnalysisSettings

SETTINGS = AnalysisSettings()


def quoted(articles: tuple[Article, ...], found: Analysis) -> object:
    """What was found, in words instead of letters."""
    text = {a.id: a.text for a in articles}
    file = {a.id: a.file for a in articles}
    return (
        {frozenset((file[end.article], end.number) for end in (k.a, k.b)) for k in found.links},
        {frozenset(m.span.of(text[m.article]) for m in f.mentions) for f in found.facts},
        {o.mention.span.of(text[o.mention.article]) for o in found.only},
        [{file[a]: [p.span.of(text[a]) for p in cell] for a, cell in r.cells.items()}
         for r in found.rows],
    )  # fmt: skip


def test_the_same_story_gives_the_same_analysis() -> None:
    one, two = analyse(story(*FIRE), SETTINGS), analyse(story(*FIRE), SETTINGS)
    assert (one.rows, one.links, one.facts, one.only) == (two.rows, two.links, two.facts, two.only)


@pytest.mark.parametrize("order", list(permutations(range(3)))[1:])
def test_the_order_of_the_files_changes_no_finding(order: tuple[int, ...]) -> None:
    moved = tuple(replace(FIRE[i], id="ABC"[at]) for at, i in enumerate(order))
    usual = quoted(FIRE, analyse(story(*FIRE), SETTINGS))
    assert quoted(moved, analyse(story(*moved), SETTINGS)) == usual


def test_an_article_that_could_not_be_read_is_left_out() -> None:
    broken = replace(article("D", "A fire destroyed three warehouses."), problem="not a text")
    found = analyse(story(*FIRE, broken), SETTINGS)
    assert not any("D" in row.cells for row in found.rows)


@pytest.mark.parametrize("articles", [(), FIRE[:1]])
def test_a_story_of_less_than_two_articles_has_rows_but_no_findings(
    articles: tuple[Article, ...],
) -> None:
    found = analyse(story(*articles), SETTINGS)
    assert (found.links, found.facts, found.only) == ((), (), ())
    assert len(found.rows) == sum(len(a.paragraphs) for a in articles)


def test_progress_ends_with_all_of_it_done() -> None:
    steps: list[tuple[int, int]] = []
    analyse(story(*FIRE), SETTINGS, lambda words, done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
