"""`rashomon history`: who did what when in a session, and back to any moment of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tui import workspace
from tui.commands.output import emit, emit_json, narrate
from tui.errors import BadFile, RashomonError
from tui.model.counted import counted
from tui.model.tag import Session
from tui.report.as_json import dumps
from tui.session.change import Action
from tui.session.desk import Desk
from tui.session.history import restored
from tui.session.journal import Entry, Log, journal_path, read
from tui.session.store import annotator_name

Told = tuple[Entry, Action]
"""An entry of the journal and its action."""
_DID = {"do": "", "undo": "undid: ", "redo": "did again: ", "outside": ""}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in a history, as the reader named it."""

    word: str
    """A number of the list, or a time in any of the forms that `_time` reads."""

    def number(self, told: Sequence[Told], first: int) -> int:
        """The number of the last action up to it; `first` is that of the beginning.

        Raises RashomonError when there is none.
        """
        if self.word.isdigit() and self.word.isascii():
            number = int(self.word[:9])
            numbers = [first, *(entry.number for entry, _ in told)]
            if number not in numbers:
                raise RashomonError(
                    f"no action {number}: the history goes from {first} to {numbers[-1]}"
                )
            return number
        end = _time(self.word, told)
        done = [e.number for e, action in told if action.at and _plain(action.at) <= end]
        if not done:
            raise RashomonError(f"nothing was done before {self.word}; {first} is the beginning")
        return max(done)


def show(path: Path, as_json: bool) -> int:
    """Print every action the journal of the session at `path` holds, oldest first."""
    log = _log(path)
    told = _told(log)
    if as_json:
        emit_json(dumps([_fields(*t) for t in told], indent=2) + "\n")
        return 0
    width = max((len(str(entry.number)) for entry, _ in told), default=1)
    who = max((len(entry.who) for entry, _ in told), default=0)
    for entry, action in told:
        when = action.at[:19].replace("T", " ")
        words = " ".join(f"{_DID.get(action.did, '')}{action.words}".split())
        emit(f"{entry.number:>{width}}  {when:19}  {entry.who:<{who}}  {words}\n")
    if not told:
        narrate(f"{path}: nothing was done to it yet, as far as its journal tells")
    if log.bad:
        where = ", ".join(map(str, log.bad[:5]))
        narrate(f"{journal_path(path)}: lines that cannot be read were left out: {where}")
    return 0


def restore(path: Path, moment: Moment, annotator: str | None) -> int:
    """Put the session at `path` back to what it was; an action of its own, so it can be undone.

    Raises RashomonError when the moment is not in the journal or the file
    cannot be written.
    """
    log = _log(path)
    first = log.entries[0].number - 1 if log.entries else 0
    number = moment.number(_told(log), first)
    then = log.state(number)
    if then is None:
        raise BadFile(str(journal_path(path)), "holds no state of the session")
    desk = Desk.open(path, "", annotator_name(annotator), None, workspace.now)
    if desk.read_only:
        raise RashomonError(desk.read_only)
    edit = restored(desk.session, then, number, workspace.now())
    desk.apply(edit)
    desk.leave()
    narrate(f"{path}: {edit.words}: {counted(len(then.tags), 'tag')}; undo takes it back")
    return 0


def _log(path: Path) -> Log:
    """The whole journal of a session. Raises BadFile without a session, NoHistory."""
    if path.is_dir() or not (path.is_file() or journal_path(path).is_file()):
        raise workspace.no_session_file(path)
    return read(journal_path(path), Session("", ""))


def _told(log: Log) -> list[Told]:
    """The entries that tell of an action; the others tell only where the reader was."""
    return [(entry, entry.action) for entry in log.entries if entry.action]


def _fields(entry: Entry, action: Action) -> dict[str, Any]:
    span = action.span
    return {
        "number": entry.number,
        "at": action.at or None,
        "who": entry.who or None,
        "did": action.did,
        "words": action.words,
        "file": action.file or None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "changed": [{"part": c.part, "name": c.name} for c in action.changes],
    }


def _time(word: str, told: Sequence[Told]) -> str:
    """A time as people write it, comparable with `_plain`; a bare time of day means the last
    day in the history.
    """
    last = next((action.at for _, action in reversed(told) if action.at), "")
    full = f"{last[:10]}T{word}" if len(word) in (5, 8) and word[2:3] == ":" else word
    try:
        moment = datetime.fromisoformat(full)
    except ValueError:
        raise RashomonError(
            f"{word!r} is no action and no time; write 12, 14:02 or 2025-07-14T14:02"
        ) from None
    if len(full) <= 10:
        return f"{moment:%Y-%m-%d}T23:59:59"
    end = moment.strftime("%Y-%m-%dT%H:%M:%S")
    return end if full.count(":") > 1 else end[:17] + "59"


def _plain(at: str) -> str:
    """A stored time without its offset: the local time of whoever did it."""
    return at[:19]
