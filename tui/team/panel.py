"""The annotators side by side: which claim of the story each of them tagged, and how."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tui.model.article import Story
from tui.model.finding import Mention
from tui.model.span import Span
from tui.model.tag import Label, Session, Tag


class Annotator(NamedTuple):
    """One session and whose it is."""

    name: str
    """Unique in a panel."""
    file: str
    session: Session
    places: Mapping[str, Mention | None]
    """Where each tag stands, by its id; None where that is not certain. Without
    a story the `article` of a place is the name of the file."""


class Claim(NamedTuple):
    """One sentence, or tagged stretch outside any, and what each annotator put there.

    Or several of them that a tag joins, see `Panel.passages`.
    """

    article: str
    """Its id; without a story the name of its file."""
    span: Span
    tags: tuple[tuple[Tag, ...], ...]
    """By annotator, in the order of the panel; an empty tuple for none."""
    parts: tuple[Claim, ...] = ()
    """The claims of which it is made; empty for a single one."""

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """The labels of each annotator here, sorted."""
        return tuple(tuple(sorted({x for t in tags for x in t.labels})) for tags in self.tags)

    @property
    def tagged(self) -> bool:
        return any(self.labels)

    @property
    def disputed(self) -> bool:
        """Whether two annotators labelled it differently; one may have left it alone."""
        return any(p.disputed for p in self.parts) if self.parts else len(set(self.labels)) > 1


@dataclass(frozen=True, eq=False)
class Panel:
    """The annotators of one story, usually two or more; one alone is allowed but has nobody to
    agree with.
    """

    annotators: tuple[Annotator, ...]
    story: Story | None = None
    """With its sentences; None where only the sessions are known."""
    decided: tuple[str, ...] = ()
    """Files left out because they decide between the annotators."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(a.name for a in self.annotators)

    @cached_property
    def tagset(self) -> tuple[Label, ...]:
        """The labels of all, each as the first annotator who has it defines it."""
        known: dict[str, Label] = {}
        for annotator in self.annotators:
            for label in annotator.session.tagset:
                known.setdefault(label.name, label)
        return tuple(known.values())

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The sentences of the story, tagged or not; without a story the tagged passages.

        In the order of the articles and their text. A tag counts for every
        sentence it touches; tags on words outside the sentences (a caption)
        make a claim of their own, overlapping ones one together.
        """
        by_article = self.placed
        order = [a.id for a in self.story.articles] if self.story else sorted(by_article)
        found: list[Claim] = []
        for article in order:
            spans = self._sentences(article)
            found += self._claims(article, spans, by_article.get(article, []))
        return tuple(found)

    @cached_property
    def passages(self) -> tuple[Claim, ...]:
        """The claims, those joined that share a tag: it holds for all it covers, or for none."""
        found: list[list[Claim]] = []
        seen: dict[tuple[str, int, str], int] = {}
        for claim in self.claims:
            at = min((seen[tag] for tag in _names(claim) if tag in seen), default=len(found))
            # What lies between two claims that a tag covers is covered by it as well.
            group = [*(c for group in found[at:] for c in group), claim]
            found[at:] = [group]
            seen |= {tag: at for c in group for tag in _names(c)}
        return tuple(group[0] if len(group) == 1 else _joined(group) for group in found)

    @cached_property
    def placed(self) -> dict[str, list[Placed]]:
        """The tags that have a place, by article."""
        found: dict[str, list[Placed]] = {}
        for number, annotator in enumerate(self.annotators):
            for tag in annotator.session.tags:
                place = annotator.places.get(tag.id)
                if place is not None:
                    found.setdefault(place.article, []).append(Placed(place.span, number, tag))
        return found

    @cached_property
    def lost(self) -> tuple[tuple[str, Tag], ...]:
        """Annotator and tag for each tag that is not found in the story for certain."""
        return tuple(
            (a.name, t) for a in self.annotators for t in a.session.tags if not a.places.get(t.id)
        )

    def _sentences(self, article: str) -> list[Span]:
        told = self.story.by_id[article].told if self.story else ()
        return [claim for paragraph in told for claim in paragraph.claims]

    def _claims(self, article: str, spans: list[Span], tags: list[Placed]) -> Iterator[Claim]:
        here = by_span(spans, tags)
        inside = {id(t) for found in here.values() for t in found}
        outside = [t for t in tags if id(t) not in inside]
        here |= by_span(_groups([t.span for t in outside]), outside)
        for span in sorted({*spans, *here}):
            placed = here.get(span, ())
            of_each = (
                tuple(t.tag for t in placed if t.number == number)
                for number in range(len(self.annotators))
            )
            yield Claim(article, span, tuple(of_each))


def _names(claim: Claim) -> list[tuple[str, int, str]]:
    """Names of the tags on a claim, unlike those of all others of a panel."""
    return [(claim.article, n, tag.id) for n, tags in enumerate(claim.tags) for tag in tags]


def _joined(claims: Sequence[Claim]) -> Claim:
    """Claims of one article as one, each tag once."""
    tags = tuple(
        tuple({tag.id: tag for claim in claims for tag in claim.tags[number]}.values())
        for number in range(len(claims[0].tags))
    )
    span = Span(claims[0].span.start, max(claim.span.end for claim in claims))
    return Claim(claims[0].article, span, tags, tuple(claims))


class Placed(NamedTuple):
    """A tag, where it stands and whose it is."""

    span: Span
    number: int
    """Of the annotator."""
    tag: Tag


def by_span(spans: Sequence[Span], tags: Iterable[Placed]) -> dict[Span, list[Placed]]:
    """The tags that touch each of the spans, which are sorted and apart, in their order."""
    starts = [span.start for span in spans]
    found: dict[Span, list[Placed]] = {}
    for placed in sorted(tags, key=lambda t: (t.span, t.number, t.tag.id)):
        at = max(bisect_right(starts, placed.span.start) - 1, 0)
        while at < len(spans) and starts[at] < placed.span.end:
            if spans[at].overlaps(placed.span):
                found.setdefault(spans[at], []).append(placed)
            at += 1
    return found


def _groups(spans: Sequence[Span]) -> list[Span]:
    """Spans that overlap, joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.overlaps(joined[-1]):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def seat(sessions: Sequence[tuple[str, Session]]) -> tuple[tuple[str, str, Session], ...]:
    """A name for each (file, session): the annotator's, told apart by file where two are equal."""
    names = [session.annotator or _stem(file) for file, session in sessions]
    if len(set(names)) < len(names):
        names = [_stem(file) for file, _ in sessions]
    if len(set(names)) < len(names):
        names = [file for file, _ in sessions]
    if len(set(names)) < len(names):
        names = [f"{name} ({n})" for n, name in enumerate(names, 1)]
    return tuple((n, file, s) for n, (file, s) in zip(names, sessions, strict=True))


def annotating(
    sessions: Sequence[tuple[str, Session]],
) -> tuple[list[tuple[str, Session]], tuple[str, ...]]:
    """The (file, session) of annotators, and the files that decide between them.

    `sessions/*.yaml` names both. Where it leaves one annotator only, who is to be compared with
    what was decided, all are kept.
    """
    ours = [(file, s) for file, s in sessions if not any(t.ruling for t in s.tags)]
    if len(ours) < 2:
        return list(sessions), ()
    kept = {file for file, _ in ours}
    return ours, tuple(file for file, _ in sessions if file not in kept)


def stated_places(session: Session) -> dict[str, Mention | None]:
    """Where the tags say they stand, for when there is no story to look them up in.

    None for a tag typed by hand, which does not say.
    """
    return {
        t.id: Mention(t.anchor.file, t.anchor.span) if t.anchor.span else None for t in session.tags
    }


def _stem(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or file
