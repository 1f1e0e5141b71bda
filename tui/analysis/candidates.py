"""Which sentence pairs are worth an exact score: those that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from tui.analysis.sentence import Sentence
from tui.analysis.similarity import Profile

SMALL = 60_000
"""Postings that a small story may spend on every feature; see `_cap`."""
LEAST_CAP = 30
BEST = 12
"""Candidates kept for one sentence in one other article, best first."""


def candidates(
    sentences: Sequence[Sentence], profiles: Sequence[Profile]
) -> Iterator[tuple[int, int]]:
    """Pairs (a, b) of sentence numbers of two articles, a < b, each once, in order.

    An inverted index over the features; one that occurs in more sentences than
    the cap tells nothing and is skipped, so the cost grows with the story, not
    with its square.
    """
    cap = _cap(len(sentences))
    postings: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for feature in chain(profile.words, profile.pairs):
            postings[feature].append(number)
    wanted: set[tuple[int, int]] = set()
    for number, profile in enumerate(profiles):
        article = sentences[number].article
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in chain(profile.words.items(), profile.pairs.items()):
            kin = postings[feature]
            if 1 < len(kin) <= cap:
                square = weight * weight
                for other in kin:
                    scores[other] += square
        wanted.update(_best(number, article, scores, sentences, profiles))
    yield from sorted(wanted)


def _cap(sentences: int) -> int:
    return max(LEAST_CAP, SMALL // max(sentences, 1))


def _best(
    number: int,
    article: str,
    scores: dict[int, float],
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
) -> Iterator[tuple[int, int]]:
    by_article: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for other, score in scores.items():
        name = sentences[other].article
        if name != article:
            by_article[name].append((-score / profiles[other].length, other))
    for found in by_article.values():
        if len(found) > BEST:
            found = sorted(found)[:BEST]
        for _, other in found:
            yield (number, other) if number < other else (other, number)
