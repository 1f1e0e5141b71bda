"""The quick way to read a plain YAML file: same answer as `yamlfile`, without PyYAML.

The first text on the screen waits for a theme, and importing PyYAML would be 6 % of that
wait. So files as plain as a theme (words under words, two deep, with comments) are read
here; anything else goes to `yamlfile`, which also words every error.
"""

from __future__ import annotations

import re
from pathlib import Path

from tui.ordinary import open_ordinary
from tui.yamlfile import At, Document, Value
from tui.yamlfile import parse as parse_fully
from tui.yamlfile import read as read_fully

_MOST = 20_000
"""Bytes, or characters, of a file that is read here."""
_LINE = (  # compiled by `re` when it is first needed
    r"(|  )([a-z][a-z0-9_-]*):"
    r"(?: (?:'([^']*)'|([A-Za-z0-9_](?:[A-Za-z0-9_.% -]*[A-Za-z0-9_.%-])?)))?"
    r" *(?: #.*)?"
)
"""Indent, key, and the value in single quotes or bare; without a value the line opens a section."""


def read(path: Path) -> Document:
    """The document of the file at `path`, as `yamlfile.read` gives it; see `parse`."""
    with open_ordinary(path) as file:
        raw = file.read(_MOST + 1)
    if len(raw) > _MOST:
        return read_fully(path)
    try:
        return parse(raw.decode("utf-8"), str(path))
    except UnicodeDecodeError:
        return read_fully(path)


def parse(text: str, file: str) -> Document:
    """The document in `text`, as `yamlfile.parse` gives it; `file` is for messages only.

    `spans` and `keys` stay empty where the text was plain enough to be read here.
    Raises BadFile.
    """
    plain = len(text) <= _MOST and text.replace("\n", "").isprintable()
    return (_parse(text, file) if plain else None) or parse_fully(text, file)


def _parse(text: str, file: str) -> Document | None:
    """The document, or None where a line is not of the plain form."""
    data: dict[str, Value] = {}
    places: dict[At, tuple[int, int]] = {}
    section: tuple[str, dict[str, Value]] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.lstrip(" ").startswith("#"):
            continue
        found = re.fullmatch(_LINE, line)
        if found is None:
            return None
        indent, key, quotation, word = found.groups()
        value = quotation if quotation is not None else word
        if indent:
            if section is None or key in section[1] or value is None:
                return None
            section[1][key] = value
            places[section[0], key] = (number, 3)
            continue
        if key in data or (section is not None and not section[1]):
            return None
        places.setdefault((), (number, 1))
        places[key,] = (number, 1)
        if value is None:
            section = (key, {})
            data[key] = section[1]
        else:
            section, data[key] = None, value
    if section is not None and not section[1]:
        return None
    return Document(file, data, places)
