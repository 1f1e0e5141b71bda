"""What somebody else did to a session, in words."""

from __future__ import annotations

from tui.model.counted import counted
from tui.model.listed import listed
from tui.model.tag import Session
from tui.session.merge import same_work


def news(before: Session, after: Session) -> str:
    """What leads from `before` to `after`: `added 2 tags and removed 1 tag`; empty for nothing."""
    if same_work(before, after):
        return ""
    was, now = ({t.id: t for t in s.tags} for s in (before, after))
    changes = (
        ("added", sum(1 for i in now if i not in was)),
        ("changed", sum(1 for i, t in now.items() if i in was and t != was[i])),
        ("removed", sum(1 for i in was if i not in now)),
    )
    told = [f"{verb} {counted(count, 'tag')}" for verb, count in changes if count]
    if before.decisions != after.decisions:
        told.append("decided on what was found")
    other = (before.ties, before.pins, before.tagset) != (after.ties, after.pins, after.tagset)
    if other and not told:
        told.append("changed links, rows or labels")
    return listed(told)  # nothing where it is the same work in another order
