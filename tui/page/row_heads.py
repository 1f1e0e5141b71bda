"""The line above a row: number, title, contradictions, and who tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model.alignment import Row
from tui.page.lines import CellLine, Fragment, Line
from tui.page.marks import DISPUTES, Marks
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

WEAK = 0.25
"""A row of several articles that scores lower shows its score."""


def row_heading(
    row: Row, order: Sequence[str], marks: Marks, width: int, signs: Signs, folded: bool = False
) -> Line:
    """The heading over all columns; `folded` says that all agree and nothing stands below."""
    presence = presence_strip(row, order, signs)
    if width_of(presence) > width * 3 // 4:
        presence = f"{len(row.cells)} of {len(order)}"
    notes = f" {signs.shared} all agree" if folded else _notes(row, signs)
    left = [Fragment(f" {row.number:>2} ", "heading-number")]
    room = width - 5 - width_of(presence) - width_of(notes) - 2
    if width_of(notes) > width // 2:
        notes = ""
    chips = _fitted(conflicts_in(row, marks), room // 2, signs)
    room -= sum(width_of(f.text) for f in chips)
    left += [Fragment(fit(row.title, max(room, 0)), "heading"), *chips]
    if notes:
        left.append(Fragment(notes, "heading-dim"))
    used = sum(width_of(f.text) for f in left)
    gap = max(width - used - width_of(presence) - 1, 0)
    end = (Fragment(" " * gap, "heading"), Fragment(presence + " ", "heading-dim"))
    if folded:
        target = f"row:{row.number}"
        return tuple(f._replace(target=target) for f in (*left, *end))
    return (*left, *end)


def cell_heading(
    row: Row, article: str, marks: Marks, width: int, signs: Signs, folded: bool = False
) -> CellLine:
    """The heading inside one column, where columns run on by themselves."""
    chips = _fitted(conflicts_in(row, marks, (article,)), width // 2, signs)
    number = Fragment(fit(f"{row.number} ", width), "heading-number")
    notes = f" {signs.shared} all agree" if folded else _notes(row, signs)
    end = sum(width_of(f.text) for f in chips) + width_of(notes)
    title = fit(row.title, max(width - width_of(number.text) - end, 0))
    used = width_of(number.text) + width_of(title) + end
    parts = (
        number,
        Fragment(title, "heading"),
        *chips,
        Fragment(notes, "heading-dim"),
        Fragment(" " * max(width - used, 0), "heading"),
    )
    target = f"row:{row.number}"
    listed = (f if f.target else f._replace(target=target) for f in parts if f.text)
    return CellLine(tuple(listed), max(used, width))


def uncovered(line: Line, covered: int) -> Line:
    """The line as it stands beside something that lies over its first `covered` cells.

    Of a part of a heading that begins below it nothing is left: a shred tells nothing.
    """
    parts, at = [], 0
    for part in line:
        end = at + width_of(part.text)
        halved = at < covered < end and part.look.startswith("heading")
        parts.append(part._replace(text=" " * (end - at)) if halved else part)
        at = end
    return tuple(parts)


def presence_strip(row: Row, order: Sequence[str], signs: Signs) -> str:
    """`A·CD·`: who tells this row; spaced when an id is longer than a letter."""
    gap = "" if all(len(a) == 1 for a in order) else " "
    return gap.join(a if a in row.cells else signs.dot for a in order)


def conflicts_in(row: Row, marks: Marks, articles: Iterable[str] | None = None) -> list[Fragment]:
    """The chips of the contradictions in a row, by number; in all its cells, or in some."""
    found: dict[str, Fragment] = {}
    for article in row.cells if articles is None else articles:
        for piece in row.cells.get(article, ()):
            for mark in marks.findings.within(article, piece.span):
                if mark.look in (*DISPUTES, "rejected") and mark.chip:
                    look, target = f"heading-{mark.look}", f"finding:{mark.id}"
                    found.setdefault(mark.id, Fragment(mark.chip, look, target=target))
    return [found[id] for id in sorted(found, key=lambda i: int(i.lstrip("x") or 0))]


def _fitted(chips: Sequence[Fragment], room: int, signs: Signs) -> list[Fragment]:
    """The chips that fit in `room` cells, conflicts before others, and how many are left out."""
    kept = sorted(chips, key=lambda chip: _WEIGHTS.index(chip.look))
    more: tuple[Fragment, ...] = ()
    while kept and sum(width_of(f.text) for f in _spaced((*kept, *more))) > room:
        kept.pop()
        more = (Fragment(f"{signs.more}{len(chips) - len(kept)}", "heading-dim"),)
    return _spaced((*(chip for chip in chips if chip in kept), *more))


_WEIGHTS = tuple(f"heading-{look}" for look in (*DISPUTES, "rejected"))
"""Looks of chips, the one to keep longest first."""


def _spaced(chips: Iterable[Fragment]) -> list[Fragment]:
    return [part for chip in chips for part in (Fragment(" ", "heading"), chip)]


def _notes(row: Row, signs: Signs) -> str:
    """Says that the reader made the row, or how weakly its cells belong together."""
    if row.by_hand:
        return f" {signs.pin} by hand"
    weak = len(row.cells) > 1 and row.score < WEAK
    return f" ~{row.score:.2f}"[:6].replace("0.", ".") if weak else ""
