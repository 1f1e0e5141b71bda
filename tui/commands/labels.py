"""Labels as people type them behind `--label`."""

from __future__ import annotations

from collections.abc import Iterable

from tui.errors import RashomonError
from tui.model.tag import Session


def meant(session: Session, names: Iterable[str]) -> frozenset[str]:
    """The labels of a session that `names` mean, ignoring case.

    Both those of the tagset and those that only a tag has. Raises RashomonError for a name that
    no label has: it is more often a typo than a question.
    """
    tagset = [label.name for label in session.tagset]
    others = sorted({name for tag in session.tags for name in tag.labels} - set(tagset))
    known = (*tagset, *others)
    found: set[str] = set()
    for name in names:
        same = {label for label in known if label.casefold() == name.casefold()}
        if not same:
            listed = ", ".join(known)
            raise RashomonError(f"no label {name!r} in this session; its labels: {listed}")
        found |= same
    return frozenset(found)
