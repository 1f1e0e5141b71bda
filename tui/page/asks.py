"""What the reader is asked about tags, and which words of a tagged sentence changed."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from tui.model.span import Span
from tui.model.tag import Tag
from tui.page.words import words_of

AROUND = 32
"""Characters shown on both sides of a passage."""


class Kind(StrEnum):
    """Why a tag is shown apart from the others."""

    TWO_WAYS = "two ways"
    """Two writers tagged the claim differently."""
    CHANGED = "changed"
    """Its words are not in the article any more, but something like them is."""
    MOVED = "moved"
    """Its words stand among others now."""
    GONE = "gone"
    """Nothing like its words is left, or the reader left it so: nothing to decide."""


class Ask(NamedTuple):
    """One tag on which the reader has to decide, or that has no place any more."""

    tag: Tag
    kind: Kind
    article: str = ""
    """Id of the article it belongs to; empty where that is not in the story."""
    places: tuple[Span, ...] = ()
    """Where its words may stand now, likeliest first."""
    why: str = ""


class Passage(NamedTuple):
    """Words with the text around them."""

    before: str
    words: str
    after: str


def was(tag: Tag) -> Passage:
    """The words as they were when they were tagged."""
    return Passage(tag.anchor.before, tag.anchor.quote, tag.anchor.after)


def now(text: str, span: Span) -> Passage:
    """The words as they stand in `text`."""
    before = text[max(0, span.start - AROUND) : span.start]
    return Passage(before, span.of(text), text[span.end : span.end + AROUND])


def changed_words(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The ranges of `old` that are gone and of `new` that have come: whole words, or signs."""
    one, other = _pieces(old), _pieces(new)
    matcher = SequenceMatcher(
        None, [w.of(old) for w in one], [w.of(new) for w in other], autojunk=False
    )
    gone: list[Span] = []
    come: list[Span] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b > a:
            gone.append(Span(one[a].start, one[b - 1].end))
        if d > c:
            come.append(Span(other[c].start, other[d - 1].end))
    return tuple(gone), tuple(come)


def _pieces(text: str) -> list[Span]:
    """The words of `text`, and each sign between them by itself."""
    words = words_of(text, Span(0, len(text)))
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    signs = [
        Span(at, at + 1)
        for end, start in zip(ends, starts, strict=True)
        for at in range(end, start)
        if not text[at].isspace()
    ]
    return sorted([*words, *signs])
