"""Deciding between annotators: edits of a session that keeps where each tag came from.

Decided claims carry a `Ruling`. A claim on which none is right keeps a tag
without labels, so that the decision and its reason are not lost. Claims that
one tag covers are decided as one. With the
first decision the tags on which all agree come along, so that the session is
the whole agreed result.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from tui.model.shortened import shortened
from tui.model.tag import Decision, Ruling, Said, Session, Status, Tag, Verdict
from tui.session.edits import Edit, Refused
from tui.session.merge import decisions_in_order, in_order
from tui.team.disagreements import Disagreement, who
from tui.team.panel import Claim, Panel


@dataclass(frozen=True)
class Question:
    """A disagreement to decide, and how its decision is named in the session."""

    found: Disagreement
    key: str
    """`finding_key` of its finding."""


def ruling_on(session: Session, found: Disagreement) -> Ruling | None:
    """What was decided on a disagreement; None while it is open."""
    ids = _ids(found.claim)
    return next((t.ruling for t in session.tags if t.id in ids and t.ruling), None)


def rule(
    session: Session,
    panel: Panel,
    question: Question,
    taken: Sequence[str],
    by: str,
    now: str,
    reason: str = "",
) -> Edit:
    """Let the labels of the annotators `taken` hold on a claim; of none when it is empty.

    The same again takes the decision back. Raises Refused.
    """
    found = question.found
    old = ruling_on(session, found)
    if old is not None and old.by and old.taken == tuple(taken):
        return take_back(session, question, now)
    kept = reason or (old.reason if old else "")
    ruling = Ruling(_said(panel, found.claim), tuple(taken), kept, by, now)
    start = session if session.tags else _with_agreed(session, panel, now)
    new = _ruled(panel, found.claim, ruling)
    words = _told(found, taken)
    return _edit(session, start, question, new, words, now, Decision(
        question.key, Verdict.CONFIRMED, found.title, now
    ))  # fmt: skip


def take_back(session: Session, question: Question, now: str) -> Edit:
    """Leave a disagreement open again. Raises Refused."""
    if ruling_on(session, question.found) is None:
        raise Refused("nothing was decided here")
    words = f"took back the decision on “{shortened(question.found.quote)}”"
    return _edit(session, session, question, (), words, now, None)


def give_reason(session: Session, question: Question, reason: str, now: str) -> Edit:
    """Write down why it was decided so. Raises Refused while nothing is decided."""
    ids = _ids(question.found.claim)
    new = [
        t._replace(ruling=t.ruling._replace(reason=reason), changed=now)
        for t in session.tags
        if t.id in ids and t.ruling
    ]
    if not new:
        raise Refused("decide first; then say why")
    words = f"gave the reason for “{shortened(question.found.quote)}”"
    rest = (t for t in session.tags if t.id not in ids)
    after = replace(session, tags=in_order((*rest, *new)))
    return Edit(session, after, words, new[0].anchor.file, new[0].anchor.span, at=now)


def undecided(session: Session, found: Iterable[Disagreement]) -> int:
    return sum(ruling_on(session, d) is None for d in found)


def _edit(
    before: Session,
    start: Session,
    question: Question,
    new: Sequence[Tag],
    words: str,
    now: str,
    decision: Decision | None,
) -> Edit:
    """`start` with `new` in place of every tag on the claim."""
    ids = _ids(question.found.claim)
    made = {t.id for t in new}
    rest = (t for t in start.tags if t.id not in ids | made)
    decisions = [d for d in start.decisions if d.finding != question.key]
    after = replace(
        start,
        tags=in_order((*rest, *new)),
        decisions=decisions_in_order([*decisions, decision] if decision else decisions),
    )
    there = {t.id for t in after.tags}
    gone = frozenset(t.id for t in before.tags if t.id not in there)
    after = replace(after, ties=tuple(t for t in after.ties if t.a not in gone and t.b not in gone))
    place = next(chain.from_iterable(question.found.claim.tags)).anchor
    return Edit(before, after, words, place.file, place.span, gone, now)


def _ids(claim: Claim) -> set[str]:
    """The ids of all tags on a claim; the same words have the same id from everyone."""
    return {t.id for tags in claim.tags for t in tags}


def _ruled(panel: Panel, claim: Claim, ruling: Ruling) -> tuple[Tag, ...]:
    """The tags that hold: one for each passage that a taken annotator tagged."""
    made: dict[str, Tag] = {}
    for name, tags in zip(panel.names, claim.tags, strict=True):
        for tag in tags if name in ruling.taken else ():
            known = made.get(tag.id)
            made[tag.id] = _joined(known, tag) if known else tag
    if not any(t.labels for t in made.values()):
        first = next(chain.from_iterable(claim.tags))
        made = {first.id: first._replace(labels=(), note="", status=Status.UNCHECKED,
                                  confidence=None)}  # fmt: skip
    return tuple(t._replace(ruling=ruling, conflict=(), changed=ruling.at) for t in made.values())


def _joined(one: Tag, other: Tag) -> Tag:
    """The same words tagged by two whose labels both hold."""
    notes = dict.fromkeys(n for n in (one.note, other.note) if n)
    return one._replace(
        labels=tuple(dict.fromkeys((*one.labels, *other.labels))),
        note="\n".join(notes),
        status=one.status if one.status is other.status else Status.UNCHECKED,
        confidence=one.confidence if one.confidence is other.confidence else None,
    )


def _said(panel: Panel, claim: Claim) -> tuple[Said, ...]:
    return tuple(
        Said(a.name, os.path.basename(a.file), labels)
        for a, labels in zip(panel.annotators, claim.labels, strict=True)
    )


def _with_agreed(session: Session, panel: Panel, now: str) -> Session:
    """The session with the tagset of the panel and the tags on which all agree."""
    tags: dict[str, Tag] = {}
    for claim in panel.passages:
        if claim.tagged and not claim.disputed:
            ruling = Ruling(_said(panel, claim), panel.names, at=now)
            for tag in _ruled(panel, claim, ruling):
                tags.setdefault(tag.id, tag)
    return replace(session, tagset=panel.tagset, tags=in_order(tags.values()))


def _told(found: Disagreement, taken: Sequence[str]) -> str:
    labels = sorted({x for view in found.views if view.name in taken for x in view.labels})
    nobody = "neither" if len(found.views) == 2 else "none"
    what = f" ({', '.join(labels)})" if labels else ""
    return f"decided for {who(taken) or nobody}{what}: “{shortened(found.quote)}”"
