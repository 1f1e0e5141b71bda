"""Which marks lie on the text, and which look wins where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Mention, Severity, finding_key
from tui.model.span import Span
from tui.model.tag import Session, Verdict
from tui.page.signs import UNICODE, Signs


class Show(StrEnum):
    """Which marks are drawn; `f` walks through them."""

    ALL = "all"
    CONFLICTS = "conflicts"
    SHARED = "shared"
    TAGS = "tags"
    NONE = "none"


class Mark(NamedTuple):
    """One finding or tag on one passage."""

    span: Span
    look: str
    """`conflict`, `differs`, `shared`, `only`, `rejected`, `tag`, `hit`, `own`."""
    id: str
    """`x3`, `f7`, `o2` of the analysis, or a tag's id."""
    chip: str = ""
    """What stands in front of the passage."""


RANK = {
    "hit": 7,
    "conflict": 6,
    "differs": 5,
    "shared": 4,
    "only": 3,
    "own": 2,
    "tag": 1,
    "rejected": 0,
}
"""The higher one colours the text; all of them keep their ids and signs."""


@dataclass(frozen=True, eq=False)
class Marks:
    """The marks of a story, by article and in the order of the text."""

    by_article: Mapping[str, Sequence[Mark]]

    def within(self, article: str, span: Span) -> list[Mark]:
        """The marks that overlap `span`, in the order of the text."""
        marks = self.by_article.get(article, ())
        at = _first_ending_after(marks, span.start)
        found = []
        for mark in marks[at:]:
            if mark.span.start >= span.end:
                break
            if mark.span.overlaps(span):
                found.append(mark)
        return found

    def at(self, article: str, offset: int) -> list[Mark]:
        """The marks that cover `offset`."""
        return self.within(article, Span(offset, offset + 1))


NO_MARKS = Marks({})


def _first_ending_after(marks: Sequence[Mark], offset: int) -> int:
    """A position before which every mark ends at or before `offset`.

    Marks stay within a paragraph, so stepping back from the first one that
    starts behind `offset` until one starts a whole paragraph earlier is exact
    in practice; 4,000 characters is longer than any sentence a finding marks.
    """
    low, high = 0, len(marks)
    reach = offset - 4000
    while low < high:
        middle = (low + high) // 2
        if marks[middle].span.start < reach:
            low = middle + 1
        else:
            high = middle
    return low


def marks_of(
    story: Story,
    analysis: Analysis,
    session: Session | None,
    show: Show = Show.ALL,
    hits: Mapping[str, Sequence[Span]] | None = None,
    signs: Signs = UNICODE,
    places: Mapping[str, Mention | None] | None = None,
) -> Marks:
    """Every mark to draw: findings, tags and search hits.

    `places` says where each tag stands now, by its id; without one it is drawn
    nowhere.
    """
    found: dict[str, list[Mark]] = {}
    verdicts = session.verdicts if session else {}

    def put(article: str, mark: Mark) -> None:
        if article in story.by_id:
            found.setdefault(article, []).append(mark)

    if show in (Show.ALL, Show.CONFLICTS):
        for contradiction in analysis.contradictions:
            _put_contradiction(put, contradiction, story, verdicts, signs)
    if show in (Show.ALL, Show.SHARED):
        for fact in analysis.facts:
            look = "rejected" if _rejected(verdicts, finding_key(fact, story)) else "shared"
            for mention in fact.mentions:
                put(mention.article, Mark(mention.span, look, fact.id))
    if show is Show.ALL:
        for number, only in enumerate(analysis.only, 1):
            put(only.mention.article, Mark(only.mention.span, "only", f"o{number}"))
    if show is not Show.NONE and session:
        for article, mark in tag_marks(session, places or {}, signs):
            put(article, mark)
    for article, spans in (hits or {}).items():
        for span in spans:
            put(article, Mark(span, "hit", ""))
    return Marks({a: sorted(marks, key=_place) for a, marks in found.items()})


def _place(mark: Mark) -> tuple[int, int, int, str]:
    return mark.span.start, -mark.span.end, -RANK[mark.look], mark.id


def _rejected(verdicts: Mapping[str, Verdict], key: str) -> bool:
    return verdicts.get(key) is Verdict.REJECTED


def _put_contradiction(
    put: object, found: Contradiction, story: Story, verdicts: Mapping[str, Verdict], signs: Signs
) -> None:
    assert callable(put)
    verdict = verdicts.get(finding_key(found, story))
    look = "rejected" if verdict is Verdict.REJECTED else str(found.severity)
    for mention in found.mentions:
        put(mention.article, Mark(mention.span, look, found.id, chip(found, verdict, signs)))


def number(found: Contradiction) -> str:
    """Its number on the screen: `x3` is 3."""
    return found.id.lstrip("x")


def chip(found: Contradiction, verdict: Verdict | None = None, signs: Signs = UNICODE) -> str:
    """`≠3`, `≈4`, with `✓` or `✗` once the reader has decided."""
    sign = signs.conflict if found.severity is Severity.CONFLICT else signs.differs
    end = {Verdict.CONFIRMED: signs.confirmed, Verdict.REJECTED: signs.rejected, None: ""}[verdict]
    return f"{sign}{number(found)}{end}"


def tag_marks(
    session: Session, places: Mapping[str, Mention | None], signs: Signs
) -> Iterable[tuple[str, Mark]]:
    """(article id, mark) of every tag that has a place."""
    sign_of = {label.name: label.sign or label.name[:1].upper() for label in session.tagset}
    for tag in session.tags:
        place = places.get(tag.id)
        if place is not None:
            letters = "".join(sign_of.get(name, name[:1].upper()) for name in tag.labels)
            note = signs.more if tag.note else ""
            chip = f"{signs.tag}{letters or 'n'}{note}"
            yield place.article, Mark(place.span, "tag", tag.id, chip)
