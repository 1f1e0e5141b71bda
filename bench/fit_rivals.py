"""Fit how the evidence for two figures measuring one thing is weighed.

    python bench/fit_rivals.py --gold GOLD --stories STORIES [--write]

GOLD holds a file NAME.json a story, STORIES a folder NAME of its articles. Each story is
judged with weights fitted on the others. With --write the weights of all go to the list.
"""

from __future__ import annotations

from pathlib import Path

from weighed_pairs import Known, Place, answered, fit, made, sides_of

from tui.analysis.alignment.similarity import profiles
from tui.analysis.disputes.basis.scores import scores_of
from tui.analysis.disputes.figures.figure_table import FigureTable, Pair, comparable, figure_table
from tui.analysis.disputes.figures.rival_evidence import NAMES, candidates, evidence
from tui.analysis.engine import likeness
from tui.analysis.sentences.figure import agree
from tui.analysis.sentences.themes import weights
from tui.analysis.words.tokens import read_sentences
from tui.model.settings import ReadingSettings
from tui.reading.story import read_story, split_sentences


def known(gold: Path, folder: Path) -> Known:
    """Every candidate pair of a story.

    Left out, as they teach nothing, are those in sentences of a contradiction of which they
    are not the figures, and those that retell its figures where the gold marks none.
    """
    story = split_sentences(read_story([folder], ReadingSettings()))
    sentences = read_sentences(story)
    alike = scores_of(likeness(sentences, profiles(sentences)))
    found = figure_table(sentences, weights(sentences), alike)
    file = {a.id: a.file.split("/")[-1] for a in story.readable}
    sides = sides_of(gold, folder)

    def places(pair: Pair) -> tuple[list[Place], list[Place]]:
        """Of the figures, and of their sentences."""
        both = [found.figures[n] for n in pair]
        exact = [(file[f.sentence.article], f.figure.span.start, f.figure.span.end) for f in both]
        told = [
            (file[f.sentence.article], f.sentence.span.start, f.sentence.span.end) for f in both
        ]
        return exact, told

    every = [(pair, *places(pair)) for pair in candidates(found)]
    marked = [pair for pair, exact, _ in every if answered(sides, exact)]
    rows = []
    for pair, exact, told in every:
        name = answered(sides, exact)
        retold = any(_retold(found, pair, other) for other in marked)
        if name or not (answered(sides, told) or retold):
            x, y = (found.figures[n] for n in pair)
            words = [x.figure.words, y.figure.words, x.sentence.text[:90], y.sentence.text[:90]]
            rows.append((evidence(found, *pair), name, " | ".join(words)))
    return made(gold.stem, rows, len(NAMES))


def _retold(found: FigureTable, pair: Pair, marked: Pair) -> bool:
    """Whether both figures of `pair` are those of `marked`, told in other places."""
    here, there = ([found.figures[n].figure for n in p] for p in (pair, marked))
    return any(
        all(comparable(x, y) and agree(x, y) for x, y in zip(here, turned, strict=True))
        for turned in (there, there[::-1])
    )


if __name__ == "__main__":
    what = "two figures measuring one thing (disputes/figures/rival_evidence.py)"
    fit(known, NAMES, "rival_weights.txt", what)
