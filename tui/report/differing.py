"""The words of a row, cut where they differ from those of its other articles, as in Compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from tui.model.article import Article, Story
from tui.model.span import Span
from tui.page.differences import own_in, own_words
from tui.report.rows import Step

LEGEND = "words that no other article of the row has, where it tells the same"

Run = tuple[str, bool]
"""Words, and whether only this article of the row has them."""


def runs(story: Story, step: Step) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Article id and its words in `step`, in the order of the columns; joined they are its text."""
    texts = dict(step.texts)
    for name in texts:
        article, own = story.by_id[name], own_words(name, texts)
        pieces = [
            _cut(article, piece.span, own_in(article, piece.span, own))
            for piece in step.row.cells[name]
        ]
        yield name, tuple(chain.from_iterable(_joined(pieces)))


def _joined(pieces: Iterable[list[Run]]) -> Iterator[list[Run]]:
    for number, piece in enumerate(pieces):
        yield [(" ", False), *piece] if number else piece


def _cut(article: Article, span: Span, own: Iterable[Span]) -> list[Run]:
    """A passage without white space at its ends."""
    told = span.of(article.text)
    at = span.start + len(told) - len(told.lstrip())
    end = span.start + len(told.rstrip())
    found: list[Run] = []
    for words in sorted(own):
        found += [(article.text[at : words.start], False), (words.of(article.text), True)]
        at = words.end
    found.append((article.text[at:end], False))
    return [run for run in found if run[0]]
