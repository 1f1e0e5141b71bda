"""How much two sentences of a story say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from tui.analysis.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Profile:
    """One sentence as weighted features: lemmas, and pairs of neighbouring lemmas."""

    weights: dict[str, float]
    length: float
    """Euclidean, over all features."""
    mass: float
    """Sum of the weights of the single words."""
    names: frozenset[str]
    """Lemmas of capitalised words inside the sentence."""
    numbers: frozenset[str]


def profiles(sentences: Sequence[Sentence]) -> tuple[Profile, ...]:
    """One Profile a sentence, weighted by how rare a feature is in this story."""
    bags = [_features(s) for s in sentences]
    spread = Counter(f for bag in bags for f in bag)
    total = len(bags)
    rarity = {f: log((total + 1) / (n + 0.5)) for f, n in spread.items()}
    return tuple(
        _profile(sentence, bag, rarity) for sentence, bag in zip(sentences, bags, strict=True)
    )


def _features(sentence: Sentence) -> Counter[str]:
    lemmas = [w.lemma for w in sentence.words if w.content]
    bag = Counter(lemmas)
    bag.update(f"{one}_{two}" for one, two in zip(lemmas, lemmas[1:], strict=False))
    return bag


def _profile(sentence: Sentence, bag: Counter[str], rarity: dict[str, float]) -> Profile:
    weights = {f: rarity[f] * (1 + log(n)) for f, n in bag.items()}
    return Profile(
        weights=weights,
        length=sqrt(sum(w * w for w in weights.values())) or 1.0,
        mass=sum(w for f, w in weights.items() if "_" not in f) or 1.0,
        names=frozenset(w.lemma for w in sentence.words if w.content and w.text[0].isupper()),
        numbers=frozenset(w.lemma for w in sentence.words if w.lemma[0].isdigit()),
    )


def cosine(a: Profile, b: Profile) -> float:
    if len(b.weights) < len(a.weights):
        a, b = b, a
    other = b.weights
    return sum(w * other[f] for f, w in a.weights.items() if f in other) / (a.length * b.length)
