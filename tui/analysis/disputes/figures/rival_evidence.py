"""The evidence that two figures of a story measure one thing, wherever they stand.

Reports word one figure differently, so the likeness of sentences says little. What says more: the
words close to both figures, whether each article has another figure that would fit, whether a third
article has one of the two, and whether an article that has one also has the other and so knows that
they are two. `bench/fit_rivals.py` fits the weights of the logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from tui.analysis.disputes.figures.figure_table import FigureTable, Pair, comparable, kin
from tui.analysis.disputes.figures.two_measures import MOST, UNLIKE, distance, excluded
from tui.analysis.sentences.figure import COUNTED, agree, same_figure, two_floors
from tui.analysis.words.logistic import Weights, weights_in
from tui.model.article import Role

NAMES = (
    "beside", "sentence", "rivals", "hedged", "title", "agreed", "spans", "speaker", "year",
    "mixed", "far", "sole", "day", "alike", "unit", "apart",
)  # fmt: skip
"""Names of the evidence, in the order of the weights."""
FAINT = 0.1
"""Weight that the words around two figures must share for the pair to be considered."""


def evidence(table: FigureTable, a: int, b: int) -> tuple[float, ...]:
    """The values of `NAMES` for the figures at `a` and `b`."""
    x, y = table.figures[a], table.figures[b]
    rivals = _orphans(table, a, b) + _orphans(table, b, a)
    others = (table.agreeing[a] - {y.sentence.article}) | (table.agreeing[b] - {x.sentence.article})
    return (
        table.known.shared(x.beside, y.beside),
        min(3.0, table.near(a, b)),
        log(1 + rivals),
        float(bool(x.figure.bound or y.figure.bound)),
        float(Role.TITLE in (x.sentence.role, y.sentence.role)),
        float(len(others) > 1),
        float(x.figure.sort == "time" and x.figure.about == y.figure.about),
        float(bool(x.speakers & y.speakers) and x.figure.sort in COUNTED),
        float(x.figure.sort == "year"),
        float(x.figure.sort != y.figure.sort),
        float(distance(x.figure, y.figure) > 1.0),
        float(_sole(table, a) and _sole(table, b) and kin(x.unit, y.unit) == "same"),
        float(x.figure.sort == "day"),
        len(x.around.keys() & y.around.keys()) / max(1, len(x.around.keys() | y.around.keys())),
        float(bool(x.unit) and x.unit == y.unit),
        distance(x.figure, y.figure),
    )


def _sole(table: FigureTable, at: int) -> bool:
    """Whether no other count of such things stands in the article of the figure."""
    one = table.figures[at]
    return not any(
        n != at
        and table.figures[n].figure.sort in COUNTED
        and kin(one.unit, table.figures[n].unit) == "same"
        and not agree(one.figure, table.figures[n].figure)
        for n in table.by_article[one.sentence.article]
    )


def _orphans(table: FigureTable, a: int, b: int) -> int:
    """How many figures of b's article could be a's rival as well as b; see
    `FigureTable.orphans`.
    """
    key = a, table.figures[b].sentence.article
    if key not in table.orphans:
        one = table.figures[a]
        table.orphans[key] = tuple(
            n
            for n in table.by_article[key[1]]
            if not table.agreeing[n]
            and comparable(one.figure, table.figures[n].figure)
            and not same_figure(one.figure, table.figures[n].figure)
            and distance(one.figure, table.figures[n].figure) <= MOST.get(one.figure.sort, UNLIKE)
            and kin(one.unit, table.figures[n].unit) != "other"
        )
    return sum(n != b for n in table.orphans[key])


def candidates(table: FigureTable) -> Iterator[Pair]:
    """Pairs of figures of two articles that differ and may measure one thing."""
    for (a, b), weight in table.shared.items():
        x, y = table.figures[a], table.figures[b]
        if (
            weight >= FAINT
            and x.sentence.article != y.sentence.article
            and comparable(x.figure, y.figure)
            and (not same_figure(x.figure, y.figure) or two_floors(x.figure, y.figure))
            and not excluded(table, a, b)
        ):
            yield a, b


def shipped_weights() -> Weights:
    """The constant and the weight of each of `NAMES`."""
    return weights_in("rival_weights.txt", NAMES)
