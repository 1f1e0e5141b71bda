"""The line above the page: title, counts, place and state."""

from __future__ import annotations

from typing import NamedTuple

from tui.page.lines import Fragment, Line, cells_of, cut
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of


class Status(NamedTuple):
    """What the top line tells."""

    title: str
    detail: str
    """Articles and dates."""
    shared: int
    conflicts: int
    differs: int
    tags: int
    place: str
    """`row 2/14`."""
    state: str
    """`saved`, `saving…`, `comparing 3/5…` or empty."""
    alarm: bool = False
    """The state is bad news."""
    counted: bool = True
    """Whether the counts are known yet, and may be shown."""
    chosen: str = ""
    """Which findings the reader wants to see: `strict`, `blind`; empty for the usual."""
    question: bool = False
    """Whether the title is the question of a contradiction, which stands nowhere else on the
    screen.
    """


def top_line(status: Status, width: int, signs: Signs) -> Line:
    """Title and detail at the left, counts, place and state at the right.

    Where they are too long for one line the title gives way, then the counts,
    those of contradictions last.
    """
    tail = [Fragment(status.place, "top")] if status.place else []
    if status.state:
        look = "top-warn" if status.alarm else "top-dim"
        tail.append(Fragment(f" {signs.dot} {status.state}", look))
    tail.append(Fragment(" ", "top"))
    right: list[Fragment] = []
    free = width - 1 - cells_of(tail)
    if status.chosen and free > 8:
        room = min(max(width // 3, 8), free - 5)
        right += [Fragment(f" {fit(status.chosen, room)} ", "top-chosen"), Fragment("  ", "top")]
    title = _LEAST_QUESTION if status.question else _LEAST_TITLE
    right += _counts(status, width, free - cells_of(right) - title, signs)
    right += tail
    used = cells_of(right)
    room = width - used - 1
    shown = fit(f" {status.title}", room) if room > 3 else ""
    left = [Fragment(shown, "top-title")]
    rest = room - width_of(shown) - 2
    if rest >= width_of(status.detail):
        left.append(Fragment(f"  {status.detail}", "top-dim"))
    gap = max(width - used - cells_of(left), 0)
    return cut((*left, Fragment(" " * gap, "top"), *right), width, "top")


def _counts(status: Status, width: int, room: int, signs: Signs) -> list[Fragment]:
    """How much was found and tagged, in words on wide screens; as much of it as `room` holds."""
    conflicts = "conflict" if status.conflicts == 1 else "conflicts"
    differ = "differs" if status.differs == 1 else "differ"
    counts = [
        (signs.shared, status.shared, "shared", "top-shared"),
        (signs.conflict, status.conflicts, conflicts, "top-conflict"),
        (signs.differs, status.differs, differ, "top-conflict"),
        (signs.tag, status.tags, "tagged", "top-tag"),
    ]
    words = width >= 110
    shown = [
        (
            Fragment(f"{sign} {count}" if words else f"{sign}{count}", look),
            Fragment(f" {word}  " if words else " ", "top-dim"),
        )
        for sign, count, word, look in (counts if status.counted else counts[-1:])
    ]
    if status.question and sum(map(cells_of, shown)) > room:
        return []  # beside the sign of one contradiction some counts would look like others
    while shown and sum(map(cells_of, shown)) > room:
        del shown[0 if len(shown) in (1, 4) else -1]
    return [part for parts in shown for part in parts]


_LEAST_TITLE = 8
_LEAST_QUESTION = 30
"""A title, or the question of a contradiction, gets so many cells before the counts get any."""
