"""One open session: what a screen holds, changes, undoes and saves.

There are no threads here, and no clock but the one handed in. A screen applies edits on its own
thread and hands the immutable `desk.session` to `save` on another:

    edit = toggle_label(desk.session, article, span, "fact", now)
    desk.apply(edit)                    # at once
    saved = desk.save(desk.order())     # in a worker; blocks until on disk
    desk.adopt(saved)                   # back on the screen's thread

A tag may be shown as saved when `adopt` has returned and `desk.saved` is True.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tui.errors import RashomonError
from tui.model.counted import counted
from tui.model.tag import Place, Session
from tui.session.bookmark import Bookmark
from tui.session.change import Action, difference, done_again
from tui.session.disk import PATIENCE
from tui.session.draft import Draft
from tui.session.edits import Edit, move_place
from tui.session.history import History, Turn, action_of, history_of, restored
from tui.session.last_read import LastRead
from tui.session.merge import merge, same_work
from tui.session.news import news
from tui.session.on_disk import Sight
from tui.session.problem import Problem
from tui.session.store import FOLDER, Store


@dataclass(frozen=True, eq=False)
class Order:
    """What to save: a session, and the tags that were taken away on purpose."""

    session: Session
    base: Session
    """What was on disk when the work began."""
    removed: frozenset[str]
    actions: tuple[Action, ...] = ()
    """What was done since the last save, for the journal."""


@dataclass(frozen=True, eq=False)
class Saved:
    """What is on disk now."""

    order: Order
    session: Session
    """`order.session`, with what another writer added meanwhile."""


@dataclass(frozen=True, eq=False)
class Look:
    """A session file as another program left it, seen while everything here was saved."""

    sight: Sight
    held: Session
    """What was on disk before."""


class Desk:
    """The state of one session while a reader works on it."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], str] = str,
        bookmark: Bookmark | None = None,
        last_read: LastRead | None = None,
        draft: Draft | None = None,
    ) -> None:
        self.store = store
        self.last_read = last_read
        """Where it is noted which versions of the articles were read; None notes nothing."""
        self._draft = draft
        self._clock = clock
        self._bookmark = bookmark
        self.session: Session = store.recovered
        self.history = History()
        self._on_disk: Session = store.session
        self._base: Session = store.recovered
        """What the work began from: what is on disk, or will be with what was recovered."""
        self._removed = store.session.tag_ids - store.recovered.tag_ids
        self._unsaved: tuple[Action, ...] = ()
        self._older: History | None = None
        """What was done before the session was opened; None until it is wanted."""
        self._mine: set[str] = set()
        self._copies: tuple[Path, ...] = ()
        """Copies elsewhere of what is not saved yet; removed when it is."""
        self.taken_up = ""
        """What came from such copies of an earlier run, in words; empty for nothing."""
        if bookmark is not None:
            self.move(bookmark.place(store.session.place))
        if store.rescue is not None and (store.rescue / FOLDER).is_dir():
            self._take_up()
        if draft is not None and not self.read_only:
            self._finish(draft)

    @classmethod
    def open(
        cls,
        path: Path,
        story: str,
        annotator: str,
        rescue: Path | None = None,
        clock: Callable[[], str] = str,
        places: Path | None = None,
    ) -> Desk:
        """The session at `path`, or an empty one; nothing is written yet.

        `clock` gives the time of undo and redo, which are handed none. `places` is the
        folder for notes that concern this reader on this machine: where they stopped without a
        change, what they read, what they were typing; None notes nothing.
        Never raises for what the file holds: see `problems` and `read_only`.
        """
        store = Store.open(path, story, annotator, rescue)
        if places is None:
            return cls(store, clock)
        notes = Bookmark.of(places, path), LastRead.of(places, path), Draft(places, path)
        return cls(store, clock, *notes)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong in the file when it was last read, in its order."""
        return self.store.problems

    @property
    def read_only(self) -> str:
        """Why nothing can be saved here; empty when it can."""
        return self.store.read_only

    @property
    def recovery(self) -> str:
        """What the journal or a copy held and the file did not, in words; empty for nothing.

        It is in `session` and wants to be saved.
        """
        return "; ".join(filter(None, (self.store.recovery, self.taken_up)))

    @property
    def deleted(self) -> str:
        """What a file held that is gone, by its journal: `2 tags, 1 decision`; empty for none."""
        gone = self.store.chronicle.deleted
        held = [(len(gone.tags), "tag"), (len(gone.decisions), "decision")] if gone else []
        return ", ".join(counted(number, one) for number, one in held if number)

    def bring_back(self) -> None:
        """Take up what the journal of a deleted file tells; a step that can be undone."""
        chronicle = self.store.chronicle
        if chronicle.deleted:
            then, at = chronicle.deleted, chronicle.opened_at
            self.apply(restored(self.session, then, at, self._clock()))
            chronicle.deleted = None

    @property
    def history_problem(self) -> str:
        """Why no history is kept at the moment; empty when it is."""
        return self.store.chronicle.problem

    @property
    def saved(self) -> bool:
        """Whether everything but the place is on disk, what was done and undone too."""
        return not self._unsaved and same_work(self.session, self._on_disk)

    def apply(self, edit: Edit) -> None:
        """Take the step; `edit` must have been made from `self.session`."""
        if edit.before is not self.session:
            raise ValueError("the edit was made from another session value")
        action = action_of(edit, _new_id())
        self.history = self.history.did(action)
        self._note(action)
        self._become(edit.session)

    def undo(self) -> Edit | None:
        """Take back the last action, of earlier runs too, and return it; None at the beginning."""
        if not self.history.past:
            self._recall()
        return self._turn(self.history.undo(self.session), "undo")

    def redo(self) -> Edit | None:
        """Do the last undone action again and return it; None when there is none."""
        if not self.history.future:
            self._recall()
        return self._turn(self.history.redo(self.session), "redo")

    def begin_typing(self) -> None:
        """A note is being typed from now on; `end_typing` follows when it is in the session."""
        if self._draft:
            self._draft.begin()

    def note_typed(self, edit: Edit | None) -> None:
        """Keep what closing the window would do, against a sudden end; None for nothing.

        Takes no step. Safe in one other thread; never raises.
        """
        if self._draft:
            action = action_of(edit, _new_id()) if edit else None
            self._draft.keep(action, self.session.annotator)

    def end_typing(self) -> None:
        """What was typed is in the session, or nothing was."""
        if self._draft:
            self._draft.end()
            if self.saved:
                self._draft.drop()

    def move(self, place: Place) -> None:
        """Note the place to resume; saved with the next change or by `leave`."""
        self.session = move_place(self.session, place)

    def order(self) -> Order:
        """What `save` should write; taken on the thread that edits."""
        return Order(self.session, self._base, self._removed, self._unsaved)

    def save(self, order: Order, patience: float = PATIENCE) -> Saved:
        """Write `order` and return when it is on disk; safe in one other thread.

        Waits up to `patience` seconds for another program that is saving. Raises
        RashomonError with a sentence for the reader when it could not be written; then the
        file is byte for byte what it was and nothing in memory is lost.
        """
        what = order.session, order.base, order.removed, order.actions
        return Saved(order, self.store.save(*what, patience))

    def adopt(self, saved: Saved) -> bool:
        """Take over what was saved; True when another writer's work came in."""
        self._on_disk = self._base = saved.session
        self._removed -= saved.order.removed
        done = {a.id for a in saved.order.actions}
        self._unsaved = tuple(a for a in self._unsaved if a.id not in done)
        if self.session is saved.order.session:
            self.session = saved.session
        else:
            self.session = merge(saved.order.session, self.session, saved.session)
        if self._copies and self.saved:
            self._keep_only()
        if self._draft and self.saved:
            self._draft.drop()
        return not same_work(saved.session, saved.order.session)

    def look(self) -> Look | None:
        """What another program saved meanwhile; None for nothing. Safe in one other thread.

        None too while something is not saved here: saving takes it up.
        """
        held = self._on_disk
        sight = self.store.look() if self.saved else None
        return Look(sight, held) if sight else None

    def take_up(self, look: Look) -> str:
        """Take over what was looked at, and say what it brought; empty for nothing.

        Nothing is taken over after a change or a save since: the next look or save does. What
        can be undone stays as it is.
        """
        if look.held is not self._on_disk or not self.saved:
            return ""
        before, theirs = self.session, look.sight.session
        # Where each reader is stands in no session file.
        self._on_disk = self._base = replace(theirs, place=self._on_disk.place)
        who = before.story, before.annotator
        self.session = replace(theirs, story=who[0], annotator=who[1], place=before.place)
        self.store.seen(look.sight)
        return news(before, self.session)

    def leave(self, patience: float = PATIENCE) -> None:
        """Save what is not on disk yet, and the place after any change was saved.

        Looking only leaves no trace in the session: without a change the place is noted
        elsewhere, as where it alone cannot be saved. Raises RashomonError as `save` does.
        """
        if not self.saved:
            self.adopt(self.save(self.order(), patience))
        elif self.store.wrote and self.session.place != self._on_disk.place:
            with suppress(RashomonError):  # a place is no work that could be lost
                self.adopt(self.save(self.order(), patience))
        if self._bookmark is None:
            return
        if self.session.place == self._on_disk.place:
            self._bookmark.drop()
        else:
            self._bookmark.keep(self.session.place, self._on_disk.place)

    def rescue(self, now: str, folder: Path | None = None) -> Path:
        """Write the session to a copy elsewhere, since `save` cannot; where it is.

        The next opening takes up what it holds, unless it was saved before; not so a copy in a
        `folder` other than the usual one, which has to be opened by name. A copy of an earlier
        moment than `now` is removed. Raises CannotSave.
        """
        from tui.session import rescue

        order, store = self.order(), self.store
        what = order.session, order.base, order.actions
        copy = rescue.write(folder or store.rescue, store.path, *what, now)
        self._keep_only(copy)
        return copy

    def _keep_only(self, *wanted: Path) -> None:
        """Remove the copies elsewhere but these, which hold what the others did."""
        if gone := [copy for copy in self._copies if copy not in wanted]:
            from tui.session import rescue

            for copy in gone:
                rescue.remove(copy)
        self._copies = wanted

    def _take_up(self) -> None:
        """Do again what copies elsewhere hold of an earlier run, or say that they wait."""
        from tui.session import rescue

        copies = rescue.waiting(self.store.rescue, self.store.path)
        count = 0
        for copy in copies:
            where = f"tags that could not be saved earlier are in {copy}"
            if self.read_only:
                self.taken_up = f"{where}; they are taken up when the session can be read"
                continue
            try:
                told = rescue.not_saved(copy, self.store.path)
                # A copy holds all that an earlier one did, which a crash may have left there.
                actions = [action for action in told if action.id not in self._mine]
                session = self.session
                for action in actions:
                    session = done_again(session, action.changes)
            except RashomonError:
                self.taken_up = where
                continue
            for action in actions:
                self._note(action)
            self._become(session)
            self._copies = (*self._copies, copy)
            count += len(actions)
        self.history = history_of(self._unsaved)
        if count:
            self.taken_up = f"took up {counted(count, 'action')} that could not be saved earlier"

    def _finish(self, draft: Draft) -> None:
        """Do what would have been done with a note if its window had been closed."""
        for action in draft.left(self.session):
            with suppress(RashomonError):
                self._become(done_again(self.session, action.changes))
                self._note(action)
                told = "kept the note that was being typed when the program ended"
                self.taken_up = "; ".join(filter(None, (self.taken_up, told)))
        self.history = history_of(self._unsaved)

    def _turn(self, turn: Turn | None, did: str) -> Edit | None:
        if turn is None:
            return None
        what, before = turn.action, self.session
        self.history = turn.history
        changes = difference(before, turn.session)
        action = Action(_new_id(), did, what.words, self._clock(), changes, what.id)
        self._note(replace(action, file=what.file, span=what.span))
        self._become(turn.session)
        return Edit(before, turn.session, what.words, what.file, what.span, at=what.at)

    def _note(self, action: Action) -> None:
        self._unsaved = (*self._unsaved, action)
        self._mine.add(action.id)

    def _recall(self) -> None:
        """Take up, once, what was done before the session was opened."""
        if self._older is not None:
            return
        self._older = self.store.earlier(self._mine)
        if self._mine:
            # What was undone earlier cannot be done again after something new.
            self._older = History(self._older.past)
        self.history = self.history.behind(self._older)

    def _become(self, session: Session) -> None:
        kept = session.tag_ids
        gone = self.session.tag_ids - kept
        self._removed = (self._removed | gone) - kept
        self.session = session


def _new_id() -> str:
    return os.urandom(5).hex()
