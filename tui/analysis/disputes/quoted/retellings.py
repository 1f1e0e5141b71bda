"""One utterance quoted in other words: `no hand in it` here, `nothing to do with it` there.

Translators, note-takers and editors word one utterance differently. The evidence that two
quotations of two articles are one utterance: the words they share in one order, who is named around
them, how like the sentences are, and that neither article quotes anything that fits better.
`bench/fit_retellings.py` fits the weights of the logistic regression.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from math import log

from tui.analysis.disputes.basis.scores import Scores
from tui.analysis.sentences.quotes import Quote, drawn_apart
from tui.analysis.sentences.themes import Weights, theme
from tui.analysis.words.logistic import sureness, weights_in

NAMES = ("words", "last", "lengths", "persons", "sentences", "margin")
"""Names of the evidence, in the order of the weights."""
LEAST = 0.4
"""Sureness from which two quotations are one utterance."""
RUN = 5
"""Words in a row, two of them content words, that make two quotations one utterance."""
MOST = 0.75
"""Share of the shorter quotation that the row must be where the speakers differ …"""
STRANGE = 0.7
"""… or share of its weight that the common words must have."""
MANY = 40
"""Most quotations with one word that are compared."""
SCARE = 3
"""Most words of a short quoted phrase, such as an epithet."""


@dataclass(frozen=True, eq=False, slots=True)
class Uttered:
    """A quotation and what it is compared by."""

    quote: Quote
    who: str
    """Key of the speaker; empty when nobody is named."""
    persons: frozenset[str]
    """Keys of all persons named around it."""
    keys: tuple[str, ...]
    """All words, contractions resolved."""
    content: tuple[str, ...]
    """The themes of its content words, in order."""

    @property
    def article(self) -> str:
        """The article that quotes it."""
        return self.quote.sentence.article


@dataclass(frozen=True, slots=True)
class Match:
    """Two quotations that may be one utterance."""

    a: int
    """Position of the first among the quotations."""
    b: int
    """Position of the second; a < b."""
    values: tuple[float, ...]
    """The values of `NAMES`."""
    row: bool
    """Whether they share a long row of words."""


def uttered(quote: Quote, who: str, persons: frozenset[str]) -> Uttered:
    """`quote` with the forms by which it is compared."""
    content = tuple(theme(w) for w in quote.words if w.content and not w.folded.endswith("n't"))
    keys = tuple(k for w in quote.words for k in drawn_apart(w))
    return Uttered(quote, who, persons, keys, content)


def candidates(told: Sequence[Uttered], known: Weights, alike: Scores) -> Iterator[Match]:
    """Pairs of quotations of two articles that share a content word, with their evidence.

    Left out are pairs of which one quotation has a better match in the other's article, and pairs
    of two speakers without a long row of words in common.
    """
    weight = {pair: _weight(told[pair[0]], told[pair[1]], known) for pair in _pairs(told)}
    fits: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), held in weight.items():
        fits[a, told[b].article].append((held, b))
        fits[b, told[a].article].append((held, a))
    for (a, b), held in weight.items():
        others = [w for w, n in fits[a, told[b].article] if n != b]
        others += [w for w, n in fits[b, told[a].article] if n != a]
        margin = held - max(others, default=0.0)
        row = _row(told[a], told[b], known)
        if margin >= 0 and (row or not _two_voices(told[a], told[b])):
            yield Match(a, b, _evidence(told[a], told[b], alike, margin), row)


def _pairs(told: Sequence[Uttered]) -> Iterator[tuple[int, int]]:
    """Positions of quotations of two articles that share a content word; two where the speakers
    differ.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for key in dict.fromkeys(one.content):
            places[key].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for held in places.values():
        if len(held) <= MANY:
            shared.update(combinations(held, 2))
    for (a, b), many in sorted(shared.items()):
        x, y = told[a], told[b]
        if x.article != y.article and (many > 1 or not _two_voices(x, y)):
            yield a, b


def _two_voices(x: Uttered, y: Uttered) -> bool:
    """Whether both are attributed, to two speakers."""
    return bool(x.who and y.who) and x.who != y.who


def _weight(x: Uttered, y: Uttered, known: Weights) -> float:
    """Weight of the themes that both have in the same order."""
    blocks = SequenceMatcher(None, x.content, y.content, autojunk=False).get_matching_blocks()
    held = frozenset(w for m in blocks for w in x.content[m.a : m.a + m.size])
    return known.shared(held, held)


def _evidence(x: Uttered, y: Uttered, alike: Scores, margin: float) -> tuple[float, ...]:
    """The values of `NAMES`; `margin` is how much more the two share than either does with
    another.
    """
    blocks = SequenceMatcher(None, x.keys, y.keys, autojunk=False).get_matching_blocks()
    least, most = sorted((len(x.keys), len(y.keys)))
    places = sorted((x.quote.sentence.number, y.quote.sentence.number))
    return (
        sum(m.size for m in blocks) / least,
        float(x.content[-1] == y.content[-1]),
        log(most / least),
        _company(x.persons, y.persons),
        alike.get((places[0], places[1]), 0.0),
        margin,
    )


def _company(a: frozenset[str], b: frozenset[str]) -> float:
    """1 where the same person is named around both, -1 where only other persons are, else 0."""
    if not a or not b:
        return 0.0
    return -1.0 if a.isdisjoint(b) else 1.0


def _row(x: Uttered, y: Uttered, known: Weights) -> bool:
    """Whether they share a long row of words; see `RUN`, `MOST` and `STRANGE`."""
    longest = SequenceMatcher(None, x.keys, y.keys, autojunk=False).find_longest_match()
    if longest.size < RUN:
        return False
    row = {*x.keys[longest.a : longest.a + longest.size]}
    telling = sum(w.content for w in x.quote.words if {*drawn_apart(w)} <= row)
    most = longest.size >= MOST * min(len(x.keys), len(y.keys))
    if _two_voices(x, y) and not most:
        short = frozenset(x.content if len(x.content) < len(y.content) else y.content)
        if _weight(x, y, known) < STRANGE * known.shared(short, short):
            return False  # two may use one set phrase
    return telling >= 2


def sure(match: Match) -> float:
    """How surely both are one utterance, 0 to 1."""
    return sureness(match.values, weights_in("retelling_weights.txt", NAMES))


def _qualified(one: Uttered) -> bool:
    """Whether it is a noun phrase without an article inside, unlike `shows an execution`."""
    return _ARTICLES.isdisjoint(one.keys[1:])


_ARTICLES = frozenset(("a", "an", "the"))


def epithets(told: Sequence[Uttered]) -> Iterator[tuple[int, int]]:
    """Pairs of short quoted phrases about one person, with the same noun and other words before
    it.
    """
    short = [n for n, one in enumerate(told) if len(one.keys) <= SCARE and one.content]
    by_noun: dict[str, list[int]] = defaultdict(list)
    for n in short:
        by_noun[told[n].content[-1]].append(n)
    for held in by_noun.values():
        for a, b in combinations(held[:MANY], 2):
            x, y = told[a], told[b]
            if x.article == y.article or x.content == y.content or not x.persons & y.persons:
                continue
            if _two_voices(x, y):
                continue
            if _qualified(x) and _qualified(y):
                yield a, b
