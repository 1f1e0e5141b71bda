"""Find words in all articles, accents and case folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from tui.model.article import Story
from tui.model.span import Span

Hits = Mapping[str, tuple[Span, ...]]

_SAME = str.maketrans("’‘“”–—\u00a0\t\n", "''\"\"--   ")


def search(story: Story, words: str) -> Hits:
    """Article id → where `words` stand in its told paragraphs, in order.

    An empty search has no hits. A search folds as it is folded: `Turkiye`
    finds `Türkiye`, straight quotation marks find curly ones.
    """
    wanted, _ = folded(words.strip())
    if not wanted:
        return {}
    found: dict[str, tuple[Span, ...]] = {}
    for article in story.readable:
        text, places = folded(article.text)
        hits = []
        at = text.find(wanted)
        while at >= 0:
            span = Span(places[at], places[at + len(wanted) - 1] + 1)
            paragraph = article.paragraph_at(span.start)
            if paragraph is not None and paragraph in article.told:
                hits.append(span)
            at = text.find(wanted, at + len(wanted))
        if hits:
            found[article.id] = tuple(hits)
    return found


def folded(text: str) -> tuple[str, range | list[int]]:
    """The text without case and accents, and where each character came from."""
    text = text.translate(_SAME)
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character).casefold():
            if not unicodedata.combining(part):
                letters.append(part)
                places.append(at)
    return "".join(letters), places
