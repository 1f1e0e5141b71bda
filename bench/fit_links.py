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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from tui.analysis.align import chosen, likest
from tui.analysis.engine import likeness
from tui.analysis.lexicon import DATA
from tui.analysis.link_evidence import ALONE, AROUND, Pair, Weights, alone, around, sureness
from tui.analysis.passages import Passage, passages
from tui.analysis.similarity import profiles
from tui.analysis.tokens import read_sentences
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.reading.story import read_story, split_sentences

STRENGTH = 0.01
"""Of the regressions; small holds the weights back, as few stories are known."""


@dataclass(frozen=True)
class Known:
    """One story with its gold."""

    name: str
    told: list[Passage]
    evidence: dict[Pair, tuple[float, ...]]
    right: dict[Pair, bool]
    gold: int
    """Pairs in the gold, also those that are never compared."""


def known(gold: Path, folder: Path) -> Known:
    story = split_sentences(read_story([folder], ReadingSettings()))
    sentences = read_sentences(story)
    told, place = passages(sentences)
    pairs = likest(likeness(sentences, profiles(sentences)), place)
    evidence = {(a, b): alone(told[a], told[b], sure) for (a, b), sure in pairs.items()}
    data = json.loads(gold.read_text(encoding="utf-8"))
    linked: set[frozenset[tuple[str, int]]] = set()
    for group in data["alignment"]:
        cells = [(data["articles"][a], n) for a, ns in group["paragraphs"].items() for n in ns]
        linked.update(frozenset(p) for p in combinations(cells, 2) if p[0][0] != p[1][0])
    file = {a.id: a.file for a in story.readable}
    spots = [(file[p.ref.article], p.ref.number) for p in told]
    right = {(a, b): frozenset((spots[a], spots[b])) in linked for a, b in evidence}
    return Known(gold.stem, told, evidence, right, len(linked))


def fitted(examples: Iterable[tuple[Sequence[float], bool]]) -> Weights:
    """Weights for evidence as it is, not scaled."""
    values, right = zip(*examples, strict=True)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
    model.fit(np.array(values), np.array(right))
    weights = model[1].coef_[0] / model[0].scale_
    base = model[1].intercept_[0] - (model[0].mean_ * weights).sum()
    return tuple(round(float(w), 4) for w in (base, *weights))


def first_look(story: Known, weights: Weights) -> dict[Pair, float]:
    return {p: sureness(e, weights) for p, e in story.evidence.items()}


def second_look(story: Known, found: dict[Pair, float]) -> dict[Pair, tuple[float, ...]]:
    near = around(found, [p.ref.article for p in story.told])
    return {p: near[p] + e for p, e in story.evidence.items()}


def fit(stories: Sequence[Known]) -> tuple[Weights, Weights]:
    """The weights of both looks. The second is fitted on what the first says of stories it did
    not see, as that is what it will be given."""
    first = fitted(_examples((s, s.evidence) for s in stories))
    seen = []
    for story in stories:
        others = [s for s in stories if s is not story]
        unseen = fitted(_examples((s, s.evidence) for s in others)) if others else first
        seen.append((story, second_look(story, first_look(story, unseen))))
    return first, fitted(_examples(seen))


def _examples(
    stories: Iterable[tuple[Known, dict[Pair, tuple[float, ...]]]],
) -> list[tuple[tuple[float, ...], bool]]:
    return [(e, story.right[p]) for story, evidence in stories for p, e in evidence.items()]


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
        known(path, chosen_options.stories / path.stem)
        for path in sorted(chosen_options.gold.glob("*.json"))
    ]
    table = []
    for story in stories:
        weights = fit([s for s in stories if s is not story])
        table.append(measured(story, scores(story, *weights), AnalysisSettings()))
        print("{:20} P {:.3f}  R {:.3f}  F1 {:.3f}  best {:.3f}".format(story.name, *table[-1]))
    print("{:20} P {:.3f}  R {:.3f}  F1 {:.3f}  best {:.3f}".format("mean", *np.mean(table, 0)))
    if chosen_options.write:
        _write(*fit(stories))


def _write(first: Weights, second: Weights) -> None:
    head = [
        "# How links are weighed: look, evidence, weight; see tui/analysis/link_evidence.py.",
        "# Fitted by bench/fit_links.py.",
    ]
    looks = [
        f"{look} {name} {weight}"
        for look, names, weights in (("first", ALONE, first), ("second", [*AROUND, *ALONE], second))
        for name, weight in zip(("base", *names), weights, strict=True)
    ]
    (DATA / "link_weights.txt").write_text("\n".join([*head, *looks]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
