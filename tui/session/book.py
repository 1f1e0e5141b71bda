"""A session file in memory: its text in pieces, what they say, and the parts it has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from tui.model.tag import Session
from tui.session import schema
from tui.session.checked import Plain
from tui.session.layout import Item, Layout
from tui.session.problem import Problem
from tui.yamlfile import Value


@dataclass(frozen=True, slots=True)
class Part:
    """A list of the file: how its entries are read, written and named."""

    key: str
    """The top key; also the name of the field of Session."""
    read: Callable[[Value], Any]
    plain: Callable[[Any], Plain]
    name: Callable[[Any], str]
    sealed: bool = True
    """Whether its entries carry a checksum and are listed at the end of the file."""

    def of(self, session: Session) -> tuple[Any, ...]:
        """Its values in a session, which names its fields as the file its parts."""
        values: tuple[Any, ...] = getattr(session, self.key)
        return values


PARTS = (
    Part("tagset", schema.read_label, schema.plain_label, attrgetter("name"), False),
    Part("tags", schema.read_tag, schema.plain_tag, attrgetter("id")),
    Part("decisions", schema.read_decision, schema.plain_decision, attrgetter("finding")),
    Part("ties", schema.read_tie, schema.plain_tie, lambda x: f"{x.a}+{x.b}"),
    Part("pins", schema.read_pin, schema.plain_pin, attrgetter("id")),
)


@dataclass(frozen=True, eq=False)
class Book:
    """A session file in memory: its text in pieces and what they say."""

    layout: Layout
    session: Session
    problems: tuple[Problem, ...] = ()
    read_only: str = ""
    """Why it must not be written, where, and the way out; empty when it may.

    One of `problems`, at least, tells of it as well.
    """
    newline: str = "\n"
    old: dict[tuple[str, object], Item] = field(default_factory=dict)
    """Blocks as they were before a change, so that undo can restore their exact text."""
    proven: bool = False
    """Whether the file is known to survive changes: this program wrote it, or it was read back
    correctly after one.
    """
    whole: bool = True
    """Whether its last part was there; if not, the file may have been cut off."""

    def text(self) -> str:
        return self.layout.joined()


def written_fields(part: Part, value: Any) -> Plain:
    """What the block of an entry says, its checksum included, in the order it is written."""
    plain = part.plain(value)
    if part.sealed:
        plain = {**plain, "seal": checksum(part, value)}
    return {key: plain[key] for key in schema.KEYS[part.key] if key in plain}


def checksum(part: Part, value: Any) -> str:
    """Eight hex digits of what an entry says, whatever its spacing and comments."""
    words = repr(list(part.plain(value).items()))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
