"""Undo and redo without limit: every step keeps the session before and after it.

A step is taken back by merging, not by putting the old value in place, so
that what another writer added meanwhile stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.model.tag import Session
from tui.session.edits import Edit
from tui.session.merge import merge


@dataclass(frozen=True, eq=False)
class Turn:
    """The answer of undo and redo."""

    history: History
    session: Session
    edit: Edit
    """The step undone or redone: its words, and where to go."""


@dataclass(frozen=True, eq=False)
class History:
    """Steps done and steps undone; every change makes a new value."""

    past: tuple[Edit, ...] = ()
    """Oldest first."""
    future: tuple[Edit, ...] = ()
    """The next one to redo last."""

    def did(self, edit: Edit) -> History:
        """After a new step; what was undone before it can no longer be redone."""
        return History((*self.past, edit))

    def undo(self, session: Session) -> Turn | None:
        """One step back from `session`, or None at the beginning."""
        if not self.past:
            return None
        edit = self.past[-1]
        history = replace(self, past=self.past[:-1], future=(*self.future, edit))
        return Turn(history, _across(edit.session, edit.before, session), edit)

    def redo(self, session: Session) -> Turn | None:
        """One step forward from `session`, or None when nothing was undone."""
        if not self.future:
            return None
        edit = self.future[-1]
        history = replace(self, past=(*self.past, edit), future=self.future[:-1])
        return Turn(history, _across(edit.before, edit.session, session), edit)


def _across(here: Session, there: Session, session: Session) -> Session:
    """`session` with the change from `here` to `there`; place stays where the reader is."""
    if session is here:
        return there
    return replace(merge(here, session, there), place=session.place)
