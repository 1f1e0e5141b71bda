"""A session file as pieces of its own text, so that only what changed is rewritten.

`cut` divides the text at its top keys and at the items of its block lists;
joined again the pieces are the text, byte for byte. A comment or blank line
belongs to the item or key below it; a comment indented deeper than the dash
belongs to the item above. Nothing here knows what a claim is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from tui.yamlfile import At, Document, Value, parse, quoted


@dataclass(frozen=True, eq=False)
class Item:
    """One entry of a list, with its comment lines."""

    lead: str
    """The comment and blank lines above it."""
    text: str
    """Its own lines, from the dash on."""
    at: At = ()
    """The way to it in the document it was cut from; empty when written since."""
    line: int = 1
    """The line of the file that `text` began on when it was read."""
    name: str = ""
    """Its id; empty if that cannot be read."""
    value: object = None
    """What it says; None when it could not be read: then it is kept as it stands."""

    @property
    def indent(self) -> str:
        """The spaces in front of its dash."""
        return self.text[: _indent(self.text, 0)]


@dataclass(frozen=True, eq=False)
class Section:
    """One top key with all that stands under it."""

    key: str
    lead: str
    text: str
    """The line of the key with what is not an item."""
    items: tuple[Item, ...] = ()
    ours: bool = False
    """Whether this program wrote it to hold its items; then it goes when they go."""
    blocked: bool = False
    """Whether it is a list in brackets, which is rewritten as a block when it changes."""
    line: int = 1

    def joined(self) -> str:
        if self.ours and not self.items:
            return ""
        return self.lead + self.text + "".join(i.lead + i.text for i in self.items)


@dataclass(frozen=True, eq=False)
class Layout:
    sections: tuple[Section, ...] = ()
    tail: str = ""
    """What stands below the last section."""

    def joined(self) -> str:
        return "".join(s.joined() for s in self.sections) + self.tail

    def section(self, key: str) -> Section | None:
        return next((s for s in self.sections if s.key == key), None)

    def with_section(self, section: Section, order: tuple[str, ...]) -> Layout:
        """With `section` in place of the one with the same key, or where `order` puts it."""
        if self.section(section.key):
            new = tuple(section if s.key == section.key else s for s in self.sections)
            return replace(self, sections=new)
        rank = {key: n for n, key in enumerate(order)}
        mine = rank[section.key]
        at = next(
            (n for n, s in enumerate(self.sections) if rank.get(s.key, -1) > mine),
            len(self.sections),
        )
        before = self.sections[:at]
        if before:
            before = (*before[:-1], _closed(before[-1]))
        return replace(self, sections=(*before, section, *self.sections[at:]))


class NotByLines(Exception):
    """The text is written in a way that cannot be changed line by line."""


def cut(text: str, document: Document) -> Layout:
    """The pieces of `text`, which was parsed to `document`. Raises NotByLines."""
    data = document.data
    if not isinstance(data, dict):
        raise NotByLines
    if data and text[document.spans[()][0]] == "{":
        raise NotByLines
    sections: list[Section] = []
    end = 0
    for key, value in data.items():
        start = document.keys[(key,)]
        if start and text[start - 1] != "\n":
            raise NotByLines
        lead, begin = text[end:start], start
        items, end = _items(text, document, key, value, start)
        body = text[begin:end] if not items else text[begin : _line_end(text, begin)]
        line = document.places[(key,)][0]
        block = isinstance(value, list) and not items
        sections.append(Section(key, lead, body, items, blocked=block, line=line))
    return Layout(tuple(sections), text[end:])


def _items(
    text: str, document: Document, key: str, value: Value, start: int
) -> tuple[tuple[Item, ...], int]:
    """The items of a block list and where the section ends."""
    if not isinstance(value, list) or not value or text[document.spans[(key,)][0]] == "[":
        return (), _own_end(text, max(start, _content_end(text, document, (key,), value)), 0)
    items: list[Item] = []
    end = _line_end(text, start)
    for n, entry in enumerate(value):
        at = (key, n)
        first = _dash_line(text, document.spans[at][0])
        if first < end:
            raise NotByLines
        indent = _indent(text, first)
        close = _own_end(text, _content_end(text, document, at, entry), indent)
        line = document.places.get(at, (1, 1))[0]
        items.append(Item(text[end:first], text[first:close], at, line))
        end = close
    return tuple(items), end


_DASH = re.compile(r"[ ]*-([ \t]+|[ \t]*(#[^\n]*)?\r?\n)")


def _dash_line(text: str, at: int) -> int:
    """The start of the line with the dash of the entry whose value begins at `at`."""
    start = text.rfind("\n", 0, at) + 1
    while not _DASH.match(text, start):
        if start == 0:
            raise NotByLines
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _indent(text: str, start: int) -> int:
    end = start
    while text.startswith(" ", end):
        end += 1
    return end - start


def _content_end(text: str, document: Document, at: At, value: Value) -> int:
    """Where the last scalar or bracket under `at` ends."""
    start, end = document.spans[at]
    if isinstance(value, str) or text[start : start + 1] in ("[", "{"):
        return end
    if isinstance(value, dict):
        last: At = (*at, list(value)[-1])
        return _content_end(text, document, last, value[str(last[-1])])
    return _content_end(text, document, (*at, len(value) - 1), value[-1])


_COMMENT = re.compile(r"( *)#[^\n]*(\n|$)")


def _own_end(text: str, at: int, indent: int) -> int:
    """The end of the line of `at`, and of comment lines below that are deeper."""
    end = at if at and text[at - 1] == "\n" else _line_end(text, at)
    while (comment := _COMMENT.match(text, end)) and len(comment.group(1)) > indent:
        end = comment.end()
    return end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _closed(section: Section) -> Section:
    """With a line break at its end, so that something can follow."""
    if section.joined().endswith("\n") or not section.joined():
        return section
    if not section.items:
        return replace(section, text=section.text + "\n")
    return replace(section, items=closed(section.items))


def closed(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each with a line break at its end; a file may end without one."""
    return tuple(i if i.text.endswith("\n") else replace(i, text=i.text + "\n") for i in items)


def written(value: Value, bare: bool = False) -> str:
    """A value on one line, but three mappings and more on a line each; `bare` for numbers,
    which need no quotes.
    """
    if isinstance(value, str):
        return value if bare and value.isascii() and value.isdigit() else quoted(value)
    if isinstance(value, list):
        shown = [written(v, bare) for v in value]
        if len(value) >= _MANY and isinstance(value[0], dict):
            return "[" + ",".join(f"\n{_DEEPER}{words}" for words in shown) + "]"
        return "[" + ", ".join(shown) + "]"
    return "{" + ", ".join(f"{word(k)}: {written(v, bare)}" for k, v in value.items()) + "}"


_MANY = 3
_DEEPER = " " * 8
"""In front of what goes on from the line above; deeper than any key of an item."""
_WORD = re.compile(r"[a-z][a-z_]+[a-z0-9]*\Z")


def word(key: str) -> str:
    """A key as it is written: plain where every YAML reader takes it for text."""
    return key if _WORD.match(key) and key not in _SPECIAL else quoted(key)


_SPECIAL = frozenset("yes no on off true false null".split())


def block(fields: Mapping[str, Value], bare: Callable[[str, Value], bool], indent: str = "") -> str:
    """A new item: a dash, then a line a key."""
    lines = [f"{word(k)}: {written(v, bare(k, v))}" for k, v in fields.items()]
    return f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"


def edited(
    text: str,
    way: At,
    fields: Mapping[str, Value],
    known: Iterable[str],
    bare: Callable[[str, Value], bool],
) -> str:
    """`text` with the mapping at `way` saying `fields` for all `known` keys.

    Only the values that differ are replaced where they stand; unknown keys,
    comments and everything else stay. A key that goes takes its line along,
    unless it is the first, which is emptied.
    """
    for key in known:
        document = parse(text, "")
        here: Value = document.data
        for step in way:
            here = here[step]  # type: ignore[index]
        assert isinstance(here, dict)
        old, new = here.get(key), fields.get(key)
        if old == new or (new is None and not old):
            continue
        if key in here:
            text = _changed(text, document, (*way, key), here, new, bare)
        elif new is not None:
            text = _added(text, document, way, here, key, new, list(known), bare)
    return text


def _changed(
    text: str,
    document: Document,
    at: At,
    here: dict[str, Value],
    new: Value | None,
    bare: Callable[[str, Value], bool],
) -> str:
    key = str(at[-1])
    begin, _ = document.spans[at]
    end = _content_end(text, document, at, here[key])
    flow = text[document.spans[at[:-1]][0]] == "{"
    first = next(iter(here)) == key
    if new is None and not flow and not first:
        start = text.rfind("\n", 0, document.keys[at]) + 1
        return text[:start] + text[end if text[end - 1] == "\n" else _line_end(text, end) :]
    empty: Value = [] if isinstance(here[key], list) else ""
    value = empty if new is None else new
    piece = written(value, bare(key, value))
    if begin and text[begin - 1] == ":":
        piece = " " + piece
    block_list = isinstance(here[key], (list, dict)) and text[begin] not in "[{"
    if block_list:
        colon = text.index(":", document.keys[at] + len(key))
        return text[:colon] + ": " + piece + text[end:]
    ending = "\n" if text[begin:end].endswith("\n") else ""
    return text[:begin] + piece + ending + text[end:]


def _added(
    text: str,
    document: Document,
    way: At,
    here: dict[str, Value],
    key: str,
    new: Value,
    known: list[str],
    bare: Callable[[str, Value], bool],
) -> str:
    """A new line behind the last known key that comes before it."""
    start, end = document.spans[way]
    piece = f"{word(key)}: {written(new, bare(key, new))}"
    if text[start] == "{":
        comma = ", " if here else ""
        return text[: end - 1].rstrip() + comma + piece + "}" + text[end:]
    before = [k for k in known[: known.index(key)] if k in here] or [next(iter(here))]
    after = (*way, before[-1])
    at = _content_end(text, document, after, here[before[-1]])
    at = at if text[at - 1] == "\n" else _line_end(text, at)
    first = document.keys[(*way, next(iter(here)))]
    indent = " " * (first - text.rfind("\n", 0, first) - 1)
    gap = "" if text[:at].endswith("\n") else "\n"
    return text[:at] + gap + indent + piece + "\n" + text[at:]
