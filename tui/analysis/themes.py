"""What a sentence is about, in words that also match where another report words it otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from tui.analysis.lexicon import root, synonym_class
from tui.analysis.meanings import meaning
from tui.analysis.sentence import Sentence, Word


@lru_cache(maxsize=100_000)
def theme(word: Word) -> str:
    """The class of like words, else the family, that the word belongs to."""
    base = root(meaning(word))
    return synonym_class(base) or base


@lru_cache(maxsize=40_000)
def themes(sentence: Sentence) -> frozenset[str]:
    """The themes of the content words; figures are none."""
    return frozenset(theme(w) for w in sentence.words if w.content and not w.text[0].isdigit())


@dataclass(frozen=True, eq=False)
class Weights:
    """How much a theme that two sentences share says in one story, 0 to 1."""

    of: dict[str, float]

    def shared(self, a: Iterable[str], b: Iterable[str]) -> float:
        """The weight of all themes that stand in both."""
        return sum(self.of.get(t, 1.0) for t in sorted(set(a) & set(b)))


def weights(sentences: Sequence[Sentence]) -> Weights:
    """By how few sentences hold a theme: 1 for a single one, 0 for every one."""
    held = Counter(t for s in sentences for t in themes(s))
    size = log(len(sentences) + 2)
    return Weights({t: 1 - log(n) / size for t, n in held.items()})
