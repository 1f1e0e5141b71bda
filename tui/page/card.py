"""One claim whole: its tags, and everywhere it is told again, denied, or joined to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.model.article import Story
from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact, Mention, Only
from tui.model.span import Span
from tui.model.tag import Relation, Session, Status, Tag, Tie, Verdict
from tui.page.marks import chip, tag_chip
from tui.page.sides import differing_words
from tui.page.signs import Signs
from tui.page.silent import says_nothing
from tui.page.wrap import quoted


class Entry(NamedTuple):
    """One line of a card."""

    look: str
    """`head-conflict`, `head-shared`, `head-only`, `head-tag`, `mention` or `said`."""
    lead: str
    """What stands in front: a letter, a chip."""
    words: str
    value: str = ""
    """The answer a mention gives to the question of a contradiction."""
    there: Mention | None = None
    """Where it leads; None for lines that lead nowhere."""
    tie: Tie | None = None
    """The link of the reader's that the line tells."""


@dataclass(frozen=True, eq=False)
class Known:
    """What a card is made from."""

    story: Story
    session: Session
    places: Mapping[str, Mention | None]
    """Where each tag stands, by its id."""
    decided: Mapping[str, Verdict]
    """The reader's word on contradictions, by their ids."""
    signs: Signs


def card(
    claim: Mention,
    tags: Sequence[tuple[Span, Tag]],
    findings: Iterable[Contradiction | Fact | Only],
    known: Known,
) -> tuple[Entry, ...]:
    """What is known of `claim`, its tags first, then its links, then the findings."""
    found = list(findings)
    entries: list[Entry] = []
    for span, tag in tags:
        entries += _tag(tag, span == claim.span, known)
    entries += _ties(tags, known)
    for one in found:
        if isinstance(one, Contradiction):
            entries += _contradiction(one, claim, known)
    for one in found:
        if isinstance(one, Fact):
            entries += _fact(one, claim, known)
    for one in found:
        if isinstance(one, Only):
            why = one.because or "no other article tells this"
            entries.append(Entry("head-only", known.signs.only, f"only here: {why}"))
    return tuple(entries)


def _tag(tag: Tag, whole: bool, known: Known) -> list[Entry]:
    """Labels, status and note; for words of the claim, which."""
    relations = [t.relation for t in known.session.ties if tag.id in (t.a, t.b)]
    sign = tag_chip(tag, known.session.tagset, dict.fromkeys(relations), known.signs)
    said = [", ".join(tag.labels)] if tag.labels else []
    if tag.status is not Status.UNCHECKED:
        said.append(tag.status.value)
    if tag.confidence:
        said.append(f"{tag.confidence.value} confidence")
    words = f" {known.signs.dot} ".join(said) or "noted"
    if not (said or tag.note):
        return []  # it only holds a link, which is told below
    if not whole:
        words = f"{_line(tag.anchor.quote)}: {words}" if tag.anchor.quote else words
    there = None if whole else known.places.get(tag.id)
    entries = [Entry("head-tag", sign, words, there=there)]
    if tag.note:
        entries.append(Entry("said", "", _line(tag.note)))
    return entries


def _ties(tags: Sequence[tuple[Span, Tag]], known: Known) -> list[Entry]:
    """The claims the reader joined to this one, by relation."""
    by_id = {tag.id: tag for tag in known.session.tags}
    mine = [tag.id for _, tag in tags]
    entries: list[Entry] = []
    for relation, sign, words in (
        (Relation.SAME, known.signs.same, "you say that it says the same as"),
        (Relation.CONTRADICTS, known.signs.against, "you say that it contradicts"),
    ):
        ties = [t for t in known.session.ties if t.relation is relation]
        ends = [(t, t.b if t.a in mine else t.a) for t in ties if t.a in mine or t.b in mine]
        if ends:
            entries.append(Entry("head-tag", sign, words))
        for tie, other in ends:
            place = known.places.get(other)
            if place:
                entries.append(_mention(place, known, tie=tie))
            elif other in by_id:
                gone = by_id[other].anchor
                quote = f"{quoted(gone.quote)} (not found in {gone.file} now)"
                entries.append(Entry("mention", gone.article or "?", quote, tie=tie))
    return entries


def _contradiction(found: Contradiction, claim: Mention, known: Known) -> list[Entry]:
    verdict = known.decided.get(found.id)
    told = f" ({verdict.value})" if verdict else ""
    sign = chip(found, verdict, known.signs)
    entries = [Entry("head-conflict", sign, f"{found.question}{told}")]
    differing = differing_words(found, known.story)
    for number, side in enumerate(found.sides):
        value = differing.get(number, side.shown)
        entries += _mentions(side.mentions, claim, known, value)
    if found.silent:
        entries.append(Entry("said", "", f"{' '.join(found.silent)} {says_nothing(found.silent)}"))
    return entries


def _fact(fact: Fact, claim: Mention, known: Known) -> list[Entry]:
    letters = " ".join(dict.fromkeys(m.article for m in fact.mentions))
    voices = counted(fact.voices, "independent voice")
    head = f"shared by {letters} {known.signs.dot} {voices}"
    entries = [Entry("head-shared", known.signs.shared, head)]
    return [*entries, *_mentions(fact.mentions, claim, known)]


def _mentions(
    mentions: Iterable[Mention], claim: Mention, known: Known, value: str = ""
) -> Iterable[Entry]:
    """A line for each sentence that says it; of the claim itself only the value."""
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        entry = _mention(mention, known, value)
        if (entry.lead, entry.words) in seen:
            continue
        seen.add((entry.lead, entry.words))
        here = mention.article == claim.article and claim.span.overlaps(mention.span)
        yield entry._replace(words="this claim") if here else entry


def _mention(there: Mention, known: Known, value: str = "", tie: Tie | None = None) -> Entry:
    """The sentence in which it is said, after the value it gives."""
    article = known.story.by_id[there.article]
    claim = article.claim_at(there.span.start)
    span = claim if claim and claim.covers(there.span) else there.span
    quote = quoted(span.of(article.text))
    return Entry("mention", there.article, quote, value, there, tie)


def _line(text: str) -> str:
    return " ".join(text.split())
