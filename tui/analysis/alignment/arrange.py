"""Changes the rows as the reader wishes: passages pinned into one row, or given their own.

Other passages follow: one that was in a row only because of a passage that leaves goes with it.
This works on finished rows, so that a pin needs no new comparison, and everything it does not
concern stays in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.analysis.alignment.incipits import incipit
from tui.model.alignment import Link, Piece, Row, Wish
from tui.model.article import Story
from tui.model.span import Span

Cells = dict[str, list[Span]]
"""Article id → its claims in a row, in the order of the text."""
TITLE_WORDS = 7


@dataclass(eq=False)
class _Draft:
    """A row while it is being changed."""

    row: Row | None
    """The row it was; None for a new one."""
    cells: Cells
    by_hand: set[str] = field(default_factory=set)


def arrange(
    rows: Sequence[Row], story: Story, wishes: Sequence[Wish], links: Sequence[Link]
) -> tuple[Row, ...]:
    """`rows` as the reader wants them, numbered anew; every claim still in exactly one.

    Wishes for passages that are in no row are passed over, and so is a name
    that one passage alone has. The order of the wishes does not matter.
    """
    table = _Table(rows, story, links)
    named: dict[str, list[Wish]] = {}
    for wish in sorted(wishes):
        if wish.row:
            named.setdefault(wish.row, []).append(wish)
    for together in named.values():
        table.join(together)
    for wish in sorted(wishes):
        if not wish.row:
            table.part(wish)
    return table.rows()


class _Table:
    def __init__(self, rows: Sequence[Row], story: Story, links: Sequence[Link]) -> None:
        self.story = story
        self.drafts = [_Draft(row, _claims(story, row)) for row in rows]
        self.scores: dict[frozenset[tuple[str, int]], float] = {}
        for link in links:
            ends = frozenset({(link.a.article, link.a.number), (link.b.article, link.b.number)})
            self.scores[ends] = link.score

    def rows(self) -> tuple[Row, ...]:
        told = [d for d in self.drafts if d.cells]
        return tuple(self._row(number, draft) for number, draft in enumerate(told, 1))

    def join(self, wishes: Sequence[Wish]) -> None:
        """Bring passages into the row of one of them: the one with most articles."""
        homes = [(d, w) for w in wishes if (d := self._home(w)) is not None]
        if len({w.article for _, w in homes}) < 2:
            return
        at = {id(d): n for n, d in enumerate(self.drafts)}
        target = max((d for d, _ in homes), key=lambda d: (len(d.cells), -at[id(d)]))
        pinned = {w.article for _, w in homes}
        for home, wish in homes:
            if home is not target:
                moved = self._take(home, wish)
                self._put(target, wish.article, moved)
                self._follow(home, target, wish.article, moved, pinned)
            for draft in self.drafts:  # a paragraph may have been told in several rows
                if draft is not target:
                    self._put(target, wish.article, self._take(draft, wish))
        target.by_hand |= pinned

    def part(self, wish: Wish) -> None:
        """A row of its own for one passage, behind the row it was in."""
        home = self._home(wish)
        if home is None:
            return
        cells = {wish.article: self._take(home, wish)}
        if home.cells:
            self.drafts.insert(self.drafts.index(home) + 1, _Draft(None, cells, {wish.article}))
        else:
            home.cells = cells
            home.by_hand.add(wish.article)

    def _home(self, wish: Wish) -> _Draft | None:
        """The row that has most of a passage."""
        shares = [
            (sum(c.overlaps(wish.span) for c in d.cells.get(wish.article, ())), d)
            for d in self.drafts
        ]
        most = max(shares, key=lambda s: s[0], default=(0, None))
        return most[1] if most[0] else None

    def _take(self, draft: _Draft, wish: Wish) -> list[Span]:
        claims = draft.cells.get(wish.article, [])
        taken = [c for c in claims if c.overlaps(wish.span)]
        left = [c for c in claims if not c.overlaps(wish.span)]
        if taken and left:
            draft.cells[wish.article] = left
        elif taken:
            del draft.cells[wish.article]
            draft.by_hand.discard(wish.article)
        return taken

    def _put(self, draft: _Draft, article: str, claims: Iterable[Span]) -> None:
        listed = [*draft.cells.get(article, []), *claims]
        if listed:
            draft.cells[article] = sorted(listed)

    def _follow(
        self, home: _Draft, target: _Draft, article: str, moved: list[Span], pinned: set[str]
    ) -> None:
        """Passages that resemble what left more than what stays go with it."""
        gone = self._paragraphs(article, moved)
        for other in [a for a in home.cells if a != article and a not in pinned]:
            if other in home.by_hand:
                continue
            mine = self._paragraphs(other, home.cells[other])
            stay = {
                p for a, cs in home.cells.items() if a != other for p in self._paragraphs(a, cs)
            }
            if self._likeness(mine, gone) > self._likeness(mine, stay):
                self._put(target, other, home.cells.pop(other))

    def _likeness(self, ones: set[tuple[str, int]], others: set[tuple[str, int]]) -> float:
        pairs = (frozenset({a, b}) for a in ones for b in others)
        return max((self.scores.get(pair, 0.0) for pair in pairs), default=0.0)

    def _paragraphs(self, article: str, claims: Iterable[Span]) -> set[tuple[str, int]]:
        found = (self.story.by_id[article].paragraph_at(c.start) for c in claims)
        return {(article, p.number) for p in found if p}

    def _row(self, number: int, draft: _Draft) -> Row:
        cells = {a: _pieces(self.story, a, draft.cells[a]) for a in sorted(draft.cells)}
        by_hand = tuple(sorted(draft.by_hand & cells.keys()))
        if draft.row is None:
            return Row(number, self._title(cells), 1.0, (), cells, by_hand)
        score = 1.0 if by_hand or len(cells) < 2 else draft.row.score
        return replace(draft.row, number=number, score=score, cells=cells, by_hand=by_hand)

    def _title(self, cells: Mapping[str, Sequence[Piece]]) -> str:
        """The first words of the row."""
        article, pieces = next(iter(cells.items()))
        words = pieces[0].span.of(self.story.by_id[article].text).split()
        if len(words) > TITLE_WORDS:
            return " ".join(words[:TITLE_WORDS]) + "…"
        return incipit(" ".join(words))  # a paragraph in Chinese may be one word


def _claims(story: Story, row: Row) -> Cells:
    cells: Cells = {}
    for article, pieces in row.cells.items():
        found: list[Span] = []
        for piece in pieces:
            paragraph = story.by_id[article].paragraph_at(piece.span.start)
            inside = [c for c in paragraph.claims if piece.span.covers(c)] if paragraph else []
            found += inside or [piece.span]
        cells[article] = sorted(found)
    return cells


def _pieces(story: Story, article: str, claims: Sequence[Span]) -> tuple[Piece, ...]:
    """Neighbouring claims of one paragraph as one piece."""
    pieces: list[Piece] = []
    last = -2
    for claim in claims:
        paragraph = story.by_id[article].paragraph_at(claim.start)
        number = paragraph.number if paragraph else 0
        at = paragraph.claims.index(claim) if paragraph and claim in paragraph.claims else -9
        if pieces and pieces[-1].number == number and at == last + 1:
            pieces[-1] = Piece(number, Span(pieces[-1].span.start, claim.end))
        else:
            pieces.append(Piece(number, claim))
        last = at
    return tuple(pieces)
