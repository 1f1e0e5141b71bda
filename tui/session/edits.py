"""What a reader can do to a session: each a pure function that makes a new one.

An edit says in words what it did, where, and which tags it took away, so that
undo can name it and saving can tell a removal from a loss. Times are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.errors import RashomonError
from tui.model.article import Article
from tui.model.shortened import shortened
from tui.model.span import Span
from tui.model.tag import (
    MAX_TAGS,
    Confidence,
    Decision,
    Place,
    Relation,
    Session,
    Status,
    Tag,
    Tie,
    Verdict,
)
from tui.session.anchor import State, anchor, find, tag_id
from tui.session.merge import decisions_in_order, in_order
from tui.session.versions import Version


class Refused(RashomonError):
    """An edit that cannot be done; the message says why."""


@dataclass(frozen=True, eq=False)
class Edit:
    """One step: the session before and after, and what to tell the reader."""

    before: Session
    session: Session
    words: str
    """In the past tense: `tagged D ‘fact’: “The mayor met them…”`."""
    file: str = ""
    """The article's file to show on undo; empty for none."""
    span: Span | None = None
    removed: frozenset[str] = frozenset()
    """Ids of tags taken away on purpose."""
    at: str = ""
    """When, as handed in."""


Claim = tuple[Article, Span]
"""A sentence, or a chosen stretch, of one article."""


def tag_at(session: Session, article: Article, span: Span) -> Tag | None:
    """The tag on exactly these characters of the article as it is now."""
    for tag in session.by_file.get(article.file, ()):
        if tag.anchor.sha256 == article.sha256:
            if tag.anchor.span == span:
                return tag
        elif tag.anchor.quote == span.of(article.text):
            found = find(tag.anchor, article)
            if found.state in (State.EXACT, State.MOVED) and found.span == span:
                return tag
    return None


def _here(session: Session, claim: Claim) -> Tag | None:
    """The tag on a claim, about to be changed; one typed by hand gets its whole anchor."""
    tag = tag_at(session, *claim)
    return tag._replace(anchor=anchor(*claim)) if tag and tag.anchor.by_hand else tag


def toggle_label(session: Session, article: Article, span: Span, label: str, now: str) -> Edit:
    """Put `label` on a claim, or take it off where it is.

    A tag that is left without labels, note, status and confidence goes.
    """
    _known(session, label)
    tag = _here(session, (article, span))
    if tag is None or label not in tag.labels:
        return _label(session, ((article, span),), label, now)
    labels = tuple(x for x in tag.labels if x != label)
    changed = tag._replace(labels=labels, changed=now)
    words = f"took ‘{label}’ off {_where(tag)}"
    if is_bare(session, changed):
        return _without(session, tag, words, now)
    return _with(session, (changed,), words, now)


def label_many(session: Session, claims: Iterable[Claim], label: str, now: str) -> Edit:
    """Put `label` on every claim that lacks it; one step to undo."""
    return _label(session, lacking(session, claims, label), label, now)


def lacking(session: Session, claims: Iterable[Claim], label: str) -> tuple[Claim, ...]:
    """The claims that `label_many` would put `label` on. Raises Refused where it could not."""
    _known(session, label)
    every = tuple(claims)
    tags = [(claim, tag_at(session, *claim)) for claim in every]
    found = tuple(claim for claim, tag in tags if tag is None or label not in tag.labels)
    if not found:
        them = "it is" if len(every) == 1 else "all of them are"
        raise Refused(f"{them} ‘{label}’ already")
    _refuse_too_many(session, len(session.tags) + sum(tag is None for _, tag in tags))
    return found


def set_note(
    session: Session,
    target: str | Claim,
    note: str,
    status: Status,
    confidence: Confidence | None,
    now: str,
) -> Edit:
    """Note, status and confidence of a tag (by id) or of a claim, tagged or not."""
    tag = _tag(session, target) if isinstance(target, str) else _here(session, target)
    if tag is None:
        assert not isinstance(target, str)
        tag = _new(session, target, now)
    changed = tag._replace(note=note, status=status, confidence=confidence, changed=now)
    if is_bare(session, changed):
        if tag.id not in session.tag_ids:
            raise Refused("nothing was written")
        return _without(session, tag, f"emptied the note on {_where(tag)}", now)
    return _with(session, (changed,), f"noted on {_where(tag)}", now)


def remove_tag(session: Session, target: str | Claim, now: str) -> Edit:
    """Take a tag away, by id or by its claim, with all its labels and its note."""
    tag = _tag(session, target) if isinstance(target, str) else tag_at(session, *target)
    if tag is None:
        raise Refused("this claim has no tag")
    return _without(session, tag, f"removed the tag from {_where(tag)}", now)


def take_version(session: Session, tag_id: str, version: Version, now: str) -> Edit:
    """Decide on a claim that two writers tagged differently: what one of them said holds."""
    tag = _tag(session, tag_id)
    changed = tag._replace(
        labels=version.labels,
        note=version.note,
        status=version.status,
        confidence=version.confidence,
        conflict=(),
        changed=now,
    )
    labels = ", ".join(version.labels) or "no label"
    return _with(session, (changed,), f"settled {_where(tag)}: {labels}", now)


def settle_conflict(session: Session, tag_id: str, labels: tuple[str, ...], now: str) -> Edit:
    """Decide on a claim that two writers tagged differently: these labels hold."""
    tag = _tag(session, tag_id)
    for label in labels:
        _known(session, label)
    changed = tag._replace(labels=labels, conflict=(), changed=now)
    return _with(session, (changed,), f"settled {_where(tag)}", now)


def reattach(session: Session, tag_id: str, article: Article, span: Span, now: str) -> Edit:
    """Put a tag whose words changed or moved on the words the reader chose.

    The way to answer `Found.proposals`: the tag keeps its id, labels and note.
    """
    tag = _tag(session, tag_id)
    changed = tag._replace(anchor=anchor(article, span), kept="", changed=now)
    words = f"put the tag of “{shortened(tag.anchor.quote)}” on {_where(changed)}"
    return _with(session, (changed,), words, now)


def leave(session: Session, tag_id: str, article: Article, now: str) -> Edit:
    """Leave a tag with the words it had, though `article` says something else now.

    It is an orphan then, and not asked about until the file changes again.
    """
    tag = _tag(session, tag_id)
    changed = tag._replace(kept=article.sha256, changed=now)
    return _with(session, (changed,), f"left the tag as it was on {_where(tag)}", now)


def decide(
    session: Session, finding: str, verdict: Verdict | None, question: str, now: str
) -> Edit:
    """Confirm or reject a finding (by `finding_key`); None takes the decision back."""
    rest = [d for d in session.decisions if d.finding != finding]
    if verdict is None:
        if len(rest) == len(session.decisions):
            raise Refused("nothing was decided here")
        words = f"took back the decision on “{shortened(question)}”"
    else:
        rest.append(Decision(finding, verdict, question, now))
        words = f"{verdict.value} “{shortened(question)}”"
    return Edit(session, replace(session, decisions=decisions_in_order(rest)), words, at=now)


def tie(session: Session, a: str | Claim, b: str | Claim, relation: Relation, now: str) -> Edit:
    """Join two claims, or part them when they are joined so already.

    A claim without a tag gets one without labels, to hold the tie.
    """
    new: list[Tag] = []
    ends: list[Tag] = []
    for target in (a, b):
        tag = _tag(session, target) if isinstance(target, str) else tag_at(session, *target)
        if tag is None:
            assert not isinstance(target, str)
            tag = _new(session, target, now)
            new.append(tag)
        ends.append(tag)
    first, second = sorted(t.id for t in ends)
    if first == second:
        raise Refused("a claim cannot be joined to itself")
    joined = Tie(first, second, relation)
    rest = tuple(t for t in session.ties if (t.a, t.b) != (first, second))
    if joined in session.ties:
        ties, words = rest, "parted"
    else:
        ties = tuple(sorted((*rest, joined), key=lambda t: (t.a, t.b)))
        words = "joined as the same" if relation is Relation.SAME else "joined as contradicting"
    words = f"{words}: {_where(ends[0])} and {_where(ends[1])}"
    after, removed = _swept(replace(_put(session, new), ties=ties), [t.id for t in ends])
    place = ends[1].anchor
    return Edit(session, after, words, place.file, place.span, removed, now)


def move_place(session: Session, place: Place) -> Session:
    """The place to resume; no step of its own, so nothing to undo."""
    return session if place == session.place else replace(session, place=place)


def _label(session: Session, claims: Iterable[Claim], label: str, now: str) -> Edit:
    tags: list[Tag] = []
    for claim in claims:
        tag = _here(session, claim) or _new(session, claim, now)
        tags.append(tag._replace(labels=(*tag.labels, label), changed=now))
    if len(tags) == 1:
        article = tags[0].anchor.article
        words = f"tagged {article} ‘{label}’: “{shortened(tags[0].anchor.quote)}”"
    else:
        words = f"tagged {len(tags)} claims ‘{label}’"
    return _with(session, tags, words, now)


def _new(session: Session, claim: Claim, now: str) -> Tag:
    """An empty tag; an id that a changed claim still holds is not given twice."""
    place = anchor(*claim)
    if not place.quote.strip():
        raise Refused("there are no words here")
    taken = session.tag_ids
    name = wanted = tag_id(place.file, place.quote, place.occurrence)
    number = 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return Tag(name, place, made=now, changed=now)


def _with(session: Session, tags: Iterable[Tag], words: str, now: str) -> Edit:
    changed = list(tags)
    where = changed[-1].anchor
    return Edit(session, _put(session, changed), words, where.file, where.span, at=now)


def _put(session: Session, changed: Iterable[Tag]) -> Session:
    new = {t.id: t for t in changed}
    if not new:
        return session
    every = (*(t for t in session.tags if t.id not in new), *new.values())
    _refuse_too_many(session, len(every))
    return replace(session, tags=in_order(every))


def _refuse_too_many(session: Session, count: int) -> None:
    """Refuse what could not be saved; less than there is now may be had of any session."""
    if count > max(MAX_TAGS, len(session.tags)):
        raise Refused(
            f"this would make {count:,} tags, and a session holds {MAX_TAGS:,} at most; "
            "--annotator with another name begins another session"
        )


def _without(session: Session, tag: Tag, words: str, now: str) -> Edit:
    parted = [t for t in session.ties if tag.id in (t.a, t.b)]
    rest = replace(
        session,
        tags=tuple(t for t in session.tags if t.id != tag.id),
        ties=tuple(t for t in session.ties if t not in parted),
    )
    after, removed = _swept(rest, [id for t in parted for id in (t.a, t.b)])
    place = tag.anchor
    return Edit(session, after, words, place.file, place.span, removed | {tag.id}, now)


def _swept(session: Session, ids: Iterable[str]) -> tuple[Session, frozenset[str]]:
    """Without those of these tags that only held a tie, and the ids of the ones that went."""
    ends = set(ids)
    gone = frozenset(t.id for t in session.tags if t.id in ends and is_bare(session, t))
    return replace(session, tags=tuple(t for t in session.tags if t.id not in gone)), gone


def _tag(session: Session, wanted: str) -> Tag:
    for tag in session.tags:
        if tag.id == wanted:
            return tag
    raise Refused("this tag is not in the session any more")


def is_bare(session: Session, tag: Tag) -> bool:
    """Whether a tag says nothing and holds nothing together."""
    told = tag.labels or tag.note or tag.confidence or tag.conflict or tag.ruling
    tied = any(tag.id in (t.a, t.b) for t in session.ties)
    return not told and not tied and tag.status is Status.UNCHECKED


def _known(session: Session, label: str) -> None:
    names = [x.name for x in session.tagset]
    if label not in names:
        raise Refused(f"‘{label}’ is not in the tagset; it has {', '.join(names) or 'no labels'}")


def _where(tag: Tag) -> str:
    return f"{tag.anchor.article or tag.anchor.file}: “{shortened(tag.anchor.quote)}”"
