"""Find words, phrases and regular expressions in all articles, accents and case folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tui.model.article import TOLD, Article, Story
from tui.model.span import Span

LEAST = 2
"""Letters of a search in a Latin script: one alone stands almost everywhere."""
Hits = Mapping[str, tuple[Span, ...]]

_SAME = str.maketrans("’‘“”–—\u00a0\t\n", "''\"\"--   ")


def search(story: Story, query: str) -> Hits:
    """Article id → where what was asked for stands in its told paragraphs, in order.

    Words are all in one claim; `"several words"` in quotation marks stand as
    they are; `/between slashes/` is a regular expression. A search shorter than
    `LEAST` has no hits. It is folded like the text: `Turkiye` finds `Türkiye`,
    straight quotation marks find curly ones. Raises BadPattern for a regular
    expression that is wrong or takes too long.
    """
    if query.strip().startswith("/"):
        from tui.page.pattern import find_pattern, typed_pattern

        pattern = typed_pattern(query.strip())
        texts = [(a, *_folded_text(a)) for a in story.readable] if pattern else []
        return _hits(find_pattern(pattern, texts))
    wanted = terms(query)
    if not wanted or (max(map(len, wanted)) < LEAST and "".join(wanted).isascii()):
        return {}
    return _hits((article, _places(article, wanted)) for article in story.readable)


def terms(query: str) -> tuple[str, ...]:
    """The words and the phrases in quotation marks, folded, each once."""
    text, _ = folded(query)
    found: list[str] = []
    for n, part in enumerate(text.split('"')):
        # An open quotation mark is a phrase that is still being typed.
        found += [part.strip()] if n % 2 else part.split()
    return tuple(dict.fromkeys(t for t in found if t))


def _hits(found: Iterable[tuple[Article, Iterable[Span]]]) -> Hits:
    """The places in told paragraphs, by article; articles without one are left out."""
    hits: dict[str, tuple[Span, ...]] = {}
    for article, spans in found:
        told = tuple(s for s in spans if _is_told(article, s.start))
        if told:
            hits[article.id] = told
    return hits


def _is_told(article: Article, offset: int) -> bool:
    paragraph = article.paragraph_at(offset)
    return paragraph is not None and paragraph.role in TOLD


def _places(article: Article, wanted: Sequence[str]) -> list[Span]:
    """Where the terms stand; of several, only in claims that have all of them."""
    found = {term: list(_finds(article, term)) for term in wanted}
    if len(wanted) == 1:
        return found[wanted[0]]
    claims = [
        {claim for s in spans if (claim := article.claim_at(s.start))} for spans in found.values()
    ]
    all_of_them = set.intersection(*claims)
    kept = sorted(
        s for spans in found.values() for s in spans if article.claim_at(s.start) in all_of_them
    )
    return list(_apart(kept))


def _finds(article: Article, term: str) -> Iterator[Span]:
    """The places of one term from left to right; a single Latin letter as a word of its own."""
    text, places = _folded_text(article)
    alone = len(term) < LEAST and term.isascii()
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        around = text[at - 1 : at] + text[end : end + 1]
        if not (alone and any(c.isalnum() for c in around)):
            yield Span(places[at], places[end - 1] + 1)
        at = text.find(term, end)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Without those that begin inside the one before."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


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
