"""Fit the weights of links on stories whose links are known, and print how well they do unseen.

    python bench/fit_links.py --gold DIR --stories DIR [--write]

DIR/NAME.json of the gold holds `articles` (letter → file name) and `alignment`,
groups of paragraphs by letter and number that tell a same thing; DIR/NAME of
the stories holds the files. Prints for each story precision, recall and F1 of
the links found with weights fitted on the other stories alone; `--write` fits
on all and writes the weights. Needs scikit-learn, which the program does not.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from shipped_list import write_list
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from tui.analysis.alignment.align import chosen, likest
from tui.analysis.alignment.link_evidence import (
    ALONE,
    AROUND,
    Pair,
    alone,
    around,
)
from tui.analysis.alignment.passages import Passage, passages
from tui.analysis.alignment.similarity import profiles
from tui.analysis.engine import likeness
from tui.analysis.words.logistic import Weights, sureness
from tui.analysis.words.tokens import read_sentences
from tui.model.article import Story
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.reading.story import read_story, split_sentences

STRENGTH = 0.03
"""Of the regressions; small holds the weights back, as few stories are known."""
FEWEST = 3
"""Articles of a story."""


@dataclass(frozen=True)
class Known:
    """One story, or some of its articles, with its gold."""

    name: str
    told: list[Passage]
    evidence: dict[Pair, tuple[float, ...]]
    right: dict[Pair, bool]
    gold: int
    """Pairs in the gold, also those that are never compared."""


def choices(gold: Path, folder: Path) -> list[Known]:
    """The whole story, then every choice of at least `FEWEST` of its articles.

    What the articles around two paragraphs say of them depends on how many there are.
    """
    story = split_sentences(read_story([folder], ReadingSettings()))
    linked = _linked(json.loads(gold.read_text(encoding="utf-8")))
    articles = story.readable
    sizes = range(len(articles), FEWEST - 1, -1)
    return [
        _known(gold.stem, replace(story, articles=some), linked)
        for size in sizes
        for some in combinations(articles, size)
    ]


Spot = tuple[str, int]
"""File and number of a paragraph."""


def _linked(gold: dict[str, Any]) -> set[frozenset[Spot]]:
    found: set[frozenset[Spot]] = set()
    for group in gold["alignment"]:
        cells = [(gold["articles"][a], n) for a, ns in group["paragraphs"].items() for n in ns]
        found.update(frozenset(p) for p in combinations(cells, 2) if p[0][0] != p[1][0])
    return found


def _known(name: str, story: Story, linked: set[frozenset[Spot]]) -> Known:
    sentences = read_sentences(story)
    known = profiles(sentences)
    told, place = passages(sentences, known)
    pairs = likest(likeness(sentences, known), place)
    evidence = {(a, b): alone(told[a], told[b], sure) for (a, b), sure in pairs.items()}
    file = {a.id: a.file for a in story.readable}
    spots = [(file[p.ref.article], p.ref.number) for p in told]
    right = {(a, b): frozenset((spots[a], spots[b])) in linked for a, b in evidence}
    files = set(file.values())
    return Known(name, told, evidence, right, sum(all(f in files for f, _ in p) for p in linked))


Example = tuple[tuple[float, ...], bool, float]
"""Evidence, whether it is of a link, and how much the example counts."""


def fitted(examples: Sequence[Example]) -> Weights:
    """Weights for evidence as it is, not scaled."""
    values, right, counts = (np.array(column) for column in zip(*examples, strict=True))
    scaler = StandardScaler().fit(values, sample_weight=counts)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(scaler.transform(values), right, sample_weight=counts)
    weights = model.coef_[0] / scaler.scale_
    base = model.intercept_[0] - (scaler.mean_ * weights).sum()
    return tuple(round(float(w), 4) for w in (base, *weights))


def first_look(story: Known, weights: Weights) -> dict[Pair, float]:
    return {p: sureness(e, weights) for p, e in story.evidence.items()}


def second_look(story: Known, found: dict[Pair, float]) -> dict[Pair, tuple[float, ...]]:
    near = around(found, [p.ref.article for p in story.told])
    return {p: near[p] + e for p, e in story.evidence.items()}


def fit(stories: Sequence[Sequence[Known]]) -> tuple[Weights, Weights]:
    """The weights of both looks. The second is fitted on what the first says of stories it did
    not see, as that is what it will be given."""
    first = _first(stories)
    examples: list[Example] = []
    for story in stories:
        others = [s for s in stories if s is not story]
        unseen = _first(others) if others else first
        for some in story:
            near = second_look(some, first_look(some, unseen))
            examples += _examples(some, near, 1 / len(story))
    return first, fitted(examples)


def _first(stories: Sequence[Sequence[Known]]) -> Weights:
    return fitted(
        [e for story in stories for s in story for e in _examples(s, s.evidence, 1 / len(story))]
    )


def _examples(story: Known, evidence: dict[Pair, tuple[float, ...]], count: float) -> list[Example]:
    return [(e, story.right[p], count) for p, e in evidence.items()]


def scores(story: Known, first: Weights, second: Weights) -> dict[Pair, float]:
    near = second_look(story, first_look(story, first))
    return {p: sureness(e, second) for p, e in near.items()}


def measured(
    story: Known, sure: dict[Pair, float], settings: AnalysisSettings
) -> tuple[float, ...]:
    """Precision, recall, F1 as the program chooses links, and the best F1 of any threshold."""
    links = chosen(sure, [p.ref.article for p in story.told], settings)
    hit = sum(story.right[p] for p in links)
    best, right = 0.0, 0
    for n, pair in enumerate(sorted(sure, key=lambda p: -sure[p]), 1):
        right += story.right[pair]
        best = max(best, 2 * right / (n + story.gold))
    return (
        hit / max(len(links), 1), hit / story.gold, 2 * hit / (len(links) + story.gold), best
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True, help="folder of NAME.json")
    parser.add_argument("--stories", type=Path, required=True, help="folder of NAME/")
    parser.add_argument("--write", action="store_true", help="write the weights of all stories")
    chosen_options = parser.parse_args()
    stories = [
        choices(path, chosen_options.stories / path.stem)
        for path in sorted(chosen_options.gold.glob("*.json"))
    ]
    table = []
    for story in stories:
        whole = story[0]
        weights = fit([s for s in stories if s is not story])
        table.append(measured(whole, scores(whole, *weights), AnalysisSettings()))
        print("{:20} P {:.3f}  R {:.3f}  F1 {:.3f}  best {:.3f}".format(whole.name, *table[-1]))
    print("{:20} P {:.3f}  R {:.3f}  F1 {:.3f}  best {:.3f}".format("mean", *np.mean(table, 0)))
    if chosen_options.write:
        _write(*fit(stories))


def _write(first: Weights, second: Weights) -> None:
    looks = [
        f"{look} {name} {weight}"
        for look, names, weights in (("first", ALONE, first), ("second", [*AROUND, *ALONE], second))
        for name, weight in zip(("base", *names), weights, strict=True)
    ]
    write_list("link_weights.txt", looks)


if __name__ == "__main__":
    main()
