"""Words of a passage, and a stretch of them that grows and shrinks at either end."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tui.model.article import Article, Paragraph
from tui.model.span import Span

_PARTED = "—–…"
"""Punctuation that parts words even where no blank stands beside it."""
_KEPT = "%‰#@&*"
"""Punctuation that belongs to the number or word it touches."""


def words_of(text: str, within: Span) -> tuple[Span, ...]:
    """The words of `text[within]`: runs without blanks, free of punctuation at their ends.

    Signs of scripts that put no blanks between words (ideographs, kana) are
    words of their own. Combining marks stay with the letter before them.
    """
    found: list[Span] = []
    start: int | None = None
    for at in range(within.start, within.end + 1):
        char = text[at] if at < within.end else " "
        alone = _stands_alone(char)
        if start is not None and (char.isspace() or char in _PARTED or alone):
            found += _trimmed(text, start, at)
            start = None
        if alone:
            found.append(Span(at, at + 1))
        elif start is None and not char.isspace() and char not in _PARTED:
            start = at
    return tuple(found)


def _stands_alone(char: str) -> bool:
    return unicodedata.category(char) == "Lo" and unicodedata.east_asian_width(char) == "W"


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return [Span(start, end)] if start < end else []


def _is_edge(char: str) -> bool:
    return unicodedata.category(char).startswith("P") and char not in _KEPT


@dataclass(frozen=True)
class Stretch:
    """Chosen words of one paragraph, from word `first` to word `last`, both included."""

    article: Article
    paragraph: Paragraph
    first: int
    last: int
    at_end: bool = True
    """Whether the end that moves is the last word; else it is the first."""

    @cached_property
    def words(self) -> tuple[Span, ...]:
        return words_of(self.article.text, self.paragraph.span)

    @property
    def span(self) -> Span:
        """The chosen characters; a whole sentence with its full stop and quotation marks."""
        words = self.words
        span = Span(words[self.first].start, words[self.last].end)
        claims = [c for c in self.paragraph.claims if c.overlaps(span)]
        whole = Span(claims[0].start, claims[-1].end)
        return whole if self._inside(whole) == (self.first, self.last) else span

    @property
    def end_in_hand(self) -> Span:
        """The word at the end that moves."""
        return self.words[self.last if self.at_end else self.first]

    def step(self, count: int) -> Stretch:
        """The moving end moved by `count` words, pushing the other end along if they meet."""
        most = len(self.words) - 1
        if self.at_end:
            last = min(max(self.last + count, 0), most)
            return replace(self, last=last, first=min(self.first, last))
        first = min(max(self.first + count, 0), most)
        return replace(self, first=first, last=max(self.last, first))

    def sentence(self, direction: int) -> Stretch:
        """The moving end moved to the next (1) or previous (-1) edge of a sentence.

        That is the end of a sentence for the last word, the beginning of one for the first.
        """
        edges = [self._inside(claim)[1 if self.at_end else 0] for claim in self.paragraph.claims]
        here = self.last if self.at_end else self.first
        if direction > 0:
            beyond = [e for e in edges if e > here]
            there = beyond[0] if beyond else here
        else:
            beyond = [e for e in edges if e < here]
            there = beyond[-1] if beyond else (self.first if self.at_end else here)
        return self.step(there - here)

    def other_end(self) -> Stretch:
        """The same words, with the other end as the one that moves."""
        return replace(self, at_end=not self.at_end)

    def wider(self) -> Stretch:
        """The choice widened to the whole sentences it touches; if it is that already, to the
        paragraph.
        """
        touched = [c for c in self.paragraph.claims if c.overlaps(self.span)]
        first, last = self._inside(Span(touched[0].start, touched[-1].end))
        if (first, last) == (self.first, self.last):
            first, last = 0, len(self.words) - 1
        return replace(self, first=first, last=last)

    def _inside(self, span: Span) -> tuple[int, int]:
        """The first and the last word inside `span`."""
        first = bisect_left(self.words, span.start, key=lambda w: w.start)
        last = bisect_right(self.words, span.end, key=lambda w: w.end) - 1
        return first, max(last, first)


def stretch_at(article: Article, span: Span) -> Stretch | None:
    """The words that `span` touches, in the paragraph in which it begins; None for no words."""
    paragraph = article.paragraph_at(span.start)
    if paragraph is None:
        return None
    words = words_of(article.text, paragraph.span)
    if not words:
        return None
    first, last = _touched(words, span)
    return Stretch(article, paragraph, first, last)


def _touched(words: Sequence[Span], span: Span) -> tuple[int, int]:
    first = min(bisect_right(words, span.start, key=lambda w: w.end), len(words) - 1)
    last = max(bisect_left(words, span.end, key=lambda w: w.start) - 1, first)
    return first, last
