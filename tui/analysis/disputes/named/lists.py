"""Two lists of the same names but one: Iran, Libya, Somalia, Syria here, Iran, Iraq, Libya, Syria.

The order does not matter. A list that only has fewer names leaves some out, and contradicts nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.names import Named
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity

LEAST = 4
"""Names from which a list is one."""
SHARED = 3
"""Names that two lists must have in common."""
APART = 2
"""Most names that only one of two lists may have."""
MANY = 60
"""Most lists of one story that are compared."""
SCORE = 0.7
_NEXT = re.compile(
    r"(?:\s?[,;–—-]\s?|,?\s(?:and|or|&)\s)(?:and\s|or\s)?(?:the\s|[A-Z][\w.]*\s){0,2}"
)
"""Between two names of a list."""


@dataclass(frozen=True, eq=False, slots=True)
class Listed:
    """A list of names in one sentence."""

    sentence: Sentence
    names: dict[str, Named]
    """Key of a name → its mention."""


def list_disputes(sentences: Sequence[Sentence], cast: Cast) -> Iterator[Dispute]:
    """Lists of two articles of which each has a name in place of one of the other's."""
    told: list[Listed] = []
    known: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        mentions = cast.mentions(sentence)
        known[sentence.article].update(m.key for m in mentions)
        if len(mentions) >= LEAST:
            told += _lists(sentence, mentions)
    for a, b in combinations(told[:MANY], 2):
        here, there = a.sentence.article, b.sentence.article
        own, others = a.names.keys() - b.names.keys(), b.names.keys() - a.names.keys()
        if here == there or not own or not others or max(len(own), len(others)) > APART:
            continue
        if len(a.names.keys() & b.names.keys()) < SHARED:
            continue
        if not own & known[there] and not others & known[here]:
            yield _dispute(a, b, min(own), min(others))


def _lists(sentence: Sentence, mentions: Sequence[Named]) -> Iterator[Listed]:
    """The lists of persons, or of places, in one sentence."""
    held = [mentions[0]]
    for one, after in pairwise(mentions):
        between = sentence.between(one.span, after.span)
        if one.kind != after.kind or not _NEXT.fullmatch(between):
            yield from _listed(sentence, held)
            held = []
        held.append(after)
    yield from _listed(sentence, held)


def _listed(sentence: Sentence, held: Sequence[Named]) -> Iterator[Listed]:
    names = {m.key: m for m in held}
    if len(names) >= LEAST:
        yield Listed(sentence, names)


def _dispute(a: Listed, b: Listed, own: str, other: str) -> Dispute:
    x, y = a.names[own], b.names[other]
    both = [m.text for key, m in a.names.items() if key in b.names][:2]
    here, there = short(x.text, 24), short(y.text, 24)
    return two_sided(
        Kind.LIST, Severity.CONFLICT, "list",
        f"Who or what is listed with {' and '.join(both)}: {here} or {there}?",
        Stated(a.sentence, x.span, own, x.text),
        Stated(b.sentence, y.span, other, y.text),
        SCORE,
        f"both lists have {', '.join(both)} and others, but one has {here} where the other has "
            f"{there}",
    )  # fmt: skip
