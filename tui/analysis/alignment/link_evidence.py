"""What speaks for two paragraphs telling the same thing, looked at twice.

First by themselves: their most similar sentences, the words, names and phrases they
share. Then by what the first look says of the paragraphs around them: news is
retold in the same order, what two paragraphs both share with a third they
often share with one another, and one that resembles everything tells little.
Both looks are weighed by logistic regressions; `bench/fit_links.py` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log, sqrt
from operator import mul

from tui.analysis.alignment.passages import Passage
from tui.analysis.words.lexicon import lines
from tui.analysis.words.logistic import Weights

Pair = tuple[int, int]
"""Positions of two passages of two articles, the smaller first."""

ALONE = "likest cosine share names phrases shorter longer title apart".split()
"""What the first look weighs."""
AROUND = "alone detours detour busier quieter lead lag step side circle".split()
"""What the second look weighs beside that."""
LEAST = 0.0001
"""Nothing is held to be less sure than this, or surer than 1 less this."""
NONE = -1
"""No passage."""


@cache
def shipped_weights() -> tuple[Weights, Weights]:
    """The weights of the first look, for `ALONE`, and of the second, for `AROUND` and `ALONE`."""
    found: dict[tuple[str, str], float] = {}
    for line in lines("link_weights.txt"):
        look, name, weight = line.split()
        found[look, name] = float(weight)
    return (
        tuple(found["first", name] for name in ("base", *ALONE)),
        tuple(found["second", name] for name in ("base", *AROUND, *ALONE)),
    )


def alone(a: Passage, b: Passage, likest: float) -> tuple[float, ...]:
    """The values of `ALONE`; `likest` is how surely some of their sentences do so."""
    few, many = (a, b) if len(a.words) < len(b.words) else (b, a)
    held = many.words
    # A list, not a set: sums must not depend on the order of hashing.
    both = [weight for word, weight in few.words.items() if word in held]
    phrases = 0.0 if a.phrases.isdisjoint(b.phrases) else log(1 + len(a.phrases & b.phrases))
    names = [w for name, w in a.names.items() if name in b.names] if a.names and b.names else ()
    return (
        odds(likest),
        sum(map(mul, both, both)) / (a.length * b.length),
        sum(both) / min(a.mass, b.mass),
        sum(names),
        phrases,
        few.size,
        many.size,
        float(a.title or b.title),
        abs(a.place - b.place),
    )


def odds(chance: float) -> float:
    """Natural logarithm of the odds."""
    if not LEAST < chance < 1 - LEAST:
        chance = LEAST if chance <= LEAST else 1 - LEAST
    return log(chance / (1 - chance))


def around(found: Mapping[Pair, float], articles: Sequence[str]) -> dict[Pair, tuple[float, ...]]:
    """For each pair the values of `AROUND`, from what the first look found.

    `articles` names the article of each passage.
    """
    near: list[dict[int, float]] = [{} for _ in articles]
    for (a, b), sure in found.items():
        near[a][b] = near[b][a] = sure
    busy = [log(1 + sum(kin.values())) for kin in near]
    length = [sqrt(sum([s * s for s in kin.values()])) + 0.1 for kin in near]
    best = [_best(kin, articles) for kin in near]
    onward, back = _neighbours(articles)
    near.append({})  # what `NONE` is near to
    evidence: dict[Pair, tuple[float, ...]] = {}
    for (a, b), sure in found.items():
        one, two = near[a], near[b]
        ways, way = _detours(one, two)
        own = odds(sure)
        gap, other_gap = own - best[a][articles[b]], own - best[b][articles[a]]
        more, less = busy[a], busy[b]
        c, d, e, f = onward[a], onward[b], back[a], back[b]
        evidence[a, b] = (
            own,
            log(1 + ways),
            sqrt(way),
            more if more > less else less,
            less if more > less else more,
            gap if gap > other_gap else other_gap,
            other_gap if gap > other_gap else gap,
            max(near[c].get(d, 0.0), near[e].get(f, 0.0)),
            max(one.get(d, 0.0), one.get(f, 0.0), two.get(c, 0.0), two.get(e, 0.0)),
            ways / (length[a] * length[b]),
        )
    return evidence


def _best(kin: Mapping[int, float], articles: Sequence[str]) -> dict[str, float]:
    """For each article the odds of the surest passage there."""
    found: dict[str, float] = {}
    for other, sure in kin.items():
        article = articles[other]
        if sure >= found.get(article, 0.0):
            found[article] = sure
    return {article: odds(sure) for article, sure in found.items()}


def _neighbours(articles: Sequence[str]) -> tuple[list[int], list[int]]:
    """For each passage the next one of its article, and the one in front; `NONE` at the ends."""
    joined = [one == two for one, two in pairwise(articles)]
    onward = [at + 1 if joins else NONE for at, joins in enumerate(joined)]
    back = [at if joins else NONE for at, joins in enumerate(joined)]
    return [*onward, NONE], [NONE, *back]


def _detours(one: Mapping[int, float], two: Mapping[int, float]) -> tuple[float, float]:
    """How much leads from one passage to the other over a third: in all, and the best way."""
    few, many = (one, two) if len(one) < len(two) else (two, one)
    ways = [sure * many[third] for third, sure in few.items() if third in many]
    return (sum(ways), max(ways)) if ways else (0.0, 0.0)
