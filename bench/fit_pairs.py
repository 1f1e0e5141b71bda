"""Fit the weights of `compared/weighing.py` on the open halves of pairs/ and on the seeds.

    python bench/fit_pairs.py

Every weight may only speak the way it is meant to: a changed number never makes
two sentences the same. Prints the list. Needs numpy.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from edits import changed, reworded, shortened
from pairs import FILES, blocks, seed_sentences
from shipped_list import write_list

from tui.analysis.compared.pair import evidence_of
from tui.analysis.compared.weighing import CONFLICT_SIGNS, SAME_SIGNS

STRENGTH = 0.0005
"""Of the ridge that holds the weights back."""
STEPS = 60
WORTH = {"claims": 2.0, "headlines": 2.0, "reports": 3.0}
"""How much one pair of a file counts: people reword more than machines edit."""
ALARMS = 0.005
"""Share of the rewordings by hand that may be called conflicts: what the base is set by."""


@dataclass(frozen=True)
class Example:
    """Two sentences and what they are to each other."""

    kind: str
    """same, part, changed or apart."""
    a: str
    b: str
    worth: float = 1.0
    by_hand: bool = False


def examples() -> Iterator[Example]:
    """All that is fitted on."""
    for kind, base, text in edited():
        yield Example(kind, base, text)
    chance = random.Random(12)
    for name in FILES[1:-1]:  # the triples are only measured
        chosen = blocks(name)[::2]
        told = [t for block in chosen for _, t in block]
        same = "part" if name == "claims" else "same"
        for block in chosen:
            base = block[0][1]
            for sign, text in block[1:]:
                kind = {"~": same, "?": "apart"}.get(sign, "changed")
                yield Example(kind, base, text, WORTH.get(name, 1.0), by_hand=True)
                yield Example("apart", base, chance.choice(told))


def edited() -> Iterator[tuple[str, str, str]]:
    """Kind and two sentences, of edits by hand and by machine."""
    chance = random.Random(11)
    chosen = blocks()[::2]
    texts = [t for block in chosen for _, t in block]
    for block in chosen:
        base = block[0][1]
        for sign, text in block[1:]:
            yield ("same" if sign == "~" else "changed"), base, text
            if sign == "~":
                for kind, edited in changed(text, texts, chance):
                    if kind not in ("other word", "opposite"):  # nobody tells these
                        yield "changed", base, edited
        yield "apart", base, chance.choice(texts)
        yield from heads(base, [t for sign, t in block if sign in "=~"], texts, chance)
    for texts in seed_sentences():
        for text in texts:
            for other in reworded(text):
                yield "same", text, other
            for _, edited in changed(text, texts, chance):
                yield "changed", text, edited
            yield from heads(text, [text], texts, chance)
            yield "apart", text, chance.choice([t for t in texts if t != text])


def heads(
    base: str, told: Sequence[str], texts: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Only the head of the sentence against all of it: what a claim is to its evidence."""
    for text in told:
        if short := shortened(text):
            yield "part", base, short
            for kind, edited in changed(short, texts, chance):
                if kind not in ("other word", "opposite"):
                    yield "changed", base, edited


def fit(
    rows: np.ndarray, right: np.ndarray, worth: np.ndarray, signs: np.ndarray
) -> tuple[float, np.ndarray]:
    """Base and weights of a logistic regression whose weights keep their signs.

    By Newton's method, with weights at their border left out of each step.
    """
    share = (worth * right).sum() / worth.sum()
    worth = worth * np.where(right, 0.5 / share, 0.5 / (1 - share))
    told = np.c_[np.ones(len(rows)), rows]
    low = np.r_[-np.inf, np.where(signs > 0, 0.0, -np.inf)]
    high = np.r_[np.inf, np.where(signs < 0, 0.0, np.inf)]
    held = np.r_[0.0, np.full(rows.shape[1], STRENGTH * len(rows))]

    def loss(weights: np.ndarray) -> float:
        total = told @ weights
        missed = worth * (np.logaddexp(0, total) - right * total)
        return float(missed.sum() + (held * weights**2).sum() / 2)

    weights = np.zeros(told.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (worth * (sure - right)) + held * weights
        free = ~(((weights <= low) & (slope > 0)) | ((weights >= high) & (slope < 0)))
        bend = (told[:, free] * (worth * sure * (1 - sure))[:, None]).T @ told[:, free]
        step = np.zeros_like(weights)
        step[free] = -np.linalg.solve(bend + np.diag(held[free] + 1e-6), slope[free])
        pace, before = 1.0, loss(weights)
        while pace > 1e-4 and loss(np.clip(weights + pace * step, low, high)) >= before:
            pace /= 2
        if pace <= 1e-4:
            break
        weights = np.clip(weights + pace * step, low, high)
    return float(weights[0]), weights[1:]


def written(name: str, keys: Sequence[str], base: float, weights: np.ndarray) -> list[str]:
    """The lines of the list; weights near nothing are left out."""
    told = [f"{name} {k} {w:.2f}" for k, w in zip(keys, weights, strict=True) if abs(w) > 0.01]
    return [f"{name} base {base:.2f}", *told]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put them into the shipped list")
    chosen = parser.parse_args()
    found = [(e, evidence_of(e.a, e.b)) for e in examples()]
    rows_of_list: list[str] = []
    for name, signs, wanted in (
        ("conflict", CONFLICT_SIGNS, "changed"),
        ("same", SAME_SIGNS, "same"),
    ):
        # What is told in part is no conflict; whether it is the same, nobody can say.
        keys = list(signs)
        used = [(e, f) for e, f in found if e.kind != "part" or name == "conflict"]
        rows = np.array([[f[k] for k in keys] for _, f in used])
        right = np.array([e.kind == wanted for e, _ in used])
        worth = np.array([e.worth for e, _ in used])
        base, weights = fit(rows, right, worth, np.array([signs[k] for k in keys]))
        if name == "conflict":
            told = [e.kind == "same" and e.by_hand for e, _ in used]
            base = -float(np.quantile(rows[told] @ weights, 1 - ALARMS))
        rows_of_list += written(name, keys, base, weights)
        told = 1 / (1 + np.exp(-base - rows @ weights))
        print(f"{name}: right {((told > 0.5) == right).mean():.3f} of {len(right)}")
    print("\n".join(rows_of_list))
    if chosen.write:
        write_list("pair_weights.txt", rows_of_list)


if __name__ == "__main__":
    main()
