"""Aligns the words of two sentences: which are the same, and which replace each other.

Words left over in the same place on both sides were changed; words left over on one side were added
or left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.compared.content_words import Unit, units
from tui.analysis.compared.naming import stands_for
from tui.analysis.compared.paired_numbers import agreed
from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.words.lexicon import root
from tui.analysis.words.senses import Tie, tie
from tui.analysis.words.stems import akin
from tui.model.span import Span

FAR = 3
"""Units beyond which a matched neighbour says nothing about the place of a word."""
_NEAR = {Tie.SAME: 1.0, Tie.LIKE: 0.8, Tie.NEAR: 0.6, Tie.BROADER: 0.6}
"""How far a word means the same as another, by their relation."""


@dataclass(frozen=True, slots=True)
class Change:
    """A word of one sentence and the word that stands in its place in the other."""

    a: Unit
    b: Unit
    fit: float
    """How surely both stand in the same place, 0 to 1."""
    tie: Tie


@dataclass(frozen=True, eq=False)
class Match:
    """The word alignment of two sentences."""

    a: tuple[Unit, ...]
    b: tuple[Unit, ...]
    mates: dict[int, int]
    """Index in `a` → index in `b` of the word that means the same."""
    worth: dict[int, float]
    """Index in `a` → how far its mate means the same, 0 to 1."""
    changes: tuple[Change, ...]
    left_a: tuple[Unit, ...]
    """Words of `a` that have neither a mate nor a place in a change."""
    left_b: tuple[Unit, ...]
    """The same of `b`."""

    @cached_property
    def back(self) -> dict[int, int]:
        """Index in `b` → index in `a`."""
        return {j: i for i, j in self.mates.items()}

    @cached_property
    def shared(self) -> float:
        """Weight of the units of `a` that have a mate, each as far as its mate means the same."""
        return sum(self.a[i].weight * self.worth[i] for i in self.mates)

    @cached_property
    def weight_a(self) -> float:
        """Weight of all units of `a`."""
        return sum(u.weight for u in self.a)

    @cached_property
    def weight_b(self) -> float:
        """Weight of all units of `b`."""
        return sum(u.weight for u in self.b)

    def cover(self) -> tuple[float, float]:
        """Share of the weight of `a`, and of `b`, that the other has too; each 0 to 1."""
        back = sum(self.b[j].weight * self.worth[i] for i, j in self.mates.items())
        return (
            self.shared / self.weight_a if self.a else 0.0,
            back / self.weight_b if self.b else 0.0,
        )


def match(a: Reading, b: Reading) -> Match:
    """The word alignment of `a` and `b`.

    Greedy, in three passes: equal words, other words for the same, numbers that may be the same.
    """
    left, right = units(a), units(b)
    mates: dict[int, int] = {}
    worth: dict[int, float] = {}
    _equal(a, left, b, right, mates, worth)
    _near(left, right, mates, worth)
    _agreeing(a, left, b, right, mates, worth)
    changes = _changes(a, left, b, right, mates)
    gone, come = {c.a.at for c in changes}, {c.b.at for c in changes}
    back = set(mates.values())
    return Match(
        left, right, mates, worth, tuple(changes),
        tuple(u for n, u in enumerate(left) if n not in mates and u.at not in gone),
        tuple(u for n, u in enumerate(right) if n not in back and u.at not in come),
    )  # fmt: skip


def _equal(
    a: Reading, left: Sequence[Unit], b: Reading, right: Sequence[Unit],
    mates: dict[int, int], worth: dict[int, float],
) -> None:  # fmt: skip
    """Adds pairs of the same root; of several the one with the most equal neighbours."""
    places: dict[str, list[int]] = {}
    for j, unit in enumerate(right):
        places.setdefault(root(unit.lemma), []).append(j)
    offers = [
        (
            -_company(a, unit.at, b, right[j].at),
            abs(unit.at / len(a.keys) - right[j].at / len(b.keys)), i, j,
        )
        for i, unit in enumerate(left)
        for j in places.get(root(unit.lemma), ())[:20]
    ]  # fmt: skip
    taken: set[int] = set()
    for _, _, i, j in sorted(offers):
        if i not in mates and j not in taken:
            mates[i], worth[i] = j, 1.0
            taken.add(j)


def _agreeing(
    a: Reading, left: Sequence[Unit], b: Reading, right: Sequence[Unit],
    mates: dict[int, int], worth: dict[int, float],
) -> None:  # fmt: skip
    """Adds numbers that may be the same: `at least 12` and 14, `half` and 50 percent."""
    taken = set(mates.values())
    for q, r in agreed(a, b):
        here = [i for i, u in enumerate(left) if i not in mates and _inside(a, u, q.span)]
        there = [j for j, u in enumerate(right) if j not in taken and _inside(b, u, r.span)]
        for i, j in zip(here, there, strict=False):
            mates[i], worth[i] = j, 0.9
            taken.add(j)


def _inside(reading: Reading, unit: Unit, span: Span) -> bool:
    at = unit.word.span.start - reading.sentence.span.start
    return span.start <= at < span.end


def _company(a: Reading, i: int, b: Reading, j: int) -> int:
    """How many of the two words on either side are the same."""
    here = a.keys[max(0, i - 2) : i] + a.keys[i + 1 : i + 3]
    there = b.keys[max(0, j - 2) : j] + b.keys[j + 1 : j + 3]
    return len({*here} & {*there})


def _near(
    left: Sequence[Unit], right: Sequence[Unit], mates: dict[int, int], worth: dict[int, float]
) -> None:
    """Adds other words for the same: forms, synonyms, names for one place; the nearest first."""
    taken = set(mates.values())
    offers = []
    for i, one in enumerate(left):
        if i in mates or one.kind in ("number", "date"):
            continue
        for j, two in enumerate(right):
            if j in taken or two.kind in ("number", "date"):
                continue
            if value := _likeness(one, two):
                drift = abs(i / len(left) - j / len(right))
                offers.append((-value + 0.2 * drift, i, j, value))
    for _, i, j, value in sorted(offers):
        if i not in mates and j not in taken:
            mates[i], worth[i] = j, value
            taken.add(j)


def _likeness(one: Unit, two: Unit) -> float:
    if akin(one.lemma, two.lemma):
        return 0.9
    if one.kind == "name" and two.kind == "name":
        return stands_for(one.word.folded, two.word.folded)
    return _NEAR.get(tie(one.lemma, two.lemma), 0.0)


def _changes(
    a: Reading, left: Sequence[Unit], b: Reading, right: Sequence[Unit], mates: dict[int, int]
) -> list[Change]:
    """Pairs of words without a mate that stand in the same place, surest first."""
    back = {j: i for i, j in mates.items()}
    offers = []
    for i, one in enumerate(left):
        if i in mates:
            continue
        for j, two in enumerate(right):
            if j in back:
                continue
            fit = _fit(a, left, b, right, mates, back, i, j)
            if fit <= 0.2:
                continue
            fit *= _same_kind(one, two)
            offers.append((-fit, i, j, Change(one, two, fit, tie(one.lemma, two.lemma))))
    found: list[Change] = []
    used: set[int] = set()
    used_b: set[int] = set()
    for _, i, j, change in sorted(offers, key=lambda o: o[:3]):
        if i not in used and j not in used_b:
            found.append(change)
            used.add(i)
            used_b.add(j)
    return found


def _same_kind(one: Unit, two: Unit) -> float:
    if one.kind == two.kind:
        return 1.0
    # A capital at the head of a sentence, or in a headline, may go with either.
    if {one.kind, two.kind} == {"name", "word"}:
        return 0.7
    return 0.3


def _fit(
    a: Reading, left: Sequence[Unit], b: Reading, right: Sequence[Unit],
    mates: dict[int, int], back: dict[int, int], i: int, j: int,
) -> float:  # fmt: skip
    """How surely two units stand in the same place, by their matched neighbours, 0 to 1."""
    before, after = _anchor(mates, i, -1, len(left)), _anchor(mates, i, 1, len(left))
    before_b, after_b = _anchor(back, j, -1, len(right)), _anchor(back, j, 1, len(right))
    fit = 0.0
    for x, y in ((before, before_b), (after, after_b)):
        if x is None and y is None:
            fit += 0.25
        elif x is not None and y is not None and mates.get(x[0]) == y[0]:
            fit += 0.4 / (1 + 0.25 * abs(x[1] - y[1])) if x[1] + y[1] < 6 else 0.15
        elif x is not None and _stands_near(mates[x[0]], j):
            fit += 0.15
    fit += 0.2 * (_lead(a, left[i].at) == _lead(b, right[j].at))
    return min(1.0, fit)


def _stands_near(at: int, j: int) -> bool:
    return abs(at - j) <= 2


def _anchor(mates: dict[int, int], i: int, step: int, size: int) -> tuple[int, int] | None:
    """The nearest matched unit on one side (`step` 1 or -1) and its distance; None beyond `FAR`."""
    for far in range(1, FAR + 1):
        at = i + step * far
        if not 0 <= at < size:
            return None
        if at in mates:
            return at, far
    return None


def _lead(reading: Reading, at: int) -> str:
    """The function word right in front of a word; `+` for a content word."""
    if at == 0:
        return ""
    before = reading.sentence.words[at - 1]
    return before.folded if not before.content else "+"
