"""A session file read in full, or refused: for work in which a missing claim would be an error."""

from __future__ import annotations

from pathlib import Path

from tui.errors import BadFile
from tui.session.book import Book
from tui.session.join import whole_reason
from tui.session.on_disk import open_book


def whole_book(path: Path) -> Book:
    """The file at `path` with nothing in it left unread. Raises BadFile."""
    book = open_book(path)
    if book is None:
        raise BadFile(str(path), "no such session file")
    if reason := whole_reason(book):
        line = next((p.line for p in book.problems if p.grave), None)
        raise BadFile(str(path), f"{reason}; `rashomon check` lists all that is wrong", line)
    return book
