"""Undo and redo without limit.

An action is undone by merging, not by restoring an old session, so that what another writer
added in the meantime stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.model.tag import Session
from tui.session.change import Action, difference, done_again, taken_back
from tui.session.edits import Edit


@dataclass(frozen=True, eq=False)
class Turn:
    """The answer of undo and redo."""

    history: History
    session: Session
    action: Action
    """The action undone or done again: its words, and where to go."""


@dataclass(frozen=True, eq=False)
class History:
    """Actions done and actions undone; every change makes a new value."""

    past: tuple[Action, ...] = ()
    """Oldest first."""
    future: tuple[Action, ...] = ()
    """The next one to redo last."""

    def did(self, action: Action) -> History:
        """The history after a new action; what was undone before can no longer be redone."""
        return History((*self.past, action))

    def behind(self, older: History) -> History:
        """This history continued backwards by what was done, and undone, before it began."""
        return History((*older.past, *self.past), (*older.future, *self.future))

    def undo(self, session: Session) -> Turn | None:
        """One action back from `session`, or None at the beginning. Raises Wrong."""
        if not self.past:
            return None
        action = self.past[-1]
        history = replace(self, past=self.past[:-1], future=(*self.future, action))
        return Turn(history, taken_back(session, action.changes), action)

    def redo(self, session: Session) -> Turn | None:
        """One action forward from `session`, or None when nothing was undone.

        Raises Wrong.
        """
        if not self.future:
            return None
        action = self.future[-1]
        history = replace(self, past=(*self.past, action), future=self.future[:-1])
        return Turn(history, done_again(session, action.changes), action)


def action_of(edit: Edit, id: str) -> Action:
    """What an edit did, apart from the sessions it was made from."""
    changes = difference(edit.before, edit.session)
    return Action(id, "do", edit.words, edit.at, changes, "", edit.file, edit.span)


def restored(session: Session, then: Session, number: int, now: str) -> Edit:
    """Back to what the session said after action `number`; a step like any other."""
    after = replace(then, story=session.story, annotator=session.annotator, place=session.place)
    gone = session.tag_ids - then.tag_ids
    words = f"restored the session as it was after action {number}"
    return Edit(session, after, words, removed=gone, at=now)


def history_of(actions: Iterable[Action]) -> History:
    """What can be undone and done again after these actions, oldest first."""
    past: dict[str, Action] = {}
    future: dict[str, Action] = {}
    for action in actions:
        if action.did == "do":
            past[action.id] = action
            future.clear()
        elif action.did == "undo" and action.of in past:
            future[action.of] = past.pop(action.of)
        elif action.did == "redo" and action.of in future:
            past[action.of] = future.pop(action.of)
    return History(tuple(past.values()), tuple(future.values()))
