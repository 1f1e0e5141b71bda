"""What was read: a story, its articles, their paragraphs and sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tui.model.span import Span


class Role(StrEnum):
    """What a line of the file is; only BODY and TITLE stand in rows and findings."""

    BODY = "body"
    TITLE = "title"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    DATELINE = "dateline"
    HEADER = "header"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


TOLD = frozenset({Role.BODY, Role.TITLE})
"""The roles whose words tell the story."""


class Source(StrEnum):
    """Where an outlet or a date was found, surest first."""

    USER = "user"
    HEADER = "header"
    DATELINE = "dateline"
    METADATA = "metadata"
    INFERRED = "inferred"


class Paragraph(NamedTuple):
    """One non-blank line (or block) of an article."""

    number: int
    """Ordinal among the non-blank lines of the file, from 1."""
    span: Span
    role: Role
    sentences: tuple[Span, ...] = ()
    """In order, without the white space between them; empty until they are split."""

    @property
    def claims(self) -> tuple[Span, ...]:
        """The sentences, or the whole paragraph while they are not split."""
        return self.sentences or (self.span,)


@dataclass(frozen=True, eq=False)
class Article:
    """One report. Two dispatches in one file are two articles over the same text."""

    id: str
    """Its short citation: a letter, or letter and number (`C1`) for dispatches of one file."""
    file: str
    """Path below the story folder, or as named on the command line."""
    text: str
    """What is shown and what every offset indexes; never rewritten after reading."""
    sha256: str
    """Of the file's bytes, in hex."""
    paragraphs: tuple[Paragraph, ...] = ()
    title: str | None = None
    outlet: str | None = None
    outlet_from: Source | None = None
    published: date | None = None
    published_from: Source | None = None
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    """Sentences on what the reader of the file should know: bad bytes, a second dispatch."""
    problem: str | None = None
    """Why the file could not be read; then there is no text."""

    @cached_property
    def told(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand in rows and findings, in file order."""
        return tuple(p for p in self.paragraphs if p.role in TOLD)

    @cached_property
    def _starts(self) -> list[int]:
        return [p.span.start for p in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds `offset`, or None between paragraphs."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self.paragraphs[at].span.holds(offset):
            return self.paragraphs[at]
        return None

    def claim_at(self, offset: int) -> Span | None:
        """The sentence at `offset`; between two sentences, the one before."""
        paragraph = self.paragraph_at(offset)
        if paragraph is None:
            return None
        claims = paragraph.claims
        at = bisect_right([c.start for c in claims], offset) - 1
        return claims[max(at, 0)]


@dataclass(frozen=True, eq=False)
class Story:
    """One event: the articles of a folder, in the order of their letters."""

    name: str
    """The folder's name; names the story in sessions and reports."""
    title: str
    articles: tuple[Article, ...]
    root: str = ""
    """The folder the files were read from, as given; empty for files named one by one."""
    notes: tuple[str, ...] = ()
    """What was left out of the folder, and why."""
    whole: bool = True
    """Whether every paragraph is there; False while only the beginnings of long files are."""

    @cached_property
    def by_id(self) -> dict[str, Article]:
        return {a.id: a for a in self.articles}

    @cached_property
    def readable(self) -> tuple[Article, ...]:
        return tuple(a for a in self.articles if a.problem is None)

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """The ids of the others."""
        return frozenset(a.id for a in self.articles if a.problem is not None)
