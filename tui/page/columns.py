"""Which columns fit and which articles stand in them.

Small values of this package are named tuples: a frozen dataclass costs six
times as much to define, and what is defined before the first text delays it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from tui.model.settings import ScreenSettings

RULER = 2
FRAME = 4
"""Cells of a column beside its text: cursor bar, gutter sign, blank, blank at the end."""


class Shape(NamedTuple):
    """How a screen of some width is divided."""

    spine: int
    """Width of the story spine in cells, 0 when it is not shown."""
    columns: int
    """How many articles stand side by side, at least 1."""


def shape(width: int, settings: ScreenSettings, spine: bool | None = None) -> Shape:
    """How a screen of `width` cells is divided.

    `spine` is what the reader asked for; None leaves it to the width. Without the spine there
    may be room for one more column.
    """
    s = settings
    if width < s.narrow:
        return Shape(0, 1)
    if width < s.spine or spine is False:
        alone = ((s.four_columns, 5), (s.three_columns, 4), (s.spine, 3))
        columns = next((n for least, n in alone if width >= least), 2)
        return Shape(0, columns if width >= s.two_columns else 1)
    beside = ((s.five_columns, 5), (s.four_columns, 4), (s.three_columns, 3), (s.spine, 2))
    return Shape(_spine(width, s), next((n for least, n in beside if width >= least), 1))


def overlay(width: int, settings: ScreenSettings) -> int:
    """Cells of a spine that lies over the columns, where there is no room beside them; else 0.

    Over two columns it takes all of the first, of which shreds would be left at its edge.
    """
    if not settings.narrow <= width < settings.spine:
        return 0
    first = text_widths(width - RULER, 2)[0] + FRAME if width >= settings.two_columns else 0
    return max(_spine(width, settings), first)


def _spine(width: int, settings: ScreenSettings) -> int:
    """Wider where there is room for more columns, and for more of what it says."""
    if width >= settings.four_columns:
        return 42
    return 37 if width >= settings.three_columns else 33


def choose(
    order: Sequence[str],
    count: int,
    base: str,
    wanted: Sequence[str],
    before: Sequence[str] = (),
    also: Sequence[str] = (),
    last: Container[str] = (),
) -> tuple[str, ...]:
    """The articles to show: the base first, the others in the order of the story.

    `wanted` must be seen, most urgent first: the one with the cursor, then one for each side of
    a contradiction. Next come those that `also` take a side. Then, while there is room, what
    was shown `before` stays, nearest to the most urgent article first. Neighbours fill the
    rest, those in `last` after all others. If there is room for one article only, it is the
    most urgent.
    """
    known = list(order)
    if not known:
        return ()
    urgent = [a for a in wanted if a in known]
    focus = urgent[0] if urgent else base if base in known else known[0]
    if count == 1:
        return (focus,)
    # The parties of a contradiction come before the base where there is room for few.
    chosen = [base] if base in known and len({*urgent, base}) <= count else []
    at = known.index(focus)
    near = sorted(known, key=lambda a: (a in last, abs(known.index(a) - at), known.index(a)))
    kept = [a for a in near if a in before and a not in last]
    for article in (*urgent, base, *also, *kept, *near):
        if article in known and article not in chosen and len(chosen) < count:
            chosen.append(article)
    rest = sorted((a for a in chosen if a != base), key=known.index)
    return ((base,) if base in chosen else ()) + tuple(rest)


def text_widths(width: int, count: int) -> tuple[int, ...]:
    """Cells of text in each of `count` columns over `width`, rules between them."""
    room = width - (count - 1)
    each, over = divmod(room, count)
    return tuple(max(each + (1 if i < over else 0) - FRAME, 1) for i in range(count))
