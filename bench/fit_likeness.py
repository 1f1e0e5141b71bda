"""Fit the weights of `tui.analysis.alignment.similarity` on stories whose shared facts are known.

    python bench/fit_likeness.py STORY GOLD.json [STORY GOLD.json …]

GOLD.json holds `articles` (letter → file name) and `shared_facts`, each with
`mentions` of an article's letter and a quote. A sentence pair of two articles
is right when one fact has a mention in both. Needs scikit-learn, which the
program itself does not. Prints BASE and WEIGHTS to be copied.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.analysis.alignment.similarity import EVIDENCE, evidence, profiles
from tui.analysis.words.sentence import Sentence
from tui.analysis.words.tokens import read_sentences
from tui.model.article import Story
from tui.model.settings import ReadingSettings
from tui.reading.story import read_story, split_sentences

STRENGTH = 0.01
"""Of the regression; small holds the weights back, as two stories hold few facts."""
SHIFT = 0.9
"""Added to the base: the gold of one reader leaves out much that another calls the same."""


def examples(folder: Path, gold: Path) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Evidence and truth of every sentence pair of two articles that share a word."""
    story = split_sentences(read_story([folder], ReadingSettings()))
    sentences = read_sentences(story)
    known = profiles(sentences)
    told = _facts(story, sentences, json.loads(gold.read_text(encoding="utf-8")))
    for a in sentences:
        for b in sentences[a.number + 1 :]:
            one, two = known[a.number], known[b.number]
            if a.article != b.article and not one.words.keys().isdisjoint(two.words):
                yield evidence(one, two), bool(told[a.number] & told[b.number])


def _facts(story: Story, sentences: tuple[Sentence, ...], gold: dict) -> list[set[int]]:  # type: ignore[type-arg]
    """For each sentence the facts that it mentions."""
    told: list[set[int]] = [set() for _ in sentences]
    for number, fact in enumerate(gold["shared_facts"]):
        for mention in fact["mentions"]:
            file = gold["articles"][mention["article"]]
            for article in story.readable:
                start = article.text.find(mention["quote"]) if article.file == file else -1
                for s in sentences:
                    inside = s.span.start < start + len(mention["quote"]) and start < s.span.end
                    if start >= 0 and s.article == article.id and inside:
                        told[s.number].add(number)
    return told


def main(arguments: list[str]) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    folders, golds = arguments[::2], arguments[1::2]
    found = [e for f, g in zip(folders, golds, strict=True) for e in examples(Path(f), Path(g))]
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
    model.fit([e for e, _ in found], [right for _, right in found])
    scaler, regression = model[0], model[-1]
    weights = regression.coef_[0] / scaler.scale_
    base = regression.intercept_[0] - (scaler.mean_ * weights).sum()
    print(f"BASE = {base + SHIFT:.2f}")
    print(f"WEIGHTS = {tuple(round(float(w), 3) for w in weights)}  # {' '.join(EVIDENCE)}")


if __name__ == "__main__":
    main(sys.argv[1:])
