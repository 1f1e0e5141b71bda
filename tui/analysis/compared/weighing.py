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
        return _STRAY.get(c.kind, "stray")
    return GROUP.get(c.kind, "word")


_STRAY = {Kind.NEGATION: None, Kind.ANTONYM: "poles", Kind.WORDING: "kind"}
TOPIC = 2.0
"""Weight of common words from which two sentences surely speak of one thing."""
GROUPS = (
    "number",
    "date",
    "negation",
    "antonym",
    "name",
    "word",
    "actor",
    "stray",
    "poles",
    "kind",
)
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


CONFLICT_BASE = -3.57
CONFLICT_WEIGHTS = {
    "number": 1.84,
    "number_close": 0.95,
    "number_held": 1.89,
    "number_alone": 0.48,
    "number_told": 0.64,
    "date": 1.59,
    "date_close": 0.18,
    "date_held": 0.99,
    "date_alone": 0.09,
    "date_told": 1.59,
    "negation": 1.08,
    "negation_close": 0.99,
    "negation_held": 1.44,
    "negation_alone": 0.77,
    "negation_told": 0.29,
    "antonym": 0.69,
    "antonym_close": 0.35,
    "antonym_held": 0.86,
    "antonym_alone": 1.36,
    "antonym_told": 0.67,
    "name": 1.71,
    "name_held": 1.63,
    "word_close": 0.41,
    "word_alone": 2.50,
    "word_told": 1.19,
    "actor": 0.71,
    "actor_close": 1.23,
    "actor_held": 1.38,
    "actor_alone": 1.50,
    "stray": 1.21,
    "stray_close": 0.72,
    "stray_held": 1.00,
    "stray_alone": 0.33,
    "stray_told": 0.99,
    "poles": 0.30,
    "poles_close": 0.06,
    "poles_held": 0.35,
    "poles_alone": 0.35,
    "poles_told": 0.73,
    "kind": 0.38,
    "kind_close": 0.04,
    "kind_held": 0.78,
    "kind_alone": 0.11,
    "kind_told": 0.65,
    "changes": -4.66,
    "extra": -1.75,
    "lack": 1.32,
    "doubt": 1.33,
    "doubt_held": 1.28,
    "denial": 0.75,
}
SAME_BASE = -0.87
SAME_WEIGHTS = {
    "number": -1.34,
    "number_close": -1.89,
    "number_held": -2.65,
    "number_alone": -1.06,
    "date": -1.19,
    "date_close": -0.47,
    "date_held": -0.87,
    "date_alone": -0.15,
    "date_told": -2.17,
    "negation": -0.72,
    "negation_close": -2.18,
    "negation_held": -2.76,
    "negation_alone": -1.65,
    "antonym": -0.72,
    "antonym_close": -1.03,
    "antonym_held": -1.25,
    "antonym_alone": -2.51,
    "antonym_told": -0.34,
    "name_close": -0.77,
    "name_held": -1.09,
    "name_alone": -1.13,
    "word_close": -0.79,
    "word_alone": -5.42,
    "actor_close": -3.20,
    "actor_held": -1.43,
    "actor_alone": -3.11,
    "stray": -1.53,
    "stray_close": -1.87,
    "stray_held": -2.11,
    "stray_alone": -1.28,
    "stray_told": -0.02,
    "poles_close": -0.34,
    "poles_held": -0.42,
    "poles_alone": -0.70,
    "kind": -0.78,
    "kind_close": -0.18,
    "kind_held": -0.89,
    "kind_alone": -0.14,
    "kind_told": -1.01,
    "least": 4.84,
    "changes": -1.73,
    "doubt": -0.87,
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
