"""Fit how the evidence for two quotations being one utterance is weighed.

    python bench/fit_retellings.py --gold GOLD --stories STORIES [--write]

As `fit_rivals.py`. Quotations that do not differ are left out: nobody lists them.
"""

from __future__ import annotations

from pathlib import Path

from weighed_pairs import Known, Place, answered, fit, made, sides_of

from tui.analysis.alignment.similarity import profiles
from tui.analysis.disputes.basis.scores import scores_of
from tui.analysis.disputes.quoted.attribution import Said, persons_around, said
from tui.analysis.disputes.quoted.quote_clashes import differs
from tui.analysis.disputes.quoted.retellings import NAMES, candidates, uttered
from tui.analysis.engine import likeness
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.quotes import told_as_one
from tui.analysis.sentences.themes import weights
from tui.analysis.words.tokens import read_sentences
from tui.model.settings import ReadingSettings
from tui.reading.story import read_story, split_sentences


def known(gold: Path, folder: Path) -> Known:
    """Every candidate pair of a story's quotations that differ."""
    story = split_sentences(read_story([folder], ReadingSettings()))
    sentences = read_sentences(story)
    cast = cast_of(sentences)
    spoken = said(sentences, cast)
    file = {a.id: a.file.split("/")[-1] for a in story.readable}
    sides = sides_of(gold, folder)

    def place(one: Said) -> Place:
        return file[one.quote.sentence.article], one.quote.span.start, one.quote.span.end

    words = [uttered(s.quote, s.who, persons_around(s, cast)) for s in spoken]
    alike = scores_of(likeness(sentences, profiles(sentences)))
    rows = []
    for match in candidates(words, weights(sentences), alike):
        a, b = spoken[match.a], spoken[match.b]
        if differs(told_as_one(a.quote, b.quote, 1.0)):
            told = " | ".join((a.quote.text[:90], b.quote.text[:90], a.who, b.who))
            rows.append((match.values, answered(sides, (place(a), place(b))), told))
    return made(gold.stem, rows, len(NAMES))


if __name__ == "__main__":
    what = "two quotations being one utterance (disputes/quoted/retellings.py)"
    fit(known, NAMES, "retelling_weights.txt", what)
