"""Two figures for one thing, wherever and in whatever words they are given.

`rival_evidence` says how likely it is that a pair measures one thing; the surest pairs become
disputes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from tui.analysis.clashes.measures import one_deed
from tui.analysis.clashes.opposed import opposed
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.figures.figure_table import (
    FigureTable,
    PlacedFigure,
    at_sentence,
    comparable,
    kin,
    telling,
)
from tui.analysis.disputes.figures.rival_evidence import (
    candidates,
    evidence,
    shipped_weights,
)
from tui.analysis.disputes.figures.two_measures import distance, excluded
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.disputes.wording.questions import ask
from tui.analysis.sentences.fates import names_person
from tui.analysis.sentences.figure import COUNTED, LOWER, Figure, same_figure
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import theme
from tui.analysis.words.logistic import sureness
from tui.model.article import Role
from tui.model.finding import Kind, Mention, Severity

LEAST = 0.37
"""Sureness from which two figures become a dispute."""
LEAST_OF = {"day": 0.55, "year": 0.55, "gap": 0.3}
"""Sort → the same; a report names many days and years, of many things."""
UNLIKELY = 0.37
"""Sureness below which the dispute of another rule over two figures is dropped."""
LOWEST = 0.45
"""Score of a pair that is just sure enough."""
SLIGHT = {"clock": 0.12, "time": 0.06}
"""Sort → distance up to which two figures differ only in how exact they are."""
TOLL = 0.6
"""Score of two counts of one fate (dead, hurt …) at one place."""
MANY = 40
"""Most such counts of one place that are compared with each other."""
SURELY = 0.7
"""Score of a figure that stands only in a headline."""
HEDGED = 0.42
"""Score of one figure with and without `more than`."""
ALIKE = 0.35
"""Weight that the words around two such figures must share."""
FEW = 10
"""Figures below are counted, not rounded."""
_ASKED = {
    "time": "How long", "clock": "At what time", "length": "How far", "speed": "How fast",
    "percent": "What share", "money": "How much money", "nth": "Which in rank",
    "year": "In which year", "day": "On which day", "weekday": "On which day", "moment": "When",
    "gap": "How long before or after",
}  # fmt: skip
"""Sort → how a question for it begins."""
_DATED = ("year", "day", "weekday", "moment", "gap")
"""Sorts that answer when."""
_BEFELL = {
    "dead": "were killed", "hurt": "were hurt", "held": "were arrested", "missing": "are missing",
    "evacuated": "were evacuated", "rescued": "were rescued", "displaced": "were displaced",
    "captive": "were held hostage",
}  # fmt: skip
"""Fate → how one asks for it."""
BEGINNING = 3
"""Paragraphs from the top, title included, in which an article tells what it is about."""
BEGUN = 0.7
"""Natural logarithm of the largest ratio of two counts there."""
_HEDGES = (frozenset(("over", "")), frozenset(("least", "most")))
"""Bounds of one figure that do not mean the same."""


def rival_disputes(table: FigureTable) -> Iterator[Dispute]:
    """All disputes over two figures of the table that measure one thing."""
    yield from surest_rivals(table)
    yield from _tolls(table)
    yield from _main_tolls(table)
    yield from _headlined(table)
    yield from _hedged(table)


def surest_rivals(table: FigureTable) -> Iterator[Dispute]:
    """Pairs whose evidence is sure enough."""
    weighed = shipped_weights()
    for a, b in candidates(table):
        sure = sureness(evidence(table, a, b), weighed)
        least = LEAST_OF.get(table.figures[a].figure.sort, LEAST)
        if sure >= least and _one_deed(table.figures[a], table.figures[b]):
            score = LOWEST + (1 - LOWEST) * max(0.0, sure - LEAST) / (1 - LEAST)
            yield _dispute(table, a, b, score)


def _tolls(table: FigureTable) -> Iterator[Dispute]:
    """Two counts of the dead, hurt or held at one named place: `20 died in Norland`."""
    at: dict[tuple[str, str], list[int]] = {}
    for n, one in enumerate(table.figures):
        if one.fate and one.place and one.figure.sort in COUNTED:
            at.setdefault((one.fate, one.place), []).append(n)
    for held in at.values():
        for a, b in combinations(held[:MANY], 2):
            x, y = table.figures[a], table.figures[b]
            if (
                x.sentence.article != y.sentence.article
                and not same_figure(x.figure, y.figure)
                and not excluded(table, a, b)
            ):
                yield _dispute(table, a, b, TOLL)


def _main_tolls(table: FigureTable) -> Iterator[Dispute]:
    """The largest counts of the dead, hurt, missing … with which articles begin."""
    main: dict[str, dict[str, int]] = {}
    for n, one in enumerate(table.figures):
        counted = one.figure.sort in COUNTED and names_person(one.unit)
        if one.fate and counted and not one.part and one.sentence.paragraph <= BEGINNING:
            held = main.setdefault(one.fate, {})
            best = held.setdefault(one.sentence.article, n)
            if one.figure.middle > table.figures[best].figure.middle:
                held[one.sentence.article] = n
    for held in main.values():
        for a, b in combinations(sorted(held.values())[:MANY], 2):
            x, y = table.figures[a].figure, table.figures[b].figure
            if same_figure(x, y) or distance(x, y) > BEGUN or excluded(table, a, b):
                continue
            yield _dispute(table, a, b, TOLL)


def _headlined(table: FigureTable) -> Iterator[Dispute]:
    """A figure of a headline in whose place its own article gives another."""
    for a, x in enumerate(table.figures):
        if x.sentence.role is not Role.TITLE or not telling(x.figure):
            continue
        told = [n for n in table.by_article[x.sentence.article] if n != a]
        if any(
            comparable(x.figure, table.figures[n].figure)
            and same_figure(x.figure, table.figures[n].figure)
            for n in told
        ):
            continue
        for b in told:
            y = table.figures[b]
            if (
                y.sentence.role is not Role.TITLE
                and table.near(a, b) >= 0.5
                and comparable(x.figure, y.figure)
                and x.fate == y.fate
                and not excluded(table, a, b)
            ):
                yield _dispute(table, a, b, SURELY)


def _one_deed(x: PlacedFigure, y: PlacedFigure) -> bool:
    """Whether both sentences may be about one deed: not what came in and what went out."""
    left, right = reading(x.sentence), reading(y.sentence)
    timed = x.figure.sort in ("moment", "gap")  # their `after` and `before` tell no order
    if any(d.kind is not Kind.SEQUENCE or not timed for d in opposed(left, right)):
        return False
    if x.figure.sort != "people":
        return True
    return one_deed(left, at_sentence(x), right, at_sentence(y))


def barred(table: FigureTable, disputes: Iterable[Dispute]) -> Iterator[Dispute]:
    """`disputes` without those over two figures that most probably measure two things."""
    for dispute in disputes:
        if dispute.kind in (Kind.NUMBER, Kind.DATE):
            figures = [n for a in dispute.answers[:2] if (n := _at(table, a.mention)) is not None]
            if len({*figures}) == 2 and _two_things(table, figures[0], figures[1]):
                continue
        yield dispute


def _at(table: FigureTable, mention: Mention) -> int | None:
    """Position of the first figure in the words of the mention; None where there is none."""
    for n in table.by_article.get(mention.article, ()):
        if table.figures[n].figure.span.overlaps(mention.span):
            return n
    return None


def _two_things(table: FigureTable, a: int, b: int) -> bool:
    """Whether the figures at `a` and `b` most probably measure two things."""
    x, y = table.figures[a].figure, table.figures[b].figure
    if x.sort == y.sort == "clock" and not comparable(x, y):
        return True  # in two zones
    if not comparable(x, y) or same_figure(x, y):
        return False
    one, other = table.figures[a].sentence, table.figures[b].sentence
    if one.article == other.article and Role.TITLE not in (one.role, other.role):
        return True  # who tells both knows that they are two
    return excluded(table, a, b) or sureness(evidence(table, a, b), shipped_weights()) < UNLIKELY


def _hedged(table: FigureTable) -> Iterator[Dispute]:
    """One figure with two hedges: `150 hurt`, `more than 150 injured`."""
    for (a, b), weight in table.shared.items():
        x, y = table.figures[a], table.figures[b]
        if (
            weight >= ALIKE
            and x.sentence.article != y.sentence.article
            and frozenset((x.figure.bound, y.figure.bound)) in _HEDGES
            and comparable(x.figure, y.figure)
            and x.figure.sort in (*COUNTED, "money", "length")
            and _figure(x.figure) == _figure(y.figure) >= FEW
            and x.fate == y.fate
            and x.part == y.part
            and kin(x.unit, y.unit) != "other"
            and not (_ends_range(x) or _ends_range(y))
        ):
            yield _dispute(table, a, b, HEDGED, hedged=True)


_RANGE = re.compile(r"\b(?:between|from)\s[^;:]{0,30}\b(?:and|to)\s$")


def _ends_range(one: PlacedFigure) -> bool:
    """Whether the figure is the end of a range: `between 20,000 and 100,000 euros`."""
    return _RANGE.search(one.sentence.text[: at_sentence(one).start][-50:]) is not None


def _figure(figure: Figure) -> float:
    """The number itself, without its hedge."""
    return figure.low if figure.bound in LOWER else figure.middle


def _dispute(table: FigureTable, a: int, b: int, score: float, hedged: bool = False) -> Dispute:
    x, y = table.figures[a], table.figures[b]
    p, q = shown(x), shown(y)
    sort = x.figure.sort
    waiting = {x.figure.bound, y.figure.bound} <= LOWER
    slight = hedged or waiting or distance(x.figure, y.figure) <= SLIGHT.get(sort, -1.0)
    reason = (
        f"{p} and {q} are the same figure, one more exact than the other" if hedged
        else f"{p} and {q} may both hold, but one report counts more than the other" if waiting
        else f"{p} and {q} differ slightly" if slight
        else f"both speak of the same thing, and {p} and {q} cannot both be right"
    )  # fmt: skip
    return two_sided(
        Kind.DATE if sort in _DATED else Kind.NUMBER,
        Severity.DIFFERS if slight else Severity.CONFLICT,
        "hedge" if hedged else "figure",
        _question(table, x, y, p, q),
        Stated(x.sentence, x.figure.span, _key(x), p),
        Stated(y.sentence, y.figure.span, _key(y), q),
        score,
        reason,
    )  # fmt: skip


def _key(one: PlacedFigure) -> str:
    """What the answer is compared by: `50 injured` and `50 others` who were hurt are one."""
    if one.fate and one.figure.sort in COUNTED:
        return one.figure.value.replace(one.unit or one.figure.sort, one.fate)
    return one.figure.value


def shown(one: PlacedFigure) -> str:
    """The figure as it is shown inside a sentence, without the capital of its head."""
    words = plain(short(one.figure.words.removeprefix("for "), 40))
    first = at_sentence(one).start == 0 and one.figure.sort not in ("weekday", "day", "moment")
    return words[:1].lower() + words[1:] if first else words


def _question(table: FigureTable, x: PlacedFigure, y: PlacedFigure, p: str, q: str) -> str:
    sort, a, b = x.figure.sort, x.figure, y.figure
    if sort in _DATED and sort != "gap":
        asked = ask(Kind.DATE, x.sentence, a.span, p, y.sentence, b.span, q)
        if not asked.startswith(("On which day", "In which year")):
            return asked
    befell = _BEFELL.get(x.fate or y.fate, "") if sort in COUNTED else ""
    if a.unit and a.unit == b.unit and sort in COUNTED and not (befell and a.unit == "people"):
        unit = "" if a.unit == "vote" else a.unit  # how many, not how the vote went
        return ask(Kind.NUMBER, x.sentence, a.span, a.words, y.sentence, b.span, b.words, unit)
    if befell:
        where = f" in {x.place}" if x.place and x.place == y.place else ""
        return f"How many {befell}{where}: {p} or {q}?"
    asked = _ASKED.get(sort, "How many")
    topic = _topic(table, x, y)
    return f"{asked} (“{topic}”): {p} or {q}?" if topic else f"{asked}: {p} or {q}?"


def _topic(table: FigureTable, x: PlacedFigure, y: PlacedFigure) -> str:
    """The rarest word beside both figures, as the first sentence has it; empty without one.

    Names are left out: where and to whom it happened says little of what is counted.
    """
    named = {theme(w) for w in x.sentence.words if w.text[:1].isupper()}
    both = [k for k in x.around if k in y.around and k not in named]
    weight = {k: table.known.of.get(k, 1.0) * x.around[k] * y.around[k] for k in both}
    best = max(both, key=lambda k: (weight[k], k), default="")
    return next(
        (
            w.text
            for w in x.sentence.words
            if w.content and not w.span.overlaps(x.figure.span) and theme(w) == best
        ),
        "",
    )
