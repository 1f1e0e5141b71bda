"""What every page of text offers a screen, and how a cursor walks over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from tui.model.span import Span
from tui.page.lines import Fragment, Line


class Spot(NamedTuple):
    """Where the cursor sits: a claim in a block of a sheet."""

    block: int
    article: str
    claim: Span


class Sheet(Protocol):
    """Blocks of lines; a block is a row, a source of a row, or a paragraph."""

    width: int
    sticky: bool
    """Whether a block's first line is a heading that stays while the block scrolls."""
    by_article: bool
    """Whether the next claim is the next one of the same article."""

    def __len__(self) -> int: ...

    @property
    def head(self) -> tuple[Line, ...]:
        """Lines that stay at the top of the screen."""
        ...

    def lines(self, block: int) -> Sequence[Line]:
        """The block's lines; the same object again while nothing changed."""
        ...

    def block_of(self, article: str, offset: int) -> int | None:
        """The block that shows `offset`, or None where it is not shown."""
        ...

    def claims(self, block: int) -> Mapping[str, tuple[Span, ...]]:
        """Article id → its claims in this block, in the order of the text."""
        ...


class Loose:
    """Base class of sheets on which a claim may be drawn in another block than its own."""

    def lines_of(self, spot: Spot) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Block and line of the first and of the last line of a claim; None if not drawn."""
        raise NotImplementedError


def is_in(fragment: Fragment, spot: Spot) -> bool:
    """Whether a fragment belongs to the claim of a spot, chips in front of its words too."""
    if fragment.article != spot.article:
        return False
    span = fragment.span
    return (
        span is not None
        and spot.claim.start <= span.start
        and span.end <= spot.claim.end
        and (span.start < spot.claim.end)
    )


def spot_at(sheet: Sheet, article: str, offset: int) -> Spot | None:
    """The spot of the claim at `offset`, or the last one before it in its block."""
    block = sheet.block_of(article, offset)
    if block is None:
        return None
    claims = sheet.claims(block).get(article, ())
    best = None
    for claim in claims:
        if claim.start <= offset or best is None:
            best = claim
    return Spot(block, article, best) if best else None


def first_spot(sheet: Sheet, prefer: Sequence[str] = ()) -> Spot | None:
    """The first claim of the sheet, in the article preferred most."""
    for block in range(len(sheet)):
        if spot := _enter(sheet, block, prefer):
            return spot
    return None


def last_spot(sheet: Sheet, prefer: Sequence[str] = ()) -> Spot | None:
    """The first claim of the last block that has one."""
    for block in range(len(sheet) - 1, -1, -1):
        if spot := _enter(sheet, block, prefer):
            return spot
    return None


def next_claim(sheet: Sheet, spot: Spot, step: int) -> Spot | None:
    """The next (`step` 1) or previous (-1) claim, or None at the end."""
    here = sheet.claims(spot.block)
    queue = _queue(sheet, here, spot.article)
    at = (
        queue.index((spot.article, spot.claim)) + step if (spot.article, spot.claim) in queue else 0
    )
    if 0 <= at < len(queue):
        return Spot(spot.block, *queue[at])
    block = spot.block + step
    while 0 <= block < len(sheet):
        queue = _queue(sheet, sheet.claims(block), spot.article)
        if queue:
            return Spot(block, *queue[0 if step > 0 else -1])
        block += step
    return None


def _queue(
    sheet: Sheet, claims: Mapping[str, tuple[Span, ...]], article: str
) -> list[tuple[str, Span]]:
    if sheet.by_article:
        return [(article, claim) for claim in claims.get(article, ())]
    return [(a, claim) for a, spans in claims.items() for claim in spans]


def next_block(sheet: Sheet, spot: Spot, step: int, prefer: Sequence[str]) -> Spot | None:
    """The first claim of the next block, in the same article where it speaks."""
    block = spot.block + step
    while 0 <= block < len(sheet):
        if found := _enter(sheet, block, (spot.article, *prefer)):
            return found
        block += step
    return None


def _enter(sheet: Sheet, block: int, prefer: Sequence[str]) -> Spot | None:
    """The first claim of a block, in the article preferred most; None in one without claims."""
    claims = sheet.claims(block)
    for article in (*prefer, *claims):
        if spans := claims.get(article):
            return Spot(block, article, spans[0])
    return None


def sideways(sheet: Sheet, spot: Spot, order: Sequence[str], step: int) -> Spot | None:
    """The next article of `order` that speaks in this block, or None at the edge."""
    claims = sheet.claims(spot.block)
    speaking = [a for a in order if claims.get(a)]
    if spot.article not in speaking:
        return None
    at = speaking.index(spot.article) + step
    if not 0 <= at < len(speaking):
        return None
    return Spot(spot.block, speaking[at], claims[speaking[at]][0])
