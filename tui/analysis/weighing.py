"""What speaks for two sentences telling the same, or excluding each other, and how much.

The weights are those of two logistic regressions on sentence pairs that the
project wrote itself; bench/fit_pairs.py writes them here.
"""

from __future__ import annotations

from math import exp

from tui.analysis.contrast import Contrast
from tui.analysis.matching import Match
from tui.model.finding import Kind


def evidence(laid: Match, told: list[Contrast], edits: int) -> dict[str, float]:
    """What the weights speak of: how alike the words are, and what is changed, by kind.

    A change counts by itself (`number`), by how nearly all else is the same
    (`number_close`), and by how few places differ at all (`number_alone`).
    """
    one, two = laid.cover()
    least, most = min(one, two), max(one, two)
    size = max(1.0, min(len(laid.a), len(laid.b)))
    facts = {
        "least": least,
        "most": most,
        "both": one * two,
        "order": _order(laid),
        "changes": len(laid.changes) / size,
        "extra": min(len(laid.left_a), len(laid.left_b)) / size,
    }
    facts |= dict.fromkeys((g for n in GROUPS for g in (n, n + "_close", n + "_alone")), 0.0)
    near = min(1.0, max(0.0, (most - 0.2) / 0.6))
    for c in told:
        name = GROUP.get(c.kind, "word")
        rest = min(1.0, one + c.weight / max(laid.weight_a, 1.0))
        rest *= min(1.0, two + c.weight / max(laid.weight_b, 1.0))
        close = c.strength * rest**2
        facts[name] = max(facts[name], c.strength * near)
        facts[name + "_close"] = max(facts[name + "_close"], close)
        facts[name + "_alone"] = max(facts[name + "_alone"], close / edits)
    return facts


GROUPS = ("number", "date", "negation", "antonym", "name", "word", "actor")
GROUP = {
    Kind.NUMBER: "number", Kind.DATE: "date", Kind.NEGATION: "negation", Kind.ANTONYM: "antonym",
    Kind.NAME: "name", Kind.PLACE: "name", Kind.ACTOR: "actor", Kind.WORDING: "word",
    Kind.SEQUENCE: "antonym", Kind.LIST: "name", Kind.ATTRIBUTION: "name",
}  # fmt: skip


def _order(laid: Match) -> float:
    """Share of neighbours in the shorter sentence whose mates are neighbours too."""
    pairs = [i for i in range(len(laid.a) - 1) if i in laid.mates and i + 1 in laid.mates]
    if not pairs:
        return 0.0
    return sum(0 < laid.mates[i + 1] - laid.mates[i] <= 2 for i in pairs) / len(pairs)


CONFLICT_BASE = -2.86
CONFLICT_WEIGHTS = {
    "number": 2.57,
    "number_close": 1.90,
    "number_alone": 1.15,
    "date": 2.90,
    "date_close": 1.80,
    "date_alone": 0.86,
    "negation": 2.10,
    "negation_close": 1.96,
    "negation_alone": 1.40,
    "antonym": 1.96,
    "antonym_close": 1.83,
    "antonym_alone": 1.73,
    "name": 3.23,
    "name_close": 2.13,
    "name_alone": 1.36,
    "word_close": 2.44,
    "word_alone": 3.55,
    "actor": 2.38,
    "actor_close": 2.23,
    "actor_alone": 1.24,
    "most": 0.67,
    "least": 0.79,
    "changes": -1.24,
}
SAME_BASE = -1.88
SAME_WEIGHTS = {
    "number": -2.27,
    "number_close": -1.83,
    "number_alone": -1.21,
    "date": -2.41,
    "date_close": -1.85,
    "date_alone": -1.09,
    "negation": -1.78,
    "negation_close": -2.27,
    "negation_alone": -2.06,
    "antonym": -1.96,
    "antonym_close": -1.90,
    "antonym_alone": -1.86,
    "name": -3.09,
    "name_close": -2.06,
    "name_alone": -1.33,
    "word_close": -0.64,
    "word_alone": -4.64,
    "actor": -2.69,
    "actor_close": -2.64,
    "actor_alone": -1.42,
    "least": 1.02,
    "most": 2.06,
    "both": 1.21,
    "order": 0.37,
    "changes": -2.29,
    "extra": -0.23,
}


_CHANGED = tuple(g for n in GROUPS for g in (n, n + "_close", n + "_alone") if g != "word")
CONFLICT_SIGNS = dict.fromkeys(_CHANGED, 1) | {"most": 1, "least": 1, "changes": -1, "extra": -1}
"""What may speak for a conflict, and what against one."""
SAME_SIGNS = dict.fromkeys(_CHANGED, -1) | {
    "least": 1, "most": 1, "both": 1, "order": 1, "changes": -1, "extra": -1,
}  # fmt: skip


def conflict_of(facts: dict[str, float]) -> float:
    """How surely both cannot hold, 0 to 1."""
    return _logistic(CONFLICT_BASE, CONFLICT_WEIGHTS, facts)


def same_of(facts: dict[str, float]) -> float:
    """How surely both tell one fact, 0 to 1."""
    return _logistic(SAME_BASE, SAME_WEIGHTS, facts)


def _logistic(base: float, weights: dict[str, float], facts: dict[str, float]) -> float:
    return 1 / (1 + exp(-base - sum(w * facts[k] for k, w in weights.items())))
