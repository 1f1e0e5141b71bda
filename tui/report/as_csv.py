"""Tags as a table, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from tui.model.tag import Tag

COLUMNS = (
    "id", "article", "file", "start", "end", "quote", "labels", "status", "confidence", "note",
    "conflict", "taken", "reason", "decided_by", "made", "changed",
)  # fmt: skip
"""The columns, and the keys of a tag in the JSON of `rashomon tags`."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would evaluate a cell that begins with one of these instead of showing it."""


def as_csv(tags: Iterable[Tag]) -> str:
    """A line of column names and one line a tag, in their order, ending in a newline.

    Lists within a cell are joined by `; `. Words that a spreadsheet would take
    for a formula stand behind an apostrophe.
    """
    return table(COLUMNS, (fields(tag).values() for tag in tags))


def table(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Names of columns and rows of cells, as `as_csv` writes them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_cell(cell) for cell in row] for row in (head, *rows))
    return out.getvalue()


def fields(tag: Tag) -> dict[str, Any]:
    """What is told of a tag, by column."""
    place, ruling = tag.anchor, tag.ruling
    values = (
        tag.id, place.article, place.file, place.span.start, place.span.end, place.quote,
        list(tag.labels), tag.status.value, tag.confidence.value if tag.confidence else None,
        tag.note, list(tag.conflict), list(ruling.taken) if ruling else [],
        ruling.reason if ruling else "", ruling.by if ruling else "", tag.made, tag.changed,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
