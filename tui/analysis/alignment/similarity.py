"""How surely two sentences of a story tell the same thing.

Within one event everything is about the same topic, so what counts is how much
news two sentences share, weighed by how rare it is in the story, less than what
share of their words it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log, sqrt
from operator import mul
from typing import NamedTuple, TypeVar

from tui.analysis.sentences.clauses import clause_numbers
from tui.analysis.words.heads import heads
from tui.analysis.words.lexicon import proper, rareness, root, synonym_class
from tui.analysis.words.logistic import chance
from tui.analysis.words.sentence import Sentence, once

CLASS = 0.8
REACH = 4
"""Words this near one another make a pair."""
BASE = -5.88
WEIGHTS = (-2.316, 0.865, 0.498, 0.322, 1.951, 0.486, -0.025, -0.07, 6.0)
"""Of a logistic regression on sentence pairs of two stories; bench/fit_likeness.py. The last,
which long reports hardly ever need, is set by hand for short sentences."""
COVERED = 0.25
"""Share of the weight of both sentences from which what they have in common covers them."""
USUAL = 130
"""Sentences of a story of usual size, on which the weights of the evidence rest."""
ECHO = 0.3
"""Share of the weight that a name keeps in the sentence behind its own."""


Feature = TypeVar("Feature", str, int)


class Profile(NamedTuple):
    """One sentence as weighted features."""

    words: dict[str, float]
    """Root of each content word (`suspension` counts as `suspend`) → weight."""
    pairs: dict[int, float]
    """Two roots near one another, as a number that stands for both in this story → weight.

    Only pairs that another sentence has too.
    """
    classes: dict[str, float]
    """Class of words that news uses for one another → weight."""
    length: float
    """Euclidean, over words and pairs."""
    mass: float
    """Sum of the weights of its own words."""
    clauses: dict[str, tuple[int, ...]]
    """Word → the clauses it stands in, counted from 0."""
    clause_mass: tuple[float, ...]
    class_clauses: dict[str, tuple[tuple[int, str], ...]]
    """Class → clause and word that stand for it."""
    numbers: frozenset[str]
    names: tuple[str, ...]
    """Of each name the word that stands for it, in order."""


class _Root(NamedTuple):
    root: str
    clause: int
    name: bool


def profiles(sentences: Sequence[Sentence]) -> tuple[Profile, ...]:
    """One Profile a sentence, weighted by how rare a feature is in this story."""
    head = heads(sentences)
    names: dict[int, list[str]] = defaultdict(list)
    for (number, _), name in head.items():
        if name:
            names[number].append(name)
    cut = [_cut(s, head) for s in sentences]
    total = max(len(cut), 1)
    spread = Counter(chain.from_iterable({w.root for w in words} for words in cut))
    place = {r: at for at, r in enumerate(spread)}
    pairs = [_pairs([place[w.root] for w in words], len(place)) for words in cut]
    pair_spread = Counter(chain.from_iterable(pairs))
    classes = [_classes(words) for words in cut]
    class_spread = Counter(chain.from_iterable(classes))
    weight = {f: _rarity(n, total) * rareness(f) for f, n in spread.items()}
    # Most pairs stand in one sentence alone: they count for its length only.
    pair_weight = {f: _rarity(n, total) for f, n in pair_spread.items() if n > 1}
    lone = _rarity(1, total) ** 2
    class_weight = {f: _rarity(n, total) for f, n in class_spread.items()}
    found = []
    for number, words in enumerate(cut):
        echo: list[_Root] = []
        if number and sentences[number - 1].article == sentences[number].article:
            echo = [w for w in cut[number - 1] if w.name]
        near = {f: pair_weight[f] for f in pairs[number] if f in pair_weight}
        found.append(
            _profile(
                words, echo, weight, near, lone * (len(pairs[number]) - len(near)),
                {f: class_weight[f] for f in classes[number]}, tuple(names.get(number, ())),
            )
        )  # fmt: skip
    return tuple(found)


def _rarity(spread: int, total: int) -> float:
    """The weight of what `spread` of `total` sentences hold, as in a story of usual size.

    In a story of three sentences a shared word is not common, only the story short.
    """
    return max(log((USUAL + 1) / (spread * min(1.0, USUAL / total) + 0.5)), 0.05)


def _cut(sentence: Sentence, head: dict[tuple[int, int], str]) -> list[_Root]:
    """The content words as roots; of a name only the word that stands for it."""
    found = []
    clauses = clause_numbers(sentence)
    for at, word in enumerate(sentence.words):
        if not word.content:
            continue
        known = head.get((sentence.number, at))
        if known == "":
            continue
        found += [_Root(r, clauses[at], known is not None) for r in _roots_of(word.lemma)]
    return found


@lru_cache(maxsize=200_000)
def _roots_of(lemma: str) -> tuple[str, ...]:
    """The roots of the words of a common term (`foreign minister`); a proper name is one."""
    parts = (lemma,) if " " not in lemma or lemma in proper() else lemma.split()
    return tuple(map(root, parts))


@once
def roots(sentence: Sentence) -> tuple[str, ...]:
    """The content words of a sentence as they are compared, in order."""
    return tuple([part for w in sentence.words if w.content for part in _roots_of(w.lemma)])


def _pairs(places: Sequence[int], many: int) -> list[int]:
    """The pairs of one sentence, given the `places` of its roots among `many`, each once."""
    found: dict[int, None] = {}
    for at, one in enumerate(places):
        for two in places[at + 1 : at + 1 + REACH]:
            if one != two:
                found[one * many + two if one < two else two * many + one] = None
    return list(found)


def _classes(words: Sequence[_Root]) -> list[str]:
    return list(dict.fromkeys(c for w in words if (c := synonym_class(w.root))))


def _profile(
    words: Sequence[_Root],
    echo: Sequence[_Root],
    weight: dict[str, float],
    pairs: dict[int, float],
    lone: float,
    classes: dict[str, float],
    names: tuple[str, ...],
) -> Profile:
    own = {w.root: weight[w.root] for w in words}
    clauses: dict[str, tuple[int, ...]] = {}
    for name, clause, _ in words:
        known = clauses.get(name, ())
        if clause not in known:
            clauses[name] = (*known, clause)
    masses = [0.0] * (words[-1].clause + 1 if words else 1)
    for name, places in clauses.items():
        for place in places:
            masses[place] += own[name]
    mass = sum(own.values())
    length = sqrt(sum([w * w for w in own.values()]) + sum([w * w for w in pairs.values()]) + lone)
    for word in echo:
        own.setdefault(word.root, ECHO * weight[word.root])
    by_class: dict[str, dict[tuple[int, str], None]] = {}
    for word in words if classes else ():
        if c := synonym_class(word.root):
            by_class.setdefault(c, {})[word.clause, word.root] = None
    return Profile(
        class_clauses={c: tuple(found) for c, found in by_class.items()},
        words=own, pairs=pairs, classes=classes, length=length or 1.0, mass=mass,
        clauses=clauses, clause_mass=tuple(masses),
        numbers=frozenset([w.root for w in words if w.root[0].isdigit()]), names=names,
    )  # fmt: skip


EVIDENCE = "cosine words pairs classes clause numbers shorter longer covered".split()


def evidence(a: Profile, b: Profile) -> tuple[float, ...]:
    """What speaks for two sentences telling the same thing; `EVIDENCE` names the values."""
    dot = words = near = clause = own = 0.0
    tally: dict[tuple[int, int], float] = {}
    words_a, words_b, clauses_a, clauses_b = a.words, b.words, a.clauses, b.clauses
    for f in _common(words_a, words_b):
        one = words_a[f]
        both = one * words_b[f]
        words += sqrt(both)
        dot += both
        if f in clauses_a and f in clauses_b:
            own += one
            for i in clauses_a[f]:
                for j in clauses_b[f]:
                    tally[i, j] = tally.get((i, j), 0.0) + one
    for pair in _common(a.pairs, b.pairs) if a.pairs and b.pairs else ():
        w = a.pairs[pair]
        near += w
        dot += w * w
    classes = _common(a.classes, b.classes) if a.classes and b.classes else ()
    for c in classes:
        for i, word in a.class_clauses[c]:
            for j, other in b.class_clauses[c]:
                if word != other:
                    tally[i, j] = tally.get((i, j), 0.0) + CLASS * a.classes[c]
    for (i, j), w in tally.items():
        held = w * w / (a.clause_mass[i] + b.clause_mass[j] + 1.0)
        if held > clause:
            clause = held
    sizes = len(clauses_a), len(clauses_b)
    share = own / max(a.mass, b.mass, 1.0)
    return (
        dot / (a.length * b.length),
        log(1 + words),
        log(1 + near),
        log(1 + sum([a.classes[c] for c in classes])),
        log(1 + clause),
        float(len(a.numbers & b.numbers)),
        log(1 + min(sizes)),
        log(1 + max(sizes)),
        max(share - COVERED, 0.0),
    )


def _common(a: Mapping[Feature, float], b: Mapping[Feature, float]) -> list[Feature]:
    """What both hold. A list, not a set: sums must not depend on the order of hashing."""
    return [f for f in a if f in b] if len(a) < len(b) else [f for f in b if f in a]


def same(a: Profile, b: Profile) -> float:
    """How surely two sentences tell the same thing, 0 to 1."""
    total = BASE + sum(map(mul, WEIGHTS, evidence(a, b)))
    return round(chance(total), 6)
