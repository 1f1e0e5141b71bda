"""Changes to the tagset that reach every tag: a label renamed, two labels made one."""

from __future__ import annotations

from dataclasses import replace

from tui.model.tag import Session, Tag
from tui.session.edits import Edit, Refused


def rename_label(session: Session, old: str, new: str, now: str) -> Edit:
    """Call `old` `new`, in the tagset and on every tag; key, sign and meaning stay.

    Raises Refused where `new` is a label already: those are made one by `merge_labels`.
    """
    _there(session, old)
    if not new.strip():
        raise Refused("a label needs a name")
    if new in _names(session):
        raise Refused(f"there is a label {new!r} already; to make them one: tags merge")
    tagset = tuple(replace(x, name=new) if x.name == old else x for x in session.tagset)
    return _edit(session, replace(session, tagset=tagset), old, new, now, "renamed")


def merge_labels(session: Session, old: str, into: str, now: str) -> Edit:
    """Put `into` wherever `old` stands, and take `old` out of the tagset. Raises Refused."""
    _there(session, old)
    _there(session, into)
    if old == into:
        raise Refused(f"{old!r} cannot be merged into itself")
    tagset = tuple(x for x in session.tagset if x.name != old)
    return _edit(session, replace(session, tagset=tagset), old, into, now, "merged")


def _edit(before: Session, start: Session, old: str, new: str, now: str, verb: str) -> Edit:
    tags = tuple(_with(tag, old, new, now) for tag in start.tags)
    count = sum(old in t.labels for t in before.tags)
    joint = "to" if verb == "renamed" else "into"
    words = f"{verb} ‘{old}’ {joint} ‘{new}’ on {count} tag{'s' * (count != 1)}"
    return Edit(before, replace(start, tags=tags), words, at=now)


def _with(tag: Tag, old: str, new: str, now: str) -> Tag:
    if old not in tag.labels:
        return tag
    labels = tuple(dict.fromkeys(new if x == old else x for x in tag.labels))
    return replace(tag, labels=labels, changed=now)


def _names(session: Session) -> set[str]:
    """Labels of the tagset, and those that tags carry without it."""
    return {x.name for x in session.tagset} | {x for t in session.tags for x in t.labels}


def _there(session: Session, label: str) -> None:
    if label not in _names(session):
        known = ", ".join(x.name for x in session.tagset) or "none"
        raise Refused(f"no label {label!r} in this session; its labels: {known}")
