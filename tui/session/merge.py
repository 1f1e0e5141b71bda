"""Merges what two writers did to a session since a common state, claim by claim and field by
field.

Nothing a writer added is lost. If both changed a claim differently, it keeps what both said,
and `Tag.conflict` says so until the reader settles it. What one removed and the other changed
stays. For the tags it makes no difference which of the two sessions is called ours.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from tui.model.tag import Decision, Label, Pin, Session, Status, Tag, Tie

T = TypeVar("T")
U = TypeVar("U")


def merge(base: Session, ours: Session, theirs: Session) -> Session:
    """The merge of what both made of `base`; story and annotator are those of `ours`.

    So is the place to resume, unless only `theirs` moved.
    """
    if ours is theirs or theirs is base:
        return ours
    tags = _each(base.tags, ours.tags, theirs.tags, lambda t: t.id, merge_tags)
    known = {t.id for t in tags}
    ties = _each(base.ties, ours.ties, theirs.ties, lambda t: (t.a, t.b), _merge_ties)
    return replace(
        ours,
        tagset=tuple(
            _each(base.tagset, ours.tagset, theirs.tagset, lambda t: t.name, _merge_meanings)
        ),
        tags=in_order(tags),
        decisions=decisions_in_order(
            _each(
                base.decisions, ours.decisions, theirs.decisions,
                lambda d: d.finding, _merge_decisions,
            )
        ),
        ties=tuple(sorted(
            (t for t in ties if t.a in known and t.b in known), key=lambda t: (t.a, t.b)
        )),
        pins=pins_in_order(
            _each(base.pins, ours.pins, theirs.pins, lambda p: p.id, _merge_pins)
        ),
        place=theirs.place if ours.place == base.place else ours.place,
    )  # fmt: skip


def same(a: Session, b: Session) -> bool:
    """Whether two sessions say the same, the place included."""
    return a is b or (a.place == b.place and same_work(a, b))


def same_work(a: Session, b: Session) -> bool:
    """Whether two sessions say the same but for the place to resume."""
    return a is b or (a.tags, a.decisions, a.ties, a.pins, a.tagset) == (
        b.tags,
        b.decisions,
        b.ties,
        b.pins,
        b.tagset,
    )


_PLACE = attrgetter("anchor.file", "anchor.span.start", "id")


def in_order(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """By file, then start, then id: the order of `Session.tags`."""
    return tuple(sorted(tags, key=_PLACE))


def pins_in_order(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """By file, then start, then id: the order of `Session.pins`."""
    return tuple(sorted(pins, key=_PLACE))


def decisions_in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda d: d.finding))


def _each(
    base: tuple[T, ...],
    ours: tuple[T, ...],
    theirs: tuple[T, ...],
    key: Callable[[T], Hashable],
    both: Callable[[T | None, T, T], T],
) -> list[T]:
    """Ours in our order, then what only they have; `both` joins what both changed."""
    was = {key(x): x for x in base}
    here = {key(x): x for x in ours}
    there = {key(x): x for x in theirs}
    merged: list[T] = []
    for name, mine in here.items():
        old, other = was.get(name), there.get(name)
        if other is None:
            if old is None or mine != old:
                merged.append(mine)
        elif mine in (other, old):
            merged.append(other)
        elif other == old:
            merged.append(mine)
        else:
            merged.append(both(old, mine, other))
    merged += [x for name, x in there.items() if name not in here and x != was.get(name)]
    return merged


def merge_tags(base: Tag | None, ours: Tag, theirs: Tag) -> Tag:
    """The merge of a claim that both changed; without a base both are additions.

    Swapping the two gives the same result, so that two people who merge each other's files get
    equal ones. Where a field can hold one value only, the later one wins.
    """
    first, second = sorted((ours, theirs), key=lambda t: (t.changed, repr(t)))
    old = base or first._replace(
        labels=(), note="", status=Status.UNCHECKED, confidence=None, conflict=(), ruling=None
    )
    conflict = [*first.conflict, *second.conflict]
    labels = _merge_labels(old.labels, first.labels, second.labels, conflict)
    note = _merge_notes(old.note, first.note, second.note, conflict)
    if _clash(old.status, first.status, second.status):
        conflict.append(f"status: {first.status} or {second.status}")
    confidence = _pick(old.confidence, first.confidence, second.confidence)
    if _clash(old.confidence, first.confidence, second.confidence):
        if first.confidence and second.confidence:
            conflict.append(f"confidence: {first.confidence} or {second.confidence}")
        confidence = second.confidence or first.confidence
    ruling = _pick(old.ruling, first.ruling, second.ruling)
    if _clash(old.ruling, first.ruling, second.ruling):
        if first.ruling and second.ruling:
            conflict.append("decided in two ways; the later decision holds")
        ruling = max(filter(None, (first.ruling, second.ruling)), key=lambda r: (r.at, r))
    return second._replace(
        ruling=ruling,
        anchor=_pick(old.anchor, first.anchor, second.anchor),
        labels=labels,
        note=note,
        status=_pick(old.status, first.status, second.status),
        confidence=confidence,
        made=min(filter(None, (first.made, second.made)), default=""),
        conflict=tuple(dict.fromkeys(conflict)),
    )


def _merge_labels(
    old: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...], conflict: list[str]
) -> tuple[str, ...]:
    """Every label that either put and neither took off."""
    added = [x for x in first if x not in old], [x for x in second if x not in old]
    gone = {x for x in old if x not in first or x not in second}
    both = [x for x in (*old, *first, *second) if x not in gone]
    if set(added[0]) - set(added[1]) and set(added[1]) - set(added[0]):
        conflict.append(f"tagged two ways: {', '.join(added[0])} or {', '.join(added[1])}")
    return tuple(dict.fromkeys(both))


def _merge_notes(old: str, first: str, second: str, conflict: list[str]) -> str:
    """The note that changed; both, one below the other, when both did."""
    if not _clash(old, first, second):
        return _pick(old, first, second)
    if not (first and second):
        return first or second
    for whole, part in ((first, second), (second, first)):
        # Merged before: the one holds the other already.
        if f"\n{part}\n" in f"\n{whole}\n":
            return whole
    conflict.append(f"two notes: “{first}” and “{second}”")
    return f"{first}\n{second}"


def _clash(old: U, first: U, second: U) -> bool:
    """Whether both changed, differently."""
    return old not in (first, second) and first != second


def _pick(old: U, first: U, second: U) -> U:
    """The one that changed; the second when both did."""
    return first if second == old else second


def _merge_meanings(base: Label | None, ours: Label, theirs: Label) -> Label:
    """A label that both changed, field by field; where they differ, ours holds."""
    if base is None:
        return ours
    sides = ((f, *(getattr(label, f) for label in (base, theirs, ours))) for f in _FIELDS)
    return ours._replace(**{f: _pick(*values) for f, *values in sides})


_FIELDS = ("digit", "sign", "colour", "meaning")


def _merge_decisions(base: Decision | None, ours: Decision, theirs: Decision) -> Decision:
    """The later of two decisions; it takes one key to change it."""
    return max(ours, theirs, key=lambda d: (d.at, repr(d)))


def _merge_pins(base: Pin | None, ours: Pin, theirs: Pin) -> Pin:
    """The later of two pins; it takes one key to change it."""
    return max(ours, theirs, key=lambda pin: (pin.made, repr(pin)))


def _merge_ties(base: Tie | None, ours: Tie, theirs: Tie) -> Tie:
    return max(ours, theirs, key=repr)
