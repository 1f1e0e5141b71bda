"""What a session file tells at a glance, without the texts it is about."""

from __future__ import annotations

from pathlib import Path

from tui.errors import BadFile
from tui.model.shelf import Work
from tui.model.tag import Place, Session
from tui.session.on_disk import open_book


def summary(path: Path, others: int = 0) -> tuple[Work, Place] | None:
    """The work in the session at `path` and where the reader stopped; None without a file.

    Never raises for what the file holds: what cannot be read is told as a
    problem. `others` is handed through.
    """
    try:
        book = open_book(path)
    except BadFile as error:
        return Work(others=others, problem=str(error)), Place()
    if book is None:
        return None
    session = book.session
    rows, conflicts, undecided, seen = session.place.counts or (0, 0, 0, 0)
    work = Work(
        annotator=session.annotator,
        tags=sum(1 for tag in session.tags if tag.labels or tag.note),
        decided=len(session.decisions),
        seen=seen,
        rows=rows,
        conflicts=conflicts,
        undecided=undecided,
        changed=_newest(session),
        others=others,
        problem=book.read_only,
    )
    return work, session.place


def _newest(session: Session) -> str:
    from datetime import datetime

    times: list[tuple[float, str]] = []
    for told in (*(t.changed or t.made for t in session.tags), *(d.at for d in session.decisions)):
        try:
            times.append((datetime.fromisoformat(told).timestamp(), told))
        except (ValueError, OverflowError, OSError):
            continue
    return max(times)[1] if times else ""
