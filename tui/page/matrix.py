"""The matrix: contradictions and shared facts down, articles across, who says what in between.

A board knows the findings and answers for a cell; a filter says which lines
show and in what order; `matrix_lines` draws them. Only what is asked for is
computed, so that thousands of facts cost no more than those on screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from tui.model.article import Story
from tui.model.finding import (
    Analysis,
    Contradiction,
    Fact,
    Mention,
    Severity,
    finding_key,
)
from tui.model.tag import Verdict
from tui.page.marks import chip, decided
from tui.page.rows import Rows
from tui.page.search import folded
from tui.page.sides import differing_words
from tui.page.signs import Signs

Told = Contradiction | Fact


class Group(StrEnum):
    """Which findings stand in the matrix."""

    ALL = "all"
    CONFLICTS = "conflicts"
    DIFFERS = "differences"
    SHARED = "shared facts"


class MatrixOrder(StrEnum):
    """How the lines are sorted; ties keep the order of the story."""

    STORY = "story"
    KIND = "kind"
    SUREST = "surest"
    UNDECIDED = "undecided"


class MatrixFilter(NamedTuple):
    """What the reader wants to see; the defaults leave everything in, as the story goes."""

    words: str = ""
    group: Group = Group.ALL
    order: MatrixOrder = MatrixOrder.STORY

    @property
    def narrows(self) -> bool:
        return bool(self.words.strip()) or self.group is not Group.ALL


class Entry(NamedTuple):
    """One line of the matrix."""

    finding: Told
    row: int | None
    """Position of the first row that tells it, from 0; None when no row does."""


class Cell(NamedTuple):
    """What one article says of one finding."""

    sides: tuple[int, ...]
    """Which sides of a contradiction it takes, from 0; empty where it is silent."""
    mention: Mention | None
    """Its first words on it; None where it is silent."""
    tagged: bool


class Board:
    """The findings of a story, ready to be looked up by line and article."""

    def __init__(
        self,
        story: Story,
        analysis: Analysis,
        rows: Rows,
        articles: Sequence[str],
        verdicts: Mapping[str, Verdict],
        places: Mapping[str, Mention | None],
        signs: Signs,
        possible: float,
    ) -> None:
        self.story, self.analysis, self.rows = story, analysis, rows
        self.articles = tuple(articles)
        """Columns in their order."""
        self.signs = signs
        self._verdicts, self._places, self._possible = verdicts, places, possible
        self._keys: dict[str, str] = {}
        self._answers: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, str] = {}

    # -- lines -----------------------------------------------------------------

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every finding, in the order of the story; a contradiction before a fact."""
        return _in_story_order(self.analysis, self.rows)

    def listed(self, wanted: MatrixFilter) -> tuple[Entry, ...]:
        """The lines that fit every part of the filter, in its order."""
        words = folded(wanted.words)[0].split()
        found = [e for e in self.entries if _fits(e.finding, wanted) and self._holds(e, words)]
        return tuple(sorted(found, key=self._ranks[wanted.order]))

    def _holds(self, entry: Entry, words: Sequence[str]) -> bool:
        if not words:
            return True
        id = entry.finding.id
        if id not in self._folded:
            self._folded[id] = folded(f"{self.title(entry)} {_values(entry.finding)}")[0]
        return all(word in self._folded[id] for word in words)

    @property
    def _ranks(self) -> Mapping[MatrixOrder, Callable[[Entry], tuple[object, ...]]]:
        return {
            MatrixOrder.STORY: lambda e: (),
            MatrixOrder.KIND: lambda e: _kind_rank(e.finding),
            MatrixOrder.SUREST: lambda e: _surest_rank(e.finding),
            MatrixOrder.UNDECIDED: lambda e: (
                self.verdict(e.finding) is not None,
                isinstance(e.finding, Fact),
            ),
        }

    # -- one finding -----------------------------------------------------------

    def title(self, entry: Entry) -> str:
        """The question of a contradiction, or the words of a fact; unsure ones say so."""
        finding = entry.finding
        if isinstance(finding, Fact):
            return _told_apart(finding, self.analysis)
        unsure = finding.score < self._possible and self.verdict(finding) is None
        return f"possible: {finding.question}" if unsure else finding.question

    def verdict(self, finding: Told) -> Verdict | None:
        """What the reader decided on it."""
        if not self._verdicts:
            return None
        if finding.id not in self._keys:
            self._keys[finding.id] = finding_key(finding, self.story)
        return self._verdicts.get(self._keys[finding.id])

    def chip(self, finding: Told) -> str:
        """`≠3✓` for a contradiction, `≡✓` for a fact."""
        verdict = self.verdict(finding)
        if isinstance(finding, Contradiction):
            return chip(finding, verdict, self.signs)
        return decided(self.signs.shared, verdict, self.signs)

    def answers(self, finding: Contradiction) -> tuple[str, ...]:
        """What each side says; of a quotation in several wordings, the words that differ."""
        if finding.id not in self._answers:
            differing = differing_words(finding, self.story)
            told = (differing.get(n, side.shown) for n, side in enumerate(finding.sides))
            self._answers[finding.id] = tuple(told)
        return self._answers[finding.id]

    def look(self, finding: Told) -> str:
        """`conflict`, `differs`, `shared` or `rejected`."""
        if self.verdict(finding) is Verdict.REJECTED:
            return "rejected"
        return "shared" if isinstance(finding, Fact) else str(finding.severity)

    # -- one cell --------------------------------------------------------------

    def cell(self, finding: Told, article: str) -> Cell:
        """What an article says of a finding."""
        if isinstance(finding, Fact):
            mine = [m for m in finding.mentions if m.article == article]
            return Cell((), mine[0] if mine else None, self._tagged(mine))
        sides = [
            (number, [m for m in side.mentions if m.article == article])
            for number, side in enumerate(finding.sides)
        ]
        told = [m for _, mentions in sides for m in mentions]
        taken = tuple(number for number, mentions in sides if mentions)
        return Cell(taken, told[0] if told else None, self._tagged(told))

    def _tagged(self, mentions: Sequence[Mention]) -> bool:
        return any(
            place.span.overlaps(mention.span)
            for mention in mentions
            for place in self._tags.get(mention.article, ())
        )

    @cached_property
    def _tags(self) -> Mapping[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for place in self._places.values():
            if place is not None:
                found.setdefault(place.article, []).append(place)
        return found


@lru_cache(maxsize=1)
def _in_story_order(analysis: Analysis, rows: Rows) -> tuple[Entry, ...]:
    """Reused from board to board: no decision and no tag moves a finding to another row."""
    found: list[Told] = [*analysis.contradictions, *analysis.facts]
    listed = [Entry(finding, _row(finding, rows)) for finding in found]
    last = len(rows)
    return tuple(sorted(listed, key=lambda e: last if e.row is None else e.row))


_BEGINNING = 40
"""Two facts that share so many first characters look alike in a line, which has room for few
more.
"""
_QUOTED = re.compile("“([^“”]+)”")


@lru_cache(maxsize=1)
def _first_so(analysis: Analysis) -> Mapping[str, str]:
    """Beginning of a fact → id of the first fact that begins so."""
    return {fact.text[:_BEGINNING]: fact.id for fact in reversed(analysis.facts)}


def _told_apart(fact: Fact, analysis: Analysis) -> str:
    """The words of a fact; if an earlier fact begins alike, what its tellers share comes first.

    One sentence may tell several facts, each shared with other articles.
    """
    first = _first_so(analysis)[fact.text[:_BEGINNING]] == fact.id
    shared = () if first else _QUOTED.findall(fact.because)
    return f"{', '.join(shared)}: {fact.text}" if shared else fact.text


def _row(finding: Told, rows: Rows) -> int | None:
    places = (rows.at(m.article, m.span.start) for m in finding.mentions)
    return min((p for p in places if p is not None), default=None)


def _fits(finding: Told, wanted: MatrixFilter) -> bool:
    if wanted.group is Group.ALL:
        return True
    if isinstance(finding, Fact):
        return wanted.group is Group.SHARED
    conflict = finding.severity is Severity.CONFLICT
    return wanted.group is (Group.CONFLICTS if conflict else Group.DIFFERS)


def _values(finding: Told) -> str:
    if isinstance(finding, Fact):
        return " ".join(sorted({m.article for m in finding.mentions}))
    return " ".join(
        (finding.kind.value, finding.kind.words, *(side.shown for side in finding.sides))
    )


def _kind_rank(finding: Told) -> tuple[object, ...]:
    if isinstance(finding, Fact):
        return 2, ""
    return int(finding.severity is Severity.DIFFERS), finding.kind.value


def _surest_rank(finding: Told) -> tuple[object, ...]:
    """Contradictions by score, then facts by their independent voices, most first."""
    if isinstance(finding, Fact):
        return 1, -finding.voices
    return 0, -finding.score


# -- choosing ------------------------------------------------------------------


def next_group(board: Board, wanted: MatrixFilter) -> MatrixFilter:
    """The filter on the next group that holds anything."""
    groups = [g for g in Group if g is Group.ALL or board.listed(MatrixFilter(group=g))]
    at = groups.index(wanted.group) + 1 if wanted.group in groups else 0
    return wanted._replace(group=groups[at % len(groups)])


def next_order(wanted: MatrixFilter) -> MatrixFilter:
    orders = list(MatrixOrder)
    return wanted._replace(order=orders[(orders.index(wanted.order) + 1) % len(orders)])
