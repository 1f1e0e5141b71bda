"""A session that git could not merge: both sides read, their claims put together."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.errors import BadFile
from tui.session.book import Book
from tui.session.format import read
from tui.session.join import join, whole_reason
from tui.session.problem import Problem

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$")


def marked(text: str) -> bool:
    """Whether `text` has a conflict as git writes it."""
    return text.startswith("<<<<<<< ") or "\n<<<<<<< " in text


def read_conflict(text: str, file: str, story: str, annotator: str) -> Book:
    """The claims of both sides; a claim they tag in two ways says so in `conflict`.

    Where git wrote down what both began from (`merge.conflictStyle` diff3 or
    zdiff3), what one side removed goes; else everything stays, because a
    removal cannot be told from an addition. The text of the book is clean.
    Raises BadFile when a side cannot be read in full, because then nothing
    may be written over it.
    """
    first, second, common, line = _sides(text, file)
    ours, theirs = (_side(side, file, story, annotator, line) for side in (first, second))
    try:
        base = None if common is None else read(common, file, story, annotator)
    except BadFile:
        base = None
    if base is not None and whole_reason(base):
        base = None
    joined = join(ours, theirs, base)
    words = "git left a conflict here; both sides were read, the next change writes them together"
    if joined.conflicts:
        count = len(joined.conflicts)
        words += f"; {count} {'claims wait' if count != 1 else 'claim waits'} for your decision"
    return replace(joined.book, problems=(Problem(file, line, 1, words, False),))


def _side(text: str, file: str, story: str, annotator: str, line: int) -> Book:
    """One side as a session, read in full. Raises BadFile."""
    try:
        side = read(text, file, story, annotator)
    except BadFile as error:
        raise _by_hand(file, line, error.message) from None
    if reason := whole_reason(side):
        # The lines of a side are not those of the file, so only the words are told.
        raise _by_hand(file, line, reason)
    return side


def _by_hand(file: str, line: int, why: str) -> BadFile:
    return BadFile(file, f"git left a conflict here; mend it by hand: {why}", line)


def _sides(text: str, file: str) -> tuple[str, str, str | None, int]:
    """Our text, theirs, what both began from if git tells it, and the first conflict's line."""
    ours: list[str] = []
    theirs: list[str] = []
    common: list[str] = []
    state, first, untold = "", 0, False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.match(line)
        sign = mark.group(1)[0] if mark else ""
        if sign and sign in _NEXT[state]:
            untold |= state == "<" and sign == "="
            state = "" if sign == ">" else sign
            first = first or number
        elif sign:
            raise BadFile(file, "git's conflict marks are out of order; mend them by hand", number)
        else:
            for side, lines in (("<", ours), ("|", common), ("=", theirs)):
                if state in ("", side):
                    lines.append(line)
    if state:
        raise BadFile(file, "a conflict mark of git has no end; mend it by hand", first)
    return "\n".join(ours), "\n".join(theirs), None if untold else "\n".join(common), first


_NEXT = {"": "<", "<": "|=", "|": "=", "=": ">"}
"""Which mark may follow inside which part of a conflict."""
