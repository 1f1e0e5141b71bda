"""The entry to this package: takes the sentences of a story, returns its contradictions.

A contradiction is a question that two passages of the story answer differently. Each module
that ends in a function `…_disputes` looks for one kind of question and yields a `Dispute` for
every pair of passages it finds. They search in two ways, because the likeness of two sentences
is a poor guide: a changed fact is worded like an unchanged one, and two reports of one meeting
may share hardly a word.

- `alike.slots` compares the slots (numbers, days, names, denials …) of sentences that are alike.
- All others search the whole story: they gather what may answer one question (the figures, the
  event frames, the quotations, the doers of one deed …) and compare that pair by pair.

The disputes of one question are merged, completed with the articles that give one of its
answers elsewhere, and numbered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.analysis.disputes.alike.slots import differ, slot_disputes
from tui.analysis.disputes.answering import completed, index_of
from tui.analysis.disputes.basis.dispute import Dispute
from tui.analysis.disputes.basis.scores import scores_of
from tui.analysis.disputes.deeds.alternatives import alternative_disputes
from tui.analysis.disputes.deeds.doers import doer_disputes
from tui.analysis.disputes.deeds.frame_clashes import frame_disputes
from tui.analysis.disputes.deeds.refutations import refutation_disputes
from tui.analysis.disputes.deeds.sole_deeds import sole_deed_disputes
from tui.analysis.disputes.deeds.stances import stance_disputes
from tui.analysis.disputes.deeds.status import status_disputes
from tui.analysis.disputes.deeds.swaps import swap_disputes
from tui.analysis.disputes.deeds.unmentioned import unmentioned_disputes
from tui.analysis.disputes.figures.ages import age_disputes
from tui.analysis.disputes.figures.counts import count_disputes
from tui.analysis.disputes.figures.durations import duration_disputes
from tui.analysis.disputes.figures.estimates import estimate_disputes
from tui.analysis.disputes.figures.figure_table import figure_table
from tui.analysis.disputes.figures.rivals import barred, rival_disputes, surest_rivals
from tui.analysis.disputes.figures.tallies import tally_disputes
from tui.analysis.disputes.merging import contradictions, merged
from tui.analysis.disputes.named.lists import list_disputes
from tui.analysis.disputes.named.loaded_names import loaded_name_disputes
from tui.analysis.disputes.named.misnamed import misnamed_disputes
from tui.analysis.disputes.named.particulars import particular_disputes
from tui.analysis.disputes.named.places import place_disputes
from tui.analysis.disputes.named.qualifiers import qualifier_disputes
from tui.analysis.disputes.quoted.attribution import said
from tui.analysis.disputes.quoted.quote_clashes import quote_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.events import frames_of
from tui.analysis.sentences.moments import gaps, moments
from tui.analysis.sentences.slot_reading import LONGEST
from tui.analysis.sentences.themes import weights
from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.article import Story
from tui.model.finding import Contradiction

__all__ = ["differ", "find_contradictions"]


def find_contradictions(
    sentences: Sequence[Sentence],
    likenesses: Sequence[Likeness],
    story: Story,
) -> tuple[Contradiction, ...]:
    """Every question that two passages of the story answer differently.

    `sentences` are all told sentences of the story, in the order of their numbers; those of more
    than `LONGEST` characters are no sentences and are left out. Conflicts come first, then what
    only differs, each the surest first. Two passages of one article may contradict each other
    too.
    """
    told = [s for s in sentences if len(s.text) <= LONGEST]
    articles = [a.id for a in story.readable]
    index = index_of(told, likenesses)
    found = merged(_disputes(sentences, told, likenesses))
    return contradictions([completed(dispute, index, articles) for dispute in found], articles)


def _disputes(
    sentences: Sequence[Sentence], told: Sequence[Sentence], likenesses: Sequence[Likeness]
) -> Iterator[Dispute]:
    """What each rule finds, pair by pair; `told` are the `sentences` that are not too long.

    Of equal disputes the first counts, so the order of the rules is part of the result.
    """
    cast, known, alike = cast_of(told), weights(told), scores_of(likenesses)
    figures = figure_table(told, known, alike)
    yield from frame_disputes(frames_of(told, cast), cast)
    yield from quote_disputes(said(told, cast), cast, known, alike)
    yield from barred(figures, slot_disputes(sentences, likenesses, cast))
    yield from unmentioned_disputes(told, cast)
    yield from barred(figures, count_disputes(told, known, alike))
    yield from barred(figures, duration_disputes(told, known, alike))
    yield from rival_disputes(figures)
    yield from estimate_disputes(figures)
    yield from surest_rivals(figure_table(told, known, alike, moments))
    yield from surest_rivals(figure_table(told, known, alike, gaps))
    yield from status_disputes(told)
    yield from stance_disputes(told, cast, known)
    yield from refutation_disputes(told, known)
    yield from tally_disputes(told, known)
    yield from age_disputes(told, cast)
    yield from doer_disputes(told, cast, known)
    yield from alternative_disputes(told, cast, known)
    yield from sole_deed_disputes(told, cast, known)
    yield from particular_disputes(told, cast)
    yield from misnamed_disputes(told, cast, known)
    yield from list_disputes(told, cast)
    yield from loaded_name_disputes(told, known)
    yield from place_disputes(told, cast, known)
    yield from qualifier_disputes(told, known)
    yield from swap_disputes(told, cast)
