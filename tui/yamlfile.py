"""YAML read as plain strings, lists and mappings, with the line of every value.

PyYAML's own constructors guess (`12:30` is 750, `NO` is False), its composer
recurses in C until it crashes on deep nesting, and anchors let a kilobyte
expand without end. So only its event stream is used: scalars stay text,
anchors, aliases and tags are refused, depth and size are capped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tui.errors import BadFile

MAX_BYTES = 10_000_000
MAX_DEPTH = 24
MAX_SCALAR = 1_000_000
MAX_VALUES = 200_000
"""Keys and values in one file; keeps a hostile file to about a second and 200 MB."""

Value = str | list["Value"] | dict[str, "Value"]
At = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file: its data and where each value began."""

    file: str
    data: Value
    """An empty file is an empty mapping."""
    places: dict[At, tuple[int, int]]
    """Way → line and column from 1; for a value in a mapping, its key's."""
    spans: dict[At, tuple[int, int]] = field(default_factory=dict)
    """Way → where the value itself stands in the text parsed, in characters.

    Half-open, without a trailing comment; a block list or mapping ends where
    the parser saw what follows it, so only its start is exact.
    """
    keys: dict[At, int] = field(default_factory=dict)
    """Way to a value in a mapping → where its key begins in the text parsed."""

    def problem(self, at: At, message: str) -> BadFile:
        """An error that points at the value `at`, or the nearest place above it."""
        while at and at not in self.places:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        return BadFile(self.file, message, line, column)


def read(path: Path) -> Document:
    """The one document of the file at `path`.

    Raises BadFile for bytes, syntax or shapes that are refused; OSError stays.
    """
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise BadFile(str(path), f"larger than {MAX_BYTES // 1_000_000} MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadFile(str(path), "not UTF-8; save the file as UTF-8", line) from None
    return parse(text, str(path))


def parse(text: str, file: str) -> Document:
    """The one document in `text`; `file` is for messages only. Raises BadFile."""
    try:
        return _Builder(file).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise BadFile(file, _plain(error), line, column) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise BadFile(file, f"{_character(error)} is not allowed", line) from None
    except yaml.YAMLError as error:
        raise BadFile(file, str(error).split("\n")[0]) from None


def _character(error: yaml.reader.ReaderError) -> str:
    """The character the reader stopped at; PyYAML gives its number or the sign."""
    sign: Any = error.character
    return f"the character U+{sign if isinstance(sign, int) else ord(sign):04X}"


def quoted(text: str) -> str:
    """`text` as a double-quoted scalar on one line that every YAML reader reads back.

    Control characters, line and paragraph separators, byte order marks and
    the signs that turn the direction of writing are escaped, so that a file
    shown in a terminal or a diff does nothing. A lone surrogate, which no
    UTF-8 file can hold, becomes U+FFFD.
    """
    return '"' + _UNSAFE.sub(_escape, text) + '"'


_SHORT = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0",
    "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_UNSAFE = re.compile(
    '[\\\\"\\x00-\\x1f\\x7f-\\x9f\\xad\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f'
    "\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff\\ufff0-\\uffff\\U000e0000-\\U000e0fff\\U000ffff0-\\U0010ffff]"
)


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    code = ord(sign)
    if sign in _SHORT:
        return _SHORT[sign]
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _plain(error: yaml.MarkedYAMLError) -> str:
    words = [w for w in (error.context, error.problem) if w]
    return ", ".join(words) or "not valid YAML"


class _Builder:
    """Events in, plain values out; keeps its own stack instead of the machine's."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[At, tuple[int, int]] = {}
        self.spans: dict[At, tuple[int, int]] = {}
        self.keys: dict[At, int] = {}
        self.count = 0

    def build(self, events: Iterator[yaml.Event]) -> Document:
        root: list[Value] = []
        stack: list[tuple[list[Value] | dict[str, Value], At]] = [(root, ())]
        key: str | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(event, "a second document (`---`); keep one in a file")
            if not isinstance(event, yaml.NodeEvent):
                if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                    _, at = stack.pop()
                    self.spans[at] = self.spans[at][0], _index(event.end_mark)
                continue
            self._check(event, len(stack))
            holder, way = stack[-1]
            if isinstance(holder, dict) and key is None:
                key = self._key(event, holder)
                at = (*way, key)
                self.places[at] = _spot(event)
                self.keys[at] = _index(event.start_mark)
                continue
            value: Value = (
                event.value if isinstance(event, yaml.ScalarEvent)
                else [] if isinstance(event, yaml.SequenceStartEvent) else {}
            )  # fmt: skip
            if isinstance(holder, dict):
                assert key is not None
                holder[key], at, key = value, (*way, key), None
            else:
                at = (*way, len(holder)) if way or holder is not root else ()
                holder.append(value)
                self.places[at] = _spot(event)
            self.spans[at] = _index(event.start_mark), _index(event.end_mark)
            if not isinstance(value, str):
                stack.append((value, at))
        return Document(self.file, root[0] if root else {}, self.places, self.spans, self.keys)

    def _check(self, event: yaml.NodeEvent, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._refuse(event, f"anchors and aliases are not used here: {event.anchor!r}")
        self.count += 1
        if self.count > MAX_VALUES:
            raise self._refuse(event, f"more than {MAX_VALUES:,} values")
        tag = getattr(event, "tag", None)
        if tag:
            raise self._refuse(event, f"tags are not used here: {tag!r}")
        if depth > MAX_DEPTH:
            raise self._refuse(event, f"nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_SCALAR:
            raise self._refuse(event, f"a value longer than {MAX_SCALAR:,} characters")

    def _key(self, event: yaml.NodeEvent, holder: dict[str, Value]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse(event, "a key must be one word, not a list or mapping")
        if event.value in holder:
            raise self._refuse(event, f"the key {event.value!r} stands here twice")
        return str(event.value)

    def _refuse(self, event: yaml.Event, message: str) -> BadFile:
        return BadFile(self.file, message, *_spot(event))


def _index(mark: Any) -> int:
    """Characters before the mark; PyYAML's own types leave it open."""
    return int(mark.index)


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
