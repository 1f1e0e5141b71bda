"""The list of stories: which show, in what order, and the lines of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from tui.model.counted import counted
from tui.model.shelf import StoryCard, Work
from tui.page.heads import days_between, short_date
from tui.page.lines import Fragment, Line, cells_of, cut
from tui.page.search import folded
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

CARD_LINES = 3
"""Lines of one story: title, what was done, a blank."""
_ACROSS = 150
"""A line is at most this many cells wide; if its ends were farther apart, the eye would lose
the line between them.
"""
_BAR = 10
"""Cells of the bar that shows how many rows were seen."""


class ShelfOrder(StrEnum):
    """How stories are sorted; ties go by folder name."""

    NAME = "folder"
    DATE = "newest reports"
    WORK = "last worked on"
    LEFT = "most left to do"


def listed(cards: Sequence[StoryCard], words: str, order: ShelfOrder) -> list[StoryCard]:
    """The stories that hold every word in title, folder name or dates."""
    wanted = folded(words)[0].split()
    found = []
    for card in in_order(cards):
        told = folded(f"{card.title} {card.name} {days_of(card)}")[0] if wanted else ""
        if all(word in told for word in wanted):
            found.append(card)
    if order is ShelfOrder.DATE:
        return sorted(found, key=lambda c: c.last or date.min, reverse=True)
    if order is ShelfOrder.WORK:
        return sorted(found, key=_worked, reverse=True)
    if order is ShelfOrder.LEFT:
        return sorted(found, key=lambda c: c.work.undecided if c.work else 0, reverse=True)
    return found


def in_order(cards: Iterable[StoryCard]) -> list[StoryCard]:
    """By folder name, numbers in it by their size: `fire-9` stands before `fire-10`."""

    def key(card: StoryCard) -> list[tuple[int, int, str]]:
        parts = re.split(r"(\d+)", folded(card.name)[0])
        return [(0, int(p), "") if p.isdecimal() and p.isascii() else (1, 0, p) for p in parts]

    return sorted(cards, key=key)


def _worked(card: StoryCard) -> float:
    try:
        return datetime.fromisoformat(card.work.changed).timestamp() if card.work else 0.0
    except (ValueError, OverflowError, OSError):
        return 0.0


def next_order(order: ShelfOrder) -> ShelfOrder:
    orders = list(ShelfOrder)
    return orders[(orders.index(order) + 1) % len(orders)]


def days_of(card: StoryCard) -> str:
    """`13–15 Jul 2025`, or empty while nothing is dated."""
    return days_between(card.first, card.last) if card.first and card.last else ""


# -- lines ---------------------------------------------------------------------


def head_line(
    place: str,
    shown: int,
    cards: Sequence[StoryCard],
    order: ShelfOrder,
    keys: Mapping[str, str],
    width: int,
) -> Line:
    """How many stories of which folder show, and in what order."""
    total = len(cards)
    count = f"{shown} of {total}" if shown != total else f"{total}"
    reading = sum(not card.known for card in cards)
    parts = [
        Fragment(f" Stories: {count}", "top-title"),
        Fragment("  ", "top"),
        Fragment(keys["order"], "top-key", target="command:order"),
        Fragment(" order ", "top-dim", target="command:order"),
        Fragment(order.value, "top", target="command:order"),
        Fragment(f"  {place}", "top-dim"),
    ]
    if reading:
        parts.insert(1, Fragment(f" · looking into {reading}…", "top-dim"))
    return cut(parts, width, "top")


def card_lines(
    card: StoryCard, at: int, width: int, here: bool, current: bool, signs: Signs
) -> tuple[Line, ...]:
    """`CARD_LINES` lines of a story; `current` is the one that is open."""
    target, ground = f"story:{at}", "+here" if here else ""
    bar = Fragment(signs.bar if here else " ", "bar", target=target)
    across = min(width, _ACROSS)
    end, below = _measures(card, width), _days(card, width)
    room = across - 2 - cells_of(end)
    title = fit(card.title or card.name, max(room - 1, 1))
    first = [
        bar,
        Fragment(" ", "text"),
        Fragment(title, "title"),
        Fragment(" " * max(room - width_of(title), 0), "text"),
        *end,
    ]
    beside = max(width - 4 - cells_of(below), 1)
    done = cut(_done(card, current, signs, beside), beside, "text")
    second = [bar, Fragment("   ", "text"), *done, *below]
    first, second = (
        [f if f is bar else f._replace(look=f.look + ground, target=target) for f in line]
        for line in (first, second)
    )
    return (
        cut(first, width, f"text{ground}"),
        cut(second, width, f"text{ground}"),
        cut((), width, "text"),
    )


def _measures(card: StoryCard, width: int) -> list[Fragment]:
    """At the right: how much was seen, the number of articles, their days where there is room."""
    if not card.known:
        return [Fragment("… ", "dim")]
    if card.problem:
        return []
    articles = counted(card.articles, "article")
    parts = []
    if card.work and card.work.rows and width >= 100:
        full = min(_BAR * card.work.seen // card.work.rows, _BAR)
        parts += [Fragment("━" * full, "sign-shared"), Fragment("─" * (_BAR - full), "rule")]
        parts.append(Fragment("  ", "text"))
    parts.append(Fragment(f"{articles:>11}", "dim"))
    if width >= _WITH_DAYS:
        parts.append(Fragment(f"  {days_of(card) or 'undated':>20}", "dim"))
    return [*parts, Fragment(" ", "text")]


_ROOMY, _WITH_DAYS = 60, 80
"""Cells from which the days are told, below the title, and from which they stand beside it."""


def _days(card: StoryCard, width: int) -> list[Fragment]:
    """At the right of the second line: the days, where the first has no room for them."""
    if not card.known or card.problem or not _ROOMY <= width < _WITH_DAYS:
        return []
    return [Fragment(f"  {days_of(card) or 'undated'} ", "dim")]


_SAYS_SOMETHING = 12
"""Cells of a thing that was cut from which it still tells something."""


def _done(card: StoryCard, current: bool, signs: Signs, room: int) -> list[Fragment]:
    """Below the title: the folder, whether it is open, and what the session tells.

    Of that, no more than says something in `room` cells, and no sign that leads to nothing.
    """
    dot = Fragment(f" {signs.dot} ", "dim")
    name = [Fragment(card.name, "dim")]
    if current:
        name += [dot, Fragment("open now", "dim")]
    if card.problem:
        return [*name, dot, Fragment(card.problem, "problem")]
    if not card.known:
        return name
    if card.unreadable:
        unread = f"{counted(card.unreadable, 'file')} cannot be read"
        name += [dot, Fragment(unread, "problem")]
    work = card.work
    if work is None and card.place:
        return [*name, dot, Fragment("nothing tagged", "silent"), dot, Fragment(card.place, "dim")]
    if work is None:
        return [*name, dot, Fragment("not begun", "silent")]
    if work.problem:
        return [*name, dot, Fragment(work.problem, "problem")]
    told = [[Fragment(f"{signs.tag} {work.tags}", "sign-tag")]] if work.tags else []
    if work.conflicts:
        told.append([Fragment(f"{work.undecided} of {work.conflicts} undecided", "text")])
    elif work.decided:
        told.append([Fragment(f"{work.decided} decided", "text")])
    if work.rows:
        told.append([Fragment(f"{min(work.seen, work.rows)} of {work.rows} rows seen", "text")])
    if changed := _day(work):
        told.append([Fragment(changed, "dim")])
    if work.others:
        told.append([Fragment(counted(work.others, "more annotator"), "dim")])
    if card.place:
        told.append([Fragment(card.place, "dim")])
    for group in told:
        if cells_of((*name, dot)) + min(cells_of(group), _SAYS_SOMETHING) > room:
            break
        name += [dot, *group]
    return name


def _day(work: Work) -> str:
    try:
        return f"last {short_date(datetime.fromisoformat(work.changed).date())}"
    except ValueError:
        return ""
