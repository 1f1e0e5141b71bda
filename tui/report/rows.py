"""Rows told in words: who agrees, who differs and how, who is silent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tui.model.alignment import Row
from tui.model.article import Story
from tui.model.finding import Contradiction, Fact, Kind, Mention
from tui.model.listed import listed


@dataclass(frozen=True, slots=True)
class Difference:
    """How one article of a row differs from the others in it."""

    article: str
    kind: Kind
    shown: str
    """What it says instead."""
    finding: str
    """Id of the contradiction."""
    outvoted: bool
    """Whether a single other answer is the most frequent one in this row."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row: every article of the story is in exactly one of the four lists."""

    row: Row
    texts: tuple[tuple[str, str], ...]
    """Article id and its words, in the order of the columns."""
    agree: tuple[str, ...]
    """They give the most frequent answer in this row; if nothing is disputed, they share a fact."""
    differ: tuple[Difference, ...]
    tell: tuple[str, ...]
    """They tell it, but no shared fact and no difference was found."""
    silent: tuple[str, ...]

    def sentence(self, total: int) -> str:
        """`Row 7 of 21. A, C, D agree. E differs on date: 12 July. B silent.`"""
        parts = [f"Row {self.row.number} of {total}."]
        if self.agree:
            parts.append(f"{', '.join(self.agree)} agree.")
        parts += self._differences()
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

    def _differences(self) -> list[str]:
        """`On date, A says 12 July, B says 13 July.` where most do not say the same."""
        findings: dict[str, list[Difference]] = {}
        for one in self.differ:
            findings.setdefault(one.finding, []).append(one)
        return list(chain.from_iterable(map(_told, findings.values())))


def _told(group: Sequence[Difference]) -> list[str]:
    """The sentences of the differences that one contradiction makes in a row."""
    said: dict[str, list[str]] = {}
    for one in group:
        said.setdefault(_quoted(one), []).append(one.article)
    kind = group[0].kind.words
    if len(said) > 1 and not group[0].outvoted:
        sides = [f"{_verb(who, 'say')} {what}" for what, who in said.items()]
        return [_ended(f"On {kind}, {', '.join(sides)}")]
    return [_ended(f"{_verb(who, 'differ')} on {kind}: {what}") for what, who in said.items()]


def _verb(who: Sequence[str], verb: str) -> str:
    """`A says`, `A and B say`."""
    return f"{listed(who)} {verb}{'s' * (len(who) == 1)}"


def _quoted(one: Difference) -> str:
    """The answer, a quotation in its marks."""
    return f"“{one.shown}”" if one.kind is Kind.QUOTE else one.shown


def _ended(told: str) -> str:
    """`told` with a full stop, unless it ends in one or in an ellipsis."""
    return told if told.endswith((".", "…", "…”")) else f"{told}."


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
    """What the findings say about one row, while it is being collected."""

    share: set[str] = field(default_factory=set)
    """They tell the same fact."""
    agree: set[str] = field(default_factory=set)
    """They give the most frequent answer to a question that others answer differently."""
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
                notes.setdefault(number, _Notes()).share.update(articles)
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
        most, next_most = sorted((len(articles) for articles, _ in sides), reverse=True)[:2]
        outvoted = most > next_most
        for articles, shown in sides:
            # Where none has a majority, each side is named with its answer.
            if outvoted and len(articles) == most:
                note.agree.update(articles)
                continue
            for article in articles:
                difference = Difference(article, finding.kind, shown, finding.id, outvoted)
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
    # Who shares some other fact does not agree on what is disputed.
    alike = note.agree if note.differ else note.share | note.agree
    agree = tuple(a for a in present if a in alike and a not in note.differ)
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
