"""Themes: what a sentence is about, in a form that matches other words for the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from tui.analysis.words.lexicon import root, synonym_class
from tui.analysis.words.meanings import same_words
from tui.analysis.words.sentence import Sentence, Word, once


def theme(word: Word) -> str:
    """What a word is compared by most widely: its class of like words, else its family."""
    return _theme(word.lemma)


@lru_cache(maxsize=100_000)
def _theme(lemma: str) -> str:
    base = root(same_words().get(lemma, lemma))
    return synonym_class(base) or base


@once
def themes(sentence: Sentence) -> frozenset[str]:
    """The themes of the content words of a sentence, numbers left out."""
    return frozenset(theme(w) for w in sentence.words if w.content and not w.lemma[0].isdigit())


@dataclass(frozen=True, eq=False)
class Weights:
    """How much it says in one story that two sentences share a theme, 0 to 1."""

    of: dict[str, float]
    """Theme → its weight."""

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The summed weight of the themes that are in both sets; a theme without a weight
        counts 1.
        """
        return sum(self.of.get(t, 1.0) for t in sorted(a & b))


def weights(sentences: Sequence[Sentence]) -> Weights:
    """The weight of each theme of the story, by the number of sentences that have it.

    1 - log(n) / log(all + 2), an inverse document frequency: 1 for a theme of one sentence.
    """
    held = Counter(t for s in sentences for t in themes(s))
    size = log(len(sentences) + 2)
    return Weights({t: 1 - log(n) / size for t, n in held.items()})


def neighbours(sentence: Sentence, words: Sequence[Word]) -> frozenset[tuple[str, str]]:
    """The themes of each two neighbouring content words of `words`, unless both are names."""
    return frozenset(
        (theme(v), theme(w))
        for v, w in pairwise(words)
        if v.content
        and w.content
        and not (v.text[0].isupper() and w.text[0].isupper())
        and not sentence.between(v.span, w.span).strip(" -")
    )


COMMON = 0.25
"""Largest share of the sentences in which two neighbouring words may stand and still name a
matter."""


@dataclass(frozen=True, eq=False)
class Matters:
    """Which pairs of neighbouring words of a story are rare enough to name a matter: `state
    visit`.
    """

    held: Counter[tuple[str, str]]
    """Pair → number of sentences that have it."""
    most: float
    """Largest number at which a pair names a matter."""

    def of(
        self, a: Iterable[tuple[str, str]], b: Iterable[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        """The matters that both sets of pairs name, sorted."""
        return sorted(p for p in {*a} & {*b} if self.held[p] <= self.most)


def matters(sentences: Sequence[Sentence]) -> Matters:
    """The pairs of neighbouring words of a story, counted by sentence."""
    held = Counter(p for s in sentences for p in neighbours(s, s.words))
    return Matters(held, max(2, COMMON * len(sentences)))
