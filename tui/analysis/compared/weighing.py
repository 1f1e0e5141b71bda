"""What speaks for two sentences telling the same, or excluding each other, and how much.

The weights are those of two logistic regressions on sentence pairs that the
project wrote itself; bench/fit_pairs.py writes them here.
"""

from __future__ import annotations

from math import exp

from tui.analysis.compared.contrast import Contrast
from tui.analysis.compared.matching import Match
from tui.model.finding import Kind


def evidence(laid: Match, told: list[Contrast], edits: int) -> dict[str, float]:
    """What the weights speak of: how alike the words are, and what is changed, by kind.

    A change counts by itself (`number`), by how nearly all else is the same
    (`number_close`), or all else of the sentence that tells less (`number_held`),
    and by how few places differ at all (`number_alone`).
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
    facts |= dict.fromkeys((g for n in GROUPS for g in _forms(n)), 0.0)
    near = min(1.0, max(0.0, (most - 0.2) / 0.6))
    for c in told:
        name = GROUP.get(c.kind, "word")
        here = min(1.0, one + c.weight / max(laid.weight_a, 1.0))
        there = min(1.0, two + c.weight / max(laid.weight_b, 1.0))
        rest, held = here * there, max(here, there)
        close = c.strength * rest**2
        facts[name] = max(facts[name], c.strength * near)
        facts[name + "_held"] = max(facts[name + "_held"], c.strength * held**3)
        facts[name + "_close"] = max(facts[name + "_close"], close)
        facts[name + "_alone"] = max(facts[name + "_alone"], close / edits)
    return facts


GROUPS = ("number", "date", "negation", "antonym", "name", "word", "actor")
GROUP = {
    Kind.NUMBER: "number", Kind.DATE: "date", Kind.NEGATION: "negation", Kind.ANTONYM: "antonym",
    Kind.NAME: "name", Kind.PLACE: "name", Kind.ACTOR: "actor", Kind.WORDING: "word",
    Kind.SEQUENCE: "antonym", Kind.LIST: "name", Kind.ATTRIBUTION: "name",
}  # fmt: skip


def _forms(name: str) -> tuple[str, ...]:
    return name, name + "_close", name + "_held", name + "_alone"


def _order(laid: Match) -> float:
    """Share of neighbours in the shorter sentence whose mates are neighbours too."""
    pairs = [i for i in range(len(laid.a) - 1) if i in laid.mates and i + 1 in laid.mates]
    if not pairs:
        return 0.0
    return sum(0 < laid.mates[i + 1] - laid.mates[i] <= 2 for i in pairs) / len(pairs)


CONFLICT_BASE = -3.34
CONFLICT_WEIGHTS = {
    "number": 2.24,
    "number_close": 1.21,
    "number_held": 1.80,
    "number_alone": 0.92,
    "date": 2.48,
    "date_close": 1.25,
    "date_held": 1.86,
    "date_alone": 0.41,
    "negation": 1.75,
    "negation_close": 1.35,
    "negation_held": 1.85,
    "negation_alone": 0.77,
    "antonym": 1.59,
    "antonym_close": 1.50,
    "antonym_held": 1.57,
    "antonym_alone": 1.45,
    "name": 3.05,
    "name_close": 1.55,
    "name_held": 2.52,
    "name_alone": 0.55,
    "word_close": 2.47,
    "word_alone": 3.00,
    "actor": 2.17,
    "actor_close": 1.79,
    "actor_held": 2.11,
    "actor_alone": 0.95,
    "changes": -1.73,
}
SAME_BASE = -2.68
SAME_WEIGHTS = {
    "number": -1.46,
    "number_close": -1.12,
    "number_held": -1.11,
    "number_alone": -1.55,
    "date": -1.89,
    "date_close": -1.22,
    "date_held": -1.55,
    "date_alone": -0.44,
    "negation": -1.23,
    "negation_close": -1.75,
    "negation_held": -1.74,
    "negation_alone": -1.93,
    "antonym": -1.66,
    "antonym_close": -1.59,
    "antonym_held": -1.65,
    "antonym_alone": -1.58,
    "name": -2.41,
    "name_close": -1.45,
    "name_held": -1.93,
    "name_alone": -0.80,
    "word_close": -0.70,
    "word_alone": -4.33,
    "actor": -2.27,
    "actor_close": -2.08,
    "actor_held": -2.25,
    "actor_alone": -1.08,
    "least": 1.89,
    "most": 1.43,
    "both": 2.25,
    "order": 0.44,
    "changes": -1.99,
    "extra": -0.15,
}


_CHANGED = tuple(g for n in GROUPS for g in _forms(n) if g not in ("word", "word_held"))
CONFLICT_SIGNS = dict.fromkeys(_CHANGED, 1) | {"changes": -1, "extra": -1}
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
