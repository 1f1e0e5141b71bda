"""What a report says, and in which order; the writers only decide how it looks.

Everything is plain text and letters of articles: no offsets, no colours, no marks. The texts
are raw, as the articles have them; the writers escape them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tui.model.article import Article, Story
from tui.model.finding import Analysis, Contradiction, Fact, Mention, Only, finding_key
from tui.model.tag import Session, Tag, Verdict
from tui.report.rows import RowFinder, Step, steps


@dataclass(frozen=True, slots=True)
class Teller:
    """One article as the head of a report names it."""

    article: Article
    voice: str
    """The id of the article it copies; its own when it stands alone."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one article."""

    article: str
    text: str
    row: int | None
    """The row the words stand in; None outside the rows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One side of a contradiction."""

    shown: str
    articles: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction with its reader's verdict."""

    finding: Contradiction
    possible: bool
    """Whether the program is too unsure to call it more than possible."""
    answers: tuple[Answer, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared fact with its reader's verdict."""

    finding: Fact
    articles: tuple[str, ...]
    quotes: tuple[Quote, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Alone:
    """A claim that one article makes alone, with its reader's verdict."""

    quote: Quote
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag and where it stands now."""

    tag: Tag
    article: str | None
    """None when its words cannot be found in the story any more."""
    row: int | None


@dataclass(frozen=True, eq=False)
class Outline:
    """A whole report."""

    story: Story
    tellers: tuple[Teller, ...]
    disputes: tuple[Dispute, ...]
    shared: tuple[Shared, ...]
    steps: tuple[Step, ...]
    alone: tuple[Alone, ...]
    tagged: tuple[Tagged, ...]
    annotator: str | None
    """None when there is no session."""


def outline(
    story: Story,
    analysis: Analysis,
    possible: float = 0.0,
    session: Session | None = None,
    places: Mapping[str, Mention | None] = MappingProxyType({}),
    least: float = 0.0,
) -> Outline:
    """One report of `story`, with the tags and verdicts of `session`.

    Contradictions that score below `possible` are called possible, those below `least` are left
    out. What the reader rejected comes last in its list and is left out of the rows. `places`
    says where each tag stands, by its id; the words of a tag that is not in it count as lost.
    """
    finder = RowFinder(analysis.rows)
    verdicts = session.verdicts if session else {}

    def verdict(finding: Fact | Contradiction | Only) -> Verdict | None:
        return verdicts.get(finding_key(finding, story)) if verdicts else None

    disputes = [
        Dispute(x, x.score < possible, _answers(story, finder, x), verdict(x))
        for x in analysis.told(least)
    ]
    shared = [
        Shared(f, _articles(f.mentions), _quotes(story, finder, f.mentions), verdict(f))
        for f in analysis.facts
    ]
    alone = [Alone(_quote(story, finder, o.mention), verdict(o)) for o in analysis.only]
    disputes.sort(key=lambda d: d.verdict is Verdict.REJECTED)
    shared.sort(key=lambda s: s.verdict is Verdict.REJECTED)
    return Outline(
        story,
        tuple(Teller(a, analysis.voices.get(a.id, a.id)) for a in story.articles),
        tuple(disputes),
        tuple(shared),
        steps(
            story,
            analysis.rows,
            [s.finding for s in shared if s.verdict is not Verdict.REJECTED],
            [d.finding for d in disputes if d.verdict is not Verdict.REJECTED],
            finder,
        ),
        tuple(a for a in alone if a.verdict is not Verdict.REJECTED),
        tuple(_tagged(t, places.get(t.id), finder) for t in session.tags) if session else (),
        session.annotator if session else None,
    )


def _answers(story: Story, finder: RowFinder, finding: Contradiction) -> tuple[Answer, ...]:
    return tuple(
        Answer(s.shown, _articles(s.mentions), _quotes(story, finder, s.mentions))
        for s in finding.sides
    )


def _articles(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.article for m in mentions))


def _quotes(story: Story, finder: RowFinder, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    return tuple(_quote(story, finder, m) for m in mentions)


def _quote(story: Story, finder: RowFinder, mention: Mention) -> Quote:
    text = mention.span.of(story.by_id[mention.article].text)
    return Quote(mention.article, text, finder.row_of(mention))


def _tagged(tag: Tag, place: Mention | None, finder: RowFinder) -> Tagged:
    if place is None:
        return Tagged(tag, None, None)
    return Tagged(tag, place.article, finder.row_of(place))
