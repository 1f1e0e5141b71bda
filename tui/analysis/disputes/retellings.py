"""One utterance quoted in other words: `no hand in it` here, `nothing to do with it` there.

Two quotations in two articles are one utterance when they share the weight of
the shorter one's words in one order, and either one mouth or a run of the very
same words; and when neither article quotes anything that fits better.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from tui.analysis.sentences.quotes import Quote, drawn_apart
from tui.analysis.sentences.themes import Weights, theme

SHARE = 0.55
"""Of the shorter quotation's weight, in common order, where one person speaks both."""
STRANGE = 0.7
"""The same where it is not told of both who speaks."""
LEAST = 1.0
"""Weight that both must hold."""
DENIAL = 0.25
"""The same where one person denies one deed in both."""
RUN = 5
"""Words in one row, two of them telling something, that make one utterance of any two."""
MOST = 0.75
"""Share of the shorter quotation's words that such a row is of two voices."""
SPREAD = 3
"""Times its length over which the longer quotation may hold the shorter one's words."""
MANY = 40
"""Places of one word that are looked at."""
SCARE = 3
"""Words of which a mere epithet has at most so many."""


@dataclass(frozen=True, eq=False, slots=True)
class Uttered:
    """A quotation and what it is compared by."""

    quote: Quote
    who: str
    """Key of the speaker; empty when nobody is named."""
    keys: tuple[str, ...]
    """Every word, contractions spelt out."""
    content: tuple[str, ...]
    """The themes of its content words, in order."""

    @property
    def article(self) -> str:
        return self.quote.sentence.article


@dataclass(frozen=True, slots=True)
class Match:
    """How surely two quotations are one utterance."""

    a: int
    b: int
    """Positions among the quotations."""
    share: float
    """Of the shorter one's weight that both hold."""
    weight: float
    row: bool = False
    """Whether a long row of words stands in both."""


def uttered(quote: Quote, who: str) -> Uttered:
    """`quote` with its words in the forms by which tellings are compared."""
    content = tuple(theme(w) for w in quote.words if w.content and not w.folded.endswith("n't"))
    return Uttered(quote, who, tuple(k for w in quote.words for k in drawn_apart(w)), content)


def retellings(told: Sequence[Uttered], known: Weights) -> tuple[Match, ...]:
    """The pairs of quotations of two articles that tell one utterance, in order."""
    found = [m for a, b in _pairs(told) if (m := _match(told, a, b, known))]
    best: dict[tuple[int, str], float] = defaultdict(float)
    for match in found:
        for one, other in ((match.a, match.b), (match.b, match.a)):
            place = one, told[other].article
            best[place] = max(best[place], match.weight)
    return tuple(
        m for m in found
        if m.weight >= best[m.a, told[m.b].article] and m.weight >= best[m.b, told[m.a].article]
    )  # fmt: skip


def _pairs(told: Sequence[Uttered]) -> Iterator[tuple[int, int]]:
    """Quotations of two articles that share two telling words, or one and the speaker."""
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
        if x.article != y.article and (many > 1 or (x.who and x.who == y.who)):
            yield a, b


def _match(told: Sequence[Uttered], a: int, b: int, known: Weights) -> Match | None:
    x, y = told[a], told[b]
    short, long = sorted((x, y), key=lambda u: len(u.content))
    blocks = _blocks(short.content, long.content)
    held = [short.content[n] for block in blocks for n in range(block.a, block.a + block.size)]
    weight, whole = _weight(held, known), _weight(short.content, known)
    share = weight / whole if whole else 0.0
    if _run(x, y, share):
        return Match(a, b, max(share, SHARE), weight, True)
    if len({*held}) < 2 or weight < LEAST:
        return Match(a, b, share, weight) if share >= DENIAL and _one_denial(x, y) else None
    reach = blocks[-1].b + blocks[-1].size - blocks[0].b
    if reach > SPREAD * len(held):
        return None
    if _two_voices(x, y):
        return None
    return Match(a, b, share, weight) if share >= (SHARE if x.who and y.who else STRANGE) else None


def _weight(content: Sequence[str], known: Weights) -> float:
    here = frozenset(content)
    return known.shared(here, here)


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    every = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [Block(m.a, m.b, m.size) for m in every if m.size]


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand in one order in both."""

    a: int
    b: int
    size: int


def _run(x: Uttered, y: Uttered, share: float) -> bool:
    """Whether a long row of words stands in both; of two voices, most of the shorter one."""
    longest = SequenceMatcher(None, x.keys, y.keys, autojunk=False).find_longest_match()
    row = {*x.keys[longest.a : longest.a + longest.size]}
    telling = sum(w.content for w in x.quote.words if {*drawn_apart(w)} <= row)
    most = longest.size >= MOST * min(len(x.keys), len(y.keys))
    if _two_voices(x, y) and not most and share < STRANGE:
        return False  # two may use one set phrase
    return longest.size >= RUN and telling >= 2


def _two_voices(x: Uttered, y: Uttered) -> bool:
    """Whether both are told to be spoken, and not by the same."""
    return bool(x.who and y.who) and x.who != y.who


_NO = frozenset("not never no nothing nobody none neither nor stopped quit ceased without".split())
DENIED = 4
"""Words behind a `not` among which stands what it denies."""


def _one_denial(x: Uttered, y: Uttered) -> bool:
    """Whether one person denies one deed in both."""
    return bool(x.who and x.who == y.who and _denied(x) & _denied(y))


def _denied(one: Uttered) -> frozenset[str]:
    words = one.quote.words
    return frozenset(
        theme(w)
        for n, word in enumerate(words) if {*drawn_apart(word)} & _NO
        for w in words[n + 1 : n + 1 + DENIED] if w.content
    )  # fmt: skip


def epithets(told: Sequence[Uttered], named: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of short words in marks, of one person, with one noun and other words before it.

    `named` holds, for each place of `told`, the persons of the passage.
    """
    short = [n for n, one in enumerate(told) if len(one.keys) <= SCARE and one.content]
    by_noun: dict[str, list[int]] = defaultdict(list)
    for n in short:
        by_noun[told[n].content[-1]].append(n)
    for held in by_noun.values():
        for a, b in combinations(held[:MANY], 2):
            x, y = told[a], told[b]
            if x.article == y.article or x.content == y.content or not named[a] & named[b]:
                continue
            if _two_voices(x, y):
                continue
            if len({x.content, y.content} & {(x.content[-1],)}) or len(x.content) == len(y.content):
                yield a, b
