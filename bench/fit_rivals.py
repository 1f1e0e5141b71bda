"""Fit how the evidence for two figures measuring one thing is weighed.

    python bench/fit_rivals.py --gold GOLD --stories STORIES [--write]

GOLD holds a file NAME.json a story, STORIES a folder NAME of its articles. Each story is
judged with weights fitted on the others. With --write the weights of all go to the list.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.analysis.alignment.similarity import profiles
from tui.analysis.disputes.rival_evidence import NAMES, candidates, evidence
from tui.analysis.disputes.rival_field import Field, Figure, Pair, comparable, field_of
from tui.analysis.engine import likeness
from tui.analysis.sentences.amount import agree
from tui.analysis.sentences.themes import weights
from tui.analysis.words.lexicon import DATA
from tui.analysis.words.tokens import read_sentences
from tui.model.settings import ReadingSettings
from tui.reading.story import read_story, split_sentences

STRENGTH = 0.1
"""How little the weights are held back; found by leaving stories out."""
BESIDE = 3
"""Characters from a quotation within which a figure belongs to it."""
STEPS = 25
LEVELS = (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Known:
    """The candidates of a story with what the gold says of them."""

    name: str
    pairs: tuple[Pair, ...]
    values: Array
    right: NDArray[np.bool_]
    of: tuple[str, ...]
    """The gold contradiction that a pair is of; empty where it is of none."""
    told: tuple[str, ...]


def known(gold: Path, folder: Path) -> Known:
    """Every candidate pair of a story.

    Left out, as they teach nothing, are those in sentences of a contradiction of which they
    are not the figures, and those that retell its figures where the gold marks none.
    """
    story = split_sentences(read_story([folder], ReadingSettings()))
    sentences = read_sentences(story)
    found = field_of(sentences, likeness(sentences, profiles(sentences)), weights(sentences))
    file = {a.id: a.file.split("/")[-1] for a in story.readable}
    text = {f: (folder / f).read_text(encoding="utf-8-sig") for f in file.values()}
    sides = _sides(json.loads(gold.read_text(encoding="utf-8")), text)
    pairs, values, right, of, told = [], [], [], [], []
    marked: list[Pair] = []
    every = list(candidates(found))
    for a, b in every:
        if _of(sides, [_place(file, found.figures[n]) for n in (a, b)]):
            marked.append((a, b))
    for a, b in every:
        places = [
            (file[f.sentence.article], f.amount.span, f.sentence.span)
            for f in (found.figures[a], found.figures[b])
        ]
        exact = _of(sides, [(f, s.start, s.end) for f, s, _ in places])
        if not exact and (
            _of(sides, [(f, s.start, s.end) for f, _, s in places])
            or any(_retold(found, (a, b), pair) for pair in marked)
        ):
            continue
        pairs.append((a, b))
        values.append(evidence(found, a, b))
        right.append(bool(exact))
        of.append(exact)
        x, y = found.figures[a], found.figures[b]
        shown = [x.amount.words, y.amount.words, x.sentence.text[:90], y.sentence.text[:90]]
        told.append(" | ".join(shown))
    return Known(
        gold.stem, tuple(pairs), np.array(values).reshape(-1, len(NAMES)),
        np.array(right, dtype=bool), tuple(of), tuple(told),
    )  # fmt: skip


Place = tuple[str, int, int]
"""File, start and end."""


def _place(file: dict[str, str], figure: Figure) -> Place:
    return file[figure.sentence.article], figure.amount.span.start, figure.amount.span.end


def _retold(found: Field, pair: Pair, marked: Pair) -> bool:
    """Whether both figures of `pair` are those of `marked`, told in other places."""
    here, there = ([found.figures[n].amount for n in p] for p in (pair, marked))
    return any(
        all(comparable(x, y) and agree(x, y) for x, y in zip(here, turned, strict=True))
        for turned in (there, there[::-1])
    )


def _sides(gold: dict[str, Any], text: dict[str, str]) -> list[tuple[str, list[list[Place]]]]:
    found = []
    for contra in gold["contradictions"]:
        sides = []
        for side in contra["sides"]:
            places = []
            for mention in side["mentions"]:
                file = gold["articles"][mention["article"]]
                start = mention["at"][0] if "at" in mention else text[file].find(mention["quote"])
                end = mention["at"][1] if "at" in mention else start + len(mention["quote"])
                places.append((file, start, end))
            sides.append(places)
        found.append((contra["id"], sides))
    return found


def _of(sides: list[tuple[str, list[list[Place]]]], pair: list[Place]) -> str:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True, action="append")
    parser.add_argument("--stories", type=Path, required=True, action="append")
    parser.add_argument("--leave", nargs="*", default=[], help="stories that are not looked at")
    parser.add_argument("--write", action="store_true", help="write the weights of all stories")
    parser.add_argument("--show", action="store_true", help="print the surest pairs of each story")
    options = parser.parse_args()
    stories = [
        known(path, folder / path.stem)
        for golds, folder in zip(options.gold, options.stories, strict=True)
        for path in sorted(golds.glob("*.json"))
        if path.stem not in options.leave and (folder / path.stem).is_dir()
    ]
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
        if options.show:
            print(story.name, len(story.pairs), sorted({*story.of} - {""}))
            for n in np.argsort(-score)[:8]:
                print(f"  {score[n]:.2f} {story.of[n] or '-':4} {story.told[n]}")
    print(f"{total} contradictions within reach, {sum(len(s.pairs) for s in stories)} pairs")
    for level, (found, right, listed) in counts.items():
        print(f"from {level:.2f}: {found} found, {right} of {listed} pairs right")
    weighed = fitted(stories)
    for name, weight in zip(("base", *NAMES), weighed, strict=True):
        print(f"  {name:10} {weight:7.3f}")
    if options.write:
        head = (
            "# Own. How it is weighed that two figures measure one thing: evidence, weight; see\n"
            "# disputes/rival_evidence.py. Fitted by bench/fit_rivals.py.\n"
        )
        rows = [f"{n} {w:.4f}\n" for n, w in zip(("base", *NAMES), weighed, strict=True)]
        (DATA / "rival_weights.txt").write_text(head + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
