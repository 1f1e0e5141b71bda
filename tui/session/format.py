"""The text of a session file to a Session, with every problem and its line.

Entries that are wrong keep their text in the layout and leave the session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tui.errors import BadFile
from tui.model.tag import DEFAULT_TAGSET, Place, Session
from tui.session import schema
from tui.session.book import PARTS, Book, Part, checksum
from tui.session.checked import Wrong, nearly
from tui.session.layout import Item, Layout, NotByLines, cut
from tui.session.merge import decisions_in_order, in_order, pins_in_order
from tui.session.problem import Problem, problem
from tui.session.recover import recover
from tui.yamlfile import At, Document, Value, parse

_BY_LINES = "it is written in an unusual way that cannot be changed line by line"
_SAME_WORDS = (
    "these words are tagged twice; the first one counts: join the two, "
    "or tell which it is of how many: `occurrence: [2, 2]`"
)
_BRACKETS = "this list in [brackets] has entries that cannot be read"

MOST_TOLD = 1_000
"""Changes by hand that are listed one by one."""


def read(text: str, file: str, story: str, annotator: str) -> Book:
    """What the text of a session file says; `file` is for messages.

    `story` and `annotator` are taken where the file names none. Entries that
    are wrong are listed as problems and kept in the layout; the rest is in
    the session. Text that is no YAML as a whole is read piece by piece, to be
    looked at only: nothing could be written back that would be read again.
    Raises BadFile when no part of it can be read.
    """
    problems: list[Problem] = []
    read_only = ""
    broken: Problem | None = None
    try:
        document = parse(text, file)
    except BadFile as error:
        layout, document = recover(text, error, problems)
        read_only, broken = looked_at_only(error), problem(error)
    else:
        try:
            layout = cut(text, document)
        except NotByLines:
            unusual = document.problem((), _BY_LINES)
            layout, read_only = Layout((), text), looked_at_only(unusual)
            problems.append(problem(unusual, grave=False))
    reader = _Reader(document, layout, broken is not None, problems)
    session = reader.session(Session(story, annotator))
    if broken and not any(p.grave for p in problems):
        problems.append(broken)
    number = reader.format()
    if number > schema.FORMAT:
        newer = f"written by a newer rashomon (format {number}, this one knows {schema.FORMAT})"
        way = "it can be read but not changed; update rashomon"
        told = document.problem(("format",), f"{newer}: {way}")
        problems.append(problem(told))
        read_only = f"{told}, or name another file with --session"
    return Book(
        reader.layout,
        session,
        tuple(sorted(problems)),
        read_only or reader.read_only,
        "\r\n" if "\r\n" in text else "\n",
        # A file whose every checksum fits was shaped by this program.
        proven=reader.whole and not problems,
        whole=reader.whole,
    )


def looked_at_only(error: BadFile) -> str:
    """Why a file is not written, where, and the way out."""
    line = f"line {error.line}" if error.line is not None else "the file"
    return f"{error}; mend {line}, or name another file with --session"


@dataclass(frozen=True, eq=False)
class _Entry:
    """One entry of a list, wherever it was parsed."""

    document: Document
    at: At
    data: Value
    shift: int
    """Lines of the file above the document."""
    item: Item | None


class _Reader:
    """Reads a document part by part and collects what is wrong."""

    def __init__(
        self, document: Document, layout: Layout, broken: bool, problems: list[Problem]
    ) -> None:
        if not isinstance(document.data, dict):
            raise document.problem((), "a session file holds `key: value` lines")
        self.document, self.data = document, document.data
        self.layout = layout
        self.broken = broken
        """Whether every entry is to be parsed by itself."""
        self.problems = problems
        self.read_only = ""
        self.by_hand = 0
        """Changes by hand so far."""
        self.whole = "sealed" in document.data
        """Whether the last part is there, so that nothing was cut off."""

    def format(self) -> int:
        word = self.data.get("format")
        if isinstance(word, str) and word.isascii() and word.isdigit():
            return int(word[:9])
        if self.data:
            # Another program's file, named by mistake, has none of our parts.
            ours = (part.key in self.data or self.layout.section(part.key) for part in PARTS)
            foreign = word is not None or not any(ours)
            words = "a session begins with `format: 1`"
            self._add(self.document, ("format",), words, grave=foreign)
            if foreign:
                self._refuse(("format",), words)
        return schema.FORMAT

    def session(self, start: Session) -> Session:
        """`start` with everything readable."""
        values: dict[str, Any] = {}
        for key in ("story", "annotator"):
            word = self.data.get(key)
            if isinstance(word, str) and word:
                values[key] = word
        self._unknown(_Entry(self.document, (), self.data, 0, None), schema.TOP)
        for part in PARTS:
            values[part.key] = self._part(part)
        values["tagset"] = values["tagset"] or DEFAULT_TAGSET
        values["tags"] = in_order(values["tags"])
        values["decisions"] = decisions_in_order(values["decisions"])
        values["pins"] = pins_in_order(values["pins"])
        values["place"] = self._place()
        session = replace(start, **values)
        self._labels(session)
        self._missing()
        return session

    def _part(self, part: Part) -> tuple[Any, ...]:
        values: dict[str, Any] = {}
        items: list[Item] = []
        for entry in self._entries(part):
            value = self._value(entry, part)
            name = _raw_name(entry, part) if value is None else part.name(value)
            if value is not None and name in values:
                words = f"{name!r} stands here twice; the first one counts, give this one another"
                if isinstance(entry.data, dict) and part.key == "tags" and not entry.data.get("id"):
                    words = _SAME_WORDS
                self._add(entry.document, entry.at, words, entry.shift)
                value = None
            if value is not None:
                values[name] = value
                self._seal(entry, part, name, value)
            if entry.item is not None:
                items.append(replace(entry.item, name=name, value=value))
            elif value is None:
                self._refuse((part.key,), _BRACKETS)
        section = self.layout.section(part.key)
        if section is not None and items:
            section = replace(section, items=tuple(items))
            self.layout = self.layout.with_section(section, schema.TOP)
        return tuple(values.values())

    def _entries(self, part: Part) -> Iterator[_Entry]:
        section = self.layout.section(part.key)
        whole = self.data.get(part.key, [])
        if section is not None and section.items and self.broken:
            for broken in section.items:
                yield self._alone(broken, part)
        elif isinstance(whole, list):
            items: tuple[Item | None, ...] = (None,) * len(whole)
            if section is not None and section.items:
                items = section.items
            for n, (data, item) in enumerate(zip(whole, items, strict=True)):
                yield _Entry(self.document, (part.key, n), data, 0, item)
        elif whole:
            words = f"{part.key} holds a list: entries that begin with a dash"
            self._add(self.document, (part.key,), words)
            self._refuse((part.key,), words)

    def _alone(self, item: Item, part: Part) -> _Entry:
        """An entry of a broken file, parsed by itself; with no data when that fails."""
        try:
            alone = parse(item.text, self.document.file)
        except BadFile as error:
            self.problems.append(problem(error, item.line - 1))
        else:
            if isinstance(alone.data, list) and len(alone.data) == 1:
                return _Entry(alone, (0,), alone.data[0], item.line - 1, item)
            self._add(alone, (), f"one entry of {part.key} is wanted here", item.line - 1)
        return _Entry(self.document, (part.key,), "", 0, item)

    def _value(self, entry: _Entry, part: Part) -> Any:
        if entry.data == "" and entry.item is not None and self.broken:
            return None
        try:
            value = part.read(entry.data)
        except Wrong as wrong:
            self._add(entry.document, (*entry.at, *wrong.at), wrong.message, entry.shift)
            return None
        self._unknown(entry, schema.KEYS[part.key])
        return value

    def _unknown(self, entry: _Entry, known: tuple[str, ...]) -> None:
        """Warn of keys that are nearly known ones; others belong to somebody else."""
        assert isinstance(entry.data, dict)
        for key in list(entry.data)[:50]:
            near = None if key in known else nearly(key, known)
            if near and near not in entry.data:
                words = f"unknown key {key!r}; did you mean {near}? It is kept but not used"
                self._add(entry.document, (*entry.at, key), words, entry.shift, grave=False)

    def _place(self) -> Place:
        if not self.data.get("place"):
            return Place()
        try:
            return schema.read_place(self.data["place"])
        except Wrong as wrong:
            self._add(self.document, ("place", *wrong.at), wrong.message, grave=False)
            return Place()

    def _labels(self, session: Session) -> None:
        """Warn of labels that the tagset does not have."""
        known = [x.name for x in session.tagset]
        lines = {i.name: i.line for s in self.layout.sections if s.key == "tags" for i in s.items}
        for tag in session.tags:
            for label in tag.labels:
                if label not in known:
                    near = nearly(label, tuple(known))
                    hint = f"; did you mean {near}?" if near else ""
                    words = f"label {label!r} is not in the tagset{hint}"
                    line = lines.get(tag.id, 1)
                    self.problems.append(Problem(self.document.file, line, 1, words, False))

    def _seal(self, entry: _Entry, part: Part, name: str, value: Any) -> None:
        """Warn of an entry that was changed since the program wrote it."""
        assert isinstance(entry.data, dict)
        seal = entry.data.get("seal") or self._old_seal(name)
        if part.sealed and seal and seal != checksum(part, value):
            words = f"{name!r} was changed by hand since it was saved"
            self._told(entry.document, entry.at, words, entry.shift)

    def _old_seal(self, name: str) -> str:
        """The checksum of an entry in a file of the days when all stood at its end."""
        seal = self.data.get("sealed")
        word = seal.get(name) if isinstance(seal, dict) else None
        return word if isinstance(word, str) else ""

    def _missing(self) -> None:
        """Warn of what was lost since the program wrote the file."""
        listed = [(p, self.layout.section(p.key)) for p in PARTS if p.sealed]
        items = {p.key: section.items for p, section in listed if section}
        found = [item for part in items.values() for item in part]
        if not self.whole and found:
            words = "the last part, `sealed`, is missing: cut short, or written by hand"
            line = max(i.line + i.text.count("\n") for i in found)
            self.problems.append(Problem(self.document.file, line, 1, words, False))
        seal = self.data.get("sealed")
        everything = {i.name for i in found}
        for key, value in seal.items() if isinstance(seal, dict) else ():
            if isinstance(value, list):
                there = {i.name for i in items.get(key, ())}
                lost = [((key, n), x) for n, x in enumerate(value) if isinstance(x, str)]
                gone: list[tuple[At, str]] = [(at, x) for at, x in lost if x not in there]
            else:  # a checksum by its name, as older files have it
                gone = [((key,), key)] if value and key not in everything else []
            for at, name in gone:
                words = f"{name!r} is gone from the file since it was saved"
                self._told(self.document, ("sealed", *at), words)

    def _told(self, document: Document, at: At, words: str, shift: int = 0) -> None:
        """Warn of work by hand, up to a number of times."""
        self.by_hand += 1
        if self.by_hand > MOST_TOLD + 1:
            return
        if self.by_hand > MOST_TOLD:
            words = "more entries are gone or were changed by hand since the file was saved"
        self._add(document, at, words, shift, grave=False)

    def _refuse(self, at: At, message: str) -> None:
        """Let the file be looked at only."""
        self.read_only = self.read_only or looked_at_only(self.document.problem(at, message))

    def _add(
        self, document: Document, at: At, message: str, shift: int = 0, grave: bool = True
    ) -> None:
        self.problems.append(problem(document.problem(at, message), shift, grave))


_ID = re.compile(r"""^[ -]*id: *["']?([\w+-]+)""", re.MULTILINE)


def _raw_name(entry: _Entry, part: Part) -> str:
    """The id of an entry that cannot be read, as far as it shows; else empty."""
    if part.key != "tags" or entry.item is None:
        return ""
    found = _ID.search(entry.item.text)
    return found.group(1) if found else ""
