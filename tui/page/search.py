"""Find words, phrases and regular expressions in all articles, accents and case folded."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import overload

from tui.model.article import Article, Story
from tui.model.span import Span
from tui.page.kept import kept_with

LEAST = 2
"""A search in a Latin script needs this many letters: a single one is found almost everywhere."""
Hits = Mapping[str, Sequence[Span]]
NO_HITS: Hits = MappingProxyType({})
_UNTOLD = "\r"
"""A character that no text contains, because `reading` turns every line end into `\n`."""

_SAME = str.maketrans("’‘“”–—\u00a0\t\n", "''\"\"--   ")


class Places(Sequence[Span]):
    """Where a term stands in one article; counted, and looked for, only when somebody asks.

    Each letter of a search may match thousands of places, of which a screen shows a few.
    """

    def __init__(self, article: Article, term: str) -> None:
        self._article, self._term = article, term
        # Two places of `anan` in `ananan` share letters: which one counts is known from the left.
        self._ambiguous = any(term.endswith(term[:n]) for n in range(1, len(term)))

    def __bool__(self) -> bool:
        known = _counts(self._article)
        if self._term in known:
            return known[self._term] > 0
        # Where the word without its last letter stands nowhere nobody needs to look.
        shorter, text = known.get(self._term[:-1], 1), _folded_text(self._article)[0]
        stands = shorter > 0 and self._term in text
        if not stands:
            known[self._term] = 0
        return stands

    def __len__(self) -> int:
        known = _counts(self._article)
        if self._term not in known:
            known[self._term] = _folded_text(self._article)[0].count(self._term)
        return known[self._term]

    @property
    def left(self) -> int:
        """Characters to be read before the places are counted; 0 when they are."""
        counted = self._term in _counts(self._article)
        return 0 if counted else len(_folded_text(self._article)[0])

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        return self._all[at]

    def __iter__(self) -> Iterator[Span]:
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[Span, ...]:
        return tuple(_finds(self._article, self._term))

    def within(self, span: Span) -> list[Span]:
        """The places that overlap `span`."""
        if self._ambiguous or "_all" in self.__dict__:
            return overlapping(self._all, span)
        return [s for s in _finds(self._article, self._term, span) if s.overlaps(span)]

    def before(self, hit: Span) -> int:
        """How many places come before `hit`, which is one of them; they are counted, not
        located.
        """
        text, places = _folded_text(self._article)
        return text.count(self._term, 0, bisect_left(places, hit.start))


def counted(hits: Hits, most: int = 0) -> bool:
    """Count hits until about `most` characters were read; whether all are counted now."""
    for places in hits.values():
        if isinstance(places, Places) and (left := places.left):
            if most <= 0:
                return False
            most -= left
            len(places)
    return True


def hits_in(hits: Hits, article: str, span: Span) -> Sequence[Span]:
    """The hits of an article that overlap `span`, without locating the others."""
    spans = hits.get(article, ())
    return spans.within(span) if isinstance(spans, Places) else overlapping(spans, span)


def before(hits: Hits, article: str, hit: Span) -> int:
    """How many hits of an article stand before this one of them."""
    spans = hits[article]
    return spans.before(hit) if isinstance(spans, Places) else bisect_left(spans, hit)


def overlapping(spans: Sequence[Span], span: Span) -> list[Span]:
    """Those of `spans`, which are in order and apart, that overlap `span`."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    last = bisect_left(spans, span.end, key=lambda s: s.start)
    return [s for s in spans[first:last] if s.overlaps(span)]


def search(story: Story, query: str) -> Hits:
    """Article id → where what was asked for stands in its told paragraphs, in order.

    Words are all in one claim; `"several words"` in quotation marks stand as
    they are; `/between slashes/` is a regular expression. A search or an expression shorter
    than `LEAST` has no hits. It is folded like the text: `Turkiye` finds `Türkiye`,
    straight quotation marks find curly ones. Raises BadPattern for a regular
    expression that is wrong or takes too long.
    """
    if query.strip().startswith("/"):
        from tui.page.pattern import find_pattern, typed_pattern

        pattern = typed_pattern(query.strip())
        if _too_short((pattern,)):
            return {}
        return _hits(find_pattern(pattern, ((a, *_folded_text(a)) for a in story.readable)))
    wanted = terms(query)
    if _too_short(wanted):
        return {}
    if len(wanted) == 1:
        places = {article.id: Places(article, wanted[0]) for article in story.readable}
        return {id: found for id, found in places.items() if found}
    return _hits((article, _together(article, wanted)) for article in story.readable)


def prepare(story: Story) -> None:
    """Fold the texts before the first letter is typed; may run in a thread."""
    for article in story.readable:
        _folded_text(article)


def terms(query: str) -> tuple[str, ...]:
    """The words and the phrases in quotation marks, folded, each once."""
    text, _ = folded(query)
    found: list[str] = []
    for n, part in enumerate(text.split('"')):
        # An open quotation mark is a phrase that is still being typed.
        found += [part.strip()] if n % 2 else part.split()
    return tuple(dict.fromkeys(t for t in found if t))


def _too_short(wanted: Sequence[str]) -> bool:
    return not wanted or (max(map(len, wanted)) < LEAST and "".join(wanted).isascii())


def _hits(found: Iterable[tuple[Article, Iterable[Span]]]) -> Hits:
    """The places in told paragraphs, by article; articles without one are left out."""
    hits: dict[str, tuple[Span, ...]] = {}
    for article, spans in found:
        told = tuple(s for s in spans if article.told.at(s.start) is not None)
        if told:
            hits[article.id] = told
    return hits


def _together(article: Article, wanted: Sequence[str]) -> Iterator[Span]:
    """Where several terms stand, in the claims that have all of them."""
    text, starts = _folded_text(article)[0], article.told.claim_starts()
    if not all(term in text for term in wanted):
        return iter(())
    every = [[(s, bisect_right(starts, s.start)) for s in _finds(article, t)] for t in wanted]
    claims = set.intersection(*({claim for _, claim in found} for found in every))
    return _apart(sorted(s for found in every for s, claim in found if claim in claims))


def _finds(article: Article, term: str, within: Span | None = None) -> Iterator[Span]:
    """The places of one term from left to right; a single Latin letter counts only as a word.

    With `within`, only the places that begin in it or less than the length of the term before
    it.
    """
    text, places = _folded_text(article)
    alone = len(term) < LEAST and term.isascii()
    first = max(bisect_left(places, within.start) - len(term), 0) if within else 0
    last = bisect_left(places, within.end) + len(term) if within else len(text)
    at = text.find(term, first, last)
    while at >= 0:
        end = at + len(term)
        around = text[max(at - 1, 0) : at] + text[end : end + 1]
        if not (alone and any(c.isalnum() for c in around)):
            yield Span(places[at], places[end - 1] + 1)
        at = text.find(term, end, last)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Without those that begin inside the one before."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


@kept_with
def _counts(article: Article) -> dict[str, int]:
    """Cache: term → how often it stands in an article."""
    return {}


@kept_with
def _folded_text(article: Article) -> tuple[str, Sequence[int]]:
    """The told paragraphs, folded, with line ends in place of everything else; see `folded`.

    Cached for the next letter of the search.
    """
    parts: list[str] = []
    at = 0
    for paragraph in article.told:
        span = paragraph.span
        parts += (_UNTOLD * (span.start - at), span.of(article.text))
        at = span.end
    text, places = folded("".join(parts))
    return text.replace(_UNTOLD, "\n"), places


def folded(text: str) -> tuple[str, Sequence[int]]:
    """The text without case and accents, and where each character came from."""
    text = text.translate(_SAME)
    if text.isascii():
        return text.lower(), range(len(text))
    table = {ord(c): _folded_letter(c) for c in set(text)}
    if all(len(letters) == 1 for letters in table.values()):
        return text.translate(table), range(len(text))
    places = [at for at, c in enumerate(text) for _ in table[ord(c)]]
    return text.translate(table), places


def _folded_letter(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in parts if not unicodedata.combining(part))
