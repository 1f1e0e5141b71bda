"""YAML read as plain strings, lists and mappings, with the line of every value.

PyYAML's own constructors guess (`12:30` is 750, `NO` is False), its composer
recurses in C until it crashes on deep nesting, and anchors let a kilobyte
expand without end. So only its event stream is used: scalars stay text,
anchors, aliases and tags are refused, depth and size are capped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tui.errors import BadFile
from tui.ordinary import open_ordinary

GIT_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)
"""A line that git puts into a file that it could not merge."""
MAX_BYTES = 10_000_000
MAX_DEPTH = 24
MAX_SCALAR = 1_000_000
MAX_VALUES = 200_000
"""Keys and values in one file; keeps a hostile file to about a second and 200 MB."""

YES_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
"""The words for yes and no, in lower case; YAML itself reads all of them so."""

Value = str | list["Value"] | dict[str, "Value"]
At = tuple[str | int, ...]
"""The path to a value: keys and list positions, from the top."""


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file: its data and where each value began."""

    file: str
    data: Value
    """An empty file is an empty mapping."""
    places: dict[At, tuple[int, int]]
    """Path → line and column from 1; for a value in a mapping, those of its key."""
    spans: dict[At, tuple[int, int]] = field(default_factory=dict)
    """Path → where the value itself stands in the parsed text, in characters.

    Half-open, without a trailing comment. A block list or mapping ends where the parser noticed
    what follows it, so only its start is exact.
    """
    keys: dict[At, int] = field(default_factory=dict)
    """Path to a value in a mapping → where its key begins in the parsed text."""

    def problem(self, at: At, message: str) -> BadFile:
        """An error that points at the value `at`, or the nearest place above it."""
        while at and at not in self.places:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        return BadFile(self.file, message, line, column)


def read(path: Path) -> Document:
    """The one document of the file at `path`.

    Raises BadFile for bytes, syntax or shapes that are refused; OSError where it cannot be opened.
    """
    with open_ordinary(path) as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise BadFile(str(path), f"larger than {MAX_BYTES // 1_000_000} MB")
    return parse(decoded(raw, str(path)), str(path))


def decoded(raw: bytes, file: str) -> str:
    """The text of a file. Raises BadFile with the line of the first byte that is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadFile(file, "not UTF-8; save the file as UTF-8", line) from None


def parse(text: str, file: str) -> Document:
    """The one document in `text`; `file` is for messages only. Raises BadFile."""
    # Imported here: the first text on screen waits for themes, but not for PyYAML.
    from tui.yamlevents import document

    return document(text, file)


def quoted(text: str) -> str:
    """`text` as a double-quoted scalar on one line that every YAML reader reads back.

    Control characters, line and paragraph separators, byte order marks and
    the signs that turn the direction of writing are escaped, so that a file
    shown in a terminal or a diff does nothing. A lone surrogate, which no
    UTF-8 file can hold, becomes U+FFFD.
    """
    return '"' + re.sub(_UNSAFE, _escape, text) + '"'


_SHORT = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0",
    "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_UNSAFE = (
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
