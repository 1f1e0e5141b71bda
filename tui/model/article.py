"""What was read: a story, its articles, their paragraphs and sentences."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import compress
from typing import NamedTuple, overload

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


_ROLES = tuple(Role)
_BYTE_OF = {role: number for number, role in enumerate(_ROLES)}


class Paragraphs(Sequence[Paragraph]):
    """Paragraphs in the order of the text, each built when it is asked for.

    They are stored as arrays of numbers. As objects, the forty thousand paragraphs of a long
    story with their sentences would take three times the memory of the text, and be slow to
    send to another process.
    """

    __slots__ = ("_ends", "_numbers", "_roles", "_sentences", "_stops", "starts")

    def __init__(self, paragraphs: Iterable[Paragraph] = ()) -> None:
        self.starts, self._ends, self._numbers = array("I"), array("I"), array("I")
        self._roles = bytearray()
        self._stops = array("I"), array("I")
        """For each paragraph, the index of its first sentence and the index after its last."""
        self._sentences = array("I"), array("I")
        """Where each sentence begins and ends."""
        for number, span, role, sentences in paragraphs:
            self._numbers.append(number)
            self.starts.append(span.start)
            self._ends.append(span.end)
            self._roles.append(_BYTE_OF[role])
            self._stops[0].append(len(self._sentences[0]))
            for sentence in sentences:
                self._sentences[0].append(sentence.start)
                self._sentences[1].append(sentence.end)
            self._stops[1].append(len(self._sentences[0]))

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Paragraph: ...
    @overload
    def __getitem__(self, at: slice) -> Paragraphs: ...
    def __getitem__(self, at: int | slice) -> Paragraph | Paragraphs:
        if isinstance(at, slice):
            return Paragraphs(map(self._made, range(len(self))[at]))
        return self._made(range(len(self))[at])

    def __iter__(self) -> Iterator[Paragraph]:
        return map(self._made, range(len(self)))

    def __repr__(self) -> str:
        return f"Paragraphs({list(self)!r})"

    def _made(self, at: int) -> Paragraph:
        span = Span(self.starts[at], self._ends[at])
        own = slice(self._stops[0][at], self._stops[1][at])
        sentences = tuple(map(Span, self._sentences[0][own], self._sentences[1][own]))
        return Paragraph(self._numbers[at], span, _ROLES[self._roles[at]], sentences)

    def of_roles(self, roles: AbstractSet[Role]) -> Paragraphs:
        """The paragraphs whose role is one of `roles`."""
        wanted = [_ROLES[role] in roles for role in self._roles]
        first, behind = self._stops
        chosen = Paragraphs()
        chosen.starts = array("I", compress(self.starts, wanted))
        chosen._ends = array("I", compress(self._ends, wanted))
        chosen._numbers = array("I", compress(self._numbers, wanted))
        chosen._roles = bytearray(compress(self._roles, wanted))
        chosen._stops = array("I", compress(first, wanted)), array("I", compress(behind, wanted))
        chosen._sentences = self._sentences
        return chosen

    def at(self, offset: int) -> int | None:
        """The position of the paragraph that holds `offset`; None between paragraphs."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self._ends[at] else None

    def claim_at(self, offset: int) -> Span | None:
        """The sentence at `offset`; between two sentences, the one before."""
        at = self.at(offset)
        if at is None:
            return None
        first, behind = self._stops[0][at], self._stops[1][at]
        if first == behind:
            return Span(self.starts[at], self._ends[at])
        starts, ends = self._sentences
        found = max(bisect_right(starts, offset, first, behind) - 1, first)
        return Span(starts[found], ends[found])

    def claim_starts(self) -> Sequence[int]:
        """Where each claim begins, in the order of the text."""
        starts = self._sentences[0]
        if not starts:
            return self.starts
        found = array("I")
        for paragraph, first, behind in zip(self.starts, *self._stops, strict=True):
            found.extend(starts[first:behind] if first < behind else (paragraph,))
        return found


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
    paragraphs: Paragraphs = field(default_factory=Paragraphs)
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
    def told(self) -> Paragraphs:
        """The paragraphs that stand in rows and findings, in file order."""
        return self.paragraphs.of_roles(TOLD)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds `offset`, or None between paragraphs."""
        at = self.paragraphs.at(offset)
        return None if at is None else self.paragraphs[at]

    def claim_at(self, offset: int) -> Span | None:
        """The sentence at `offset`; between two sentences, the one before."""
        return self.paragraphs.claim_at(offset)


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
    """Sentences on what was left out of the folder, and why."""
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
        """The ids of the articles that cannot be read."""
        return frozenset(a.id for a in self.articles if a.problem is not None)
