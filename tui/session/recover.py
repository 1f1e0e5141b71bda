"""Reads a session file whose YAML is broken somewhere, so that the rest can still be shown.

A session has its top keys at the margin and a dash before every entry, so its lines show where
to cut it. Each piece is parsed by itself, and every broken one is listed. Such a file is only
shown, never written.
"""

from __future__ import annotations

import re

from tui.errors import BadFile
from tui.session.layout import Item, Layout, Section
from tui.session.problem import Problem, problem
from tui.yamlfile import Document, Value, parse

_TOP = re.compile(r"([a-z]+):(?=\s|$)")
_ITEM = re.compile(r" *- ")
MAX_LINES = 100_000
MAX_ENTRIES = 6_000
"""A file with more than that is no session that somebody broke by hand."""
LISTS = ("tagset", "tags", "decisions", "ties", "pins")


def recover(text: str, error: BadFile, problems: list[Problem]) -> tuple[Layout, Document]:
    """The pieces of a file that `error` stopped, and its readable short values.

    Raises `error` again when the lines show no session either.
    """
    if text.count("\n") > MAX_LINES:
        raise error
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    sections: list[Section] = []
    data: dict[str, Value] = {}
    start = next((n for n, line in enumerate(lines) if _TOP.match(line)), None)
    tops = [n for n, line in enumerate(lines) if _TOP.match(line)]
    if start is None or "tags" not in {lines[n].split(":")[0] for n in tops}:
        raise error
    lead = "".join(lines[:start])
    for n, end in zip(tops, [*tops[1:], len(lines)], strict=True):
        key = lines[n].split(":")[0]
        body = lines[n:end]
        if key in LISTS:
            sections.append(_listed(key, lead, body, n + 1))
        else:
            sections.append(Section(key, lead, "".join(body), line=n + 1))
            _add_values("".join(body), n, error.file, data, problems)
        lead = ""
    entries = sum(len(s.items) for s in sections)
    if entries > MAX_ENTRIES or (not entries and not data):
        raise error
    document = Document(error.file, data, {(s.key,): (s.line, 1) for s in sections})
    return Layout(tuple(sections)), document


def _listed(key: str, lead: str, body: list[str], line: int) -> Section:
    """A list cut before every dash as deep as the first."""
    first = next((m for b in body[1:] if (m := _ITEM.match(b))), None)
    if first is None:
        return Section(key, lead, "".join(body), line=line)
    dash = first.group()
    # A dash without its space is a slip that must not cost the entry above.
    starts = [n for n, b in enumerate(body) if n and b.startswith(dash[:-1])]
    items: list[Item] = []
    for n, end in zip(starts, [*starts[1:], len(body)], strict=True):
        items.append(Item("", "".join(body[n:end]), line=line + n))
    return Section(key, lead, "".join(body[: starts[0]]), tuple(items), line=line)


def _add_values(
    text: str, above: int, file: str, data: dict[str, Value], problems: list[Problem]
) -> None:
    """Add to `data` what a piece of the file says; `above` is the number of lines above it."""
    try:
        piece = parse(text, file).data
    except BadFile as error:
        problems.append(problem(error, above))
        return
    if isinstance(piece, dict):
        data.update(piece)
