"""The reader's own alignment: passages pinned into one row, or given a row of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tui.model.article import Article
from tui.model.shortened import shortened
from tui.model.span import Span
from tui.model.tag import Pin, Session
from tui.session.anchor import State, anchor, find
from tui.session.edits import Claim, Edit, Refused
from tui.session.merge import pins_in_order
from tui.session.schema import pin_id


def pin(session: Session, first: Claim, second: Claim, now: str) -> Edit:
    """Put two passages into one row, together with those pinned to either of them.

    If they are pinned together already, the second is released again.
    """
    if first[0].id == second[0].id:
        raise Refused("pin a paragraph of another article to it; one article's follow each other")
    a = _pin_at(session, *first) or _made(first, now)
    b = _pin_at(session, *second) or _made(second, now)
    names = f"{first[0].id} and {second[0].id}"
    if a.row and a.row == b.row:
        rest = (p for p in session.pins if p.id != b.id)
        return _edit(session, rest, f"unpinned {names}: “{shortened(b.anchor.quote)}”", second, now)
    row = a.row or b.row or "r" + a.id[1:]
    joined = {p.row for p in (a, b) if p.row}
    moved = [
        p._replace(row=row, made=now) if p.row != row else p
        for p in session.pins
        if p.row in joined and p.id not in (a.id, b.id)
    ]
    ends = [p._replace(row=row, made=now) for p in (a, b)]
    changed = {p.id: p for p in (*moved, *ends)}
    rest = (p for p in session.pins if p.id not in changed)
    words = f"pinned {names} into one row: “{shortened(a.anchor.quote)}”"
    return _edit(session, (*rest, *changed.values()), words, second, now)


def split(session: Session, passage: Claim, now: str) -> Edit:
    """Give a passage a row of its own; done again, let the comparison place it as before."""
    known = _pin_at(session, *passage)
    made = known or _made(passage, now)
    rest = [p for p in session.pins if p.id != made.id]
    id, words = passage[0].id, shortened(made.anchor.quote)
    if known and not known.row:
        return _edit(session, rest, f"put {id} back among the others: “{words}”", passage, now)
    apart = made._replace(row="", made=now)
    said = f"gave {id} a row of its own: “{words}”"
    return _edit(session, (*rest, apart), said, passage, now)


def _edit(session: Session, pins: Iterable[Pin], words: str, where: Claim, now: str) -> Edit:
    listed = list(pins)
    count = Counter(p.row for p in listed)
    # A passage that is pinned to nothing any more says nothing.
    kept = pins_in_order(p for p in listed if not p.row or count[p.row] > 1)
    article, span = where
    return Edit(session, replace(session, pins=kept), words, article.file, span, at=now)


def _made(passage: Claim, now: str) -> Pin:
    place = anchor(*passage)
    if not place.quote.strip():
        raise Refused("there are no words here")
    return Pin(pin_id(place), place, made=now)


def _pin_at(session: Session, article: Article, span: Span) -> Pin | None:
    """The pin on exactly this passage of the article as it is now."""
    for one in session.pins:
        if one.anchor.file == article.file:
            found = find(one.anchor, article)
            if found.state in (State.EXACT, State.MOVED) and found.span == span:
                return one
    return None
