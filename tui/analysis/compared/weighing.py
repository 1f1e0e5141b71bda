"""How surely two sentences tell the same, and how surely they exclude each other.

Two logistic regressions over the same evidence, fitted by `bench/fit_pairs.py` on sentence pairs
that were written for this project.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.analysis.compared.contrast import Contrast
from tui.analysis.compared.matching import Match
from tui.analysis.words.lexicon import lines
from tui.analysis.words.logistic import chance
from tui.model.finding import Kind

Evidence = dict[str, float]
"""Name of the evidence → its value, mostly 0 to 1."""


def evidence(
    laid: Match, told: Sequence[Contrast], edits: int, doubt: bool, denial: bool
) -> Evidence:
    """What the weights speak of: how alike the words are, and what is changed, by kind.

    A change counts in five ways, which the weights choose from: by how much the other tells of
    the sentence that tells less (`number`), or of all else in it (`number_held`); by how nearly
    all else of both is the same (`number_close`), and how few places differ at all
    (`number_alone`); and by how surely both speak of one thing (`number_told`). `doubt` is whether
    only one calls something untrue, `denial` whether only one denies anything, `lack` what the
    other does not tell of the one that tells less: each as far as both speak of one thing.
    """
    one, two = laid.cover()
    least, most = min(one, two), max(one, two)
    size = max(1.0, min(len(laid.a), len(laid.b)))
    topic = min(1.0, laid.shared / TOPIC)
    found = {
        "least": least,
        "most": most,
        "changes": max(0, len(laid.changes) - 1) / size,  # one is what is told of
        "extra": min(len(laid.left_a), len(laid.left_b)) / size,
        "topic": topic,
        "lack": topic * (1 - most),
        "doubt": topic * doubt,
        "doubt_held": most * doubt,
        "denial": topic * denial,
    }
    found |= dict.fromkeys((g for n in GROUPS for g in _forms(n)), 0.0)
    near = min(1.0, max(0.0, (most - 0.2) / 0.6))
    for c in told:
        if (name := _group(c)) is None:
            continue
        here = min(1.0, one + c.weight / max(laid.weight_a, 1.0))
        there = min(1.0, two + c.weight / max(laid.weight_b, 1.0))
        rest, held = here * there, max(here, there)
        close = c.strength * rest**2
        found[name] = max(found[name], c.strength * near)
        found[name + "_held"] = max(found[name + "_held"], c.strength * held**3)
        found[name + "_told"] = max(found[name + "_told"], c.strength * topic)
        found[name + "_close"] = max(found[name + "_close"], close)
        found[name + "_alone"] = max(found[name + "_alone"], close / edits)
    return found


def _group(c: Contrast) -> str | None:
    """What the contrast counts as; None where `doubt` covers it already."""
    if c.group:
        return c.group
    if c.stray:
        return _STRAY.get(c.kind, "stray")
    return GROUP.get(c.kind, "word")


_STRAY = {Kind.NEGATION: None, Kind.ANTONYM: "poles", Kind.WORDING: "kind"}
"""Kind of a stray contrast → what it counts as; None where `doubt` covers it."""
TOPIC = 2.0
"""Weight of common words from which two sentences are surely about one thing."""
GROUPS = tuple("number date negation antonym name word actor stray poles kind answer".split())
"""What a contrast may count as."""
GROUP = {
    Kind.NUMBER: "number", Kind.DATE: "date", Kind.NEGATION: "negation", Kind.ANTONYM: "antonym",
    Kind.NAME: "name", Kind.PLACE: "name", Kind.ACTOR: "actor", Kind.WORDING: "word",
    Kind.SEQUENCE: "antonym", Kind.LIST: "name", Kind.ATTRIBUTION: "name",
}  # fmt: skip
"""Kind of a contrast → what it counts as."""


def _forms(name: str) -> tuple[str, ...]:
    """The name of a group, and the names under which it is weighed by what surrounds it."""
    return name, name + "_close", name + "_held", name + "_alone", name + "_told"


_CHANGED = tuple(g for n in GROUPS for g in _forms(n) if g not in ("word", "word_held"))
CONFLICT_SIGNS = dict.fromkeys(_CHANGED, 1) | {
    "changes": -1, "extra": -1, "lack": 1, "doubt": 1, "doubt_held": 1, "denial": 1,
}  # fmt: skip
"""Evidence → the sign that its weight for a conflict may have; read when weights are fitted."""
SAME_SIGNS = dict.fromkeys(_CHANGED, -1) | {
    "least": 1, "most": 1, "changes": -1, "extra": -1,
    "lack": -1, "doubt": -1, "doubt_held": -1, "denial": -1,
}  # fmt: skip
"""The same for telling the same."""


CONFLICT = 0.5
"""Score from which two sentences are said to conflict."""


def conflict_of(found: Evidence, same: float) -> float:
    """How surely both cannot be true, 0 to 1.

    Below `CONFLICT` nothing was found that excludes for certain; then what was found counts as much
    as that the two do not tell the same.
    """
    told = _logistic("conflict", found)
    if told >= CONFLICT:
        return told
    return CONFLICT * (told / CONFLICT + 1 - same) / 2


def same_of(found: Evidence) -> float:
    """How surely both tell one fact, 0 to 1."""
    return _logistic("same", found)


def _logistic(name: str, found: Evidence) -> float:
    weights = _weights()[name]
    total = weights["base"] + sum(w * found[k] for k, w in weights.items() if k != "base")
    return chance(total)


@cache
def _weights() -> dict[str, dict[str, float]]:
    """`conflict` and `same` → evidence → weight, with the constant as `base`."""
    found: dict[str, dict[str, float]] = {}
    for line in lines("pair_weights.txt"):
        name, evidence, weight = line.split()
        found.setdefault(name, {})[evidence] = float(weight)
    return found
