"""What one action changed in a session, recorded so that it can be undone and redone.

A change names an entry of the file and holds it before and after as plain data, the way the
file does; for an entry that stays, only the keys that differ. So an action is small, can be
stored in the journal, and can be undone even after others have worked on the same session.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from tui.model.span import Span
from tui.model.tag import Session
from tui.session import schema
from tui.session.book import PARTS, Part
from tui.session.checked import Plain
from tui.session.merge import decisions_in_order, in_order, merge, pins_in_order
from tui.yamlfile import Value

Fields = dict[str, Value | None]
"""Plain keys and values; None for a key that is not there."""
_BY_KEY = {part.key: part for part in PARTS}


class Change(NamedTuple):
    """One entry before and after an action."""

    part: str
    """The key of its part: `tags`, `decisions` …"""
    name: str
    """The name of the entry within its part; empty where the order counts and the change holds
    the whole list.
    """
    before: Fields | None
    """None where there was none."""
    after: Fields | None
    """None where it is gone."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing done to a session, by the reader or by another program."""

    id: str
    did: str
    """`do`, `undo`, `redo`; `outside` for what another program or hand did to the file."""
    words: str
    at: str
    """ISO 8601 time with offset; empty where it is not known."""
    changes: tuple[Change, ...] = ()
    of: str = ""
    """The id of the action that was undone or done again."""
    file: str = ""
    span: Span | None = None
    """Where in the articles, to go there; None for nowhere."""


def difference(before: Session, after: Session) -> tuple[Change, ...]:
    """The changes that turn `before` into `after`, apart from the place to resume."""
    found: list[Change] = []
    for part in PARTS:
        old, new = part.of(before), part.of(after)
        if old == new:
            continue
        if not part.sealed:
            found.append(Change(part.key, "", _whole(part, old), _whole(part, new)))
            continue
        was, now = _named(part, old), _named(part, new)
        for name in (*now, *(n for n in was if n not in now)):
            a, b = was.get(name), now.get(name)
            if a is not b and a != b:
                found.append(Change(part.key, name, *_sides(part, a, b)))
    return tuple(found)


def replayed(session: Session, changes: Iterable[Change]) -> Session:
    """`session` after the changes, applied in order without looking at what they replace.

    For a journal, in which each entry follows from the one before. Raises Wrong if an entry
    cannot be what a change says.
    """
    return _put(session, ((c.part, c.name, c.before is None, c.after) for c in changes))


def taken_back(session: Session, changes: tuple[Change, ...]) -> Session:
    """`session` with the changes undone, but with everything that others did since."""
    there = _put(session, ((c.part, c.name, c.after is None, c.before) for c in changes))
    return _across(replayed(session, changes), there, session)


def done_again(session: Session, changes: tuple[Change, ...]) -> Session:
    """`session` with the changes redone, and with everything that others did since."""
    here = _put(session, ((c.part, c.name, c.after is None, c.before) for c in changes))
    return _across(here, replayed(session, changes), session)


def plain_session(session: Session) -> dict[str, Any]:
    """All that a session says, as plain data."""
    parts: dict[str, Any] = {p.key: [p.plain(v) for v in p.of(session)] for p in PARTS}
    return parts | {"place": schema.plain_place(session.place)}


def read_session(data: dict[str, Any], start: Session) -> Session:
    """`start` with what `plain_session` gave. Raises Wrong."""
    values: dict[str, Any] = {p.key: tuple(p.read(v) for v in data.get(p.key, ())) for p in PARTS}
    return replace(start, **values, place=schema.read_place(data.get("place") or {}))


def _across(here: Session, there: Session, session: Session) -> Session:
    """`session` with the change from `here` to `there`; its place stays."""
    if all(part.of(here) == part.of(session) for part in PARTS):
        return there
    if here.tagset == session.tagset:
        session = replace(session, tagset=there.tagset)
        here = replace(here, tagset=there.tagset)
    return replace(merge(here, session, there), place=session.place)


def _named(part: Part, values: tuple[Any, ...]) -> dict[str, Any]:
    return {part.name(v): v for v in values}


def _whole(part: Part, values: tuple[Any, ...]) -> Fields:
    return {part.key: [part.plain(v) for v in values]}


def _sides(part: Part, a: Any, b: Any) -> tuple[Fields | None, Fields | None]:
    """Both sides of a change; for an entry that stays, only the keys that differ."""
    if a is None or b is None:
        return (None if a is None else {**part.plain(a)}), (
            None if b is None else {**part.plain(b)}
        )
    was, now = part.plain(a), part.plain(b)
    keys = [k for k in (*was, *(k for k in now if k not in was)) if was.get(k) != now.get(k)]
    return {k: was.get(k) for k in keys}, {k: now.get(k) for k in keys}


Wanted = tuple[str, str, bool, Fields | None]
"""Part, name, whether the fields are all of the entry, and the fields; None to take it away."""


def _put(session: Session, wanted: Iterable[Wanted]) -> Session:
    """`session` with the wanted entries; one that should change but does not exist is not
    created.
    """
    named: dict[str, dict[str, Any]] = {}
    values: dict[str, Any] = {}
    for key, name, new, fields in wanted:
        part = _BY_KEY.get(key)
        if part is None:
            continue  # of a newer version; its file is opened read-only
        if not name:
            listed = (fields or {}).get(key)
            values[key] = tuple(part.read(v) for v in listed or ())
            continue
        entries = named.setdefault(key, _named(part, part.of(session)))
        if fields is None:
            entries.pop(name, None)
        elif new:
            entries[name] = part.read(_present(fields))
        elif name in entries:
            entries[name] = part.read(_present({**part.plain(entries[name]), **fields}))
    values |= {key: _in_order(key, entries.values()) for key, entries in named.items()}
    return replace(session, **values) if values else session


def _present(fields: Fields) -> Plain:
    return {k: v for k, v in fields.items() if v is not None}


def _in_order(key: str, values: Iterable[Any]) -> tuple[Any, ...]:
    if key == "tags":
        return in_order(values)
    if key == "pins":
        return pins_in_order(values)
    return decisions_in_order(values) if key == "decisions" else tuple(values)
