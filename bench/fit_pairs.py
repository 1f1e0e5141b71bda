"""Fit the weights of `compared/weighing.py` on the open half of pairs.txt and on the seeds.

    python bench/fit_pairs.py

Every weight may only speak the way it is meant to: a changed number never makes
two sentences the same. Prints the two tables to be copied. Needs numpy.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from edits import changed, reworded, shortened
from pairs import blocks, seed_sentences

from tui.analysis.compared import weighing
from tui.analysis.compared.pair import facts_of
from tui.analysis.compared.weighing import CONFLICT_SIGNS, SAME_SIGNS

STRENGTH = 0.02
"""Of the ridge that holds the weights back."""
STEPS = 4000
CAUTION = {"CONFLICT": 1.4, "SAME": 0.0}
"""Taken from the base: a false alarm costs the reader as much as four misses."""


def examples() -> Iterator[tuple[str, str, str]]:
    """`same`, `part`, `changed` or `apart`, and two sentences."""
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


def fit(rows: np.ndarray, right: np.ndarray, signs: np.ndarray) -> tuple[float, np.ndarray]:
    """Base and weights of a logistic regression whose weights keep their signs."""
    share = right.mean()
    worth = np.where(right, 0.5 / share, 0.5 / (1 - share))
    base, weights = 0.0, np.zeros(rows.shape[1])
    for step in range(STEPS):
        told = 1 / (1 + np.exp(-base - rows @ weights))
        wrong = worth * (told - right)
        pace = 2.0 / (1 + step / 1000)
        base -= pace * wrong.mean()
        weights -= pace * (rows.T @ wrong / len(rows) + STRENGTH * 0.05 * weights)
        weights = np.where(weights * signs < 0, 0.0, weights)
    return base, weights


def shown(name: str, keys: Sequence[str], base: float, weights: np.ndarray) -> None:
    print(f"{name}_BASE = {base:.2f}")
    told = ", ".join(f'"{k}": {w:.2f}' for k, w in zip(keys, weights, strict=True) if abs(w) > 0.01)
    print(f"{name}_WEIGHTS = {{{told}}}")


def _write(name: str, keys: Sequence[str], base: float, weights: np.ndarray) -> None:
    """Put base and weights into the module that uses them."""
    path = Path(weighing.__file__)
    text = path.read_text(encoding="utf-8")
    told = "\n".join(
        f'    "{k}": {w:.2f},' for k, w in zip(keys, weights, strict=True) if abs(w) > 0.01
    )
    text = re.sub(rf"(?m)^{name}_BASE = .*$", f"{name}_BASE = {base:.2f}", text)
    text = re.sub(rf"(?ms)^{name}_WEIGHTS = \{{.*?^\}}$", f"{name}_WEIGHTS = {{\n{told}\n}}", text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help="put them into tui/analysis/compared/weighing.py"
    )
    chosen = parser.parse_args()
    found = [(kind, facts_of(a, b)) for kind, a, b in examples()]
    for name, signs, wanted in (
        ("CONFLICT", CONFLICT_SIGNS, "changed"),
        ("SAME", SAME_SIGNS, "same"),
    ):
        # What is told in part is no conflict; whether it is the same, nobody can say.
        keys = list(signs)
        used = [(kind, f) for kind, f in found if kind != "part" or name == "CONFLICT"]
        rows = np.array([[f[k] for k in keys] for _, f in used])
        right = np.array([kind == wanted for kind, _ in used])
        base, weights = fit(rows, right, np.array([signs[k] for k in keys]))
        base -= CAUTION[name]
        shown(name, keys, base, weights)
        told = 1 / (1 + np.exp(-base - rows @ weights))
        if chosen.write:
            _write(name, keys, base, weights)
        print(f"# right {((told > 0.5) == right).mean():.3f} of {len(right)}")


if __name__ == "__main__":
    main()
