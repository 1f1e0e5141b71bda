"""Rescue copies of work that could not be saved, and how to take them up again.

A copy is an ordinary session file, which can be read and opened. The journal beside it holds
what was done since the last successful save. The next opening replays that, so that whatever
happened to the session file in the meantime is kept. The first line of a copy names the file
that could not be written, in case the story is moved.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from tui.errors import RashomonError
from tui.model.tag import Session
from tui.ordinary import open_ordinary
from tui.session import journal
from tui.session.change import Action, difference
from tui.session.disk import CannotSave, replace_file
from tui.session.journal import Entry, NoHistory, digest, journal_path
from tui.session.rewrite import fresh
from tui.session.store import FOLDER, safe_name

_ORIGIN = "# Could not be saved to "
"""The beginning of a copy's first line; the path follows as JSON, which is ASCII."""
_LONGEST = 40_000
"""Characters of such a line: a path of 4,096 bytes, each written as an escape."""
_COPY = re.compile(r"rescue-.+-[0-9a-f]{8}-([0-9A-Za-z-]+)\.yaml", re.DOTALL)
"""The name of a copy, with the moment it was made."""


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
    origin = json.dumps(os.path.realpath(path))
    content = f"{_ORIGIN}{origin}\n{fresh(session).text()}".encode()
    told = actions or [Action(f"copy-{stamp}", "do", "copied", now, difference(base, session))]
    entries = [Entry(number, session.annotator, action) for number, action in enumerate(told, 1)]
    entries[-1] = entries[-1]._replace(file=digest(content))
    # The journal first: without one a copy could not be taken up.
    replace_file(journal_path(copy), journal.first_line(base, 0, "") + journal.lines(entries))
    replace_file(copy, content)
    return copy


def waiting(folder: Path | None, path: Path) -> list[Path]:
    """The copies in `folder` of work on the session at `path`, the oldest first.

    Also of a session of this name elsewhere, when its story is gone from there
    and one of the articles that were tagged stands here, byte for byte.
    """
    if folder is None:
        return []
    try:
        names = os.listdir(folder / FOLDER)
    except OSError:
        return []
    mark = f"-{_mark(path)}-"
    copies = [folder / FOLDER / n for n in names if _COPY.fullmatch(n)]
    ours = [copy for copy in copies if mark in copy.name or _moved(copy, path)]
    return sorted(ours, key=lambda copy: _COPY.sub(r"\1", copy.name))


def not_saved(copy: Path, path: Path) -> tuple[Action, ...]:
    """The actions in a copy that the session at `path` never got, oldest first.

    Actions that reached the session's own journal are taken up from there. Raises NoHistory if
    the journal of the copy cannot be read.
    """
    start = Session("", "")
    done = _actions(journal.read(journal_path(copy), start).entries)
    known: set[str] = set()
    with suppress(NoHistory):
        known = {a.id for a in _actions(journal.read(journal_path(path), start).entries)}
    return tuple(action for action in done if action.id not in known)


def remove(copy: Path) -> None:
    """Delete a copy, whose content is saved by now; it would only contradict later work. Never
    raises.
    """
    for file in (copy, journal_path(copy)):
        with suppress(OSError):
            file.unlink()


def _actions(entries: Iterable[Entry]) -> list[Action]:
    return [entry.action for entry in entries if entry.action]


def _moved(copy: Path, path: Path) -> bool:
    """Whether a copy is of the session at `path` from before its story came to where it is."""
    origin = _origin(copy)
    if origin is None or origin.name != path.name or _story(origin).exists():
        return False
    with suppress(RashomonError):
        if known := journal.read(journal_path(copy), Session("", "")).state():
            files = {(tag.anchor.file, tag.anchor.sha256) for tag in known.tags}
            return any(_hash(_story(path) / file) == sha256 for file, sha256 in sorted(files))
    return False


def _origin(copy: Path) -> Path | None:
    """The session that could not be saved, by what its copy says; None where it does not."""
    try:
        with open_ordinary(copy) as file:
            line = file.readline(_LONGEST).decode("utf-8")
        told = json.loads(line.removeprefix(_ORIGIN)) if line.startswith(_ORIGIN) else None
        return Path(told) if isinstance(told, str) and told else None
    except (OSError, ValueError):
        return None


def _story(session: Path) -> Path:
    """The folder of the story whose session this is, as far as its place tells."""
    folder = Path(os.path.abspath(session)).parent
    return folder.parent if folder.name == FOLDER else folder


def _hash(path: Path) -> str:
    try:
        with open_ordinary(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _mark(path: Path) -> str:
    """Tells the copies of one session from those of another."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:8]
