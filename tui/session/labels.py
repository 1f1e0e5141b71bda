"""What a reader can do to the tagset: each a pure function that makes a new session.

Like the edits of claims, and undone like them; a change of a name reaches
every claim that carries it.
"""

from __future__ import annotations

from dataclasses import replace

from tui.model.counted import counted
from tui.model.tag import COLOURS, DIGITS, Label, Session, Tag, is_colour
from tui.session.edits import Edit, Refused, is_bare

MOST = 40
"""The most characters of a name: the footer and the lists have to show it."""


def uses(session: Session, name: str) -> int:
    """How many claims carry a label."""
    return sum(name in tag.labels for tag in session.tags)


def add_label(session: Session, name: str, now: str) -> Edit:
    """A new label at the end, with the first digit and sign that are free."""
    name = _new_name(session, name)
    taken = {label.digit for label in session.tagset}
    digit = next((d for d in DIGITS if d not in taken), "")
    label = Label(name, digit, free_sign(session, name))
    words = f"added the label ‘{name}’" + (f" on the key {digit}" if digit else "")
    return _edit(session, replace(session, tagset=(*session.tagset, label)), words, now)


def rename_label(session: Session, name: str, new: str, now: str) -> Edit:
    """The label under another name, on every claim too."""
    label = _label(session, name)
    new = _new_name(session, new, name)
    count = uses(session, name)
    after = _with_label(session, name, label._replace(name=new))
    return _edit(
        session,
        replace(after, tags=_relabelled(session, name, new, now)),
        f"renamed ‘{name}’ to ‘{new}’{_on(count)}",
        now,
    )


def merge_labels(session: Session, name: str, into: str, now: str) -> Edit:
    """Every claim of one label gets the other; the first is gone from the tagset."""
    label, kept = _label(session, name), _label(session, into)
    if name == into:
        raise Refused("a label cannot be merged into itself")
    count = uses(session, name)
    if not kept.digit:
        kept = kept._replace(digit=label.digit)
    after = _with_label(_with_label(session, name, None), into, kept)
    return _edit(
        session,
        replace(after, tags=_relabelled(session, name, into, now)),
        f"merged ‘{name}’ into ‘{into}’{_on(count)}",
        now,
    )


def remove_label(session: Session, name: str, now: str) -> Edit:
    """The label gone from the tagset and from every claim.

    A tag that says nothing without it goes as well.
    """
    _label(session, name)
    if len(session.tagset) == 1:
        raise Refused(f"‘{name}’ is the last label; rename it instead")
    count = uses(session, name)
    tags = _relabelled(session, name, "", now)
    changed = {t.id for t in session.tags if name in t.labels}
    gone = frozenset(t.id for t in tags if t.id in changed and is_bare(session, t))
    after = replace(
        _with_label(session, name, None), tags=tuple(t for t in tags if t.id not in gone)
    )
    words = f"deleted the label ‘{name}’{_on(count)}"
    if gone:
        words += f"; {counted(len(gone), 'tag')} had nothing else"
    return Edit(session, after, words, removed=gone, at=now)


def set_digit(session: Session, name: str, digit: str, now: str) -> Edit:
    """Set the key of a label; the label that had it gets the old one in exchange. Empty removes
    the key.
    """
    label = _label(session, name)
    if digit and (len(digit) != 1 or digit not in DIGITS):
        raise Refused(f"‘{digit}’ is no key for a label; use one digit")
    if digit == label.digit:
        raise Refused(f"‘{name}’ has the key {digit} already" if digit else "it has no key")
    other = next((x for x in session.tagset if digit and x.digit == digit), None)
    after = _with_label(session, name, label._replace(digit=digit))
    words = f"gave ‘{name}’ the key {digit}" if digit else f"took the key off ‘{name}’"
    if other:
        after = _with_label(after, other.name, other._replace(digit=label.digit))
        words += f", and ‘{other.name}’ {label.digit or 'none'}"
    return _edit(session, after, words, now)


def set_colour(session: Session, name: str, colour: str, now: str) -> Edit:
    """The colour of a label's chip: one of COLOURS, `#rrggbb`, or empty for the theme's."""
    label = _label(session, name)
    if colour and not is_colour(colour):
        raise Refused(f"‘{colour}’ is no colour; use {', '.join(COLOURS)}, or #rrggbb")
    after = _with_label(session, name, label._replace(colour=colour))
    return _edit(session, after, f"coloured ‘{name}’ {colour or 'as the theme does'}", now)


def set_sign(session: Session, name: str, sign: str, now: str) -> Edit:
    """The one or two letters of a label's chip."""
    label, sign = _label(session, name), sign.strip()
    if not 0 < len(sign) < 3 or not sign.isprintable():
        raise Refused("a sign is one or two letters")
    other = next((x for x in session.tagset if x.sign == sign and x.name != name), None)
    if other:
        raise Refused(f"‘{sign}’ is the sign of ‘{other.name}’; choose another")
    after = _with_label(session, name, label._replace(sign=sign))
    return _edit(session, after, f"gave ‘{name}’ the sign {sign}", now)


def set_meaning(session: Session, name: str, meaning: str, now: str) -> Edit:
    """When to use a label, for the next annotator."""
    label = _label(session, name)
    after = _with_label(session, name, label._replace(meaning=" ".join(meaning.split())))
    return _edit(session, after, f"said what ‘{name}’ means", now)


def free_sign(session: Session, name: str) -> str:
    """One or two letters of `name` that no label uses yet, if there are any."""
    taken = {label.sign for label in session.tagset}
    letters = [c for c in name if c.isalnum()] or ["x"]
    first = letters[0].upper()
    wanted = [first, *(first + c.lower() for c in letters[1:]), *(first + d for d in "23456789")]
    return next((sign for sign in wanted if sign not in taken), first)


def _edit(before: Session, after: Session, words: str, now: str) -> Edit:
    if (after.tagset, after.tags) == (before.tagset, before.tags):
        raise Refused("nothing was changed")
    return Edit(before, after, words, at=now)


def _new_name(session: Session, name: str, old: str = "") -> str:
    """`name` as it is stored. Raises Refused if a label other than `old` has it."""
    name = " ".join(name.split())
    if not name:
        raise Refused("a label needs a name")
    if len(name) > MOST or not name.isprintable():
        raise Refused(f"a name has at most {MOST} letters")
    others = (x.name for x in session.tagset if x.name != old)
    if any(x.casefold() == name.casefold() for x in others):
        raise Refused(f"there is a label ‘{name}’ already; merging puts two together")
    return name


def _label(session: Session, name: str) -> Label:
    for label in session.tagset:
        if label.name == name:
            return label
    raise Refused(f"there is no label ‘{name}’ any more")


def _with_label(session: Session, name: str, label: Label | None) -> Session:
    """The tagset with the label of that name changed, or without it."""
    changed = ((label if x.name == name else x) for x in session.tagset)
    return replace(session, tagset=tuple(x for x in changed if x is not None))


def _relabelled(session: Session, name: str, new: str, now: str) -> tuple[Tag, ...]:
    """The tags with one label under another name, or without it where that is empty."""
    return tuple(
        tag._replace(labels=_swapped(tag.labels, name, new), changed=now)
        if name in tag.labels
        else tag
        for tag in session.tags
    )


def _swapped(labels: tuple[str, ...], name: str, new: str) -> tuple[str, ...]:
    swapped = (new if x == name else x for x in labels)
    return tuple(dict.fromkeys(x for x in swapped if x))


def _on(count: int) -> str:
    return f" on {counted(count, 'claim')}" if count else ""
