"""Pairs of two articles' words, labelled by a gold file, and how their evidence is weighed.

What `fit_rivals.py` and `fit_retellings.py` share: where the answers of a gold
contradiction stand, a logistic regression, and what it finds in stories it has
not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from shipped_list import write_list

STRENGTH = 0.1
"""How little the weights are held back; found by leaving stories out."""
BESIDE = 3
"""Characters from a quotation within which words belong to it."""
STEPS = 25
LEVELS = (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)

Array = NDArray[np.float64]
Place = tuple[str, int, int]
"""File, start and end."""
Sides = list[tuple[str, list[list[Place]]]]
"""The contradictions of a gold file: each with its name and, for each answer, its places."""


@dataclass(frozen=True)
class Known:
    """The candidates of a story with what the gold says of them."""

    name: str
    values: Array
    """Shape (candidates, kinds of evidence)."""
    of: tuple[str, ...]
    """The gold contradiction that a pair is of; empty where it is of none."""
    told: tuple[str, ...]
    """The words of each pair, to be read by a person."""

    @property
    def right(self) -> NDArray[np.bool_]:
        return np.array([bool(name) for name in self.of], dtype=bool)


def made(name: str, rows: Sequence[tuple[tuple[float, ...], str, str]], kinds: int) -> Known:
    """The candidates from their evidence, gold contradiction and words."""
    values = np.array([values for values, _, _ in rows], dtype=float).reshape(-1, kinds)
    return Known(name, values, tuple(of for _, of, _ in rows), tuple(told for *_, told in rows))


def sides_of(gold: Path, folder: Path) -> Sides:
    """Where the answers of each contradiction of the gold file stand in the articles."""
    told = json.loads(gold.read_text(encoding="utf-8"))
    text = {
        file: (folder / file).read_text(encoding="utf-8-sig") for file in told["articles"].values()
    }
    found = []
    for contra in told["contradictions"]:
        sides = []
        for side in contra["sides"]:
            places = []
            for mention in side["mentions"]:
                file = told["articles"][mention["article"]]
                start = mention["at"][0] if "at" in mention else text[file].find(mention["quote"])
                end = mention["at"][1] if "at" in mention else start + len(mention["quote"])
                places.append((file, start, end))
            sides.append(places)
        found.append((contra["id"], sides))
    return found


def answered(sides: Sides, pair: Sequence[Place]) -> str:
    """The contradiction of which two places give two answers; empty where there is none."""
    for name, answers in sides:
        met = [
            {
                n
                for n, places in enumerate(answers)
                for f, s, e in places
                if f == file and s - BESIDE <= end and start <= e + BESIDE
            }
            for file, start, end in pair
        ]
        if any(n != m for n in met[0] for m in met[1]):
            return name
    return ""


def fitted(stories: list[Known]) -> Array:
    """The constant and the weights for evidence as it is, not scaled."""
    values = np.concatenate([s.values for s in stories])
    right = np.concatenate([s.right for s in stories]).astype(float)
    middle, spread = values.mean(0), values.std(0) + 1e-9
    scaled = np.c_[np.ones(len(values)), (values - middle) / spread]
    held = np.eye(scaled.shape[1]) / STRENGTH
    held[0, 0] = 0
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (sure - right) + held @ found
        bend = (scaled * (sure * (1 - sure))[:, None]).T @ scaled + held
        found -= np.linalg.solve(bend, slope)
    plain = found[1:] / spread
    return np.concatenate([[found[0] - (plain * middle).sum()], plain])


def sure(story: Known, weighed: Array) -> Array:
    total = weighed[0] + story.values @ weighed[1:]
    return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))), dtype=np.float64)


def fit(read: Callable[[Path, Path], Known], names: Sequence[str], file: str, what: str) -> None:
    """Run a script that fits `names`: print what is found, write the list `file` if asked to.

    `read` makes the candidates from a gold file and the folder of its story.
    """
    parser = argparse.ArgumentParser(description=f"Fit how the evidence for {what} is weighed.")
    parser.add_argument("--gold", type=Path, required=True, action="append")
    parser.add_argument("--stories", type=Path, required=True, action="append")
    parser.add_argument("--leave", nargs="*", default=[], help="stories that are not looked at")
    parser.add_argument("--write", action="store_true", help="write the weights of all stories")
    parser.add_argument("--show", action="store_true", help="print the surest pairs of each story")
    options = parser.parse_args()
    stories = [
        read(path, folder / path.stem)
        for golds, folder in zip(options.gold, options.stories, strict=True)
        for path in sorted(golds.glob("*.json"))
        if path.stem not in options.leave and (folder / path.stem).is_dir()
    ]
    _print_found(stories, options.show)
    weighed = fitted(stories)
    rows = list(zip(("base", *names), weighed, strict=True))
    for name, weight in rows:
        print(f"  {name:10} {weight:7.3f}")
    if options.write:
        write_list(file, [f"{name} {weight:.4f}" for name, weight in rows])


def _print_found(stories: list[Known], show: bool) -> None:
    """What each story's weights, fitted on the others, find from each level of sureness."""
    counts = {level: [0, 0, 0] for level in LEVELS}
    total = 0
    for story in stories:
        score = sure(story, fitted([s for s in stories if s is not story]))
        total += len({*story.of} - {""})
        for level, count in counts.items():
            chosen = np.flatnonzero(score >= level)
            count[0] += len({story.of[n] for n in chosen} - {""})
            count[1] += int(story.right[chosen].sum())
            count[2] += len(chosen)
        if show:
            print(story.name, len(story.of), sorted({*story.of} - {""}))
            for n in np.argsort(-score)[:8]:
                print(f"  {score[n]:.2f} {story.of[n] or '-':4} {story.told[n]}")
    print(f"{total} contradictions within reach, {sum(len(s.of) for s in stories)} pairs")
    for level, (found, right, listed) in counts.items():
        print(f"from {level:.2f}: {found} found, {right} of {listed} pairs right")
