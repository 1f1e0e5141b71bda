"""Where a jump from finding to finding lands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.model.finding import Analysis, Contradiction, Fact, Mention
from tui.model.span import Span

At = Callable[[str, int], int | None]
"""Article and offset → the block that shows it, None where none does."""


class Stop(NamedTuple):
    """One place a walk stops at; sorts in the order of the page."""

    block: int
    column: int
    """Position of the article in the order of the columns."""
    offset: int
    article: str
    id: str
    """Of the finding or tag."""


def telling_too(here: Stop, facts: Iterable[Fact], at: At, order: Sequence[str]) -> list[Stop]:
    """`here`, then the places in other articles of `order` that tell the same facts, one for
    each row.
    """
    found = [here]
    for fact in facts:
        told = fact.mentions
        mine = (n for n, m in enumerate(told) if m.article == here.article)
        first = next((n for n in mine if told[n].span.start >= here.offset), 0)
        for mention in (*told[first:], *told[:first]):
            block = at(mention.article, mention.span.start)
            known = any((stop.article, stop.block) == (mention.article, block) for stop in found)
            if block is None or known or mention.article not in order:
                continue
            if mention.article != here.article:
                found.append(Stop(block, 0, mention.span.start, mention.article, fact.id))
    return found


def rivals(
    here: Stop, claim: Span, found: Contradiction, at: At, order: Sequence[str]
) -> list[Stop]:
    """`here`, on `claim`, then who takes another side of `found`, then who else takes the same.

    Those in the row of `here` come before those in others. One stop for each article and row,
    and one more where an article says both in one row.
    """
    ranked: list[tuple[bool, bool, Stop]] = []
    for side in found.sides:
        mine = any(m.article == here.article and m.span.overlaps(claim) for m in side.mentions)
        for mention in side.mentions:
            stop = _stop(mention, found.id, at, order)
            if stop and not (mention.article == here.article and mention.span.overlaps(claim)):
                ranked.append((mine, stop.block != here.block, stop))
    listed, taken = [here], set[tuple[bool, str, int]]()
    for mine, _, stop in sorted(ranked):
        if (mine, stop.article, stop.block) not in taken:
            taken.add((mine, stop.article, stop.block))
            listed.append(stop)
    return listed


def stops(
    kind: str,
    analysis: Analysis,
    places: Mapping[str, Mention | None],
    at: At,
    order: Sequence[str],
) -> list[Stop]:
    """The stops of `conflict`, `fact`, `only` or `tag`, in the order of the page.

    `places` says where each tag stands, by its id. Contradictions keep the
    order of their numbers; a shared fact is visited
    once, where it is first told.
    """
    if kind == "conflict":
        found = (best_mention(c, at, order) for c in analysis.contradictions)
        return [s for c, m in zip(analysis.contradictions, found, strict=True)
                if m and (s := _stop(m, c.id, at, order))]  # fmt: skip
    listed: Iterable[Stop | None]
    if kind == "fact":
        listed = (min(_stops(f.mentions, f.id, at, order), default=None) for f in analysis.facts)
    elif kind == "only":
        listed = (_stop(o.mention, f"o{n}", at, order) for n, o in enumerate(analysis.only, 1))
    else:
        listed = (_stop(m, id, at, order) for id, m in places.items() if m)
    return sorted(s for s in listed if s)


def best_mention(found: Contradiction, at: At, order: Sequence[str]) -> Mention | None:
    """The mention in the row that shows most sides, leftmost column first."""
    sides: dict[int, set[int]] = {}
    places: list[tuple[int, Mention]] = []
    for number, side in enumerate(found.sides):
        for mention in side.mentions:
            block = at(mention.article, mention.span.start)
            if block is not None and mention.article in order:
                sides.setdefault(block, set()).add(number)
                places.append((block, mention))
    if not places:
        return None
    return min(
        places,
        key=lambda p: (-len(sides[p[0]]), p[0], order.index(p[1].article), p[1].span),
    )[1]


def parties(found: Contradiction, at: At, block: int, article: str) -> list[str]:
    """One article for each side but `article`'s own, those that speak in this row first."""
    chosen: list[str] = []
    for side in found.sides:
        if any(m.article == article for m in side.mentions):
            continue
        ranked = sorted(
            side.mentions, key=lambda m: (at(m.article, m.span.start) != block, m.article)
        )
        fresh = [m.article for m in ranked if m.article not in chosen]
        chosen += fresh[:1]
    return chosen


def tellers(found: Contradiction, at: At, block: int) -> list[str]:
    """Every article that takes a side, those that speak in this row first."""
    places = [(at(m.article, m.span.start) != block, m.article) for m in found.mentions]
    return list(dict.fromkeys(article for _, article in sorted(places)))


def sides_elsewhere(found: Contradiction, at: At, block: int) -> list[Mention]:
    """What is said of each side that nobody takes in this row, in the order of the sides."""
    return [
        mention
        for side in found.sides
        if all(at(m.article, m.span.start) != block for m in side.mentions)
        for mention in side.mentions
    ]


def following(listed: Sequence[Stop], here: Stop | None, step: int) -> tuple[Stop, bool] | None:
    """The next stop after `here` (or before, step -1), and whether it went round."""
    if not listed:
        return None
    known = (
        None if here is None else next((i for i, s in enumerate(listed) if s.id == here.id), None)
    )
    if known is not None:
        at = known + step
    elif here is None:
        at = 0 if step > 0 else len(listed) - 1
    elif step > 0:
        at = next((i for i, s in enumerate(listed) if s > here), len(listed))
    else:
        at = max((i for i, s in enumerate(listed) if s < here), default=-1)
    return listed[at % len(listed)], not 0 <= at < len(listed)


def _stops(mentions: Iterable[Mention], id: str, at: At, order: Sequence[str]) -> list[Stop]:
    return [s for m in mentions if (s := _stop(m, id, at, order))]


def _stop(mention: Mention, id: str, at: At, order: Sequence[str]) -> Stop | None:
    block = at(mention.article, mention.span.start)
    if block is None or mention.article not in order:
        return None
    return Stop(block, order.index(mention.article), mention.span.start, mention.article, id)
