"""The list of tags: which of them show, in what order, and the lines above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from tui.model.finding import Mention
from tui.model.tag import Session, Status, Tag
from tui.page.lines import Fragment, Line, cut
from tui.page.list_head import Choice, list_head
from tui.page.search import folded
from tui.page.wrap import width_of

GONE = "gone"
"""Stands for an article where the words of a tag are not found for certain."""
NOTE_ONLY = "note only"
"""Stands for the labels of a tag that has none."""


class TagOrder(StrEnum):
    """How the list is sorted; ties keep the order of the text."""

    TEXT = "text"
    NEWEST = "newest"
    LABEL = "label"
    STATUS = "status"


class TagFilter(NamedTuple):
    """What the reader wants to see; empty texts and None leave everything in."""

    words: str = ""
    label: str = ""
    article: str = ""
    """An article's id, or `GONE`."""
    status: Status | None = None
    order: TagOrder = TagOrder.TEXT

    @property
    def narrows(self) -> bool:
        """Whether any tag may be left out."""
        return bool(self.words.strip() or self.label or self.article or self.status)


Places = Mapping[str, Mention | None]
"""Where each tag stands now, by its id; None for one whose words are gone."""


def article_of(tag: Tag, places: Places) -> str:
    """The id of the article a tag stands in now, or `GONE`."""
    place = places.get(tag.id)
    return place.article if place else GONE


def labels_of(tag: Tag) -> tuple[str, ...]:
    """Its labels, or `NOTE_ONLY`."""
    return tag.labels or (NOTE_ONLY,)


def listed(session: Session, places: Places, wanted: TagFilter) -> list[Tag]:
    """The tags that fit every part of the filter, in its order."""
    words = folded(wanted.words)[0].split()
    found = [
        tag
        for tag in session.tags
        if wanted.label in ("", *labels_of(tag))
        and wanted.article in ("", article_of(tag, places))
        and wanted.status in (None, tag.status)
        and _holds(tag, places, words)
    ]
    return sorted(found, key=_KEYS[wanted.order](session))


def _holds(tag: Tag, places: Places, words: Sequence[str]) -> bool:
    if not words:
        return True
    parts = (article_of(tag, places), *labels_of(tag), tag.status.value)
    told = folded(" ".join((*parts, tag.anchor.quote, tag.note, tag.anchor.file)))[0]
    return all(word in told for word in words)


Rank = Callable[[Tag], tuple[object, ...]]


def _by_label(session: Session) -> Rank:
    places = {label.name: n for n, label in enumerate(session.tagset)}
    last = len(places)
    return lambda tag: (min((places.get(n, last) for n in tag.labels), default=last),)


def _by_status(session: Session) -> Rank:
    places = {status: n for n, status in enumerate(Status)}
    return lambda tag: (places[tag.status],)


def _newest(session: Session) -> Rank:
    # ISO times with offsets do not sort as text, but they parse.
    from datetime import datetime

    def age(tag: Tag) -> tuple[object, ...]:
        try:
            return (-datetime.fromisoformat(tag.changed or tag.made).timestamp(),)
        except (ValueError, OverflowError, OSError):
            return (0.0,)

    return age


_KEYS: Mapping[TagOrder, Callable[[Session], Rank]] = {
    TagOrder.TEXT: lambda session: lambda tag: (),
    TagOrder.NEWEST: _newest,
    TagOrder.LABEL: _by_label,
    TagOrder.STATUS: _by_status,
}


# -- choosing ------------------------------------------------------------------


def label_counts(session: Session) -> list[tuple[str, int]]:
    """How many tags carry each label, in the order of the tagset; unused ones are left out."""
    counts = Counter(name for tag in session.tags for name in labels_of(tag))
    known = [label.name for label in session.tagset]
    others = sorted(name for name in counts if name not in known and name != NOTE_ONLY)
    return [(n, counts[n]) for n in (*known, *others, NOTE_ONLY) if counts[n]]


def next_label(session: Session, wanted: TagFilter) -> TagFilter:
    """The filter on the next label that is used; after the last, on all."""
    return wanted._replace(label=_after(wanted.label, [n for n, _ in label_counts(session)]))


def next_article(session: Session, places: Places, wanted: TagFilter) -> TagFilter:
    """The filter on the next article that has a tag; after the last, on all."""
    present = {article_of(tag, places) for tag in session.tags}
    ids = sorted(present - {GONE}, key=lambda id: (len(id.rstrip("0123456789")), id))
    return wanted._replace(article=_after(wanted.article, ids + [GONE] * (GONE in present)))


def next_status(session: Session, wanted: TagFilter) -> TagFilter:
    """The filter on the next status that a tag has; after the last, on all."""
    used = {tag.status for tag in session.tags}
    found = _after(
        wanted.status.value if wanted.status else "", [s.value for s in Status if s in used]
    )
    return wanted._replace(status=Status(found) if found else None)


def next_order(wanted: TagFilter) -> TagFilter:
    orders = list(TagOrder)
    return wanted._replace(order=orders[(orders.index(wanted.order) + 1) % len(orders)])


def _after(now: str, every: Sequence[str]) -> str:
    if now not in every:
        return every[0] if every else ""
    at = every.index(now) + 1
    return every[at] if at < len(every) else ""


# -- above the list ------------------------------------------------------------


def head_lines(
    session: Session, shown: int, wanted: TagFilter, keys: Mapping[str, str], width: int
) -> tuple[Line, Line]:
    """How many tags show, by which filter, and below it how often each label is used.

    `keys` gives the key of each filter by its command id. Every word is where
    a click finds the command or the label it stands for.
    """
    total = len(session.tags)
    title = f"Tags: {shown} of {total}" if wanted.narrows else f"Tags: {total}"
    status = wanted.status.value if wanted.status else ""
    choices = (
        Choice("filter-label", "label", wanted.label or "all", not wanted.label),
        Choice("filter-article", "article", wanted.article or "all", not wanted.article),
        Choice("filter-status", "status", status or "all", not status),
        Choice("order", "order", wanted.order.value, True),
    )
    # The words stay in the field they were typed in.
    first = list_head(title, "", choices, keys, width)
    return first, _counts_line(session, wanted, width)


def _counts_line(session: Session, wanted: TagFilter, width: int) -> Line:
    parts, used = [Fragment(" ", "top")], 1
    counts = label_counts(session)
    for place, (name, count) in enumerate(counts):
        text = f"{name} {count}"
        more = f"and {len(counts) - place} more labels"
        last = place == len(counts) - 1
        if used + width_of(text) + (0 if last else width_of(more) + 2) > width:
            parts.append(Fragment(more, "top-dim"))
            break
        look = "top-tag" if name == wanted.label else "top-dim"
        parts += [Fragment(text, look, target=f"label:{name}"), Fragment("   ", "top")]
        used += width_of(text) + 3
    return cut(parts, width, "top")
