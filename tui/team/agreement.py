"""Agreement of annotators, label by label: counts, percentages, kappa, alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.model.article import Story
from tui.model.span import Span
from tui.team.coefficients import (
    Pattern,
    cohen_kappa,
    krippendorff_alpha,
    observed,
    why_undefined,
)
from tui.team.panel import Claim, Panel, Placed, by_span

Labels = tuple[str, ...]


class Row(NamedTuple):
    """One label, or all of them together."""

    label: str | None
    """None for all together: then the value of a claim is its whole set of labels."""
    used: tuple[int, ...]
    """Claims with the label, by annotator."""
    observed: float | None
    """Share of equal judgements among pairs of annotators, 0 to 1."""
    kappa: float | None
    """Cohen's; None for more than two annotators, or where it is undefined."""
    alpha: float | None
    """Krippendorff's, claim by claim; None where it is undefined."""
    by_character: float | None
    """Alpha over the characters of the story, so that it also tells whether the
    same words were marked; None where it is undefined or the story unknown."""
    why: str
    """Why a coefficient is missing; empty when none is."""


class Member(NamedTuple):
    """One annotator beside the others."""

    name: str
    labelled: int
    """Claims that this annotator labelled."""
    observed: float | None
    """Share of claims labelled as another annotator labels them, mean over the others."""


class Agreement(NamedTuple):
    """What `agree` reports."""

    names: tuple[str, ...]
    claims: int
    """Claims judged: all sentences of the story, or the tagged ones."""
    tagged: int
    """Claims that at least one annotator labelled."""
    rows: tuple[Row, ...]
    """A row a label that somebody used or the tagset has; the last is all together."""
    members: tuple[Member, ...]
    """By annotator."""
    notes: tuple[str, ...]
    """Sentences on what the reader of the figures should know."""


def agreement(panel: Panel, only_tagged: bool = False) -> Agreement:
    """How far the annotators of a panel agree.

    A claim without a label counts as the judgement "not this label", which is
    right when everybody read the whole story. With `only_tagged` (and without
    a story) the claims that nobody labelled are left out; chance agreement is
    then lower and the coefficients are more severe.
    """
    claims = [c for c in panel.claims if c.tagged or not only_tagged]
    used = {x for c in claims for labels in c.labels for x in labels}
    names = [label.name for label in panel.tagset]
    names += sorted(used - set(names))
    characters = _characters(panel, panel.story) if panel.story else None
    rows = [_row(claims, characters, len(panel.annotators), name) for name in (*names, None)]
    return Agreement(
        panel.names,
        len(claims),
        sum(c.tagged for c in claims),
        tuple(rows),
        _members(panel.names, claims),
        (*_in_words(rows[-1].alpha), *_notes(panel, claims)),
    )


def _members(names: Sequence[str], claims: Sequence[Claim]) -> tuple[Member, ...]:
    labels = Counter(claim.labels for claim in claims)
    pairs = labels.total() * (len(names) - 1)

    def member(n: int) -> Member:
        # Everybody agrees with themselves: that one is not counted.
        same = sum((each.count(each[n]) - 1) * units for each, units in labels.items())
        labelled = sum(units for each, units in labels.items() if each[n])
        return Member(names[n], labelled, same / pairs if pairs else None)

    return tuple(member(n) for n in range(len(names)))


_RELIABLE, _TENTATIVE = 0.8, 0.667
"""Krippendorff's advice (2018, chapter 12)."""
_SLIGHT = 0.2
"""J. R. Landis and G. G. Koch, Biometrics 33 (1977), 159-174, of kappa: "slight" below."""


def _in_words(alpha: float | None) -> Iterable[str]:
    """What the alpha of all labels together allows."""
    if alpha is None:
        return
    if alpha >= _RELIABLE:
        means = "reliable"
    elif alpha >= _TENTATIVE:
        means = "enough for tentative conclusions only"
    elif alpha >= _SLIGHT:
        means = "better than chance, but not reliable"
    else:
        means = "hardly better than chance" if alpha > 0 else "no better than chance"
    yield f"alpha of all labels {alpha:.2f}: {means}"


def _row(
    claims: list[Claim],
    characters: Counter[tuple[Labels, ...]] | None,
    seats: int,
    label: str | None,
) -> Row:
    def value(labels: Labels) -> Labels | bool:
        return labels if label is None else label in labels

    def patterns(counted: Counter[tuple[Labels, ...]]) -> Counter[Pattern]:
        found: Counter[Pattern] = Counter()
        for each, units in counted.items():
            found[tuple(map(value, each))] += units
        return found

    by_claim = patterns(Counter(claim.labels for claim in claims))
    kappa = cohen_kappa(by_claim) if seats == 2 else None
    alpha = krippendorff_alpha(by_claim)
    why = why_undefined(by_claim) if alpha is None or (seats == 2 and kappa is None) else ""
    if why and label is not None and not any(label in x for c in claims for x in c.labels):
        why = "nobody used it"
    return Row(
        label,
        tuple(sum(bool(value(c.labels[n])) for c in claims) for n in range(seats)),
        observed(by_claim),
        kappa,
        alpha,
        None if characters is None else krippendorff_alpha(patterns(characters)),
        why,
    )


def _characters(panel: Panel, story: Story) -> Counter[tuple[Labels, ...]]:
    """How many characters of the told paragraphs each annotator labelled how.

    Characters are the units of the ordinary nominal alpha. This is not
    Krippendorff's alpha for unitizing (u-alpha, 2016), which also weighs where
    units are cut; neighbouring characters are not independent, so that the
    figure describes how much marked text is shared and allows no test.
    """
    counted: Counter[tuple[Labels, ...]] = Counter()
    for article in story.readable:
        told = [paragraph.span for paragraph in article.told]
        inside = by_span(told, panel.placed.get(article.id, ()))
        for paragraph in told:
            here = inside.get(paragraph, [])
            for piece in _pieces(paragraph, (t.span for t in here)):
                counted[_labels_on(piece, here, len(panel.annotators))] += len(piece)
    return counted


def _labels_on(piece: Span, tags: list[Placed], annotators: int) -> tuple[Labels, ...]:
    """The labels of each annotator on a stretch that no tag begins or ends in, sorted."""
    found: list[set[str]] = [set() for _ in range(annotators)]
    for tag in tags:
        if tag.span.overlaps(piece):
            found[tag.number] |= {*tag.tag.labels}
    return tuple(tuple(sorted(labels)) for labels in found)


def _pieces(whole: Span, spans: Iterable[Span]) -> list[Span]:
    """`whole` cut wherever one of the spans begins or ends."""
    cuts = {whole.start, whole.end}
    for span in spans:
        cuts |= {at for at in (span.start, span.end) if whole.holds(at)}
    ordered = sorted(cuts)
    return [Span(a, b) for a, b in pairwise(ordered)]


def _notes(panel: Panel, claims: list[Claim]) -> Iterable[str]:
    if len(panel.annotators) < 2:
        yield "one annotator alone: agreement needs a second session file"
        return
    for annotator in panel.annotators:
        if not any(t.labels for t in annotator.session.tags):
            yield f"{annotator.name} put no label on anything"
    for file in panel.decided:
        yield f"left out: {file}, which decides between the others"
    stories = sorted({a.session.story for a in panel.annotators if a.session.story})
    if len(stories) > 1:
        yield f"the sessions name different stories: {', '.join(stories)}"
    if panel.story is None:
        yield (
            "the story is not known, so that claims nobody tagged are left out and agreement "
            "by characters is not told: name it with --story"
        )
    labelled = [{n for n, labels in enumerate(c.labels) if labels} for c in claims]
    if any(labelled) and not any(len(who) > 1 for who in labelled):
        yield "no claim was labelled by two of them: they may have read different parts"
    for name, tag in panel.lost:
        yield f"left out: {name}'s tag on “{tag.anchor.quote[:60]}”, not found for certain"
