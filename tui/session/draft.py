"""A note that is still being typed, noted in the program's data folder until it is saved.

What is typed reaches the session when its window closes. A program that is killed before that
leaves here the action that closing would have been, in the form of a journal, and the next
opening does it. Each process has a file of its own: two may write on one session.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from tui.errors import RashomonError
from tui.model.tag import Session
from tui.session import journal
from tui.session.change import Action
from tui.session.disk import alive, replace_file
from tui.session.journal import Entry
from tui.session.note import note_file

_MIDDLE = ".typed-"


class Draft:
    """The note being typed on the session at `session`, noted in `folder`.

    `keep` may be called from other threads; the rest only from the one that edits.
    """

    def __init__(self, folder: Path, session: Path) -> None:
        self._file = note_file(folder, session, f"{_MIDDLE}{os.getpid()}.journal")
        self._taken: list[Path] = []
        """Files of processes that ended; what they hold is in the session on this screen."""
        self._typing = False
        self._lock = Lock()

    def begin(self) -> None:
        """A window was opened: from now on there may be something to keep."""
        self._typing = True

    def keep(self, action: Action | None, who: str) -> None:
        """Note the action that closing the window would be; None for none.

        Does nothing once the window is closed. What cannot be written is left out. Never raises.
        """
        with self._lock, suppress(RashomonError, OSError):
            if not self._typing:
                return
            if action is None:
                self._file.unlink(missing_ok=True)
                return
            begun = journal.first_line(Session("", ""), 0, "")
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, begun + journal.lines([Entry(1, who, action)]))

    def end(self) -> None:
        """The window was closed; what it held is in the session on this screen."""
        with self._lock:
            self._typing = False

    def drop(self) -> None:
        """Remove what is noted, since it is saved; not while something is typed. Never raises."""
        with self._lock:
            if not self._typing:
                for file in (self._file, *self._taken):
                    with suppress(OSError):
                        file.unlink(missing_ok=True)
                self._taken.clear()

    def left(self, session: Session) -> Iterator[Action]:
        """What processes that ended left behind and `session` does not hold yet."""
        start = self._file.name.rpartition("-")[0]
        for file in sorted(self._file.parent.glob(f"{glob.escape(start)}-*.journal")):
            if alive(file.stem.rpartition("-")[2]):
                continue
            self._taken.append(file)
            with suppress(RashomonError):
                for entry in journal.read(file, Session("", "")).entries:
                    if entry.action and not _held(session, entry.action):
                        yield entry.action


def _held(session: Session, action: Action) -> bool:
    """Whether `session` has all that was typed already, in a note that went on from it."""
    typed = {change.name: (change.after or {}).get("note") for change in action.changes}
    return any(str(text) in tag.note for tag in session.tags if (text := typed.get(tag.id)))
