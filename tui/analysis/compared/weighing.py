"""What speaks for two sentences telling the same, or excluding each other, and how much.

The weights are those of two logistic regressions on sentence pairs that the
project wrote itself; bench/fit_pairs.py writes them here.
"""

from __future__ import annotations

from math import exp

from tui.analysis.compared.contrast import Contrast
from tui.analysis.compared.matching import Match
from tui.model.finding import Kind


def evidence(
    laid: Match, told: list[Contrast], edits: int, alike: float, doubt: bool, denial: bool
) -> dict[str, float]:
    """What the weights speak of: how alike the words are, and what is changed, by kind.

    A change counts by itself (`number`), by how nearly all else is the same
    (`number_close`), or all else of the sentence that tells less (`number_held`),
    and by how few places differ at all (`number_alone`). `alike` is the share of all
    words, small ones too, that both have; `doubt` whether only one calls
    something untrue, `denial` whether only one denies anything, `lack` what the other does not
    tell of the one that tells less: each as far as both speak of one thing.
    """
    one, two = laid.cover()
    least, most = min(one, two), max(one, two)
    size = max(1.0, min(len(laid.a), len(laid.b)))
    topic = min(1.0, laid.shared / TOPIC)
    facts = {
        "least": least,
        "most": most,
        "both": one * two,
        "order": _order(laid),
        "changes": max(0, len(laid.changes) - 1) / size,  # one is what is told of
        "extra": min(len(laid.left_a), len(laid.left_b)) / size,
        "alike": alike,
        "topic": topic,
        "lack": topic * (1 - most),
        "doubt": topic * doubt,
        "doubt_held": most * doubt,
        "denial": topic * denial,
    }
    facts |= dict.fromkeys((g for n in GROUPS for g in _forms(n)), 0.0)
    near = min(1.0, max(0.0, (most - 0.2) / 0.6))
    for c in told:
        if (name := _group(c)) is None:
            continue
        here = min(1.0, one + c.weight / max(laid.weight_a, 1.0))
        there = min(1.0, two + c.weight / max(laid.weight_b, 1.0))
        rest, held = here * there, max(here, there)
        close = c.strength * rest**2
        facts[name] = max(facts[name], c.strength * near)
        facts[name + "_held"] = max(facts[name + "_held"], c.strength * held**3)
        facts[name + "_told"] = max(facts[name + "_told"], c.strength * topic)
        facts[name + "_close"] = max(facts[name + "_close"], close)
        facts[name + "_alone"] = max(facts[name + "_alone"], close / edits)
    return facts


def _group(c: Contrast) -> str | None:
    """What the contrast counts as; None for what `doubt` tells already."""
    if c.stray:
        return {Kind.NEGATION: None, Kind.ANTONYM: "poles"}.get(c.kind, "stray")
    return GROUP.get(c.kind, "word")


TOPIC = 2.0
"""Weight of common words from which two sentences surely speak of one thing."""
GROUPS = ("number", "date", "negation", "antonym", "name", "word", "actor", "stray", "poles")
GROUP = {
    Kind.NUMBER: "number", Kind.DATE: "date", Kind.NEGATION: "negation", Kind.ANTONYM: "antonym",
    Kind.NAME: "name", Kind.PLACE: "name", Kind.ACTOR: "actor", Kind.WORDING: "word",
    Kind.SEQUENCE: "antonym", Kind.LIST: "name", Kind.ATTRIBUTION: "name",
}  # fmt: skip


def _forms(name: str) -> tuple[str, ...]:
    return name, name + "_close", name + "_held", name + "_alone", name + "_told"


def _order(laid: Match) -> float:
    """Share of neighbours in the shorter sentence whose mates are neighbours too."""
    pairs = [i for i in range(len(laid.a) - 1) if i in laid.mates and i + 1 in laid.mates]
    if not pairs:
        return 0.0
    return sum(0 < laid.mates[i + 1] - laid.mates[i] <= 2 for i in pairs) / len(pairs)


CONFLICT_BASE = -3.14
CONFLICT_WEIGHTS = {
    "number": 1.79,
    "number_close": 0.84,
    "number_held": 1.92,
    "number_alone": 0.49,
    "number_told": 0.63,
    "date": 1.89,
    "date_close": 0.33,
    "date_held": 1.29,
    "date_alone": 0.11,
    "date_told": 1.32,
    "negation": 1.03,
    "negation_close": 1.02,
    "negation_held": 1.43,
    "negation_alone": 0.76,
    "negation_told": 0.35,
    "antonym": 0.73,
    "antonym_close": 0.40,
    "antonym_held": 0.90,
    "antonym_alone": 1.27,
    "antonym_told": 0.72,
    "name": 1.61,
    "name_held": 1.73,
    "word_close": 0.37,
    "word_alone": 2.53,
    "word_told": 1.11,
    "actor": 0.65,
    "actor_close": 1.36,
    "actor_held": 1.40,
    "actor_alone": 1.54,
    "stray": 1.16,
    "stray_close": 0.78,
    "stray_held": 1.13,
    "stray_alone": 0.36,
    "stray_told": 0.82,
    "poles": 0.30,
    "poles_close": 0.10,
    "poles_held": 0.37,
    "poles_alone": 0.34,
    "poles_told": 0.59,
    "changes": -4.71,
    "extra": -1.84,
    "lack": 1.31,
    "doubt": 1.51,
    "doubt_held": 1.20,
    "denial": 0.75,
}
SAME_BASE = -0.85
SAME_WEIGHTS = {
    "number": -1.22,
    "number_close": -1.89,
    "number_held": -2.72,
    "number_alone": -1.10,
    "date": -1.19,
    "date_close": -0.48,
    "date_held": -0.87,
    "date_alone": -0.15,
    "date_told": -2.28,
    "negation": -0.74,
    "negation_close": -2.17,
    "negation_held": -2.76,
    "negation_alone": -1.64,
    "antonym": -0.73,
    "antonym_close": -0.97,
    "antonym_held": -1.21,
    "antonym_alone": -2.53,
    "antonym_told": -0.38,
    "name_close": -0.77,
    "name_held": -1.06,
    "name_alone": -1.22,
    "word_close": -0.76,
    "word_alone": -5.42,
    "actor_close": -3.17,
    "actor_held": -1.45,
    "actor_alone": -3.08,
    "stray": -1.14,
    "stray_close": -1.97,
    "stray_held": -2.13,
    "stray_alone": -1.41,
    "poles_close": -0.33,
    "poles_held": -0.44,
    "poles_alone": -0.70,
    "least": 4.79,
    "changes": -1.76,
    "doubt": -0.82,
    "doubt_held": -1.42,
}


_CHANGED = tuple(g for n in GROUPS for g in _forms(n) if g not in ("word", "word_held"))
CONFLICT_SIGNS = dict.fromkeys(_CHANGED, 1) | {
    "changes": -1, "extra": -1, "lack": 1, "doubt": 1, "doubt_held": 1, "denial": 1,
}  # fmt: skip
"""What may speak for a conflict, and what against one."""
SAME_SIGNS = dict.fromkeys(_CHANGED, -1) | {
    "least": 1, "most": 1, "both": 1, "order": 1, "changes": -1, "extra": -1,
    "alike": 1, "lack": -1, "doubt": -1, "doubt_held": -1, "denial": -1,
}  # fmt: skip


OFTEN = 0.8
"""How far two sentences on one thing that do not tell the same are on the way to a conflict."""
CONFLICT = 0.5
"""Score from which two sentences are said to conflict."""


def conflict_of(facts: dict[str, float], same: float) -> float:
    """How surely both cannot hold, 0 to 1.

    Below `CONFLICT` nothing was found that excludes; then the likelier, the less the
    two tell the same of the one thing that both speak of.
    """
    told = _logistic(CONFLICT_BASE, CONFLICT_WEIGHTS, facts)
    if told >= CONFLICT:
        return told
    share = told / CONFLICT
    return CONFLICT * (share + (1 - share) * OFTEN * facts["topic"] * (1 - same))


def same_of(facts: dict[str, float]) -> float:
    """How surely both tell one fact, 0 to 1."""
    return _logistic(SAME_BASE, SAME_WEIGHTS, facts)


def _logistic(base: float, weights: dict[str, float], facts: dict[str, float]) -> float:
    return 1 / (1 + exp(-base - sum(w * facts[k] for k, w in weights.items())))
