"""What the analysis works on: the sentences of a story, cut into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tui.model.article import Role
from tui.model.span import Span


class Word(NamedTuple):
    """One word or number of a sentence, with the forms it is compared by."""

    span: Span
    """In the article's text."""
    text: str
    """As it stands there."""
    folded: str
    """Case and accents folded: `Türkiye` → `turkiye`."""
    lemma: str
    """What it counts as: lemma, then alias (`organisation` → `organization`)."""
    content: bool
    """False for function words and other words that carry no news."""


@dataclass(frozen=True, eq=False, slots=True)
class Sentence:
    """One sentence of a told paragraph."""

    number: int
    """Position in the story: article by article, in the order of the text, from 0."""
    article: str
    paragraph: int
    """Number of its paragraph."""
    role: Role
    span: Span
    text: str
    """Its own words; `span.of(article.text)`."""
    words: tuple[Word, ...]
    published: date | None
    """Of its article: what relative dates are counted from."""


class Likeness(NamedTuple):
    """Two sentences of two articles that may tell a same thing."""

    a: int
    b: int
    """Sentence numbers, a < b."""
    score: float
    """Weighted cosine with names and quotes, 0 to 1."""
