"""Find words in all articles, accents and case folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from tui.model.article import TOLD, Article, Story
from tui.model.span import Span

LEAST = 2
"""Letters of a search in a Latin script: one alone stands almost everywhere."""
Hits = Mapping[str, tuple[Span, ...]]

_SAME = str.maketrans("’‘“”–—\u00a0\t\n", "''\"\"--   ")


def search(story: Story, words: str) -> Hits:
    """Article id → where `words` stand in its told paragraphs, in order.

    A search shorter than `LEAST` has no hits. It is folded like the text: `Turkiye`
    finds `Türkiye`, straight quotation marks find curly ones.
    """
    wanted, _ = folded(words.strip())
    if not wanted or (len(wanted) < LEAST and wanted.isascii()):
        return {}
    found: dict[str, tuple[Span, ...]] = {}
    for article in story.readable:
        text, places = _folded_text(article)
        hits = []
        at = text.find(wanted)
        while at >= 0:
            span = Span(places[at], places[at + len(wanted) - 1] + 1)
            paragraph = article.paragraph_at(span.start)
            if paragraph is not None and paragraph.role in TOLD:
                hits.append(span)
            at = text.find(wanted, at + len(wanted))
        if hits:
            found[article.id] = tuple(hits)
    return found


@lru_cache(maxsize=64)
def _folded_text(article: Article) -> tuple[str, range | list[int]]:
    """Kept for the next letter of the search; articles are told apart by identity."""
    return folded(article.text)


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
