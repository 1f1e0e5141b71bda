"""What the annotators label differently, for a list and as findings of the reading screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.counted import counted
from tui.model.finding import Analysis, Contradiction, Kind, Mention, Severity, Side
from tui.team.panel import Claim, Panel

NOTHING = "–"
"""Stands for the labels of an annotator who left a claim alone."""


class View(NamedTuple):
    """What one annotator says of a claim."""

    name: str
    labels: tuple[str, ...]
    note: str
    """The notes on all tags here, on one line; empty for none."""
    parts: tuple[tuple[str, ...], ...] = ()
    """The labels of each sentence of a passage; empty for a single claim."""

    @property
    def shown(self) -> str:
        """`fact`; of a passage `fact, then –` where its sentences are not all labelled alike."""
        alike = len(set(self.parts)) < 2
        told = (self.labels,) if alike else self.parts
        return ", then ".join(", ".join(labels) or NOTHING for labels in told)


class Answer(NamedTuple):
    """The same labels on a claim, and who all put them there."""

    shown: str
    """The labels, or `NOTHING`."""
    views: tuple[View, ...]
    """In the order of the panel."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(view.name for view in self.views)

    @property
    def note(self) -> str:
        """The notes of all who answer so, each with its writer where several do."""
        if len(self.views) == 1:
            return self.views[0].note
        return " / ".join(f"{view.name}: {view.note}" for view in self.views if view.note)


class Disagreement(NamedTuple):
    """One claim, or passage of several, that not all labelled alike."""

    claim: Claim
    views: tuple[View, ...]
    """By annotator, in the order of the panel."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What is said of the claim: the answer of most first, else in the order of the panel."""
        said: dict[str, list[View]] = {}
        for view in self.views:
            said.setdefault(view.shown, []).append(view)
        answers = [Answer(shown, tuple(views)) for shown, views in said.items()]
        return tuple(sorted(answers, key=lambda a: -len(a.views)))

    @property
    def title(self) -> str:
        """`ann: fact · ben: doubtful`; of a class `8 annotators: fact · ben: doubtful`."""
        return " · ".join(f"{who(answer.names)}: {answer.shown}" for answer in self.answers)

    @property
    def quote(self) -> str:
        """The words of the first tag here."""
        return next(tag.anchor.quote for tags in self.claim.tags for tag in tags)


def who(names: Sequence[str]) -> str:
    """`ann`, `ann, ben`, `12 annotators`: names as long as they are read at a glance."""
    return counted(len(names), "annotator") if len(names) > _AT_A_GLANCE else ", ".join(names)


_AT_A_GLANCE = 3


def disagreements(panel: Panel) -> tuple[Disagreement, ...]:
    """The claims that two annotators labelled differently, in the order of the story."""
    return tuple(
        Disagreement(claim, _views(panel, claim)) for claim in panel.claims if claim.disputed
    )


def to_decide(panel: Panel) -> tuple[Disagreement, ...]:
    """The same, with all that a tag covers as one: it cannot hold for half of it."""
    return tuple(Disagreement(p, _views(panel, p)) for p in panel.passages if p.disputed)


def _views(panel: Panel, claim: Claim) -> tuple[View, ...]:
    return tuple(
        View(
            name,
            labels,
            " / ".join(" ".join(t.note.split()) for t in tags if t.note),
            tuple(part.labels[number] for part in claim.parts),
        )
        for number, (name, labels, tags) in enumerate(
            zip(panel.names, claim.labels, claim.tags, strict=True)
        )
    )


def finding(found: Disagreement, number: int) -> Contradiction:
    """A disagreement in the shape of a finding, so that the screens mark and walk it."""
    claims = found.claim.parts or (found.claim,)
    mentions = tuple(Mention(claim.article, claim.span) for claim in claims)
    notes = [f"{view.name} notes “{view.note}”." for view in found.views if view.note]
    several = "Two" if len(found.views) == 2 else "The"
    return Contradiction(
        id=f"x{number}",
        kind=Kind.TAGGING,
        severity=Severity.CONFLICT,
        question=found.title,
        sides=tuple(
            # Who left the claim alone judged it as well, so that every side has its words.
            Side(answer.shown, f"{', '.join(answer.names)}: {answer.shown}", mentions)
            for answer in found.answers
        ),
        silent=(),
        score=1.0,
        rule="annotators",
        because=" ".join([f"{several} annotators labelled this claim differently.", *notes]),
    )


def among(analysis: Analysis, found: tuple[Disagreement, ...], machine: bool) -> Analysis:
    """The analysis with the disagreements in front; without what the program found itself
    unless `machine`, so that whoever decides is not led by it."""
    ours = tuple(finding(d, number) for number, d in enumerate(found, 1))
    if not machine:
        return Analysis(analysis.rows, analysis.links, (), ours, (), analysis.voices)
    theirs = tuple(
        c._replace(id=f"x{number}")
        for number, c in enumerate(analysis.contradictions, len(ours) + 1)
    )
    return Analysis(
        analysis.rows,
        analysis.links,
        analysis.facts,
        (*ours, *theirs),
        analysis.only,
        analysis.voices,
    )
