"""A session file as it is on the disk: its bytes, and what they say. Nothing is written here."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.errors import BadFile
from tui.model.tag import DEFAULT_TAGSET, Session
from tui.ordinary import open_ordinary
from tui.session import journal
from tui.session.book import Book
from tui.session.conflicts import marked, read_conflict
from tui.session.disk import why
from tui.session.format import read
from tui.session.rewrite import fresh
from tui.yamlfile import MAX_BYTES, decoded

MAX_LINES = 500_000
"""More than all values a file may hold and a comment on each."""
Stamp = tuple[int, int, int]
"""Number, size and time of change of a file: any other of them, and somebody wrote it."""


class Sight(NamedTuple):
    """A session file as another program left it."""

    session: Session
    raw: bytes
    stamp: Stamp


def bytes_at(path: Path) -> bytes | None:
    """The bytes of an ordinary file; None when there is none. Raises BadFile, OSError.

    A link to nowhere is refused. It may have come with a story from elsewhere, and lead to where
    a shell would run what is written.
    """
    try:
        if not path.exists():
            if path.is_symlink():
                raise BadFile(str(path), "a link to no file; make that file, or remove the link")
            return None
        with open_ordinary(path) as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadFile(str(path), why(error)) from error
    if len(raw) > MAX_BYTES:
        raise BadFile(str(path), f"larger than {MAX_BYTES // 1_000_000} MB")
    return raw


def book_of(raw: bytes, path: Path, story: str, annotator: str) -> Book:
    text = decoded(raw, str(path))
    if not text.strip():
        return fresh(Session(story, annotator, DEFAULT_TAGSET))
    if text.count("\n") > MAX_LINES:
        raise BadFile(str(path), f"over {MAX_LINES:,} lines, which no session has")
    reader = read_conflict if marked(text) else read
    return reader(text, str(path), story, annotator)


def open_book(path: Path, story: str = "") -> Book | None:
    """The file at `path` for looking only; None when there is none. Raises BadFile.

    `story` names its story where the file does not.
    """
    raw = bytes_at(path)
    if raw is None:
        return None
    book = book_of(raw, path, story, "")
    end = journal.last(journal.journal_path(path))
    if end is None or end.place is None:
        return book
    return replace(book, session=replace(book.session, place=end.place))


def byte_order_mark(raw: bytes | None) -> bytes:
    """The mark that `raw` begins with, to be kept; nothing where it has none."""
    return BOM_UTF8 if raw is not None and raw.startswith(BOM_UTF8) else b""


def stamp_of(path: Path) -> Stamp | None:
    """None where no file is."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def sight_of(raw: bytes | None, stamp: Stamp, path: Path, mine: Session) -> Sight | None:
    """What a file says; None unless every line of it can be read, to the last.

    A file that somebody is writing at this moment may be cut off anywhere, and be empty. Raises
    BadFile.
    """
    if raw is None or not raw.strip():
        return None
    book = book_of(raw, path, mine.story, mine.annotator)
    sound = book.whole and not book.problems and not book.read_only
    return Sight(book.session, raw, stamp) if sound else None
