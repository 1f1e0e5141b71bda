"""One session file: opened without a trace, saved whole, merged with other writers.

Only a save writes. It takes the folder's lock, takes up what others did since
(from the journal, or by reading the file again), merges claim by claim, tells
the journal and puts the new text in place in one step.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui.errors import BadFile, RashomonError
from tui.model.counted import counted
from tui.model.tag import DEFAULT_TAGSET, MAX_TAGS, Session
from tui.session import journal
from tui.session.book import Book
from tui.session.change import Action
from tui.session.chronicle import Chronicle, News
from tui.session.disk import (
    PATIENCE,
    CannotSave,
    held,
    locked,
    refuse_odd,
    replace_file,
    sweep,
)
from tui.session.format import looked_at_only, read
from tui.session.history import History, history_of
from tui.session.journal import Block, NoHistory, replay
from tui.session.merge import decisions_in_order, in_order, merge, pins_in_order, same_work
from tui.session.on_disk import Sight, Stamp, book_of, byte_order_mark, bytes_at, sight_of, stamp_of
from tui.session.problem import Problem
from tui.session.rewrite import brought_back, fresh, taken_out, update
from tui.yamlfile import MAX_BYTES

FOLDER = "sessions"
"""Below the story; holds a file an annotator."""
ADJUDICATED = "adjudicated"
"""Beside those: the file of who decides between annotators, who is none of them."""


def session_path(
    story_root: Path | None, annotator: str, explicit: Path | None, data_folder: Path
) -> Path:
    """Where the session is: `explicit`, or below the story, or in `data_folder`.

    An existing file counts before a writable folder: a session that was begun
    in one place goes on there. `story_root` is None for articles named one by
    one. Nothing is created.
    """
    if explicit is not None:
        return explicit
    name = safe_name(annotator) + ".yaml"
    if story_root is None:
        return data_folder / FOLDER / name
    below = story_root / FOLDER / name
    elsewhere = data_folder / FOLDER / folder_name(story_root, [story_root]) / name
    if below.exists() or (_writable(below.parent) and not elsewhere.exists()):
        return below
    return elsewhere


def folder_name(named: Path, paths: Iterable[Path]) -> str:
    """A name for a folder about `paths`: that of `named`, told from its namesakes by a hash.

    The same however the paths are written, through links or from another folder.
    """
    places = "\0".join(sorted(os.path.realpath(path) for path in paths))
    mark = hashlib.sha256(os.fsencode(places)).hexdigest()[:8]
    return f"{safe_name(Path(os.path.realpath(named)).name)}-{mark}"


def annotator_name(given: str | None) -> str:
    """`given`, or the name of the user of this machine, or `reader`."""
    if given:
        return given
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "reader"


def safe_name(name: str) -> str:
    """`name` as part of a file name on any system; never empty, hidden or over 80 bytes."""
    kept = re.sub(r"[^\w.@+-]+", "-", name).strip("-. ")
    short = kept.encode("utf-8", "ignore")[:80].decode("utf-8", "ignore")
    if short and short == name:
        return short
    mark = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:6]
    return f"{short or 'reader'}-{mark}"


def _writable(folder: Path) -> bool:
    """Whether a file could be made in `folder`, which need not exist yet."""
    if folder.exists():
        return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    return folder.parent.is_dir() and os.access(folder.parent, os.W_OK | os.X_OK)


class Store:
    """The file of one session. `save` may run in one other thread at a time."""

    def __init__(
        self, path: Path, book: Book, raw: bytes | None, rescue: Path | None, who: str = ""
    ) -> None:
        self.path = path
        story = path.parent.parent if path.parent.name == FOLDER else None
        self._story = story if story and os.path.isdir(story) else None
        """The folder of the story that the file lies in; None where it lies elsewhere."""
        self.rescue = rescue
        """The folder for a copy when the file cannot be written."""
        self._book = book
        self._raw = raw
        self._wrote = False
        self._tried: tuple[Book, bytes, Session] | None = None
        """What a save that failed was about to put in place, and the session it was given.

        The journal may tell of it, and the file may even be there.
        """
        self._guard = threading.Lock()
        self._seen = raw
        """The bytes of the file that this program's session holds all of."""
        self._stamp: Stamp | None = None
        """The state of the file when those were in it; None where that was not looked at."""
        self.chronicle = Chronicle(path, who)
        self.recovered = book.session
        """What the file should hold: more than it does when the last save was cut short."""
        self.recovery = ""
        """What was recovered, in words; empty for nothing."""
        self.problems: tuple[Problem, ...] = book.problems
        """What was wrong in the file when it was last read, in its order."""

    @classmethod
    def open(cls, path: Path, story: str, annotator: str, rescue: Path | None = None) -> Store:
        """The session at `path`, or an empty one; nothing is created or changed.

        What is wrong in the file goes to `problems`; a file that is not YAML
        as a whole, no session or of a newer format opens with `read_only` set.
        """
        empty = Session(story, annotator, DEFAULT_TAGSET)
        try:
            raw = bytes_at(path)
            book = fresh(empty) if raw is None else book_of(raw, path, story, annotator)
        except BadFile as error:
            bad = Problem(error.file, error.line or 1, error.column or 1, error.message)
            book = replace(fresh(empty), problems=(bad,), read_only=looked_at_only(error))
            return cls(path, book, None, rescue)
        store = cls(path, book, raw, rescue, annotator)
        if not book.read_only:
            sweep(Path(os.path.realpath(path)))
            store._recover(raw)
        return store

    def _recover(self, raw: bytes | None) -> None:
        """Take up what the journal holds and the file lacks; the next save writes it."""
        news = self.chronicle.unsaved(raw, self._book.session)
        if self.chronicle.place:
            session = replace(self._book.session, place=self.chronicle.place)
            self._book = replace(self._book, session=session)
            self.recovered = session
        done = [e.action for e in news.pending if e.action]
        try:
            self.recovered = replay(self._book.session, news.pending)
        except RashomonError:
            return
        if done:
            after = news.after or done[0].at
            self.recovery = (
                f"recovered {counted(len(done), 'action')} after {after[11:16] or 'the last save'}"
            )

    @property
    def session(self) -> Session:
        """What the file holds as last read or saved."""
        return self._book.session

    @property
    def read_only(self) -> str:
        """Why nothing can be saved; empty when it can."""
        return self._book.read_only

    @property
    def wrote(self) -> bool:
        """Whether a save has been through; looking at a file is none."""
        return self._wrote

    def save(
        self,
        session: Session,
        base: Session | None = None,
        removed: frozenset[str] = frozenset(),
        actions: Sequence[Action] = (),
        patience: float = PATIENCE,
    ) -> Session:
        """Write `session` and return what is on disk now: it, merged with other writers' work.

        `base` is the value last returned here (or `session` at the start) that
        the caller's work began from; None for the newest. `removed` names the
        tags taken away on purpose; any other that is missing makes the save
        refused. `actions` are what led from `base` to `session`, for the
        journal. Waits up to `patience` seconds for another program that is
        saving. Raises RashomonError: CannotSave, or BadFile when another
        program left a file that cannot be read. The file is then as it was.
        """
        if self.read_only:
            raise CannotSave(self.read_only)
        if self._story and not os.path.isdir(self._story):
            # Made anew, it would part these tags from a story that was only moved.
            raise CannotSave(f"{self._story}: the folder is gone; move it back to save there")
        if not self._guard.acquire(timeout=patience):
            raise held(self.path)
        try:
            with locked(self.path, patience):
                return self._save(session, base or self._book.session, removed, actions)
        finally:
            self._guard.release()

    def look(self) -> Sight | None:
        """What another program wrote to the file since it was last read, saved or `seen`.

        None where nobody did, while a save is on its way, and where the file is gone or does
        not read as a whole: the next save deals with that. Changes nothing. May run in another
        thread.
        """
        if self.read_only or not self._guard.acquire(blocking=False):
            return None
        try:
            stamp = stamp_of(self.path)
            if stamp is None or stamp == self._stamp:
                return None
            sight = None
            with suppress(OSError, RashomonError):
                raw = bytes_at(self.path)
                if raw != self._seen:
                    sight = sight_of(raw, stamp, self.path, self.session)
            if sight is None:
                self._stamp = stamp  # not read again before somebody writes it
            return sight
        finally:
            self._guard.release()

    def seen(self, sight: Sight) -> None:
        """What was looked at is taken up: it is no news any more."""
        self._seen, self._stamp = sight.raw, sight.stamp

    def _save(
        self, session: Session, base: Session, removed: frozenset[str], actions: Sequence[Action]
    ) -> Session:
        if len(session.tags) > MAX_TAGS:
            raise CannotSave(f"{self.path}: over {MAX_TAGS:,} tags; begin another session")
        _refuse_loss(self.path, base, session, removed)
        raw = bytes_at(self.path)
        book, theirs, base = self._current(raw, session, base)
        merged = merge(base, session, theirs)
        new = self._faithful(update(book, merged))
        content = byte_order_mark(raw) + new.text().encode("utf-8")
        if len(content) > MAX_BYTES:
            size = MAX_BYTES // 1_000_000
            raise CannotSave(f"{self.path}: over {size} MB; begin another session")
        if content != raw or self.chronicle.lacks(actions):
            old = refuse_odd(Path(os.path.realpath(self.path)))
            mode = old.st_mode & 0o777 if old else 0o666
            blocks = tuple(Block(p.key, i.lead, i.text) for p, i in taken_out(book, new))
            self.chronicle.add(theirs, actions, merged, content, mode, raw, blocks)
            self._tried = new, content, session
            replace_file(self.path, content)
            self._wrote = True
        self._book, self._raw, self._tried = new, content, None
        self._seen, self._stamp = content, None
        self.chronicle.saved(merged.place)
        return merged

    def _faithful(self, book: Book) -> Book:
        """`book`, read back as a whole once after each reading of a file from elsewhere.

        Blocks are read back one by one whenever they are written; this is for
        files whose hand-made shape would change what stands around a block.
        """
        if book.proven:
            return book
        again = read(book.text(), str(self.path), book.session.story, book.session.annotator)
        if not same_work(again.session, book.session):
            raise CannotSave(
                f"{self.path}: not saved: the file is written in a way that this program "
                "cannot change; name another with --session"
            )
        return replace(book, proven=True)

    def _current(
        self, raw: bytes | None, session: Session, base: Session
    ) -> tuple[Book, Session, Session]:
        """The file as it is now, what others made of it, and the state both began from.

        It is read again only if another program wrote it and the journal does
        not tell how. When the journal tells of a save of ours that failed, that
        is no longer news: the work goes on from what it was given.
        """
        news = self.chronicle.news(raw, self._book.session)
        if self._tried and (news.ours or raw == self._tried[1]):
            base = self._tried[2]
        if self._tried and raw == self._tried[1]:
            return self._tried[0], replay(self._tried[0].session, news.pending), base
        if raw == self._raw:
            return self._book, replay(self._book.session, news.pending), base
        if raw is not None and (book := self._followed(raw, news)):
            return book, replay(book.session, news.pending), base
        if raw is None or not raw.strip():
            return self._book, base, base
        book = book_of(raw, self.path, session.story, session.annotator)
        if book.read_only:
            raise CannotSave(book.read_only)
        # Where the reader is stands in no session file, so that no other writer moves it.
        book = replace(book, session=replace(book.session, place=base.place))
        self.problems = book.problems
        return book, _with_cut_off(book, base), base

    def _followed(self, raw: bytes, news: News) -> Book | None:
        """The file that another program made of ours by what its journal tells; None if not so."""
        if not (news.known and news.fresh and news.applied):
            return None
        session = news.state or replay(self._book.session, news.applied)
        book = update(self._book, session)
        return book if byte_order_mark(raw) + book.text().encode("utf-8") == raw else None

    def earlier(self, besides: set[str]) -> History:
        """What was done, and may be undone, before this file was opened.

        `besides` are the ids of what this program did itself. What was taken
        out of the file is at hand again from then on, comments and all.
        """
        try:
            log = journal.read(self.chronicle.path, self._book.session)
        except NoHistory:
            return History()
        for block in (b for e in log.entries for b in e.blocks):
            if (item := brought_back(*block)) is not None:
                self._book.old.setdefault((block.part, item.value), item)
        told = (e for e in log.entries if e.number <= self.chronicle.opened_at)
        return history_of(e.action for e in told if e.action and e.action.id not in besides)


def _refuse_loss(path: Path, base: Session, session: Session, removed: frozenset[str]) -> None:
    kept = session.tag_ids
    lost = [t for t in base.tags if t.id not in kept and t.id not in removed]
    if lost:
        raise CannotSave(
            f"{path}: not saved: {len(lost)} tags would be lost that nobody removed, "
            f"the first on “{lost[0].anchor.quote[:40]}”; this is a fault of the program"
        )


def _with_cut_off(book: Book, base: Session) -> Session:
    """What others wrote; if the file was cut off, what is missing was not removed."""
    theirs = book.session
    if book.whole:
        return theirs
    there = theirs.tag_ids
    lost = [t for t in base.tags if t.id not in there]
    decided = {d.finding: d for d in (*base.decisions, *theirs.decisions)}
    tied = {(t.a, t.b): t for t in (*base.ties, *theirs.ties)}
    pinned = {p.id: p for p in (*base.pins, *theirs.pins)}
    return replace(
        theirs,
        tags=in_order((*theirs.tags, *lost)),
        ties=tuple(tied.values()),
        pins=pins_in_order(pinned.values()),
        decisions=decisions_in_order(decided.values()),
    )
