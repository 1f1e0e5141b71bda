"""What the analysis works on: the sentences of a story, cut into words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, NamedTuple, Protocol, TypeVar

from tui.model.article import Role
from tui.model.span import Span

PARTED_BY = (",", ";", " and ")
"""Between two of these a sentence mostly tells one thing of one group."""


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
    kept: dict[object, Any] = field(default_factory=dict, repr=False)
    """Cache of what was read from it; see `once`."""

    def in_article(self, span: Span) -> Span:
        """Where `text[span.start:span.end]` stands in the article."""
        return Span(self.span.start + span.start, self.span.start + span.end)

    def inside(self, span: Span) -> Span:
        """Where in `text` the words at `span` of the article stand."""
        return Span(span.start - self.span.start, span.end - self.span.start)

    def text_at(self, span: Span) -> str:
        """The words at `span` of the article, which lies in the sentence."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def part(self, at: Span, marks: Collection[str] = PARTED_BY) -> Span:
        """The part around `at`, between the nearest of `marks`; both in the article's text."""
        here, text = self.inside(at), self.text
        ends = [found for m in marks if (found := text.find(m, here.end)) >= 0]
        start = max(text.rfind(m, 0, here.start) for m in marks) + 1
        return self.in_article(Span(start, min(ends, default=len(text))))

    def lemmas_in(self, span: Span) -> list[str]:
        """The lemmas of the words at `span` of the article, in order."""
        return [w.lemma for w in self.words if w.span.overlaps(span)]

    def between(self, a: Span, b: Span) -> str:
        """What stands between two spans of the article, of which `a` comes first."""
        return self.text[a.end - self.span.start : b.start - self.span.start]


class Keeps(Protocol):
    """A value that caches what was read from it; see `once`."""

    @property
    def kept(self) -> dict[object, Any]: ...


K = TypeVar("K", bound=Keeps)
T = TypeVar("T")
M = TypeVar("M")


def once(read: Callable[[K], T]) -> Callable[[K], T]:
    """`read`, run only once for each sentence; the result is kept as long as the sentence.

    A cache of limited size would forget the first sentences of a long story before it gets to
    the last, and keep those of a story that was closed.
    """

    @wraps(read)
    def found(of: K) -> T:
        try:
            value: T = of.kept[read]
        except KeyError:
            value = of.kept[read] = read(of)
        return value

    return found


def once_with(read: Callable[[K, M], T]) -> Callable[[K, M], T]:
    """The same for a `read` with a second argument, which must be hashable."""

    @wraps(read)
    def found(of: K, light: M) -> T:
        key = read, light
        try:
            value: T = of.kept[key]
        except KeyError:
            value = of.kept[key] = read(of, light)
        return value

    return found


class Likeness(NamedTuple):
    """Two sentences of two articles that may tell the same thing."""

    a: int
    b: int
    """Sentence numbers, a < b."""
    score: float
    """Weighted cosine with names and quotes, 0 to 1."""
