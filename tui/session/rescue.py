"""Copies elsewhere of work that could not be saved, and the way back from them.

A copy is a session file like any other, to be looked at and opened. The journal
beside it tells what was done since the last save that went well; that is what
the next opening takes up, so that whatever became of the session file stays.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from tui.model.tag import Session
from tui.session import journal
from tui.session.change import Action, difference
from tui.session.disk import CannotSave, replace_file
from tui.session.journal import Entry, NoHistory, digest, journal_path
from tui.session.rewrite import fresh
from tui.session.store import FOLDER, safe_name


def write(
    folder: Path | None,
    path: Path,
    session: Session,
    base: Session,
    actions: Sequence[Action],
    now: str,
) -> Path:
    """Write `session`, which cannot be saved to `path`, to a file in `folder`; where it is.

    `actions` led to it from `base`, what was saved last. Of the same moment
    `now` there is one copy. Raises CannotSave.
    """
    if folder is None:
        raise CannotSave("no place for a rescue copy is known")
    stamp = re.sub(r"[^0-9A-Za-z]+", "-", now).strip("-")
    who = safe_name(session.annotator)
    name = f"rescue-{safe_name(session.story)}-{who}-{_mark(path)}-{stamp}.yaml"
    copy = folder / FOLDER / name
    content = fresh(session).text().encode("utf-8")
    told = actions or [Action(f"copy-{stamp}", "do", "copied", now, difference(base, session))]
    entries = [Entry(number, session.annotator, action) for number, action in enumerate(told, 1)]
    entries[-1] = entries[-1]._replace(file=digest(content))
    # The journal first: without one a copy could not be taken up.
    replace_file(journal_path(copy), journal.first_line(base, 0, "") + journal.lines(entries))
    replace_file(copy, content)
    return copy


def waiting(folder: Path | None, path: Path) -> list[Path]:
    """The copies in `folder` of work on the session at `path`, the oldest first."""
    if folder is None:
        return []
    try:
        names = os.listdir(folder / FOLDER)
    except OSError:
        return []
    mark = f"-{_mark(path)}-"
    ours = [n for n in names if n.startswith("rescue-") and n.endswith(".yaml") and mark in n]
    return [folder / FOLDER / name for name in sorted(ours, key=lambda n: n.partition(mark)[2])]


def not_saved(copy: Path, path: Path) -> tuple[Action, ...]:
    """What a copy holds that was never told to the session at `path`, oldest first.

    A save that came as far as the journal is taken up from there. Raises
    NoHistory where the journal of the copy cannot be read.
    """
    start = Session("", "")
    done = _actions(journal.read(journal_path(copy), start).entries)
    known: set[str] = set()
    with suppress(NoHistory):
        known = {a.id for a in _actions(journal.read(journal_path(path), start).entries)}
    return tuple(action for action in done if action.id not in known)


def remove(copy: Path) -> None:
    """Take a copy away: what it held is saved, and it would be a second truth. Never raises."""
    for file in (copy, journal_path(copy)):
        with suppress(OSError):
            file.unlink()


def _actions(entries: Iterable[Entry]) -> list[Action]:
    return [entry.action for entry in entries if entry.action]


def _mark(path: Path) -> str:
    """What tells the copies of one session from those of another."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:8]
