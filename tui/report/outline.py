"""What a report says, in the order it says it; the writers only decide how.

Everything is plain text and letters of articles: no offsets, no colours, no
marks. Texts still hold whatever the articles hold; the writers make them safe.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.model.article import Article, Story
from tui.model.finding import Analysis, Contradiction, Fact, Mention, Only, finding_key
from tui.model.span import Span
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
    """None when the tag's file is no longer part of the story."""
    row: int | None
    changed: bool
    """Whether other words stand at its place now than those that were tagged."""


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
    story: Story, analysis: Analysis, possible: float = 0.0, session: Session | None = None
) -> Outline:
    """One report of `story`. Contradictions that score below `possible` are called so.

    What the reader rejected comes last in its list and is left out of the rows.
    """
    finder = RowFinder(analysis.rows)
    verdicts = session.verdicts if session else {}

    def verdict(finding: Fact | Contradiction | Only) -> Verdict | None:
        return verdicts.get(finding_key(finding, story)) if verdicts else None

    disputes = [
        Dispute(x, x.score < possible, _answers(story, finder, x), verdict(x))
        for x in analysis.contradictions
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
        tuple(_tagged(story, finder, t) for t in session.tags) if session else (),
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


def _tagged(story: Story, finder: RowFinder, tag: Tag) -> Tagged:
    anchor = tag.anchor
    for article in story.articles:
        # Two dispatches of one file share its text; the id tells which one.
        if article.file == anchor.file and _holds(article, anchor.span, anchor.article):
            changed = anchor.span.of(article.text) != anchor.quote
            return Tagged(tag, article.id, finder.row_of(Mention(article.id, anchor.span)), changed)
    return Tagged(tag, None, None, True)


def _holds(article: Article, span: Span, wanted: str) -> bool:
    starts = [p.span.start for p in article.paragraphs]
    at = bisect_right(starts, span.start) - 1
    inside = at >= 0 and article.paragraphs[at].span.overlaps(span)
    return inside or article.id == wanted
