"""What a sentence is about, in words that also match where another report words it otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from tui.analysis.words.lexicon import root, synonym_class
from tui.analysis.words.meanings import meaning
from tui.analysis.words.sentence import Sentence, Word, once


def theme(word: Word) -> str:
    """The class of like words, else the family, that the word belongs to."""
    return _theme(meaning(word))


@lru_cache(maxsize=100_000)
def _theme(meaning: str) -> str:
    base = root(meaning)
    return synonym_class(base) or base


@once
def themes(sentence: Sentence) -> frozenset[str]:
    """The themes of the content words; figures are none."""
    return frozenset(theme(w) for w in sentence.words if w.content and not w.lemma[0].isdigit())


@dataclass(frozen=True, eq=False)
class Weights:
    """How much a theme that two sentences share says in one story, 0 to 1."""

    of: dict[str, float]

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of all themes that stand in both."""
        return sum(self.of.get(t, 1.0) for t in sorted(a & b))


def weights(sentences: Sequence[Sentence]) -> Weights:
    """By how few sentences hold a theme: 1 for a single one, 0 for every one."""
    held = Counter(t for s in sentences for t in themes(s))
    size = log(len(sentences) + 2)
    return Weights({t: 1 - log(n) / size for t, n in held.items()})


def neighbours(sentence: Sentence, words: Sequence[Word]) -> frozenset[tuple[str, str]]:
    """The themes of neighbouring `words` that tell something and are not both names."""
    base, text = sentence.span.start, sentence.text
    return frozenset(
        (theme(v), theme(w))
        for v, w in pairwise(words)
        if v.content
        and w.content
        and not (v.text[0].isupper() and w.text[0].isupper())
        and not text[v.span.end - base : w.span.start - base].strip(" -")
    )


COMMON = 0.25
"""Share of the sentences up to which two neighbouring words name a matter."""


@dataclass(frozen=True, eq=False)
class Matters:
    """Which neighbouring words of a story are rare enough to name a matter."""

    held: Counter[tuple[str, str]]
    most: float

    def of(
        self, a: Iterable[tuple[str, str]], b: Iterable[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        """The matters that both name, in order."""
        return sorted(p for p in {*a} & {*b} if self.held[p] <= self.most)


def matters(sentences: Sequence[Sentence]) -> Matters:
    """The neighbouring words of a story, counted by sentence."""
    held = Counter(p for s in sentences for p in neighbours(s, s.words))
    return Matters(held, max(2, COMMON * len(sentences)))
