"""Merges the text of two session files: their claims, comments and unknown keys.

`merge` decides what the result says; this module writes its lines. It starts from our file. A
block that only they have, or that only they changed, is taken as they wrote it. If both changed
a block, its comments and unknown keys are put together as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.errors import BadFile
from tui.model.shortened import shortened
from tui.model.tag import Session
from tui.session import schema
from tui.session.book import PARTS, Book, Part
from tui.session.format import read
from tui.session.layout import Item, Layout, Section, closed, edited
from tui.session.merge import merge, same_work
from tui.session.rewrite import fits_bare, update
from tui.yamlfile import At, Document, Value, parse


@dataclass(frozen=True, eq=False)
class Joined:
    """What became of two files."""

    book: Book
    conflicts: tuple[str, ...] = ()
    """What the two say differently, a sentence each; both words stand in the file."""


def join(ours: Book, theirs: Book, base: Book | None) -> Joined:
    """One file of two; `base` is what both began from, None where nobody knows.

    Without a base a removal cannot be told from an addition, so that
    everything stays. All three must have been read in full (`whole_reason`).
    """
    start = base.session if base else _common(ours.session, theirs.session)
    merged = merge(start, ours.session, theirs.session)
    plain = update(replace(ours, old=_blocks_of_theirs(ours, theirs)), merged)
    joiner = _Joiner(ours, theirs, base)
    book = replace(plain, layout=joiner.layout(plain.layout))
    if not _reads_back(book):
        book = plain
    told = [
        f"“{shortened(tag.anchor.quote)}”: {words}" for tag in merged.tags for words in tag.conflict
    ]
    return Joined(replace(book, proven=False), (*told, *joiner.conflicts))


def whole_reason(book: Book) -> str:
    """Why a file cannot be joined with another; empty if it can. Parts that cannot be read
    would be lost.
    """
    told = (p for p in book.problems if p.grave or book.read_only.startswith(str(p)))
    return next((p.message for p in told), book.read_only)


def _common(ours: Session, theirs: Session) -> Session:
    """What both sides say alike, in place of the unknown ancestor."""
    alike = {p.key: tuple(v for v in p.of(ours) if v in set(p.of(theirs))) for p in PARTS}
    return replace(
        ours,
        tags=alike["tags"],
        decisions=alike["decisions"],
        ties=alike["ties"],
        pins=alike["pins"],
    )


def _blocks_of_theirs(ours: Book, theirs: Book) -> dict[tuple[str, object], Item]:
    """Their blocks for what only they have, as far as they fit between ours."""
    found = dict(ours.old)
    for section in theirs.layout.sections:
        mine = ours.layout.section(section.key)
        names = {i.name for i in mine.items} if mine else set()
        indents = {i.indent for i in mine.items} if mine else set()
        for item in closed(section.items):
            if item.name not in names and (not indents or item.indent in indents):
                found[section.key, item.value] = _with_newlines(item, ours.newline)
    return found


def _with_newlines(item: Item, newline: str) -> Item:
    def turned(text: str) -> str:
        return text.replace("\r\n", "\n").replace("\n", newline)

    return replace(item, lead=turned(item.lead), text=turned(item.text))


def _reads_back(book: Book) -> bool:
    """Whether the text says what it should; comments moved about could break a list."""
    try:
        again = read(book.text(), "", book.session.story, book.session.annotator)
    except BadFile:
        return False
    return not whole_reason(again) and same_work(again.session, book.session)


class _Joiner:
    """Adds everything that is not a claim to the merged layout, and collects the differences."""

    def __init__(self, ours: Book, theirs: Book, base: Book | None) -> None:
        self.ours, self.theirs, self.base = ours, theirs, base
        self.newline = ours.newline
        self.conflicts: list[str] = []

    def layout(self, layout: Layout) -> Layout:
        sections = [self._section(s) for s in layout.sections]
        end = next((n for n, s in enumerate(sections) if s.key == "sealed"), len(sections))
        sections[end:end] = self._their_own(layout)
        tail = _united(layout.tail, self.theirs.layout.tail, self._was().tail, self.newline)
        return Layout(tuple(sections), tail)

    def _was(self) -> Layout:
        return self.base.layout if self.base else Layout()

    def _section(self, section: Section) -> Section:
        theirs, was = self.theirs.layout.section(section.key), self._was().section(section.key)
        if theirs is None:
            return section
        old_lead = was.lead if was else ""
        section = replace(section, lead=_united(section.lead, theirs.lead, old_lead, self.newline))
        part = next((p for p in PARTS if p.key == section.key), None)
        if part is None:
            return section if section.key in schema.TOP else self._unknown(section, theirs, was)
        mine = _by_name(self.ours.layout.section(section.key))
        others, olds = _by_name(theirs), _by_name(was)
        items = tuple(
            self._item(i, mine[i.name], others[i.name], olds.get(i.name), part)
            if i.name in mine and i.name in others
            else i
            for i in section.items
        )
        return replace(section, items=items)

    def _unknown(self, section: Section, theirs: Section, was: Section | None) -> Section:
        """A top key that this program does not know, in both files."""
        old = was.text if was else None
        if theirs.text in (section.text, old):
            return section
        if section.text == old:
            return replace(section, text=theirs.text)
        self.conflicts.append(f"the key {section.key!r} has two values; the other is a comment")
        lines = "".join(f"# {line}{self.newline}" for line in theirs.text.splitlines())
        return replace(section, lead=section.lead + lines)

    def _their_own(self, layout: Layout) -> Iterator[Section]:
        """Unknown top keys that only they have, unless we took them out."""
        for section in self.theirs.layout.sections:
            was = self._was().section(section.key)
            if (
                section.key not in schema.TOP
                and layout.section(section.key) is None
                and (was is None or was.text != section.text)
            ):
                yield section

    def _item(self, item: Item, ours: Item, theirs: Item, was: Item | None, part: Part) -> Item:
        """A block that both have, with the comments and unknown keys of both."""
        old_lead, old_text = (was.lead, was.text) if was else ("", "")
        lead = _united(item.lead, theirs.lead, old_lead, self.newline)
        if theirs.text in (ours.text, old_text):
            return replace(item, lead=lead)
        if ours.text == old_text and theirs.value == item.value and theirs.indent == item.indent:
            return replace(item, lead=lead, text=_with_newlines(theirs, self.newline).text)
        text = self._with_keys(item.text, theirs.text, old_text, part)
        known = {*_comments(text), *_comments(old_text)}
        fresh = [c for c in _comments(theirs.text) if c not in known]
        text += "".join(f"{item.indent}  {c}{self.newline}" for c in fresh)
        return replace(item, lead=lead, text=text)

    def _with_keys(self, text: str, theirs: str, old: str, part: Part) -> str:
        """`text` with the keys of their block that this program does not know."""
        here, there, was = _fields(text), _fields(theirs), _fields(old)
        known = schema.KEYS[part.key]
        # What a label is has no word for a conflict as a claim has: a comment keeps it.
        settled = () if part.key == "tagset" else known
        for key, value in there.items():
            if key in settled or value in (here.get(key), was.get(key)):
                continue
            if key in here and here[key] != was.get(key):
                quote = shortened(str(here.get("quote", here.get("name", ""))))
                self.conflicts.append(f"“{quote}”: {key!r} is {here[key]!r} or {value!r}")
                indent = text[: len(text) - len(text.lstrip(" "))]
                text += f"{indent}  # or {key}: {value!r}{self.newline}"
                continue
            wanted = {**here, key: value}
            text = edited(text, (0,), wanted, (*known, key), fits_bare)
            text = text.replace("\r\n", "\n").replace("\n", self.newline)
            here = wanted
        return text


def _by_name(section: Section | None) -> dict[str, Item]:
    return {i.name: i for i in section.items if i.name} if section else {}


def _fields(block: str) -> dict[str, Value]:
    if not block:
        return {}
    data = parse(block, "").data
    assert isinstance(data, list)
    assert isinstance(data[0], dict)
    return data[0]


def _united(ours: str, theirs: str, was: str, newline: str) -> str:
    """Lines of comment of both: the changed ones, or ours and below it what only they have."""
    if theirs in (ours, was):
        return ours
    if ours == was:
        return theirs.replace("\r\n", "\n").replace("\n", newline)
    known = {line.strip() for text in (ours, was) for line in text.splitlines()}
    fresh = [line for line in theirs.splitlines() if line.strip() not in known]
    if not fresh:
        return ours
    gap = "" if not ours or ours.endswith("\n") else newline
    return ours + gap + "".join(line + newline for line in fresh)


def _comments(block: str) -> list[str]:
    """The comments inside a block, each from its `#` to the end of the line."""
    if "#" not in block:
        return []
    document = parse(block, "")
    texts = sorted(document.spans[at] for at in _texts(document, (), document.data))
    found: list[str] = []
    at = 0
    while (at := block.find("#", at)) >= 0:
        inside = next((end for start, end in texts if start <= at < end), None)
        if inside is None:
            line = block[at:].partition("\n")[0].rstrip()
            found.append(line)
            inside = at + len(line)
        at = max(inside, at + 1)
    return found


def _texts(document: Document, at: At, value: Value) -> Iterator[At]:
    """The ways to all texts below `at`."""
    if isinstance(value, str):
        yield at
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _texts(document, (*at, key), below)
    else:
        for number, below in enumerate(value):
            yield from _texts(document, (*at, number), below)
