"""Which words of one source no other source of the same row uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from tui.model.article import Article
from tui.model.span import Span

_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Of Chinese and Japanese, which do not part words: each is compared by itself."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e"
)
"""What is written above, below and around letters, and parts no word."""
_LETTERS = rf"(?:(?![{_SIGNS}])[^\W_][{_MARKS}]*)+"
_WORD = rf"[{_SIGNS}]|{_LETTERS}(?:[’']{_LETTERS})*"
_SMALL = frozenset(
    "a an and are as at be been but by for from had has have he her his in is it its more not of "
    "on or said she that the their they this to was were which while who will with would".split()
)
"""Words whose difference says nothing."""
_MOSTLY = 2 / 3
"""A sentence of which more words than this share are its own tells another thing."""


@cache
def _word() -> re.Pattern[str]:
    """One word; compiled when it is first asked for, as no first text waits for it."""
    return re.compile(_WORD)


def own_words(article: str, texts: Mapping[str, str]) -> Callable[[Span, str], list[Span]]:
    """A function from a passage to the ranges of its words that only `article` has.

    `texts` holds the row's text by article. With one source every word would
    be its own, so then there are none. Neighbouring words become one range.
    """
    others = {w.group().casefold() for a, t in texts.items() if a != article
              for w in _word().finditer(t)}  # fmt: skip

    def within(span: Span, text: str) -> list[Span]:
        if not others:
            return []
        found: list[Span] = []
        for word in _word().finditer(text, span.start, span.end):
            folded = word.group().casefold()
            if folded in others or folded in _SMALL:
                continue
            if found and not text[found[-1].end : word.start()].strip():
                found[-1] = Span(found[-1].start, word.end())
            else:
                found.append(Span(*word.span()))
        return found

    return within


def own_in(article: Article, span: Span, own: Callable[[Span, str], list[Span]]) -> list[Span]:
    """The ranges of its own words in a passage of whole sentences that others tell too; `own` is
    what `own_words` gives.
    """
    paragraph, found = article.paragraph_at(span.start), own(span, article.text)
    told = [s for s in (paragraph.claims if paragraph else (span,)) if s.overlaps(span)]
    return list(dict.fromkeys(w for claim in told for w in retold(claim, article.text, found)))


def retold(sentence: Span, text: str, own: Sequence[Span]) -> list[Span]:
    """The ranges of `own` within a sentence that others tell too, in other words.

    Where nearly all of it is its own, nobody else tells it: marking every word
    of it would show no difference.
    """
    here = [s for s in own if s.overlaps(sentence)]
    said = [
        w
        for w in _word().finditer(text, sentence.start, sentence.end)
        if w.group().casefold() not in _SMALL
    ]
    alone = sum(any(s.start <= w.start() < s.end for s in here) for w in said)
    return [] if len(said) > 1 and alone > _MOSTLY * len(said) else here
