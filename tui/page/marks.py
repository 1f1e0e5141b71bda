"""The marks on the text, and which look wins where several overlap."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Kind, Mention, finding_key
from tui.model.span import Span
from tui.model.tag import Label, Relation, Session, Tag, Verdict
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
    """One of RANK; `two_ways` marks what annotators label differently."""
    id: str
    """`x3`, `f7`, `o2` of the analysis, or a tag's id."""
    chip: str = ""
    """What stands in front of the passage."""
    colour: str = ""
    """Of a label, for the chip; empty for the theme's."""


RANK = {
    "conflict": 7,
    "differs": 6,
    "two_ways": 5,
    "shared": 4,
    "only": 3,
    "own": 2,
    "tag": 1,
    "asks": 1,
    "rejected": 0,
}
"""Look → rank; where marks overlap, the highest colours the text, and all keep their ids and
signs.
"""
DISPUTES = ("two_ways", "conflict", "differs")
"""The looks of contradictions, the weightiest first; each is also the name of a field of
`Signs`.
"""


class Disputed(NamedTuple):
    """Ids of the contradictions of one article, as far as they show."""

    conflicts: frozenset[str]
    differs: frozenset[str]
    """Those that are told differently, without a conflict."""
    two_ways: frozenset[str] = frozenset()
    """What annotators label differently."""


class Marks:
    """The marks of a story, by article and in the order of the text; never changed."""

    def __init__(self, by_article: Mapping[str, Sequence[Mark]]) -> None:
        self.by_article = by_article
        self.redrawn: tuple[Marks, Marks] | None = None
        """The marks that these were derived from, and the ids of the findings that were drawn
        again; None for marks made from scratch.
        """
        self._disputed: dict[str, Disputed] = {}

    @staticmethod
    def of(marked: Iterable[tuple[str, Mark]]) -> Marks:
        """These marks, each given with the id of its article; in any order."""
        found: dict[str, list[Mark]] = {}
        for article, mark in marked:
            found.setdefault(article, []).append(mark)
        return Marks({a: sorted(ms, key=_place) for a, ms in found.items()}) if found else NO_MARKS

    def within(self, article: str, span: Span) -> list[Mark]:
        """The marks that overlap `span`, in the order of the text."""
        marks = self.by_article.get(article, ())
        reach = span.start - self.longest.get(article, 0)
        at = bisect_left(marks, reach, key=lambda m: m.span.start)
        found = []
        for index in range(at, len(marks)):  # a slice would copy thousands for a few
            mark = marks[index]
            if mark.span.start >= span.end:
                break
            if mark.span.overlaps(span):
                found.append(mark)
        return found

    def joined(self, over: Marks) -> Marks:
        """These marks together with others.

        Nothing is sorted or counted again: this is called for each tag, and a story has
        thousands of marks.
        """
        return self if over is NO_MARKS else _Joined(self, over)

    @property
    def findings(self) -> Marks:
        """The marks of findings, to which others were joined."""
        return self

    @property
    def over(self) -> tuple[Marks, ...]:
        """What was joined to the marks of findings: those of tags."""
        return ()

    def differ(self, old: Marks, article: str, span: Span) -> bool:
        """Whether other marks that overlap `span` were joined to these than to `old`.

        What was joined to both is not looked at.
        """
        new = [over for over in self.over if over not in old.over]
        was = [over for over in old.over if over not in self.over]
        here = [mark for marks in new for mark in marks.within(article, span)]
        return here != [mark for marks in was for mark in marks.within(article, span)]

    def disputed(self, article: str) -> Disputed:
        """The contradictions that are marked in an article."""
        if article not in self._disputed:
            ids: dict[str, set[str]] = {look: set() for look in DISPUTES}
            for mark in self.by_article.get(article, ()):
                if mark.look in ids:
                    ids[mark.look].add(mark.id)
            two_ways, conflicts, differs = map(frozenset, ids.values())
            self._disputed[article] = Disputed(conflicts, differs, two_ways)
        return self._disputed[article]

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """Length of the longest mark of each article: a mark that overlaps an offset begins at
        most so far before it.
        """
        return {
            article: max((mark.span.end - mark.span.start for mark in marks), default=0)
            for article, marks in self.by_article.items()
        }

    @cached_property
    def looks(self) -> Mapping[str, str]:
        """The look of each finding, by its id."""
        return {m.id: m.look for ms in self.by_article.values() for m in ms if m.id}

    def at(self, article: str, offset: int) -> list[Mark]:
        """The marks that cover `offset`."""
        return self.within(article, Span(offset, offset + 1))


class _Joined(Marks):
    """The marks of two sequences in order, merged only where somebody looks."""

    def __init__(self, under: Marks, over: Marks) -> None:
        self._under, self._over = under, over
        self.redrawn = None

    @cached_property
    def by_article(self) -> Mapping[str, Sequence[Mark]]:  # type: ignore[override]
        under, over = self._under.by_article, self._over.by_article
        return {
            article: sorted((*under.get(article, ()), *over.get(article, ())), key=_place)
            for article in (*under, *(a for a in over if a not in under))
        }

    def within(self, article: str, span: Span) -> list[Mark]:
        under, over = self._under.within(article, span), self._over.within(article, span)
        return sorted(under + over, key=_place) if under and over else under or over

    @property
    def looks(self) -> Mapping[str, str]:
        return self._under.looks

    @property
    def findings(self) -> Marks:
        return self._under.findings

    @cached_property
    def over(self) -> tuple[Marks, ...]:
        return (*self._under.over, self._over)

    def disputed(self, article: str) -> Disputed:
        return self._under.disputed(article)


NO_MARKS = Marks({})


def finding_marks(
    story: Story,
    analysis: Analysis,
    verdicts: Mapping[str, Verdict],
    show: Show = Show.ALL,
    signs: Signs = UNICODE,
) -> Marks:
    """The marks of what the analysis found; `verdicts` by `finding_key`."""
    every = _found(story, analysis, verdicts, show, signs)
    return Marks.of((article, mark) for article, mark in every if article in story.by_id)


def _found(
    story: Story, analysis: Analysis, verdicts: Mapping[str, Verdict], show: Show, signs: Signs
) -> Iterator[tuple[str, Mark]]:
    if show in (Show.ALL, Show.CONFLICTS):
        for contradiction in analysis.contradictions:
            yield from _of_contradiction(contradiction, story, verdicts, signs)
    if show in (Show.ALL, Show.SHARED):
        for fact in analysis.facts:
            verdict = verdicts.get(finding_key(fact, story)) if verdicts else None
            look = "rejected" if verdict is Verdict.REJECTED else "shared"
            for mention in fact.mentions:
                yield mention.article, Mark(mention.span, look, fact.id)
    if show is Show.ALL:
        for number, only in enumerate(analysis.only, 1):
            yield only.mention.article, Mark(only.mention.span, "only", f"o{number}")


def drawn_marks(every: Marks, analysis: Analysis, show: Show) -> Marks:
    """From the marks of `every` finding, those of the findings in `analysis` that `show` draws.

    The result equals making them from scratch, in a tenth of the time; the same object where
    all are drawn. `every` is of an analysis with the same ids.
    """
    ids: set[str] = set()
    if show in (Show.ALL, Show.CONFLICTS):
        ids.update(c.id for c in analysis.contradictions)
    if show in (Show.ALL, Show.SHARED):
        ids.update(f.id for f in analysis.facts)
    if show is Show.ALL:
        ids.update(f"o{number}" for number in range(1, len(analysis.only) + 1))
    looks = {id: look for id, look in every.looks.items() if id in ids}
    if len(looks) == len(every.looks):
        return every
    if not looks:
        return NO_MARKS
    chosen = {a: [m for m in ms if m.id in looks] for a, ms in every.by_article.items()}
    found = Marks({a: ms for a, ms in chosen.items() if ms})
    found.longest, found.looks = every.longest, looks
    return found


def with_verdicts(
    marks: Marks, story: Story, decided: Analysis, verdicts: Mapping[str, Verdict],
    show: Show = Show.ALL, signs: Signs = UNICODE,
) -> Marks:  # fmt: skip
    """`marks`, which know of no decisions, with the `decided` findings drawn by their verdicts.

    The result equals making all of them from scratch, but only the decided ones take time.
    """
    drawn = finding_marks(story, decided, verdicts, show, signs)
    changed = drawn.looks
    by_article = dict(marks.by_article)
    for article, listed in drawn.by_article.items():
        others = [mark for mark in by_article[article] if mark.id not in changed]
        for mark in listed:
            insort(others, mark, key=_place)
        by_article[article] = others
    found = Marks(by_article)
    found.longest, found.looks = marks.longest, {**marks.looks, **changed}
    found.redrawn = (marks, drawn)
    found._disputed = {a: d for a, d in marks._disputed.items() if a not in drawn.by_article}
    return found


def _place(mark: Mark) -> tuple[int, int, int, str]:
    return mark.span.start, -mark.span.end, -RANK[mark.look], mark.id


def _of_contradiction(
    found: Contradiction, story: Story, verdicts: Mapping[str, Verdict], signs: Signs
) -> Iterator[tuple[str, Mark]]:
    verdict = verdicts.get(finding_key(found, story)) if verdicts else None
    look = "rejected" if verdict is Verdict.REJECTED else look_of(found)
    for mention in dict.fromkeys(found.mentions):  # two sides may speak of the same words
        yield mention.article, Mark(mention.span, look, found.id, chip(found, verdict, signs))


def look_of(found: Contradiction) -> str:
    """One of DISPUTES."""
    return "two_ways" if found.kind is Kind.TAGGING else str(found.severity)


def number(found: Contradiction) -> str:
    """Its number on the screen: `x3` is 3."""
    return found.id.lstrip("x")


def chip(found: Contradiction, verdict: Verdict | None = None, signs: Signs = UNICODE) -> str:
    """`≠3`, `≈4`, with `✓` or `✗` once the reader has decided; `⇄5` between annotators."""
    return decided(f"{getattr(signs, look_of(found))}{number(found)}", verdict, signs)


def decided(sign: str, verdict: Verdict | None, signs: Signs = UNICODE) -> str:
    """The sign of a finding with the reader's word on it, if there is one."""
    end = {Verdict.CONFIRMED: signs.confirmed, Verdict.REJECTED: signs.rejected, None: ""}
    return sign + end[verdict]


def tag_marks(
    session: Session,
    places: Mapping[str, Mention | None],
    signs: Signs,
    asking: Mapping[str, Mention] = MappingProxyType({}),
) -> Iterable[tuple[str, Mark]]:
    """(article id, mark) of every tag that has a place.

    `asking` gives, for a tag whose words changed in the article, where they may stand now. A
    tag that two people made differently is marked where it stands.
    """
    colours = {label.name: label.colour for label in session.tagset}
    tied = ties_by_tag(session)
    for tag in session.tags:
        asks = tag.id in asking
        place = asking[tag.id] if asks else places.get(tag.id)
        if place is not None:
            chip = tag_chip(tag, session.tagset, tied.get(tag.id, ()), signs)
            if asks:
                chip += signs.changed
            if tag.conflict:
                asks, chip = True, chip + signs.two_ways
            colour = colours.get(tag.labels[0], "") if tag.labels and not asks else ""
            look = "asks" if asks else "tag"
            yield place.article, Mark(place.span, look, tag.id, chip, colour)


def tag_chip(tag: Tag, tagset: Iterable[Label], relations: Iterable[Relation], signs: Signs) -> str:
    """`⚑F`, with `=` or `!` where the claim is joined to another, and `…` for a note.

    Without a label `⚑n`, or `⚑–` where it was decided that no label holds.
    """
    sign_of = {label.name: label.sign for label in tagset}
    letters = "".join(sign_of.get(name) or name[:1].upper() for name in tag.labels)
    ties = "".join(signs.same if r is Relation.SAME else signs.against for r in relations)
    bare = signs.silent if tag.ruling else "n"
    return f"{signs.tag}{letters + ties or bare}{signs.note if tag.note else ''}"


def ties_by_tag(session: Session) -> Mapping[str, tuple[Relation, ...]]:
    """The kinds of ties of each tag that has any, each kind once."""
    found: dict[str, set[Relation]] = {}
    for tie in session.ties:
        for id in (tie.a, tie.b):
            found.setdefault(id, set()).add(tie.relation)
    return {id: tuple(r for r in Relation if r in kinds) for id, kinds in found.items()}
