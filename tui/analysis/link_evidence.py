"""What speaks for two paragraphs telling a same thing, looked at twice.

First by themselves: their likest sentences, the words, names and phrases they
share. Then by what the first look says of the paragraphs around them: news is
retold in the same order, what two paragraphs both share with a third they
often share with one another, and one that resembles everything tells little.
Both looks are weighed by logistic regressions; `bench/fit_links.py` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log, sqrt

from tui.analysis.lexicon import lines
from tui.analysis.passages import Passage

Pair = tuple[int, int]
"""Positions of two passages of two articles, the smaller first."""

ALONE = "likest cosine share names phrases shorter longer title apart".split()
"""What the first look weighs."""
AROUND = "alone detours detour busier quieter lead lag step side circle".split()
"""What the second look weighs beside that."""
LEAST = 0.0001
"""Nothing is held to be surer than this, or than 1 less this."""

Weights = Mapping[str, float]


@cache
def shipped_weights() -> tuple[Weights, Weights]:
    """The weights of the first and of the second look; `base` is the constant."""
    looks: dict[str, dict[str, float]] = {"first": {}, "second": {}}
    for line in lines("link_weights.txt"):
        look, name, weight = line.split()
        looks[look][name] = float(weight)
    return looks["first"], looks["second"]


def sureness(evidence: Sequence[float], names: Sequence[str], weights: Weights) -> float:
    """How surely two paragraphs with that evidence tell a same thing, 0 to 1."""
    total = weights["base"] + sum(
        weights[n] * e for n, e in zip(names, evidence, strict=True)
    )  # fmt: skip
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


def alone(a: Passage, b: Passage, likest: float) -> tuple[float, ...]:
    """The values of `ALONE`; `likest` is how surely some of their sentences tell a same thing."""
    dot = shared = 0.0
    few, many = (a.words, b.words) if len(a.words) < len(b.words) else (b.words, a.words)
    for word, weight in few.items():
        if word in many:
            shared += weight
            dot += weight * weight
    sizes = log(1 + len(few)), log(1 + len(many))
    return (
        odds(likest),
        dot / (a.length * b.length),
        shared / min(a.mass, b.mass),
        sum(w for name, w in a.names.items() if name in b.names),
        log(1 + len(a.phrases & b.phrases)),
        *sizes,
        float(a.title or b.title),
        abs(a.place - b.place),
    )


def odds(chance: float) -> float:
    """Natural logarithm of the odds."""
    held = min(max(chance, LEAST), 1 - LEAST)
    return log(held / (1 - held))


def around(found: Mapping[Pair, float], articles: Sequence[str]) -> dict[Pair, tuple[float, ...]]:
    """For each pair the values of `AROUND`, from what the first look found."""
    near: list[dict[int, float]] = [{} for _ in articles]
    for (a, b), sure in found.items():
        near[a][b] = near[b][a] = sure
    whole = [log(1 + sum(kin.values())) for kin in near]
    length = [sqrt(sum(s * s for s in kin.values())) + 0.1 for kin in near]
    best: list[dict[str, float]] = [{} for _ in articles]
    for at, kin in enumerate(near):
        for other, sure in kin.items():
            best[at][articles[other]] = max(best[at].get(articles[other], 0.0), sure)
    evidence: dict[Pair, tuple[float, ...]] = {}
    for (a, b), sure in found.items():
        ways, way = _detours(near[a], near[b])
        own = odds(sure)
        gaps = own - odds(best[a][articles[b]]), own - odds(best[b][articles[a]])
        evidence[a, b] = (
            own,
            log(1 + ways),
            sqrt(way),
            max(whole[a], whole[b]),
            min(whole[a], whole[b]),
            max(gaps),
            min(gaps),
            max(_at(near, articles, a, b, 1, 1), _at(near, articles, a, b, -1, -1)),
            max(
                _at(near, articles, a, b, 0, 1), _at(near, articles, a, b, 0, -1),
                _at(near, articles, a, b, 1, 0), _at(near, articles, a, b, -1, 0),
            ),
            ways / (length[a] * length[b]),
        )  # fmt: skip
    return evidence


def _detours(one: Mapping[int, float], two: Mapping[int, float]) -> tuple[float, float]:
    """How much leads from one passage to the other over a third: in all, and the best way."""
    few, many = (one, two) if len(one) < len(two) else (two, one)
    whole = best = 0.0
    for third, sure in few.items():
        if third in many:
            way = sure * many[third]
            whole += way
            best = max(best, way)
    return whole, best


def _at(
    near: Sequence[Mapping[int, float]], articles: Sequence[str], a: int, b: int, da: int, db: int
) -> float:
    """How sure the first look is of two passages `da` and `db` steps on in the same articles."""
    c, d = a + da, b + db
    if not (0 <= c < len(near) and 0 <= d < len(near)):
        return 0.0
    if articles[c] != articles[a] or articles[d] != articles[b]:
        return 0.0
    return near[c].get(d, 0.0)
