"""A session that git could not merge: both sides read, their claims put together."""

from __future__ import annotations

import os
import re
from dataclasses import replace

from tui.errors import BadFile
from tui.model.tag import Tag
from tui.session.anchor import tag_id
from tui.session.book import Book
from tui.session.format import read
from tui.session.join import join, whole_reason
from tui.session.problem import Problem
from tui.yamlfile import GIT_MARK


def marked(text: str) -> bool:
    """Whether `text` has a conflict as git writes it."""
    return text.startswith("<<<<<<< ") or "\n<<<<<<< " in text


def read_conflict(text: str, file: str, story: str, annotator: str) -> Book:
    """The claims of both sides; a claim they tag in two ways says so in `conflict`.

    Git keeps both files whole, and what they began from, until the conflict is
    settled: those are read where git tells them. Else the lines between the
    marks have to do; without the common start (`merge.conflictStyle` diff3)
    a removal cannot be told from an addition and everything stays. The text
    of the book is clean. Raises BadFile when a side cannot be read in full,
    because then nothing may be written over it.
    """
    first, second, common, line = _sides(text, file)
    kept = _kept_by_git(text, file)
    first, second, common = kept or (first, second, common)
    ours, theirs = (_side(side, file, story, annotator, line) for side in (first, second))
    if not kept and not (_as_written(ours) and _as_written(theirs)):
        raise _by_hand(file, line, "lines of two claims stand mixed up in one")
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


def _as_written(side: Book) -> bool:
    """Whether no claim is a mixture of the lines of two claims, as far as the file tells.

    Git merges by lines, so that lines of one claim may end up in the next. Such a claim does
    not match its checksum, and its id does not match its words.
    """
    unsealed = " ".join(p.message for p in side.problems)
    return all(_own_id(t) or repr(t.id) not in unsealed for t in side.session.tags)


def _own_id(tag: Tag) -> bool:
    made = tag_id(tag.anchor.file, tag.anchor.quote, tag.anchor.occurrence)
    strange = not _MADE.fullmatch(tag.id)
    return strange or tag.id.partition("-")[0] == made


_MADE = re.compile(r"t[0-9a-f]{10}(-\d+)?")
"""Ids as this program makes them."""


def _kept_by_git(text: str, file: str) -> tuple[str, str, str | None] | None:
    """Our file, theirs and their common ancestor, from git's index; None if git does not have
    them.

    Also None if some line of the text is in none of them: then somebody has begun to fix the
    conflict by hand, and that work counts.
    """
    found: list[str | None] = []
    for stage in (2, 3, 1):
        found.append(_staged(file, stage))
        if found[0] is None:
            return None
    ours, theirs, common = found
    if ours is None or theirs is None:
        return None
    known = {line for side in (ours, theirs, common or "") for line in side.split("\n")}
    if any(line not in known and not GIT_MARK.match(line) for line in text.split("\n")):
        return None
    return ours, theirs, common


def _staged(file: str, stage: int) -> str | None:
    """One version of a file with an open conflict, as git's index has it."""
    import subprocess  # a conflict is rare, and opening a session is not

    folder, name = os.path.split(os.path.realpath(file))
    command = ["git", "-C", folder, "cat-file", "blob", f":{stage}:./{name}"]
    # Nothing that a strange repository is set up to fetch or to start is let happen.
    quiet = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=5,
            check=False,
        )
        return None if done.returncode else done.stdout.decode("utf-8-sig")
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None


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
        mark = GIT_MARK.match(line)
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
