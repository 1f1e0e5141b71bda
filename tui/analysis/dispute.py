"""Pieces of a contradiction before it is one: answers to a question, and their merging."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.model.finding import Contradiction, Kind, Mention, Severity, Side
from tui.model.span import Span

APART = frozenset(("quotation-day",))
"""Rules whose question is never another rule's: when words were said is not when one met."""


MOST = 1000
"""Disputes of one story that are merged and listed, the surest."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one passage says."""

    value: str
    """Normalised; answers with equal values make one side."""
    shown: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Dispute:
    """Answers of which at least two values cannot, or do not quite, agree."""

    kind: Kind
    severity: Severity
    rule: str
    question: str
    answers: tuple[Answer, ...]
    score: float
    because: str
    silent: tuple[str, ...] = ()
    """Articles that have nothing like the passages above."""


def merged(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Disputes of one kind that share a passage and a value become one."""
    groups: list[list[Dispute]] = []
    for dispute in sorted(disputes, key=_surest_first)[:MOST]:
        joined: list[Dispute] | None = None
        for group in groups:
            if any(_one_question(dispute, other) for other in group):
                joined = group
                break
        if joined is None:
            groups.append([dispute])
        else:
            joined.append(dispute)
    return tuple(_joined(group) for group in groups)


def _surest_first(dispute: Dispute) -> tuple[float, list[tuple[str, int]], str]:
    places = [(a.mention.article, a.mention.span.start) for a in dispute.answers]
    return -dispute.score, places, dispute.kind


def _one_question(a: Dispute, b: Dispute) -> bool:
    if a.kind is not b.kind or (a.rule != b.rule and APART & {a.rule, b.rule}):
        return False
    if a.kind is Kind.WORDING and {x.value for x in a.answers} == {y.value for y in b.answers}:
        return True  # the same two words for the same thing, wherever they stand
    return any(
        x.value == y.value and x.mention.article == y.mention.article
        and x.mention.span.overlaps(y.mention.span)
        for x in a.answers for y in b.answers
    )  # fmt: skip


def _joined(group: Sequence[Dispute]) -> Dispute:
    best = group[0]
    answers: list[Answer] = []
    for dispute in group:
        for answer in dispute.answers:
            if not any(
                a.mention.article == answer.mention.article
                and a.mention.span.overlaps(answer.mention.span) for a in answers
            ):  # fmt: skip
                answers.append(answer)
    severity = max((d.severity for d in group), key=lambda s: s is Severity.CONFLICT)
    return replace(best, answers=tuple(answers), severity=severity)


def contradictions(
    disputes: Iterable[Dispute], articles: Sequence[str]
) -> tuple[Contradiction, ...]:
    """Disputes numbered in the order of the screen: conflicts first, surest first."""
    ranked = sorted(
        disputes, key=lambda d: (d.severity is not Severity.CONFLICT, *_surest_first(d))
    )
    found: list[Contradiction] = []
    for dispute in ranked:
        sides = _sides(dispute.answers, articles)
        if len(sides) < 2:
            continue
        found.append(
            Contradiction(
                id=f"x{len(found) + 1}",
                kind=dispute.kind,
                severity=dispute.severity,
                question=dispute.question,
                sides=sides,
                silent=dispute.silent,
                score=round(dispute.score, 3),
                rule=dispute.rule,
                because=dispute.because,
            )
        )
    return tuple(found)


def _sides(answers: Sequence[Answer], articles: Sequence[str]) -> tuple[Side, ...]:
    order = {a: n for n, a in enumerate(articles)}

    def place(mention: Mention) -> tuple[int, Span]:
        return order.get(mention.article, len(order)), mention.span

    by_value: dict[str, list[Answer]] = {}
    for answer in sorted(answers, key=lambda a: place(a.mention)):
        by_value.setdefault(answer.value, []).append(answer)
    return tuple(
        Side(value, group[0].shown, tuple(dict.fromkeys(a.mention for a in group)))
        for value, group in by_value.items()
    )
