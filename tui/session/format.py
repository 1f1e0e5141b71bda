"""Session files: their text to a Session with its problems, and changes back into the text.

A file that was read keeps its text in a `Layout`; `update` rewrites only the
blocks whose claims changed. What could not be read stays word for word.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from tui.errors import BadFile
from tui.model.tag import Place, Session
from tui.session import schema
from tui.session.layout import (
    Item,
    Layout,
    NotByLines,
    Section,
    block,
    closed,
    cut,
    edited,
    written,
)
from tui.session.merge import decisions_in_order, in_order
from tui.session.problem import Problem, problem
from tui.session.recover import recover
from tui.yamlfile import Document, Value, parse

HEAD = """\
# A reader's tags on one story. Edit by hand as you like; keep every text in
# double quotes. docs/session-format.md tells what each line means.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A list of the file: how its entries are read, written and named."""

    key: str
    read: Callable[[Value], Any]
    plain: Callable[[Any], schema.Plain]
    name: Callable[[Any], str]
    of: Callable[[Session], Iterable[Any]]
    sealed: bool = True


PARTS = (
    Part("tagset", schema.read_label, schema.plain_label, lambda x: str(x.name), lambda s: s.tagset, False),
    Part("tags", schema.read_tag, schema.plain_tag, lambda x: str(x.id), lambda s: s.tags),
    Part("decisions", schema.read_decision, schema.plain_decision, lambda x: str(x.finding), lambda s: s.decisions),
    Part("ties", schema.read_tie, schema.plain_tie, lambda x: f"{x.a}+{x.b}", lambda s: s.ties),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Book:
    """A session file in memory: its text in pieces and what they say."""

    layout: Layout
    session: Session
    problems: tuple[Problem, ...] = ()
    read_only: str = ""
    """Why it must not be written; empty when it may."""
    newline: str = "\n"
    old: dict[tuple[str, object], Item] = field(default_factory=dict)
    """Blocks as they were before a change, to give their text back on undo."""

    def text(self) -> str:
        return self.layout.joined()


def fresh(session: Session) -> Book:
    """The file of a new session."""
    parts = (
        Section("format", HEAD, f"format: {schema.FORMAT}\n"),
        Section("story", "", f"story: {written(session.story)}\n"),
        Section("annotator", "", f"annotator: {written(session.annotator)}\n"),
    )
    empty = replace(session, tagset=(), tags=(), decisions=(), ties=(), place=Place())
    return update(Book(Layout(parts), empty), session)


def read(text: str, file: str, story: str, annotator: str) -> Book:
    """What the text of a session file says; `file` is for messages.

    Entries that are wrong are listed as problems and kept in the layout; the
    rest is in the session. Raises BadFile when no part of it can be read.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    reader = _Reader(file)
    read_only = ""
    try:
        document = parse(text, file)
    except BadFile as error:
        layout, document = recover(text, error, reader.problems)
        items = True
    else:
        try:
            layout, items = cut(text, document), False
        except NotByLines:
            layout, items = Layout((), text), False
            read_only = "it is written in an unusual way that cannot be changed line by line"
    session, layout = reader.session(document, layout, items, Session(story, annotator, tagset=()))
    number = _format(document, reader)
    if number > schema.FORMAT:
        read_only = (
            f"it was written by a newer rashomon (format {number}, "
            f"this one knows {schema.FORMAT}); it can be read but not changed"
        )
    return Book(layout, session, tuple(sorted(reader.problems)), read_only, newline)


def update(book: Book, session: Session) -> Book:
    """The file with `session` in it; blocks whose claims did not change stay as they are."""
    layout, old = book.layout, dict(book.old)
    for part in PARTS:
        layout = _update_part(layout, part, list(part.of(session)), old, book.newline)
    layout = _update_place(layout, session.place, book.newline)
    layout = _update_seal(layout, book.newline)
    return replace(book, layout=layout, session=session, old=old, problems=())


def reread(item: Item, part: Part) -> Any:
    """What the text of an item says by itself; raises BadFile or schema.Wrong."""
    data = parse(item.text, "").data
    assert isinstance(data, list)
    return part.read(data[0])


def _update_part(
    layout: Layout,
    part: Part,
    values: list[Any],
    old: dict[tuple[str, object], Item],
    newline: str,
) -> Layout:
    section = layout.section(part.key)
    items = section.items if section else ()
    if section is not None and section.blocked:
        if values == list(part.of(_only(section, part))):
            return layout
    wanted = {part.name(v): v for v in values}
    kept: list[Item] = []
    for item in items:
        if item.value is None:
            kept.append(item)
            continue
        value = wanted.get(item.name)
        if value is None:
            old[part.key, item.value] = item
        elif value == item.value:
            kept.append(item)
        else:
            old[part.key, item.value] = item
            kept.append(old.get((part.key, value)) or _rewritten(item, part, value, newline))
    known = {i.name for i in kept if i.value is not None}
    new = [v for v in values if part.name(v) not in known]
    if (
        not new
        and len(kept) == len(items)
        and all(a is b for a, b in zip(kept, items, strict=True))
    ):
        return layout
    made = [old.get((part.key, v)) or _made(part, v, newline) for v in new]
    merged = _placed(list(closed(tuple(kept))), made, [part.name(v) for v in values])
    if section is None:
        section = Section(part.key, newline, f"{part.key}:{newline}", ours=True)
    elif section.blocked:
        section = replace(section, text=f"{part.key}:{newline}", blocked=False)
    elif not section.items:
        section = replace(section, text=_header(section.text, part.key, newline))
    return layout.with_section(replace(section, items=tuple(merged)), schema.TOP)


def _placed(kept: list[Item], made: list[Item], order: list[str]) -> list[Item]:
    """New items put before the first old one that comes after them in `order`."""
    rank = {name: n for n, name in enumerate(order)}
    result: list[Item] = []
    waiting = sorted(made, key=lambda i: rank[i.name])
    at = 0
    for item in kept:
        mine = rank.get(item.name, -1) if item.value is not None else -1
        while at < len(waiting) and rank[waiting[at].name] < mine:
            result.append(waiting[at])
            at += 1
        result.append(item)
    return result + waiting[at:]


def _made(part: Part, value: Any, newline: str) -> Item:
    text = block(part.plain(value), _bare).replace("\n", newline)
    return _verified(Item("", text, name=part.name(value), value=value), part)


def _rewritten(item: Item, part: Part, value: Any, newline: str) -> Item:
    """The block of `item` saying `value`: line by line, or whole if that fails."""
    keys = schema.KEYS[part.key]
    plain = part.plain(value)
    try:
        text = edited(item.text, (0,), plain, keys, _bare)
        if newline == "\r\n":
            text = text.replace("\r\n", "\n").replace("\n", newline)
        return _verified(replace(item, text=text, name=part.name(value), value=value), part)
    except (BadFile, schema.Wrong, Unfaithful):
        return replace(_made(part, value, newline), lead=item.lead)


class Unfaithful(Exception):
    """A block does not read back as what it was written for."""


def _verified(item: Item, part: Part) -> Item:
    back = reread(item, part)
    if back != item.value and part.plain(back) != _storable(part.plain(item.value)):
        raise Unfaithful(item.name)
    return item


def _storable(value: Any) -> Any:
    """Plain data as UTF-8 can hold it: without lone surrogates."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, list):
        return [_storable(v) for v in value]
    return {k: _storable(v) for k, v in value.items()}


def _bare(key: str, value: Value) -> bool:
    return key in schema.NUMBERS and not (key == "at" and isinstance(value, str))


def _header(text: str, key: str, newline: str) -> str:
    """The line of an empty list's key, its comment kept, its `[]` gone."""
    line = text if text.endswith("\n") else text + newline
    _, hash_sign, comment = line.partition("#")
    return f"{key}:  #{comment}" if hash_sign else f"{key}:{newline}"


def _only(section: Section, part: Part) -> Session:
    """The session that holds just what a bracketed list says."""
    data = parse(section.text, "").data
    entries = data.get(part.key) if isinstance(data, dict) else None
    values = tuple(part.read(e) for e in entries) if isinstance(entries, list) else ()
    empty = Session("", "", tagset=())
    return replace(empty, **{part.key: values})


def _update_place(layout: Layout, place: Place, newline: str) -> Layout:
    section = layout.section("place")
    plain = schema.plain_place(place)
    if section is None:
        if place == Place():
            return layout
        text = "place: {" + ", ".join(f"{k}: {written(v, _bare(k, v))}" for k, v in plain.items())
        return layout.with_section(Section("place", "", text + "}" + newline), schema.TOP)
    try:
        data = parse(section.text, "").data
        assert isinstance(data, dict)
        if schema.read_place(data["place"]) == place:
            return layout
        text = edited(section.text, ("place",), plain, schema.KEYS["place"], _bare)
    except (BadFile, schema.Wrong):
        return layout
    return layout.with_section(replace(section, text=text), schema.TOP)


def _update_seal(layout: Layout, newline: str) -> Layout:
    """The last section: a checksum a claim, so that a loss or a cut is noticed.

    One line a claim instead of one sum of all, because two people's additions
    must merge.
    """
    lines = [f"sealed:{newline}"]
    for part in PARTS:
        section = layout.section(part.key)
        if part.sealed and section:
            lines += [
                f'  "{i.name}": "{_sum(part, i.value)}"{newline}' for i in section.items if i.value
            ]
    old = layout.section("sealed")
    text = "".join(lines) if len(lines) > 1 else f"sealed: {{}}{newline}"
    section = replace(old, text=text) if old else Section("sealed", newline, text)
    return layout.with_section(section, schema.TOP)


def _sum(part: Part, value: Any) -> str:
    words = repr(list(part.plain(value).items()))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]


def _format(document: Document, reader: _Reader) -> int:
    word = document.data.get("format") if isinstance(document.data, dict) else None
    if isinstance(word, str) and word.isascii() and word.isdigit():
        return int(word[:9])
    reader.add(document, ("format",), 'the first line should be "format: 1"')
    return 1


class _Reader:
    """Reads part by part and collects what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(
        self, document: Document, at: Any, message: str, shift: int = 0, grave: bool = True
    ) -> None:
        self.problems.append(problem(document.problem(at, message), shift, grave))

    def session(
        self, document: Document, layout: Layout, apart: bool, start: Session
    ) -> tuple[Session, Layout]:
        """`start` with everything readable; `apart` when items are parsed one by one."""
        data = document.data
        if not isinstance(data, dict):
            raise document.problem((), "a session file holds `key: value` lines")
        values: dict[str, Any] = {}
        for key in ("story", "annotator"):
            if isinstance(data.get(key), str) and data[key]:
                values[key] = data[key]
        self._unknown(document, (), data, "")
        for part in PARTS:
            found, layout = self._part(document, layout, apart, part)
            values[part.key] = tuple(found)
        values["tags"] = in_order(values["tags"])
        values["decisions"] = decisions_in_order(values["decisions"])
        values["place"] = self._place(document, data)
        session = replace(start, **values)
        self._seal(document, data, layout)
        return session, layout

    def _part(
        self, document: Document, layout: Layout, apart: bool, part: Part
    ) -> tuple[list[Any], Layout]:
        section = layout.section(part.key)
        data = (
            document.data[part.key]
            if isinstance(document.data, dict) and part.key in document.data
            else []
        )
        if section is None or not section.items:
            if isinstance(data, list):
                entries = [(document, (part.key, n), e, 0) for n, e in enumerate(data)]
                values = [self._entry(*e, part) for e in entries]
                return [v for v in values if v is not None], layout
            if data != "":
                self.add(
                    document, (part.key,), f"{part.key} holds a list: lines that begin with a dash"
                )
            return [], layout
        seen: set[str] = set()
        values, items = [], []
        for item in section.items:
            value = self._item(document, item, part, apart)
            name = "" if value is None else part.name(value)
            if name and name in seen:
                self.add(
                    document,
                    item.at,
                    f"{name!r} stands here twice; the first one counts",
                    0 if item.at else item.line - 1,
                )
                value, name = None, ""
            if value is not None:
                seen.add(name)
                values.append(value)
            items.append(replace(item, name=name, value=value))
        return values, layout.with_section(replace(section, items=tuple(items)), schema.TOP)

    def _item(self, document: Document, item: Item, part: Part, apart: bool) -> Any:
        if not apart:
            assert isinstance(document.data, dict)
            here: Any = document.data[part.key]
            return self._entry(document, item.at, here[item.at[1]], 0, part)
        try:
            alone = parse(item.text, self.file)
        except BadFile as error:
            self.problems.append(problem(error, item.line - 1))
            return None
        if not isinstance(alone.data, list) or len(alone.data) != 1:
            self.add(alone, (), f"one entry of {part.key} is wanted here", item.line - 1)
            return None
        return self._entry(alone, (0,), alone.data[0], item.line - 1, part)

    def _entry(self, document: Document, at: Any, data: Value, shift: int, part: Part) -> Any:
        try:
            value = part.read(data)
        except schema.Wrong as wrong:
            self.add(document, (*at, *wrong.at), wrong.message, shift)
            return None
        self._unknown(document, at, data, part.key, shift)
        return value

    def _unknown(self, document: Document, at: Any, data: Value, part: str, shift: int = 0) -> None:
        assert isinstance(data, dict)
        known = schema.KEYS[part] if part else schema.TOP
        for key in data:
            near = None if key in known else schema.misspelt(part, key)
            if near and near not in data:
                words = f"unknown key {key!r}; did you mean {near}? It is kept but not used"
                self.add(document, (*at, key), words, shift, False)

    def _place(self, document: Document, data: dict[str, Value]) -> Place:
        if not data.get("place"):
            return Place()
        try:
            return schema.read_place(data["place"])
        except schema.Wrong as wrong:
            self.add(document, ("place", *wrong.at), wrong.message, grave=False)
            return Place()

    def _seal(self, document: Document, data: dict[str, Value], layout: Layout) -> None:
        """Warn of what was changed or lost since the program wrote the file."""
        seal = data.get("sealed")
        if seal is None:
            if any(s.items for s in layout.sections if s.key != "tagset"):
                self.add(
                    document,
                    (),
                    "the last part, `sealed`, is missing: the file was cut short or written by hand",
                    grave=False,
                )
            return
        if not isinstance(seal, dict):
            return
        present = {
            i.name: _sum(part, i.value)
            for part in PARTS
            if part.sealed and (section := layout.section(part.key))
            for i in section.items
            if i.value is not None
        }
        for name, total in seal.items():
            if name not in present:
                self.add(
                    document,
                    ("sealed", name),
                    f"{name} is gone from the file since it was saved",
                    grave=False,
                )
            elif present[name] != total:
                self.add(
                    document,
                    ("sealed", name),
                    f"{name} was changed by hand since it was saved",
                    grave=False,
                )
