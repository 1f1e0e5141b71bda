"""What two sentences disagree about once their words are aligned, and how surely.

The strength of a contrast assumes that both sentences are about the same thing; `weighing` decides
what that is worth for the pair as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.clashes.spellings import one_part
from tui.analysis.compared.content_words import Unit
from tui.analysis.compared.differing_times import clashing
from tui.analysis.compared.kinds import other_kind
from tui.analysis.compared.matching import Change, Match
from tui.analysis.compared.naming import is_place, of_one_sort
from tui.analysis.compared.negative_words import STOP, stopped
from tui.analysis.compared.paired_numbers import agreed, numbers_of, ones
from tui.analysis.sentences.polarity import Denial
from tui.analysis.sentences.quantities import Quantity
from tui.analysis.sentences.slot_reading import Reading, denied_words, opposites
from tui.analysis.words.gazetteer import roles
from tui.analysis.words.numerals import ORDINALS
from tui.analysis.words.senses import Tie, tie
from tui.analysis.words.stems import akin
from tui.model.finding import Kind
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing in which two sentences disagree."""

    kind: Kind
    strength: float
    """How surely something is changed if all the rest is the same, 0 to 1."""
    reason: str
    weight: float = 1.0
    """Weight of the changed words, in the sentence where they weigh less."""
    stray: bool = False
    """Whether the two stand in different places, so that one may not replace the other."""
    group: str = ""
    """What it is weighed as; empty for what its kind is weighed as."""


_WORD = {
    Tie.OPPOSITE: 1.0, Tie.SISTERS: 0.85, Tie.OTHER: 0.7, Tie.UNKNOWN: 0.7,
    Tie.BROADER: 0.2, Tie.NEAR: 0.2, Tie.LIKE: 0.1, Tie.SAME: 0.0,
}  # fmt: skip
"""How surely a word in the place of another changes the meaning, by the relation of the two."""


LONE = 0.25
"""How surely the only number of one sentence, which the other does not give, is changed."""
ALIKE = 0.45
"""Share of either sentence that the other must have before a name in only one of them counts."""


def contrasts(a: Reading, b: Reading, match: Match) -> list[Contrast]:
    """All contrasts of the two sentences, strongest first; `match` is their alignment."""
    found = [
        *_numbers(a, b),
        *_moments(a, b),
        *_denials(a, b, match.mates, match, "first"),
        *_denials(b, a, match.back, match, "second"),
        *(
            c
            for change in match.changes
            if not _part_of_one_name(change, match) and (c := _word(a, b, change))
        ),
        *_strangers(match),
        *_poles(a, b, match),
        *_kinds(a, b, match),
    ]
    return sorted(found, key=lambda c: (-c.strength, c.kind, c.reason))


# Numbers


def _numbers(a: Reading, b: Reading) -> Iterator[Contrast]:
    """Numbers of one sentence that no number of the other can be."""
    left, right = list(numbers_of(a)), list(numbers_of(b))
    for q, r in agreed(a, b):
        left.remove(q)
        right.remove(r)
    here, there = ones(a, b), ones(b, a)
    left += here[len(there) :]
    right += there[len(here) :]
    if _sum(left, right) or _sum(right, left):
        return
    for q in left:
        rivals = [r for r in right if q.ordinal == r.ordinal]
        if not rivals or any(p is not q and p.span.covers(q.span) for p in left):
            continue  # the other half of a vote, 52-48
        best = max(rivals, key=lambda r: (_beside(a, q.span, b, r.span), -r.span.start))
        company = _beside(a, q.span, b, best.span)
        if company > 0 or 1 in (len(left), len(right)):
            alone = len(left) == 1 == len(right)
            yield Contrast(
                Kind.NUMBER, (0.4 if alone or company > 0 else LONE) + 0.6 * company,
                f"{q.words.strip()} and {best.words.strip()} cannot both be the number",
                weight=float(sum(q.span.covers(p.span) for p in left)),
            )  # fmt: skip


def _sum(parts: Sequence[Quantity], whole: Sequence[Quantity]) -> bool:
    """Whether the only number of one sentence is the sum of those of the other."""
    return len(whole) == 1 < len(parts) and sum(q.low for q in parts) == whole[0].low


def _beside(a: Reading, q: Span, b: Reading, r: Span) -> float:
    """How many of the nearest words on either side of two spans are the same, 0 to 1."""
    x, y = _around(a, q), _around(b, r)
    total = 0.0
    for near, others in ((x[0], y[0]), (x[1], y[1])):
        if not near or not others:
            total += 0.25 * (not near and not others)
        elif near[0] == others[0] or akin(near[0], others[0]):
            total += 0.5
        elif _kin(near[0], others):
            total += 0.35
        elif any(_kin(n, others) for n in near):
            total += 0.2
    crossed = any(_kin(n, y[1]) for n in x[0]) or any(_kin(n, y[0]) for n in x[1])
    return min(1.0, total + 0.15 * crossed)


def _kin(lemma: str, others: Sequence[str]) -> bool:
    """Whether one of `others` is a form of `lemma` or a synonym."""
    return any(
        lemma == o or akin(lemma, o) or tie(lemma, o) in (Tie.SAME, Tie.LIKE) for o in others
    )


def _around(reading: Reading, span: Span) -> tuple[list[str], list[str]]:
    """Lemmas of the three content words in front of the span and behind it, nearest first."""
    base = reading.sentence.span.start
    words = [w for w in reading.sentence.words if w.content or w.folded in ("million", "billion")]
    before = [w.lemma for w in words if w.span.end <= base + span.start]
    behind = [w.lemma for w in words if w.span.start >= base + span.end]
    return before[:-4:-1], behind[:3]


# Days


def _moments(a: Reading, b: Reading) -> Iterator[Contrast]:
    """Days, years and hours of one sentence against which the other names only others."""
    for one, other, choice in clashing(a, b):
        company = _beside(a, one.span, b, other.span)
        yield Contrast(
            Kind.DATE, (0.55 + 0.45 * company) * 1.3 / (0.3 + choice),
            f"{one.shown} and {other.shown} have no moment in common",
        )  # fmt: skip


# Denials


def _denials(
    a: Reading, b: Reading, mates: dict[int, int], match: Match, side: str
) -> Iterator[Contrast]:
    """What `a` denies and `b` affirms. `side`, first or second, says which sentence `a` is."""
    left = match.a if side == "first" else match.b
    right = match.b if side == "first" else match.a
    index = {u.word.span: n for n, u in enumerate(left)}
    denied = {w.span for d in b.denials for w in d.scope}
    for denial in a.denials:
        scope = [index[w.span] for w in denial.scope[:5] if w.span in index]
        if not scope:
            continue
        held = [n for n in scope if n in mates]
        if any(right[mates[n]].word.span in denied for n in held[:3]):
            continue
        if _says_opposite(b, denial) or _repeated(a, b, denial):
            continue
        whole = sum(left[n].weight for n in scope)
        share = sum(left[n].weight for n in held) / whole
        head = scope[0] in mates
        before = _held_before(mates, scope[0])
        strength = 0.45 * share + 0.3 * head + 0.25 * before
        if stopped(b.sentence.words, {right[n].word.span for n in mates.values()}):
            strength *= 0.35
        if strength > 0.2:
            yield Contrast(
                Kind.NEGATION, strength,
                f"the {side} denies it (“{denial.cue}”), the other affirms it",
            )  # fmt: skip


def _held_before(mates: dict[int, int], first: int) -> float:
    """Share of the two units in front of the denial that have a mate."""
    near = [n for n in (first - 1, first - 2) if n >= 0]
    return sum(n in mates for n in near) / len(near) if near else 1.0


def _says_opposite(b: Reading, denial: Denial) -> bool:
    """Whether `b` has an antonym of the denied word: `did not approve`, `rejected`."""
    word = denial.word.lemma
    for other in b.sentence.words:
        if other.lemma in opposites().get(word, ()) or tie(word, other.lemma) is Tie.OPPOSITE:
            return word not in b.lemmas
    return False


def _repeated(a: Reading, b: Reading, denial: Denial) -> bool:
    """Whether `b` has the verb that denies in `a` too: `was refused by`."""
    cue = next((w.lemma for w in a.sentence.words if w.span.start == denial.span.start), "")
    return cue in STOP and cue in b.lemmas


# Words


def _word(a: Reading, b: Reading, change: Change) -> Contrast | None:
    """The contrast of two words in one place, by their kinds; None where it changes nothing."""
    one, two = change.a, change.b
    if one.lemma in ORDINALS and two.lemma in ORDINALS:
        told = f"{one.word.text} and {two.word.text} cannot both be the rank"
        return Contrast(Kind.NUMBER, 0.4 + 0.6 * change.fit, told, 1.0)
    if "number" in (one.kind, two.kind):
        return None
    kinds = {one.kind, two.kind}
    weight = min(one.weight, two.weight)
    shown = f"“{one.word.text}” stands where the other has “{two.word.text}”"
    if kinds == {"date"}:
        return Contrast(Kind.DATE, 0.3 + 0.7 * change.fit, shown, weight)
    if "date" in kinds:
        return None
    if _opposite(one, two, change.tie):
        if _denied(a, one) != _denied(b, two):
            return None
        worth = 0.3 if frozenset((one.lemma, two.lemma)) in _CONVERSE else 1.0
        return Contrast(
            Kind.ANTONYM, worth * (0.4 + 0.6 * change.fit),
            f"“{one.word.text}” and “{two.word.text}” are opposites", weight,
        )  # fmt: skip
    if _office(one) or _office(two):
        worth = 0.5 if _office(one) and _office(two) else 0.15
        return Contrast(Kind.ACTOR, worth * change.fit, shown, weight)
    if kinds == {"name"}:
        worth = of_one_sort(one.word.folded, two.word.folded)
        places = is_place(one.word.folded) and is_place(two.word.folded)
        return Contrast(Kind.PLACE if places else Kind.NAME, worth * change.fit, shown, weight)
    if "name" in kinds:
        return Contrast(Kind.NAME, 0.6 * change.fit, shown, weight)
    rare = min(1.0, 0.25 + 0.75 * min(one.weight, two.weight))
    return Contrast(Kind.WORDING, _WORD[change.tie] * rare * change.fit, shown, weight)


def _part_of_one_name(change: Change, match: Match) -> bool:
    """Whether the two are spellings of one part of a name: `Salih Magdi`, `Saleh Mahdi`."""
    one, two = change.a, change.b
    if not one.kind == two.kind == "name":
        return False
    beside = any(
        abs(match.a[i].at - one.at) == 1 == abs(match.b[j].at - two.at)
        and match.a[i].kind == "name"
        for i, j in match.mates.items()
    )
    return beside and one_part(one.word.folded, two.word.folded)


def _strangers(match: Match) -> Iterator[Contrast]:
    """Names and dates that only one sentence has, wherever they stand.

    Nothing for two sentences that share little: each has names of its own.
    """
    if max(match.cover()) < ALIKE:
        return
    for kind, told in (("name", Kind.NAME), ("date", Kind.DATE)):
        here = [u for u in (*match.left_a, *(c.a for c in match.changes)) if u.kind == kind]
        there = [u for u in (*match.left_b, *(c.b for c in match.changes)) if u.kind == kind]
        here = _of_unknown(here, match.a, match.mates)
        there = _of_unknown(there, match.b, match.back)
        pairs = [
            (u, v) for u in here for v in there
            if not _office(u) and not _office(v)
            and of_one_sort(u.word.folded, v.word.folded) == 1
        ]  # fmt: skip
        crowd = min(1.0, 3 / max(len(here), len(there), 1))
        if pairs and not any(akin(u.lemma, v.lemma) for u, v in pairs):
            one, two = pairs[0]
            yield Contrast(
                told, 0.55 * crowd, f"only the first has “{one.word.text}”, only the second "
                f"“{two.word.text}”", min(one.weight, two.weight), stray=True,
            )  # fmt: skip


def _of_unknown(told: Sequence[Unit], every: Sequence[Unit], mates: Collection[int]) -> list[Unit]:
    """The names of `told` without parts of names that the other sentence has too: `Mara Quill`."""
    held = {every[n].at for n in mates if every[n].kind == "name"}
    return [u for u in told if u.at - 1 not in held and u.at + 1 not in held]


def _kinds(a: Reading, b: Reading, match: Match) -> Iterator[Contrast]:
    """Two things that the same subject is said to be: `is a ferry`, `is a tanker`."""
    if pair := other_kind(a, b, match):
        one, two = pair
        yield Contrast(
            Kind.WORDING, 0.7, f"the first says it is a {one.text}, the second a {two.text}",
            stray=True,
        )  # fmt: skip


_CONVERSE = {
    frozenset(p.split("/"))
    for p in (
        "buy/sell lend/borrow give/take give/receive send/receive win/lose beat/lose defeat/lose "
        "capture/lose gain/lose take/lose before/after more/less more/fewer ahead/behind "
        "above/below precede/follow employ/work lead/trail"
    ).split()
}
"""Antonyms that may describe one event from two sides: who is ahead has the other behind."""


def _poles(a: Reading, b: Reading, match: Match) -> Iterator[Contrast]:
    """Antonyms among the words without a mate, wherever they stand."""
    here = [*match.left_a, *(c.a for c in match.changes)]
    there = [*match.left_b, *(c.b for c in match.changes)]
    for one in here:
        for two in there:
            facing = _opposite(one, two, tie(one.lemma, two.lemma))
            if facing and _denied(a, one) == _denied(b, two):
                worth = 0.3 if frozenset((one.lemma, two.lemma)) in _CONVERSE else 1.0
                yield Contrast(
                    Kind.ANTONYM, 0.6 * worth,
                    f"“{one.word.text}” and “{two.word.text}” are opposites",
                    min(one.weight, two.weight), stray=True,
                )  # fmt: skip


def _opposite(one: Unit, two: Unit, known: Tie) -> bool:
    """Whether the lists hold the two as antonyms, in any of their forms."""
    return known is Tie.OPPOSITE or any(
        y in opposites().get(x, ()) or (known is Tie.OTHER and tie(x, y) is Tie.OPPOSITE)
        for x in _forms(one)
        for y in _forms(two)
    )


def _forms(unit: Unit) -> tuple[str, ...]:
    """The lemma; for a noun such as `ending` also the verb it may come from."""
    stem = unit.lemma.removesuffix("ing")
    return (unit.lemma,) if stem == unit.lemma or len(stem) < 3 else (unit.lemma, stem, stem + "e")


def _denied(reading: Reading, unit: Unit) -> bool:
    return unit.word.span in denied_words(reading)


def _office(unit: Unit) -> bool:
    return unit.lemma in roles()
