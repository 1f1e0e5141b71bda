"""Which findings the reader wants to see: how sure they must be, of which kinds, or none.

One function makes the list that everything shows, so that counts, walks,
ruler, spine and marks agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from tui.model.finding import Analysis, Kind
from tui.model.settings import AnalysisSettings


class Certainty(StrEnum):
    """How sure the program must be of a contradiction to show it."""

    STRICT = "strict"
    NORMAL = "normal"
    EVERYTHING = "everything"


class Filter(NamedTuple):
    """What the reader chose; the default is what a reader meets first."""

    certainty: Certainty = Certainty.NORMAL
    kinds: tuple[Kind, ...] = ()
    """The kinds of contradictions that show; empty for all."""
    blind: bool = False
    """Whether nothing that was found shows, so that it cannot sway the reader."""


def least_score(certainty: Certainty, settings: AnalysisSettings) -> float:
    """The score from which a contradiction shows, 0 to 1."""
    if certainty is Certainty.EVERYTHING:
        return 0.0
    strict = certainty is Certainty.STRICT
    return max(settings.possible, settings.least) if strict else settings.least


def shown(analysis: Analysis, chosen: Filter, settings: AnalysisSettings) -> Analysis:
    """The analysis with only the findings that show; what stays keeps its id.

    The same object where everything shows. Rows are never left out.
    """
    if chosen.blind:
        return replace(analysis, links=(), facts=(), contradictions=(), only=())
    least = least_score(chosen.certainty, settings)
    kept = tuple(
        c
        for c in analysis.contradictions
        if c.score >= least and (not chosen.kinds or c.kind in chosen.kinds)
    )
    if len(kept) == len(analysis.contradictions):
        return analysis
    return replace(analysis, contradictions=kept)


def count_kinds(
    analysis: Analysis, chosen: Filter, settings: AnalysisSettings
) -> list[tuple[Kind, int]]:
    """The kinds of contradictions there are to choose from, the most frequent first."""
    every = shown(analysis, chosen._replace(kinds=(), blind=False), settings)
    counts = Counter(c.kind for c in every.contradictions)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def words(chosen: Filter) -> str:
    """What differs from the usual choice, for the top line: `blind`, `strict · date`."""
    if chosen.blind:
        return "blind"
    said = [str(chosen.certainty)] if chosen.certainty is not Certainty.NORMAL else []
    if chosen.kinds:
        said.append("only " + ", ".join(k.words for k in chosen.kinds))
    return " · ".join(said)
