"""What changed in the articles since the reader last saw them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.model.article import Story
from tui.model.tag import Session
from tui.view.story.open_story import OpenStory
from tui.view.story.seen import named

if TYPE_CHECKING:
    from tui.session.anchor import State

_VERBS = {"moved": ("moved", "moved"), "changed": ("asks", "ask"), "orphan": ("lost", "lost")}
"""What became of a tag, of one and of several; what stayed is not told."""
_WAIT = ("changed", "orphan")
"""Those on which the reader has to decide."""


class Moved(NamedTuple):
    """What became of the tags of articles that changed."""

    words: str = ""
    """`B changed since you tagged it: 3 tags moved, 1 asks`; empty when nothing did."""
    waits: bool = False
    """Whether a tag asks where it belongs, or is lost."""


def since_tagged(reading: OpenStory) -> Moved:
    """Of the articles that are other bytes than when one of their tags was made."""
    found: dict[str, Counter[State]] = {}
    for tag in reading.session.tags:
        where = reading.tagged.finds.get(tag.id)
        article = reading.story.by_id.get(where.article) if where else None
        known = article and article.sha256 in (tag.anchor.sha256, tag.kept)
        if where and article and tag.anchor.sha256 and not known:
            found.setdefault(article.id, Counter())[where.found.state] += 1
    told = []
    for id in sorted(found):
        counts = [
            f"{n} {_VERBS[state.value][n != 1]}"
            for state, n in sorted(found[id].items())
            if state.value in _VERBS
        ]
        words = ", ".join(counts)
        first, _, rest = words.partition(" ")
        tags = "tag" if first == "1" else "tags"
        told.append(f"{id} changed since you tagged it: " + (
            f"{first} {tags} {rest}" if words else "all tags found their words"
        ))  # fmt: skip
    waits = any(state.value in _WAIT for counts in found.values() for state in counts)
    return Moved("; ".join(told), waits)


def two_ways(session: Session) -> str:
    """How many tags wait because two people tagged a claim differently; empty when none does."""
    count = sum(bool(tag.conflict) for tag in session.tags)
    if not count:
        return ""
    claims = "1 claim was" if count == 1 else f"{count} claims were"
    return f"{claims} tagged two ways: decide which holds"


def since_left(known: Mapping[str, str], now: Story) -> str:
    """`Since last time: B changed`; empty when nothing did, or nothing is `known` of last time.

    `known` are the versions of the articles by their names; see `LastRead`.
    """
    told = _since(known, now) if known else ""
    return told and f"Since last time: {told}"


def since_read(before: Story, now: Story) -> str:
    """`B changed, C is new`: what reading the files again brought."""
    return _since({name: a.sha256 for a, name in named(before)}, now)


def _since(known: Mapping[str, str], now: Story) -> str:
    """What changed since the articles were `known` so, SHA-256 by name."""
    new = named(now)
    changed = [a.id for a, name in new if known.get(name, a.sha256) != a.sha256]
    fresh = [a.id for a, name in new if name not in known and a.sha256]
    gone = sorted(known.keys() - {name for _, name in new})
    told = [
        f"{', '.join(ids)} {one if len(ids) == 1 else many}"
        for ids, one, many in (
            (changed, "changed", "changed"),
            (fresh, "is new", "are new"),
            (gone, "is gone", "are gone"),
        )
        if ids
    ]
    return "; ".join(told)
