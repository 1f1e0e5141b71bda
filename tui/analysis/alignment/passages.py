"""Paragraphs as they are compared for links: their words, names and phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

from tui.analysis.alignment.similarity import Profile
from tui.analysis.words.lexicon import rareness, root
from tui.analysis.words.sentence import Sentence
from tui.model.alignment import ParagraphRef
from tui.model.article import Role

PHRASE = 3
"""Words in a row that make a phrase."""


@dataclass(frozen=True, eq=False, slots=True)
class Passage:
    """One told paragraph."""

    ref: ParagraphRef
    title: bool
    place: float
    """Where in its article it stands, from 0 (first told paragraph) to 1 (last)."""
    size: float
    """Logarithm of the number of words."""
    words: dict[str, float]
    """Root of each content word → weight: how rare it is in the story and in news at large."""
    length: float
    """Of the weights, Euclidean."""
    mass: float
    """Sum of the weights."""
    names: dict[str, float]
    """Word that stands for a name → how rare it is in the story."""
    phrases: frozenset[tuple[str, ...]]
    """Every `PHRASE` words in a row of one sentence, as lemmas."""


def passages(
    sentences: Sequence[Sentence], profiles: Sequence[Profile]
) -> tuple[list[Passage], list[int]]:
    """The told paragraphs in order, and for each sentence the position of its own among them."""
    together: list[list[Sentence]] = []
    place: list[int] = []
    last: tuple[str, int] | None = None
    for sentence in sentences:
        here = sentence.article, sentence.paragraph
        if here != last:
            together.append([])
            last = here
        together[-1].append(sentence)
        place.append(len(together) - 1)
    words = [_words(told) for told in together]
    names = [
        list(dict.fromkeys(n for s in told for n in profiles[s.number].names)) for told in together
    ]
    rare = _rarity(words)
    weight = {r: sqrt(w) * rareness(r) for r, w in rare.items()}
    name_weight = _rarity(names)
    return [
        _passage(told, {r: weight[r] for r in own}, {n: name_weight[n] for n in named}, where)
        for told, own, named, where in zip(
            together, words, names, _places(together), strict=True
        )
    ], place  # fmt: skip


def _ref(sentence: Sentence) -> ParagraphRef:
    return ParagraphRef(sentence.article, sentence.paragraph)


def _words(told: Sequence[Sentence]) -> list[str]:
    return list(dict.fromkeys([root(w.lemma) for s in told for w in s.words if w.content]))


def _rarity(held: Sequence[Sequence[str]]) -> dict[str, float]:
    """What some of the paragraphs hold → a weight above 0, less the more of them hold it."""
    spread = Counter(chain.from_iterable(held))
    return {one: log((len(held) + 1) / (n + 0.5)) for one, n in spread.items()}


def _places(together: Sequence[Sequence[Sentence]]) -> list[float]:
    articles = [told[0].article for told in together]
    count = Counter(articles)
    first: dict[str, int] = {}
    for at, article in enumerate(articles):
        first.setdefault(article, at)
    return [(at - first[a]) / max(count[a] - 1, 1) for at, a in enumerate(articles)]


def _passage(
    told: Sequence[Sentence], words: dict[str, float], names: dict[str, float], place: float
) -> Passage:
    phrases: set[tuple[str, ...]] = set()
    for sentence in told:
        lemmas = [w.lemma for w in sentence.words]
        phrases.update(zip(*[lemmas[at:] for at in range(PHRASE)], strict=False))
    return Passage(
        ref=_ref(told[0]), title=told[0].role is Role.TITLE, place=place, words=words,
        size=log(1 + len(words)), length=sqrt(sum([w * w for w in words.values()])) or 1.0,
        mass=sum(words.values()) or 1.0, names=names, phrases=frozenset(phrases),
    )  # fmt: skip
