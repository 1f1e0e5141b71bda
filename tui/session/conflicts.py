"""A session that git could not merge: both sides read, their claims put together."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.errors import BadFile
from tui.model.tag import Session
from tui.session.book import PARTS, Book
from tui.session.format import read
from tui.session.merge import merge
from tui.session.problem import Problem
from tui.session.rewrite import update

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$")


def marked(text: str) -> bool:
    """Whether `text` has a conflict as git writes it."""
    return text.startswith("<<<<<<< ") or "\n<<<<<<< " in text


def read_conflict(text: str, file: str, story: str, annotator: str) -> Book:
    """The claims of both sides; a claim they tag in two ways says so in `conflict`.

    What stands on one side only is kept: without the common ancestor a
    removal cannot be told from an addition. The text of the book is clean.
    Raises BadFile when a side cannot be read in full, because then nothing
    may be written over it.
    """
    first, second, line = _sides(text, file)
    try:
        ours, theirs = (read(side, file, story, annotator) for side in (first, second))
    except BadFile as error:
        raise _by_hand(file, line, error.message) from None
    for side in (ours, theirs):
        # The lines of a side are not those of the file, so only the words are told.
        grave = [p.message for p in side.problems if p.grave]
        if grave or side.read_only:
            raise _by_hand(file, line, grave[0] if grave else side.read_only)
    blocks = {
        (section.key, item.value): item
        for section in theirs.layout.sections
        for item in section.items
    }
    merged = merge(_common(ours.session, theirs.session), ours.session, theirs.session)
    book = update(replace(ours, old=blocks), merged)
    words = "git left a conflict here; both sides were read, the next change writes them together"
    return replace(book, problems=(Problem(file, line, 1, words, False),))


def _by_hand(file: str, line: int, why: str) -> BadFile:
    return BadFile(file, f"git left a conflict here; mend it by hand: {why}", line)


def _sides(text: str, file: str) -> tuple[str, str, int]:
    """Our text, theirs, and the line of the first conflict."""
    ours: list[str] = []
    theirs: list[str] = []
    state, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.match(line)
        sign = mark.group(1)[0] if mark else ""
        if sign and sign == {"": "<", "|": "=", "=": ">"}.get(state, "|" if sign == "|" else "="):
            state = "" if sign == ">" else sign
            first = first or number
        elif sign:
            raise BadFile(file, "git's conflict marks are out of order; mend them by hand", number)
        elif state in ("", "<"):
            ours.append(line)
        if not sign and state in ("", "="):
            theirs.append(line)
    if state:
        raise BadFile(file, "a conflict mark of git has no end; mend it by hand", first)
    return "\n".join(ours), "\n".join(theirs), first


def _common(ours: Session, theirs: Session) -> Session:
    """What both sides say alike, in place of the unknown ancestor."""
    alike = {p.key: tuple(v for v in p.of(ours) if v in p.of(theirs)) for p in PARTS}
    return replace(ours, tags=alike["tags"], decisions=alike["decisions"], ties=alike["ties"])
