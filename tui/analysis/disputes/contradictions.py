"""The door to the contradictions of a story.

Two routes: event frames and quotations over all sentences, whether they stand
beside each other or not; and slots inside pairs of like sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.disputes.ages import age_disputes
from tui.analysis.disputes.alternatives import alternative_disputes
from tui.analysis.disputes.answering import completed, told_by
from tui.analysis.disputes.attribution import said
from tui.analysis.disputes.counts import count_disputes
from tui.analysis.disputes.dispute import contradictions, merged
from tui.analysis.disputes.doers import doer_disputes
from tui.analysis.disputes.durations import duration_disputes
from tui.analysis.disputes.estimates import estimate_disputes
from tui.analysis.disputes.figure_table import figure_table
from tui.analysis.disputes.frame_clashes import frame_disputes
from tui.analysis.disputes.loaded_names import loaded_name_disputes
from tui.analysis.disputes.misnamed import misnamed_disputes
from tui.analysis.disputes.particulars import particular_disputes
from tui.analysis.disputes.places import place_disputes
from tui.analysis.disputes.qualifiers import qualifier_disputes
from tui.analysis.disputes.quote_clashes import quote_disputes
from tui.analysis.disputes.refutations import refutation_disputes
from tui.analysis.disputes.rivals import barred, rival_disputes, surest_rivals
from tui.analysis.disputes.scores import scores_of
from tui.analysis.disputes.slots import differ, slot_disputes
from tui.analysis.disputes.sole_deeds import sole_deed_disputes
from tui.analysis.disputes.stances import stance_disputes
from tui.analysis.disputes.status import status_disputes
from tui.analysis.disputes.swaps import swap_disputes
from tui.analysis.disputes.tallies import tally_disputes
from tui.analysis.disputes.unmentioned import unmentioned_disputes
from tui.analysis.sentences.cast import cast_of
from tui.analysis.sentences.events import frames_of
from tui.analysis.sentences.moments import gaps, moments
from tui.analysis.sentences.slot_reading import LONGEST
from tui.analysis.sentences.themes import weights
from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.alignment import Link
from tui.model.article import Story
from tui.model.finding import Contradiction
from tui.model.settings import AnalysisSettings

__all__ = ["differ", "find_contradictions"]


def find_contradictions(
    sentences: Sequence[Sentence],
    likenesses: Sequence[Likeness],
    links: Sequence[Link],
    story: Story,
    settings: AnalysisSettings,
) -> tuple[Contradiction, ...]:
    """Every question that two passages of the story answer differently.

    Conflicts stand first, the surest first. Two passages of one article may
    contradict each other too. Sentences without end are left out.
    """
    told = [s for s in sentences if len(s.text) <= LONGEST]
    cast = cast_of(told)
    frames = frames_of(told, cast)
    known = weights(told)
    alike = scores_of(likenesses)
    figures = figure_table(told, known, alike)
    disputes = [
        *frame_disputes(frames, cast),
        *quote_disputes(said(told, cast), cast, known, alike),
        *barred(figures, slot_disputes(sentences, likenesses, cast)),
        *unmentioned_disputes(told, cast),
        *barred(figures, count_disputes(told, known, alike)),
        *barred(figures, duration_disputes(told, known, alike)),
        *rival_disputes(figures),
        *estimate_disputes(figures),
        *surest_rivals(figure_table(told, known, alike, moments)),
        *surest_rivals(figure_table(told, known, alike, gaps)),
        *status_disputes(told),
        *stance_disputes(told, cast, known),
        *refutation_disputes(told, known),
        *tally_disputes(told, known),
        *age_disputes(told, cast),
        *doer_disputes(told, cast, known),
        *alternative_disputes(told, cast, known),
        *sole_deed_disputes(told, cast, known),
        *particular_disputes(told, cast),
        *misnamed_disputes(told, cast, known),
        *loaded_name_disputes(told, known),
        *place_disputes(told, cast, known),
        *qualifier_disputes(told, known),
        *swap_disputes(told, cast),
    ]
    articles = [a.id for a in story.readable]
    index = told_by(told, likenesses)
    whole = [completed(dispute, index, articles) for dispute in merged(disputes)]
    return contradictions(whole, articles)
