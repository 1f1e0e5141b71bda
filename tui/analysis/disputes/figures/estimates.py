"""Two counts of one thing inside one report, from two sources: 400 here, put at 200 there.

A report that knows of a disagreement says so: one source gives a number, and another, in the same
sentence or soon after, puts it at something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.figures.figure_table import (
    FigureTable,
    PlacedFigure,
    at_sentence,
    comparable,
    family,
    kin,
)
from tui.analysis.disputes.figures.rivals import shown
from tui.analysis.disputes.figures.two_measures import distance
from tui.analysis.sentences.fates import counts_people
from tui.analysis.sentences.figure import COUNTED, same_figure
from tui.model.finding import Kind, Severity

FAR = 2.2
"""Natural logarithm of the largest ratio between two such counts."""
SOON = 1
"""Sentences between the first count and the second."""
LATER = 3
"""The same where the second says what it counts: `put the number of prisoners at 26`."""
SCORE = 0.7
_PUT = re.compile(
    r"(?:\b(?:put|puts|putting|placed|estimated|estimates)\s(?:the\s|its\s|their\s)?(?:\w+\s)?"
    r"(?:number|figure|toll|crowd|total|turnout|count|it)\b(?:\sof\s(?P<of>[a-z]+))?[^.;]{0,30}"
    r"\b(?:at|nearer\sto|closer\sto)\s(?:\w+\s){0,2}"
    r"|\b(?:gave|gives|giving|cited|cites|reported)\s(?:a|the|his|her|its|their)\s(?:[\w-]+\s){0,2}"
    r"(?:figure|toll|number|estimate|count|total)\s(?:of\s|above\s|below\s)(?:\w+\s)?"
    r"|\b(?:earlier|previous|initial)\s(?:figures?|reports?|counts?|tolls?|estimates?)\b[^.;]{0,70}"
    r"\s(?:listed|put|gave|had|showed|said|claimed|of)\s(?:\w+\s){0,2}"
    r"|\b(?:spoke|speaks|talked)\sof\s(?:\w+\s){0,2})$",
    re.I,
)
"""In front of a count that is set against another."""


def estimate_disputes(table: FigureTable) -> Iterator[Dispute]:
    """Each count that is set against another, with the nearest one before it in the article."""
    for b, second in enumerate(table.figures):
        if second.figure.sort not in COUNTED:
            continue
        put = _PUT.search(second.sentence.text[: at_sentence(second).start])
        if put is None:
            continue
        before = [table.figures[n] for n in table.by_article[second.sentence.article] if n < b]
        first = _nearest([f for f in before if _one_thing(f, second, put["of"] or "")])
        if first is not None and not same_figure(first.figure, second.figure):
            yield _dispute(first, second)


def _nearest(found: Sequence[PlacedFigure]) -> PlacedFigure | None:
    """The largest figure of the last sentence that has one: a whole rather than its parts."""
    held = [f for f in found if f.sentence is found[-1].sentence]
    return max(held, key=lambda f: f.figure.middle, default=None)


def _one_thing(first: PlacedFigure, second: PlacedFigure, counted: str) -> bool:
    """Whether both may count the same; `counted` is what the second says it counts, or empty."""
    gap = second.sentence.number - first.sentence.number
    if gap > (LATER if counted else SOON) or not comparable(first.figure, second.figure):
        return False
    if counted and family(counted.removesuffix("s")) != family(first.unit):
        return False
    if first.part != second.part or not (counts_people(first.unit) or first.fate):
        return False
    one_state = not (first.fate and second.fate) or first.fate == second.fate
    alike = kin(first.unit, second.unit) != "other"
    return one_state and alike and distance(first.figure, second.figure) <= FAR


def _dispute(first: PlacedFigure, second: PlacedFigure) -> Dispute:
    x, y = shown(first), shown(second)
    return two_sided(
        Kind.NUMBER, Severity.CONFLICT, "estimate",
        f"Which count is right: {x} or {y}?",
        Stated(first.sentence, first.figure.span, first.figure.value, x),
        Stated(second.sentence, second.figure.span, second.figure.value, y),
        SCORE,
        f"the report gives two counts of the same thing, {x} and {y}",
    )  # fmt: skip
