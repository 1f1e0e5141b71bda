"""The story at a glance: the spine beside the text and the ruler at its edge."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.model.finding import Contradiction, Kind
from tui.model.span import Span
from tui.page.cells import GUTTER_LOOKS
from tui.page.lines import Fragment, Line
from tui.page.marks import DISPUTES, Marks, chip, look_of
from tui.page.rows import Rows
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

Weight = Mapping[str, str]
"""Article id → the look of its weightiest mark in a row."""


_RANKS = {look: rank for rank, look in enumerate(reversed(GUTTER_LOOKS), 1)}
_LOOK_OF = {0: ""} | {rank: look for look, rank in _RANKS.items()}


class Weights:
    """What the marks weigh, row by row; never changed.

    `known` are the weights of the same rows for the marks that these were derived from: only
    what was drawn again is looked at.
    """

    def __init__(self, rows: Rows, marks: Marks, known: Weights | None = None) -> None:
        self._rows, self.marks = rows, marks
        self._known = known

    def row(self, at: int) -> dict[str, str]:
        """Article → the look of its weightiest mark in a row, where it has one."""
        found: dict[str, str] = {}
        for article, pieces in self._rows[at].cells.items():
            starts, positions = self._rows.places(article)
            heaviest = 0
            for piece in pieces:
                index = bisect_left(starts, piece.span.start)
                if positions[index] != at:
                    continue
                first = starts[index] if index else 0
                end = starts[index + 1] if index + 1 < len(starts) else sys.maxsize
                for mark in self.marks.within(article, Span(first, end)):
                    if mark.span.start >= first:
                        heaviest = max(heaviest, _RANKS.get(mark.look, 0))
            if heaviest:
                found[article] = _LOOK_OF[heaviest]
        return found

    @cached_property
    def ranks(self) -> bytes:
        """For each row the rank of its weightiest mark, from 1; 0 where nothing is marked."""
        redrawn = self.marks.redrawn
        if self._known is None or redrawn is None or self._known.marks is not redrawn[0]:
            return self._all_ranks()
        ranks = bytearray(self._known.ranks)
        touched = {
            self._rows.at(article, mark.span.start)
            for article, listed in redrawn[1].by_article.items()
            for mark in listed
        }
        for at in touched - {None}:
            assert at is not None
            ranks[at] = max((_RANKS[look] for look in self.row(at).values()), default=0)
        return bytes(ranks)

    def _all_ranks(self) -> bytes:
        ranks = bytearray(len(self._rows))
        for article, listed in self.marks.by_article.items():
            starts, positions = self._rows.places(article)
            if not starts:
                continue
            index, last = 0, len(starts) - 1
            for mark in listed:  # in the order of the text, as the passages are
                start = mark.span.start
                while index < last and starts[index + 1] <= start:
                    index += 1
                rank = _RANKS.get(mark.look, 0)
                if rank > ranks[positions[index]]:
                    ranks[positions[index]] = rank
        return bytes(ranks)


def weightiest(weight: Weight) -> str:
    """The look that stands for a whole row; empty when nothing is marked."""
    return max(weight.values(), key=lambda look: _RANKS[look], default="")


def sign_of(look: str, signs: Signs) -> str:
    return {
        "two_ways": signs.two_ways,
        "conflict": signs.conflict,
        "differs": signs.differs,
        "shared": signs.shared,
        "only": signs.only,
    }.get(look, " ")


class Glance(NamedTuple):
    """What the spine and the ruler draw from."""

    rows: Rows
    weights: Weights
    order: tuple[str, ...]
    contradictions: Sequence[Contradiction]
    decided: Mapping[str, str]
    """Chips of the contradictions that the reader decided on, by id."""
    tags: Sequence[tuple[str, str, str, str]]
    """Of each tag: its id, chip, article id and quote."""
    current: str
    """The contradiction in hand."""
    block: int
    """The cursor's row."""
    tag: str
    """The tag under the cursor."""

    @property
    def key(self) -> tuple[object, ...]:
        """Equal as long as nothing that is drawn from it has changed."""
        return (
            self.rows, self.weights, self.order, self.contradictions, self.tags,
            tuple(self.decided.items()), self.current, self.block, self.tag,
        )  # fmt: skip


Drawn = dict[tuple[object, ...], Line]
"""Cache: position of a row, or id and chip of a contradiction, and whether it is in hand → its
line.
"""


def spine_lines(
    glance: Glance, width: int, height: int, signs: Signs, drawn: Drawn | None = None
) -> tuple[Line, ...]:
    """STORY, CONTRADICTIONS and TAGS in `height` lines, each list near its current line.

    Lines of rows and contradictions are looked for in `drawn` and left there; it is for one
    set of rows, weights and articles in their order, and one width.
    """
    if height < 3 or width < 12:
        return ()
    drawn = {} if drawn is None else drawn
    conflicts = len(glance.contradictions)
    tags = len(glance.tags)
    story = len(glance.rows) if glance.rows.aligned else 0
    rooms = share_out(height, (story, conflicts, tags))
    lines: list[Line] = []
    if rooms[0]:
        lines += _story(glance, width, rooms[0], signs, drawn)
    if rooms[1]:
        lines.append(_blank(width))
        lines += _conflicts(glance, width, rooms[1], signs, drawn)
    if rooms[2]:
        lines.append(_blank(width))
        lines += _tags(glance, width, rooms[2], signs)
    return tuple(lines[:height])


def edged(lines: Sequence[Line], width: int, height: int, signs: Signs) -> tuple[Line, ...]:
    """`height` lines with a rule behind `width` cells, for a spine that lies over the text."""
    blanks = [_blank(width)] * (height - len(lines))
    return tuple((*line, Fragment(signs.rule, "spine-dim")) for line in (*lines, *blanks))


def share_out(height: int, counts: tuple[int, int, int]) -> tuple[int, int, int]:
    """Lines for the entries of each list, after heads and blank lines have been subtracted.

    The short lists get what they need, up to a third each; the story gets the rest.
    """
    story, conflicts, tags = counts
    room = height - 1
    third = max((height - 4) // 3, 1)
    given_conflicts = min(conflicts, third) if conflicts else 0
    given_tags = min(tags, third) if tags else 0
    room -= (given_conflicts + 2 if conflicts else 0) + (given_tags + 2 if tags else 0)
    given_story = min(story, max(room, 1))
    spare = room - given_story
    if spare > 0 and conflicts > given_conflicts:
        more = min(spare, conflicts - given_conflicts)
        given_conflicts, spare = given_conflicts + more, spare - more
    if spare > 0 and tags > given_tags:
        given_tags += min(spare, tags - given_tags)
    return given_story, given_conflicts, given_tags


def around(at: int, count: int, room: int) -> range:
    """Which `room` of `count` entries to show so that entry `at` is among them."""
    first = min(max(at - room // 2, 0), max(count - room, 0))
    return range(first, min(first + room, count))


def _blank(width: int) -> Line:
    return (Fragment(" " * width, "spine"),)


def _head(text: str, end: str, width: int) -> Line:
    text = fit(text, max(width - 2 - width_of(end), 0))
    gap = max(width - 1 - width_of(text) - width_of(end) - 1, 0)
    return (Fragment(f" {text}{' ' * gap}{end} ", "spine-head"),)


def _entry(
    here: bool,
    sign: Fragment,
    text: str,
    end: Sequence[Fragment],
    width: int,
    target: str,
    s: Signs,
) -> Line:
    look = "spine-here" if here else "spine"
    used_end = sum(width_of(f.text) for f in end)
    room = width - 2 - width_of(sign.text) - used_end - 1
    shown = fit(text, max(room, 0))
    gap = " " * max(room - width_of(shown), 0)
    return (
        Fragment(s.bar if here else " ", "spine-bar", target=target),
        Fragment(sign.text, sign.look, target=target),
        Fragment(" " + shown + gap, look, target=target),
        *(Fragment(f.text, f.look, target=target) for f in end),
        Fragment(" ", "spine"),
    )


def _story(glance: Glance, width: int, room: int, signs: Signs, drawn: Drawn) -> list[Line]:
    gap = _gap(glance)
    shown = around(glance.block, len(glance.rows), room)
    draw_rows(glance, shown, width, signs, drawn)
    letters = "" if _narrow(glance, width) else gap.join(glance.order)
    return [_head("STORY", letters, width), *(drawn[at, at == glance.block] for at in shown)]


def draw_rows(glance: Glance, rows: Iterable[int], width: int, signs: Signs, drawn: Drawn) -> None:
    """Put into `drawn` the lines of the spine for these rows, as far as it lacks them."""
    gap, narrow = _gap(glance), _narrow(glance, width)
    for at in rows:
        here = at == glance.block
        if (at, here) not in drawn:
            drawn[at, here] = _row(glance, at, width, gap, narrow, signs)


def _gap(glance: Glance) -> str:
    """What parts the names of the articles."""
    return "" if all(len(a) == 1 for a in glance.order) else " "


def _narrow(glance: Glance, width: int) -> bool:
    """Whether there is no room for who tells a row."""
    return width - 14 < len(_gap(glance).join(glance.order))


def _row(glance: Glance, at: int, width: int, gap: str, narrow: bool, signs: Signs) -> Line:
    """A row with its weightiest mark and, unless it is narrow, who tells it."""
    row, weight = glance.rows[at], glance.weights.row(at)
    look = weightiest(weight)
    sign = Fragment(sign_of(look, signs), f"spine-{look}" if look else "spine")
    end: list[Fragment] = []
    if not narrow:
        end.append(Fragment(" ", "spine"))
        for position, article in enumerate(glance.order):
            pad_to = len(article) + (len(gap) if position < len(glance.order) - 1 else 0)
            end.append(_presence(article, row.cells, weight, pad_to, signs))
    title = row.title or f"row {row.number}"
    target = f"row:{row.number}"
    return _entry(at == glance.block, sign, title, end, width, target, signs)


def _presence(
    article: str, cells: Mapping[str, object], weight: Weight, width: int, signs: Signs
) -> Fragment:
    if article not in cells:
        return Fragment(signs.dot.ljust(width), "spine-dim")
    look = weight.get(article, "")
    if look in DISPUTES:
        return Fragment(sign_of(look, signs).ljust(width), f"spine-{look}")
    return Fragment(signs.present.ljust(width), f"spine-{look}" if look else "spine")


def _conflicts(glance: Glance, width: int, room: int, signs: Signs, drawn: Drawn) -> list[Line]:
    found = glance.contradictions
    ids = enumerate(found if glance.current else ())
    at = next((i for i, c in ids if c.id == glance.current), 0)
    between_people = all(c.kind is Kind.TAGGING for c in found)
    head = "DISAGREEMENTS" if found and between_people else "CONTRADICTIONS"
    lines = [_head(head, f"{len(found)}" if len(found) > room else "", width)]
    for position in around(at, len(found), room):
        one = found[position]
        here = one.id == glance.current
        key = (one.id, one.question, glance.decided.get(one.id), here)
        if key not in drawn:
            shown = glance.decided.get(one.id) or chip(one, signs=signs)
            sign = Fragment(shown, f"spine-{look_of(one)}")
            drawn[key] = _entry(here, sign, one.question, (), width, f"finding:{one.id}", signs)
        lines.append(drawn[key])
    return lines


def _tags(glance: Glance, width: int, room: int, signs: Signs) -> list[Line]:
    at = next((i for i, t in enumerate(glance.tags) if t[0] == glance.tag), 0)
    lines = [_head("TAGS", f"{len(glance.tags)}" if len(glance.tags) > room else "", width)]
    for position in around(at, len(glance.tags), room):
        id, sign, article, quote = glance.tags[position]
        words = f"{article} {quote}"
        here = id == glance.tag
        shown = Fragment(sign, "spine-tag")
        lines.append(_entry(here, shown, words, (), width, f"tag:{id}", signs))
    return lines


def ruler_looks(ranks: bytes, height: int) -> tuple[str, ...]:
    """The look of the weightiest mark of the rows that each line of a ruler stands for.

    Empty where nothing is marked, and on a line that only goes on with the row
    of the line above. The cursor changes none of it, and a long story has many rows.
    """
    looks = []
    for y in range(height):
        first, last, starts = _rows_of(y, len(ranks), height)
        looks.append(_LOOK_OF[max(ranks[first : last + 1], default=0)] if starts else "")
    return tuple(looks)


def _rows_of(y: int, count: int, height: int) -> tuple[int, int, bool]:
    """First and last row that line `y` of a ruler stands for, and whether it is the first line
    that stands for them.
    """
    first = y * count // height
    last = max((y + 1) * count // height - 1, first)
    return first, last, count >= height or (y == 0 or (y - 1) * count // height != first)


def ruler_lines(
    glance: Glance,
    screen: tuple[int, int],
    height: int,
    signs: Signs,
    looks: Sequence[str] | None = None,
) -> tuple[Line, ...]:
    """The whole story scaled to `height` lines of two cells.

    `screen` is the first and last row that show. The first cell points at the
    cursor, or tells what is on screen; the second the weightiest mark, known
    from `ruler_looks` or looked for here.
    """
    count = len(glance.rows)
    if not count or height < 1:
        return ()
    looks = ruler_looks(glance.weights.ranks, height) if looks is None else looks
    lines: list[Line] = []
    for y in range(height):
        first, last, starts = _rows_of(y, count, height)
        look = looks[y]
        seen = first <= screen[1] and last >= screen[0]
        here = starts and first <= glance.block <= last
        left = signs.here if here else (signs.thumb if seen else " ")
        row = glance.rows[first].number
        target = f"row:{row}"
        lines.append(
            (
                Fragment(left, "spine-bar" if here else "rule", target=target),
                Fragment(sign_of(look, signs), f"spine-{look}" if look else "text", target=target),
            )
        )
    return tuple(lines)
