"""From disputes to contradictions: those of one question become one, then all are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.analysis.disputes.basis.dispute import SURE, Answer, Dispute
from tui.model.finding import Contradiction, Kind, Mention, Severity, Side
from tui.model.span import Span

APART = frozenset(("quotation-day",))
"""Rules whose disputes are merged with no other rule's: when words were said is not when people
met."""

KIN = (
    frozenset((Kind.ACTOR, Kind.NAME)),
    frozenset((Kind.NAME, Kind.LIST)),
    frozenset((Kind.ANTONYM, Kind.WORDING)),
    frozenset((Kind.NUMBER, Kind.DATE)),
)
"""Kinds between which disputes are merged, too: `eight days` are a number, `eight days after` a
time.
"""

MOST = 1000
"""Disputes of one story that are merged, the surest."""


def merged(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """The disputes with those of one question joined, the surest first.

    Candidates (below `SURE`) are joined among themselves; one whose question a sure dispute already
    asks is left out.
    """
    every = tuple(disputes)
    sure = _grouped(d for d in every if d.score >= SURE)
    asked = _Asked()
    for at, dispute in enumerate(sure):
        asked.add(dispute, at)
    return sure + _grouped(d for d in every if d.score < SURE and not asked.homes(d))


def _grouped(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Joins disputes of one question, and so the groups that a dispute belongs to at once."""
    groups: dict[int, list[Dispute]] = {}
    asked = _Asked()
    moved: dict[int, int] = {}
    for at, dispute in enumerate(sorted(disputes, key=_surest_first)[:MOST]):
        home, *others = sorted({moved[n] for n in asked.homes(dispute)}) or (at,)
        group = groups.setdefault(home, [])
        for other in others:
            group += groups.pop(other)
        group.append(dispute)
        asked.add(dispute, at)
        moved[at] = home
        if others:
            moved = {n: home if held in others else held for n, held in moved.items()}
    return tuple(_joined(sorted(group, key=_surest_first)) for group in groups.values())


class _Asked:
    """Disputes by number, found by where their answers stand."""

    def __init__(self) -> None:
        self._at: dict[str, list[tuple[Span, int]]] = {}
        self._words: dict[frozenset[str], list[int]] = {}
        self._held: dict[int, Dispute] = {}

    def add(self, dispute: Dispute, number: int) -> None:
        """Adds `dispute` under `number`."""
        self._held[number] = dispute
        for answer in dispute.answers:
            place = answer.mention.span, number
            self._at.setdefault(answer.mention.article, []).append(place)
        if dispute.kind is Kind.WORDING:
            self._words.setdefault(_values(dispute), []).append(number)

    def homes(self, dispute: Dispute) -> list[int]:
        """Numbers of the added disputes that ask the same question, in order."""
        near = {
            number
            for answer in dispute.answers
            for span, number in self._at.get(answer.mention.article, ())
            if span.overlaps(answer.mention.span)
        }
        if dispute.kind is Kind.WORDING:
            near.update(self._words.get(_values(dispute), ()))
        return sorted(n for n in near if _one_question(dispute, self._held[n]))


def _values(dispute: Dispute) -> frozenset[str]:
    return frozenset(a.value for a in dispute.answers)


def _surest_first(dispute: Dispute) -> tuple[float, list[tuple[str, int]], str]:
    places = [(a.mention.article, a.mention.span.start) for a in dispute.answers]
    return -dispute.score, places, dispute.kind


def _one_question(a: Dispute, b: Dispute) -> bool:
    """Whether both are of one kind, and answer in the same places or with the same loaded words."""
    kin = any({a.kind, b.kind} <= kinds for kinds in KIN)
    if not (a.kind is b.kind or kin) or (a.rule != b.rule and APART & {a.rule, b.rule}):
        return False
    if a.kind is b.kind is Kind.WORDING and _values(a) == _values(b):
        return True  # the same two words for the same thing, wherever they stand
    met = [(x, y) for x in a.answers for y in b.answers if _one_place(x, y)]
    if a.kind is b.kind and any(x.value == y.value for x, y in met):
        return True
    # Two rules may write one answer in two ways: the same two places are one question.
    return len({x.value for x, _ in met}) > 1 and len({y.value for _, y in met}) > 1


def _one_place(a: Answer, b: Answer) -> bool:
    """Whether both stand in the same words of one article."""
    return a.mention.article == b.mention.article and a.mention.span.overlaps(b.mention.span)


def _joined(group: Sequence[Dispute]) -> Dispute:
    """One dispute with all answers of the group, in the words of the surest, and the graver
    severity.
    """
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
    """The disputes as contradictions, numbered: conflicts first, then the surest.

    A dispute whose answers make only one side is left out.
    """
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
    """The answers grouped by value, in the order of the articles and the text."""
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
