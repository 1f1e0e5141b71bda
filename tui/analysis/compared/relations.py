"""Which words belong together in a sentence, and whether two words have exchanged their roles.

There is no parser: two neighbouring content words are tied by the function words between them.
Passives are resolved, so that `was sued by A` and `A sued` are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.compared.content_words import Unit
from tui.analysis.compared.contrast import Contrast
from tui.analysis.compared.matching import Match
from tui.analysis.sentences.roles import PREPOSITIONS, SYMMETRIC, is_passive, verbal
from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.words.senses import Tie, tie
from tui.analysis.words.sentence import Word
from tui.model.finding import Kind

_JOINS = frozenset("and or nor but as well".split())
_PLAIN = frozenset("a an the his her its their our this that these those own".split())
_DEEDS = (
    "ion",
    "ment",
    "al",
    "ance",
    "ure",
    "ing",
    "attack",
    "visit",
    "arrest",
    "defeat",
    "murder",
)
"""Endings of nouns that name a deed: its agent stands in front, its object behind `of`."""
FULL, HALF = 0.9, 0.45
"""How surely something is told of others: both words took the other's part, or one."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A content word and the role of another beside it; both as indices of units."""

    head: int
    part: str
    """`doer`, `done-to`, `with`, or the preposition."""
    other: int


def exchanges(a: Reading, b: Reading, match: Match) -> Iterator[Contrast]:
    """Words that have taken each other's roles, in the order of `a`."""
    here, there = ties(a, match.a), ties(b, match.b)
    taken = {(t.head, t.part): t.other for t in there}
    back = match.back
    moved: dict[int, int] = {}
    for tied in here:
        head = match.mates.get(tied.head)
        if head is None or tied.other not in match.mates:
            continue
        now = taken.get((head, tied.part))
        if now is None or now == match.mates[tied.other] or now not in back:
            continue
        if _same_word(match, tied.other, back[now]) or _joined(a, match.a, tied.other, back[now]):
            continue
        if _joined(b, match.b, match.mates[tied.other], now):
            continue
        moved.setdefault(tied.other, back[now])
    told: set[frozenset[int]] = set()
    for one, other in moved.items():
        pair = frozenset((one, other))
        if pair in told:
            continue
        told.add(pair)
        full = moved.get(other) == one
        if not full and not _of_one_kind(match.a[one], match.a[other]):
            continue
        x, y = match.a[one].word.text, match.a[other].word.text
        yield Contrast(
            Kind.ACTOR, FULL if full else HALF,
            f"{x} and {y} have changed places" if full else f"{y} stands where the other has {x}",
        )  # fmt: skip


def _of_one_kind(one: Unit, other: Unit) -> bool:
    """Whether the two could fill one role: two names, two numbers, dog and cat."""
    if one.kind == other.kind != "word":
        return True
    return tie(one.lemma, other.lemma) in (Tie.SISTERS, Tie.OPPOSITE)


def _same_word(match: Match, one: int, other: int) -> bool:
    return match.a[one].lemma == match.a[other].lemma


def _joined(reading: Reading, units: Sequence[Unit], one: int, other: int) -> bool:
    """Whether only `and`, commas and names stand between: such a list has no order."""
    lo, hi = sorted((units[one].at, units[other].at))
    words = reading.sentence.words
    return all(
        w.folded in _JOINS or w.folded in _PLAIN or w.text[:1].isupper() or w.lemma[:1].isdigit()
        for w in words[lo + 1 : hi]
    ) or any(w.lemma in SYMMETRIC for w in words[lo + 1 : hi])


def ties(reading: Reading, units: Sequence[Unit]) -> list[Tied]:
    """The relations between neighbouring content words of the sentence."""
    words = reading.sentence.words
    deeds = set(verbal(reading))
    found: list[Tied] = []
    for n in range(len(units) - 1):
        one, two = units[n], units[n + 1]
        between = [w.folded for w in words[one.at + 1 : two.at]]
        gap = reading.sentence.between(one.word.span, two.word.span)
        if any(c in gap for c in ',;:()"“”') or _JOINS.intersection(between):
            continue
        owns = gap.startswith(("'s", "’s"))
        found += _tied(n, one, n + 1, two, between, deeds, words, owns)
    return found


def _tied(
    n: int, one: Unit, m: int, two: Unit, between: Sequence[str], deeds: set[int],
    words: Sequence[Word], apostrophe: bool,
) -> Iterator[Tied]:  # fmt: skip
    """The relation of the units at `n` and `m`, by the words between them."""
    led = [w for w in between if w in PREPOSITIONS]
    owned = words[two.at].folded.endswith(_DEEDS) and apostrophe
    passive = is_passive(words, one.at)
    if led:
        agent = led[-1] == "by" and one.at in deeds and passive
        suffered = led == ["of"] and words[one.at].folded.endswith(_DEEDS)
        yield Tied(n, "doer" if agent else "done-to" if suffered else led[-1], m)
    elif one.at in deeds and set(between) <= _PLAIN:
        yield Tied(n, "beside" if passive else "done-to", m)
    elif two.at in deeds:
        yield Tied(m, "done-to" if is_passive(words, two.at) else "doer", n)
    elif set(between) <= _PLAIN:
        yield Tied(m, "doer" if owned else "with", n)
