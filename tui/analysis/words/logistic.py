"""Logistic regressions whose weights are data: one named weight a line, and a constant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from operator import mul

from tui.analysis.words.lexicon import lines

Weights = tuple[float, ...]
"""The constant, then a weight for each value of the evidence."""


@cache
def weights_in(file: str, names: Sequence[str]) -> Weights:
    """The constant `base`, then the weight of each of `names`, a tuple, from a list of the data."""
    found = dict(line.split() for line in lines(file))
    return tuple(float(found[name]) for name in ("base", *names))


def sureness(evidence: Iterable[float], weights: Weights) -> float:
    """How surely it is so with that evidence, 0 to 1."""
    return chance(weights[0] + sum(map(mul, weights[1:], evidence)))


def chance(odds: float) -> float:
    """The chance, 0 to 1, of which `odds` are the natural logarithm of the odds."""
    if not -30.0 < odds < 30.0:  # where it would overflow
        odds = 30.0 if odds > 0.0 else -30.0
    return 1 / (1 + exp(-odds))
