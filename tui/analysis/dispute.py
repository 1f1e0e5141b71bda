"""Pieces of a contradiction before it is one: answers to a question, and their merging."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.model.finding import Contradiction, Kind, Mention, Severity, Side
from tui.model.span import Span

APART = frozenset(("quotation-day",))
"""Rules whose question is never another rule's: when words were said is not when one met."""


SURE = 0.35
"""Score below which a dispute is only a candidate: it stands in no report by default."""
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
    """Disputes of one question become one; a dispute that fits two groups joins them.

    One that is less than SURE joins none that is sure, nor stands beside it.
    """
    every = tuple(disputes)
    sure = _grouped(d for d in every if d.score >= SURE)
    weak = [d for d in every if d.score < SURE]
    return sure + _grouped(d for d in weak if not any(_one_question(d, s) for s in sure))


def _grouped(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    groups: list[list[Dispute]] = []
    for dispute in sorted(disputes, key=_surest_first)[:MOST]:
        fitting = [g for g in groups if any(_one_question(dispute, other) for other in g)]
        if fitting:
            home, *others = fitting
            home.extend(one for group in others for one in group)
            home.append(dispute)
            groups = [g for g in groups if not any(g is other for other in others)]
        else:
            groups.append([dispute])
    return tuple(_joined(sorted(group, key=_surest_first)) for group in groups)


def _surest_first(dispute: Dispute) -> tuple[float, list[tuple[str, int]], str]:
    places = [(a.mention.article, a.mention.span.start) for a in dispute.answers]
    return -dispute.score, places, dispute.kind


def _one_question(a: Dispute, b: Dispute) -> bool:
    if a.kind is not b.kind or (a.rule != b.rule and APART & {a.rule, b.rule}):
        return False
    if a.kind is Kind.WORDING and {x.value for x in a.answers} == {y.value for y in b.answers}:
        return True  # the same two words for the same thing, wherever they stand
    met = [(x, y) for x in a.answers for y in b.answers if _one_place(x, y)]
    if any(x.value == y.value for x, y in met):
        return True
    # Two rules may write one answer in two ways: the same two places are one question.
    return len({x.value for x, _ in met}) > 1 and len({y.value for _, y in met}) > 1


def _one_place(a: Answer, b: Answer) -> bool:
    return a.mention.article == b.mention.article and a.mention.span.overlaps(b.mention.span)


def _joined(group: Sequence[Dispute]) -> Dispute:
    best = group[0]
    answers: list[Answer] = []
    for dispute in group:
        held = {x.value: a for x in dispute.answers for a in answers if _one_place(a, x)}
        for answer in dispute.answers:
            if not any(_one_place(a, answer) for a in answers):
                same = held.get(answer.value, answer)  # as the surer rule writes it
                answers.append(replace(answer, value=same.value, shown=same.shown))
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
