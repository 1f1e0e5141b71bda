"""One open session: what a screen holds, changes, undoes and saves.

There are no threads and no clock here. A screen applies edits on its own
thread and hands the immutable `desk.session` to `save` on another:

    edit = toggle_label(desk.session, article, span, "fact", now)
    desk.apply(edit)                    # at once
    saved = desk.save(desk.order())     # in a worker; blocks until on disk
    desk.adopt(saved)                   # back on the screen's thread

A tag may be shown as saved when `adopt` has returned and `desk.saved` is True.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tui.model.tag import Place, Session
from tui.session.edits import Edit, move_place
from tui.session.history import History, Turn
from tui.session.merge import merge, same_work
from tui.session.problem import Problem
from tui.session.store import Store


@dataclass(frozen=True, eq=False)
class Order:
    """What to save: a session, and the tags that were taken away on purpose."""

    session: Session
    base: Session
    """What was on disk when the work began."""
    removed: frozenset[str]


@dataclass(frozen=True, eq=False)
class Saved:
    """What is on disk now."""

    order: Order
    session: Session
    """`order.session`, with what another writer added meanwhile."""

    @property
    def news(self) -> str:
        """What another writer did, in words; empty for nothing."""
        ours = {t.id: t for t in self.order.session.tags}
        now = {t.id: t for t in self.session.tags}
        changes = (
            ("added", sum(1 for i in now if i not in ours)),
            ("changed", sum(1 for i, t in now.items() if i in ours and t != ours[i])),
            ("removed", sum(1 for i in ours if i not in now)),
        )
        told = [f"{verb} {count} tag{'s' * (count != 1)}" for verb, count in changes if count]
        return "another program " + " and ".join(told) if told else ""


class Desk:
    """The state of one session while a reader works on it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.session: Session = store.session
        self.history = History()
        self._on_disk: Session = store.session
        self._removed: frozenset[str] = frozenset()

    @classmethod
    def open(cls, path: Path, story: str, annotator: str, rescue: Path | None = None) -> Desk:
        """The session at `path`, or an empty one; nothing is written yet.

        Never raises for what the file holds: see `problems` and `read_only`.
        """
        return cls(Store.open(path, story, annotator, rescue))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong in the file when it was last read, in its order."""
        return self.store.problems

    @property
    def read_only(self) -> str:
        """Why nothing can be saved here; empty when it can."""
        return self.store.read_only

    @property
    def saved(self) -> bool:
        """Whether everything but the place is on disk."""
        return same_work(self.session, self._on_disk)

    def apply(self, edit: Edit) -> None:
        """Take the step; `edit` must have been made from `self.session`."""
        if edit.before is not self.session:
            raise ValueError("the edit was made from another session value")
        self.history = self.history.did(edit)
        self._become(edit.session)

    def undo(self) -> Edit | None:
        """Take back the last step and return it; None at the beginning."""
        return self._turn(self.history.undo(self.session))

    def redo(self) -> Edit | None:
        """Do the last undone step again and return it; None when there is none."""
        return self._turn(self.history.redo(self.session))

    def move(self, place: Place) -> None:
        """Note the place to resume; saved with the next change or by `leave`."""
        self.session = move_place(self.session, place)

    def order(self) -> Order:
        """What `save` should write; taken on the thread that edits."""
        return Order(self.session, self._on_disk, self._removed)

    def save(self, order: Order) -> Saved:
        """Write `order` and return when it is on disk; safe in one other thread.

        Raises RashomonError with a sentence for the reader when it could not
        be written; then the file is byte for byte what it was and nothing in
        memory is lost.
        """
        return Saved(order, self.store.save(order.session, order.base, order.removed))

    def adopt(self, saved: Saved) -> bool:
        """Take over what was saved; True when another writer's work came in."""
        self._on_disk = saved.session
        self._removed -= saved.order.removed
        if self.session is saved.order.session:
            self.session = saved.session
        else:
            self.session = merge(saved.order.session, self.session, saved.session)
        return not same_work(saved.session, saved.order.session)

    def leave(self) -> None:
        """Save what is not on disk yet, and the place after any change was saved.

        Looking only leaves no trace: without a change not even the place is written.
        Raises RashomonError as `save` does.
        """
        if not self.saved or (self.store.wrote and self.session.place != self._on_disk.place):
            self.adopt(self.save(self.order()))

    def _turn(self, turn: Turn | None) -> Edit | None:
        if turn is None:
            return None
        self.history = turn.history
        self._become(turn.session)
        return turn.edit

    def _become(self, session: Session) -> None:
        kept = {t.id for t in session.tags}
        gone = {t.id for t in self.session.tags} - kept
        self._removed = (self._removed | gone) - kept
        self.session = session
