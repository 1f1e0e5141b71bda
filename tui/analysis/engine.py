"""The entry to the analysis: takes a story, returns everything found in it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.alignment.align import align, beside
from tui.analysis.alignment.candidates import candidates
from tui.analysis.alignment.reinforce import FAINT, reinforce
from tui.analysis.alignment.rows import rows
from tui.analysis.alignment.similarity import Profile, profiles, same
from tui.analysis.alignment.voices import voices
from tui.analysis.disputes.contradictions import differ, find_contradictions
from tui.analysis.disputes.order import in_order
from tui.analysis.facts import facts
from tui.analysis.only import only
from tui.analysis.words.sentence import Likeness, Sentence
from tui.analysis.words.tokens import read_sentences
from tui.model.article import Story
from tui.model.finding import Analysis
from tui.model.progress import Progress, quiet
from tui.model.settings import AnalysisSettings

RETOLD = 0.25
"""From this likeness to a sentence of another article on, a claim is not told by one article
only.
"""
STAGES = 6
ROW_SHARE = 3.75
"""Times `AnalysisSettings.link`: the likeness that the passages of a row need on average."""


def analyse(story: Story, settings: AnalysisSettings, progress: Progress = quiet) -> Analysis:
    """Rows, links, facts, contradictions and lone claims of one story.

    The sentences of the story must be split. Articles with a problem are left
    out. The same story gives the same analysis, whatever the order of its files.
    """
    progress("Reading the sentences", 0, STAGES)
    sentences = read_sentences(story)
    progress("Weighing the words", 1, STAGES)
    known = profiles(sentences)
    progress("Comparing sentences", 2, STAGES)
    likenesses = likeness(sentences, known)
    progress("Laying out the rows", 3, STAGES)
    paragraphs = beside(sentences, known, likenesses)
    links = align(sentences, known, paragraphs, settings)
    table = rows(sentences, known, likenesses, ROW_SHARE * settings.link)
    progress("Looking for shared facts", 4, STAGES)
    speaking = voices(story, sentences, likenesses, settings)
    shared = facts(sentences, known, likenesses, paragraphs.of, speaking, differ)
    progress("Looking for contradictions", 5, STAGES)
    disputed = find_contradictions(sentences, likenesses, story)
    alone = only(sentences, likenesses, RETOLD)
    progress("Done", STAGES, STAGES)
    return Analysis(
        rows=table,
        links=links,
        facts=shared,
        contradictions=in_order(disputed, table, settings.least),
        only=alone,
        voices=speaking.of_article,
    )


def likeness(sentences: Sequence[Sentence], known: Sequence[Profile]) -> tuple[Likeness, ...]:
    """The scores of all sentence pairs that have something in common, in order."""
    direct = (
        Likeness(a, b, score)
        for a, b in candidates(sentences, known)
        if (score := same(known[a], known[b])) >= FAINT
    )
    return reinforce(sentences, tuple(direct))
