"""Agreement of annotators, label by label: counts, percentages, kappa, alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from tui.model.span import Span
from tui.team.coefficients import (
    Pattern,
    Patterns,
    cohen_kappa,
    krippendorff_alpha,
    observed,
    why_undefined,
)
from tui.team.panel import Claim, Panel

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


class Agreement(NamedTuple):
    """What `agree` reports."""

    names: tuple[str, ...]
    claims: int
    """Claims judged: all sentences of the story, or the tagged ones."""
    tagged: int
    """Claims that at least one annotator labelled."""
    rows: tuple[Row, ...]
    """A row a label that somebody used or the tagset has; the last is all together."""
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
    rows = [_row(panel, claims, name) for name in names]
    return Agreement(
        panel.names,
        len(claims),
        sum(c.tagged for c in claims),
        (*rows, _row(panel, claims, None)),
        tuple(_notes(panel, claims)),
    )


def _row(panel: Panel, claims: list[Claim], label: str | None) -> Row:
    def value(labels: Labels) -> Labels | bool:
        return labels if label is None else label in labels

    patterns: Counter[Pattern] = Counter(
        tuple(value(labels) for labels in claim.labels) for claim in claims
    )
    two = len(panel.annotators) == 2
    kappa = cohen_kappa(patterns) if two else None
    alpha = krippendorff_alpha(patterns)
    why = why_undefined(patterns) if alpha is None or (two and kappa is None) else ""
    if why and label is not None and not any(label in x for c in claims for x in c.labels):
        why = "nobody used it"
    return Row(
        label,
        tuple(sum(bool(value(c.labels[n])) for c in claims) for n in range(len(panel.annotators))),
        observed(patterns),
        kappa,
        alpha,
        krippendorff_alpha(_characters(panel, value)) if panel.story else None,
        why,
    )


def _characters(panel: Panel, value: Callable[[Labels], Labels | bool]) -> Patterns:
    """How many characters of the told paragraphs are labelled how.

    Characters are the units of the ordinary nominal alpha. This is not
    Krippendorff's alpha for unitizing (u-alpha, 2016), which also weighs where
    units are cut; neighbouring characters are not independent, so that the
    figure describes how much marked text is shared and allows no test.
    """
    assert panel.story is not None
    counted: Counter[Pattern] = Counter()
    for article in panel.story.readable:
        tags = [
            (number, place.span, tag.labels)
            for number, annotator in enumerate(panel.annotators)
            for tag in annotator.session.tags
            if (place := annotator.places.get(tag.id)) and place.article == article.id
        ]
        for paragraph in article.told:
            here = [t for t in tags if t[1].overlaps(paragraph.span)]
            for piece in _pieces(paragraph.span, (span for _, span, _ in here)):
                pattern = tuple(
                    value(tuple(sorted({
                        x for n, span, labels in here if n == number and span.overlaps(piece)
                        for x in labels
                    })))
                    for number in range(len(panel.annotators))
                )  # fmt: skip
                counted[pattern] += len(piece)
    return counted


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
