"""Rows told in words: who agrees, who differs and how, who is silent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.model.alignment import Row
from tui.model.article import Story
from tui.model.finding import Contradiction, Fact, Kind, Mention


@dataclass(frozen=True, slots=True)
class Difference:
    """How one article of a row differs from the others of it."""

    article: str
    kind: Kind
    shown: str
    """What it says instead."""
    finding: str
    """Id of the contradiction."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row: every article of the story is in exactly one of the four lists."""

    row: Row
    texts: tuple[tuple[str, str], ...]
    """Article id and its words, in the order of the columns."""
    agree: tuple[str, ...]
    """They share a fact or an answer here with another one."""
    differ: tuple[Difference, ...]
    tell: tuple[str, ...]
    """They tell it, without a shared fact or a difference found."""
    silent: tuple[str, ...]

    def sentence(self, total: int) -> str:
        """`Row 7 of 21. A, C, D agree. E differs on date: 12 July. B silent.`"""
        parts = [f"Row {self.row.number} of {total}."]
        if self.agree:
            parts.append(f"{', '.join(self.agree)} agree.")
        parts += [f"{d.article} differs on {d.kind.words}: {d.shown}." for d in self.differ]
        if self.tell:
            told = ", ".join(self.tell)
            if len(self.row.cells) == 1:
                parts.append(f"Only {told}.")
            else:
                also = "Also told" if self.agree or self.differ else "Told"
                parts.append(f"{also} by {told}.")
        if self.silent and len(self.row.cells) > 1:
            parts.append(f"{', '.join(self.silent)} silent.")
        return " ".join(parts)


class RowFinder:
    """Which row a mention stands in."""

    def __init__(self, rows: Iterable[Row]) -> None:
        pieces: dict[str, list[tuple[int, int, int]]] = {}
        for row in rows:
            for article, cell in row.cells.items():
                pieces.setdefault(article, []).extend(
                    (p.span.start, p.span.end, row.number) for p in cell
                )
        self._pieces = {article: sorted(spans) for article, spans in pieces.items()}

    def row_of(self, mention: Mention) -> int | None:
        """The number of the row that holds the start of the mention, else None."""
        pieces = self._pieces.get(mention.article, [])
        at = bisect_right(pieces, (mention.span.start, float("inf"))) - 1
        if at >= 0:
            _, end, number = pieces[at]
            if mention.span.start < end:
                return number
        return None


@dataclass(slots=True)
class _Notes:
    """What findings say of one row, while it is collected."""

    agree: set[str] = field(default_factory=set)
    differ: dict[str, Difference] = field(default_factory=dict)
    """By article: one article's first difference in the row is enough."""


def steps(
    story: Story,
    rows: Sequence[Row],
    facts: Iterable[Fact],
    contradictions: Iterable[Contradiction],
    finder: RowFinder,
) -> tuple[Step, ...]:
    """Every row with what the findings say of it, in the order of the rows."""
    notes: dict[int, _Notes] = {}
    for fact in facts:
        for number, articles in _by_row(fact.mentions, finder).items():
            if len(articles) > 1:
                notes.setdefault(number, _Notes()).agree.update(articles)
    for finding in contradictions:
        _note_differences(finding, finder, notes)
    return tuple(_step(story, row, notes.get(row.number, _Notes())) for row in rows)


def _note_differences(finding: Contradiction, finder: RowFinder, notes: dict[int, _Notes]) -> None:
    """In each row that holds two sides, the side of most articles agrees, the others differ."""
    rows: dict[int, list[tuple[list[str], str]]] = {}
    for side in finding.sides:
        for number, articles in _by_row(side.mentions, finder).items():
            rows.setdefault(number, []).append((articles, side.shown))
    for number, sides in rows.items():
        if len(sides) < 2:
            continue
        note = notes.setdefault(number, _Notes())
        most = max(sides, key=lambda side: len(side[0]))
        if len(most[0]) > 1:
            note.agree.update(most[0])
        for articles, shown in sides:
            # Where none has a majority, each side is named with its answer.
            if articles is most[0] and len(most[0]) > 1:
                continue
            for article in articles:
                difference = Difference(article, finding.kind, shown, finding.id)
                note.differ.setdefault(article, difference)


def _by_row(mentions: Iterable[Mention], finder: RowFinder) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for mention in mentions:
        number = finder.row_of(mention)
        if number is not None:
            articles = found.setdefault(number, [])
            if mention.article not in articles:
                articles.append(mention.article)
    return found


def _step(story: Story, row: Row, note: _Notes) -> Step:
    order = [a.id for a in story.readable]
    present = [a for a in order if a in row.cells]
    agree = tuple(a for a in present if a in note.agree and a not in note.differ)
    differ = tuple(note.differ[a] for a in present if a in note.differ)
    if len(agree) == 1:  # nobody is left to agree with
        agree = ()
    return Step(
        row,
        tuple((a, _text(story, row, a)) for a in present),
        agree,
        differ,
        tuple(a for a in present if a not in agree and a not in note.differ),
        tuple(a for a in order if a not in row.cells),
    )


def _text(story: Story, row: Row, article: str) -> str:
    text = story.by_id[article].text
    return " ".join(piece.span.of(text).strip() for piece in row.cells[article])
