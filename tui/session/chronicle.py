"""What this program knows about the journal of a session: how far it was read, and the state
there.

Before a save replaces the session file, it records here what was done; opening a session asks
here what the file lacks. If the journal cannot be used, saving continues without it and
`problem` says why: the session file alone holds everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tui.model.tag import Place, Session
from tui.session import journal
from tui.session.change import Action, difference, replayed
from tui.session.checked import Wrong
from tui.session.disk import CannotSave, why
from tui.session.journal import Block, Entry, Mark, NoHistory, digest

OUTSIDE = "outside"
"""The value of `Action.did` for work that came from elsewhere."""


@dataclass(frozen=True, eq=False)
class News:
    """What the journal says that this program did not know yet."""

    applied: tuple[Entry, ...] = ()
    """Entries that are already in the session file."""
    pending: tuple[Entry, ...] = ()
    """Entries that are not in the session file: the program that wrote them died, or the disk
    was full.
    """
    known: bool = True
    """Whether the journal knows this state of the session file; if not, somebody else changed
    it.
    """
    fresh: bool = False
    """Whether `applied` continues from where this program had read to."""
    after: str = ""
    """The time of the last action that is in the file."""
    state: Session | None = None
    """The session after `applied`; None where something is pending or nothing was known."""
    ours: bool = False
    """Whether any of it was written by this program itself, in a save that failed."""


class Chronicle:
    """The journal of one session, as one program sees it."""

    def __init__(self, path: Path, who: str) -> None:
        self.path = journal.journal_path(path)
        self.who = who
        self.problem = ""
        """Why no history is kept at the moment; empty when it is."""
        self.opened_at = 0
        """The number of the last action when the session was opened."""
        self.place: Place | None = None
        """Where the reader was when the session was opened; None where that is not told."""
        self.deleted: Session | None = None
        """What the session held that was deleted before it was opened; None for none."""
        self._mark: Mark | None = None
        self._state: Session | None = None
        """The session at the mark; None before the journal was first read, or without one."""
        self._file = ""
        """`digest` of the session file at the mark."""
        self._unwritten: tuple[str, tuple[Entry, ...]] = "", ()
        """`digest` of the session file as it still is, and the entries that are not in it yet."""
        self._logged: set[str] = set()
        """Ids of this program's actions that are in the journal already, so that none is
        written twice.
        """

    def unsaved(self, raw: bytes | None, start: Session) -> News:
        """What the file with the bytes `raw` lacks, on opening; nothing is changed."""
        file, end = digest(raw), journal.last(self.path)
        if end is not None:
            self.opened_at, self.place = end.number, end.place
            if end.file == file:
                return News()
        news = self.news(raw, start)
        self.opened_at = self._mark.number if self._mark else 0
        # A file that was deleted after it had been saved is not brought back unasked.
        if raw is None and (not news.known or sum(1 for e in news.pending if e.file) > 1):
            self.deleted, self._unwritten = self._state, ("", ())
            return replace(news, pending=())
        return news

    def news(self, raw: bytes | None, start: Session) -> News:
        """What was added to the journal since the last call, seen from a file of bytes `raw`."""
        fresh = self._state is not None
        try:
            log = journal.read(self.path, start, self._mark if fresh else None)
            if log.base is not None or not fresh or not log.mark.end:
                self._state, self._file, fresh = log.base, log.base_file, False
                self._unwritten = "", ()
            if self._state is not None:
                self._state = journal.replay(self._state, log.entries)
        except (NoHistory, Wrong) as error:
            self._forget(str(error))
            return News(known=False)
        self.problem = ""
        self._mark = log.mark
        began, unwritten = self._unwritten if self._unwritten[1] else (self._file, ())
        self._file = next((e.file for e in reversed(log.entries) if e.file), self._file)
        seen = _seen((*unwritten, *log.entries), digest(raw), began, fresh)
        self._unwritten = (digest(raw), seen.pending) if seen.pending else ("", ())
        told = (e.action.id for e in (*seen.applied, *seen.pending) if e.action)
        state = self._state if seen.known and not seen.pending else None
        return replace(seen, state=state, ours=any(id in self._logged for id in told))

    def add(
        self,
        theirs: Session,
        actions: Sequence[Action],
        merged: Session,
        content: bytes,
        mode: int,
        before: bytes | None,
        blocks: tuple[Block, ...] = (),
    ) -> None:
        """Write to the journal what leads from `theirs` to `merged`; the file will then be
        `content`.

        To be called with the lock held, after `news`. `before` is the file as it is now;
        `blocks` is what will disappear from it. Never raises: if something goes wrong,
        `problem` says what.
        """
        if self._mark is None:
            return
        began = self._state is None
        state = theirs if self._state is None else self._state
        entries = self._entries(state, theirs, actions, merged)
        entries[-1] = entries[-1]._replace(file=digest(content), on=digest(before), blocks=blocks)
        lines = journal.lines(entries)
        if began:
            self._mark = Mark(number=self._mark.number)
            lines = journal.first_line(theirs, self._mark.number, digest(before)) + lines
        try:
            inode = journal.append(self.path, self._mark, lines, mode)
        except NoHistory as error:
            self._forget(str(error))
            return
        except OSError as error:
            self._forget(f"{self.path}: {why(error)}; no history is kept until that is mended")
            return
        told = [e for e in entries if e.action]
        self._logged |= {e.action.id for e in told if e.action}
        end, count = self._mark.end + len(lines), self._mark.actions + len(told)
        self._mark = Mark(inode, end, entries[-1].number, count)
        self._unwritten = digest(before), (*self._unwritten[1], *entries)
        # The place is told by `saved`, in a line of its own.
        self._state, self._file = replace(merged, place=state.place), digest(content)

    def lacks(self, actions: Sequence[Action]) -> bool:
        """Whether any of the actions is not in the journal yet."""
        return any(a.id not in self._logged for a in actions)

    def saved(self, place: Place) -> None:
        """Record that the session file was replaced, and where the reader is; drop the oldest
        actions.

        Writes nothing if nothing was recorded before and the reader has not moved.
        """
        told = bool(self._unwritten[1])
        self._unwritten = "", ()
        if self._mark and self._state and (told or place != self._state.place):
            line = Entry(self._mark.number, "", None, place, on=self._file)
            done = journal.written(line)
            with suppress(OSError, NoHistory):
                # Not forced to the disk: it holds no work, and beside the place only
                # tells an older file put back from a crash.
                journal.append(self.path, self._mark, done, sync=False)
                self._mark = self._mark._replace(end=self._mark.end + len(done))
                self._state = journal.replay(self._state, (line,))
        if self._mark and self._state and journal.wants_shortening(self._mark):
            try:
                self._mark = journal.shorten(self.path, self._state)
            except (NoHistory, CannotSave, Wrong) as error:
                self._forget(str(error))

    def _entries(
        self,
        state: Session,
        theirs: Session,
        actions: Sequence[Action],
        merged: Session,
    ) -> list[Entry]:
        """The lines for a save: others' work, the actions, and what merging made of both."""
        assert self._mark is not None
        number, now = self._mark.number, actions[0].at if actions else ""
        told: list[Action] = []
        if found := difference(state, theirs):
            words = "the file was changed outside the program"
            told.append(Action(f"{number + 1}-outside", OUTSIDE, words, now, found))
        new = [a for a in actions if a.id not in self._logged]
        told += new
        reached = replayed(theirs, (c for a in actions for c in a.changes))
        if found := difference(reached, merged):
            words = "joined with what another program did" if actions else "changed"
            told.append(Action(f"{number + 1}-joined", OUTSIDE, words, now, found))
        entries = [Entry(number + n, self.who, a) for n, a in enumerate(told, 1)]
        if not entries:
            entries = [Entry(number, self.who, None)]
        return entries

    def _forget(self, problem: str) -> None:
        self.problem = problem
        self._mark = self._state = None
        self._file, self._unwritten = "", ("", ())


def _seen(entries: tuple[Entry, ...], file: str, began: str, fresh: bool) -> News:
    """The entries, divided into those that are in the session file and those that are not.

    `file` is its `digest` now, `began` its digest before the first entry. Later entries are
    pending only if each of them was written while the file was as it is now; otherwise they
    were in the file once, and somebody restored an older file on purpose.
    """
    for at in range(len(entries), 0, -1):
        entry = entries[at - 1]
        if file == (entry.file or entry.on):
            break
        if entry.on and entry.on != file:
            return News(known=False, fresh=fresh)
    else:
        at = 0
        if file != began:
            return News(known=False, fresh=fresh)
    applied, pending = entries[:at], entries[at:]
    times = [e.action.at for e in applied if e.action and e.action.at]
    return News(applied, pending, True, fresh, times[-1] if times else "")
