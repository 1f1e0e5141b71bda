"""Finds the sentence pairs that are worth an exact score: those that share something rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tui.analysis.alignment.similarity import Profile
from tui.analysis.words.sentence import Sentence

BEST = 12
"""Candidates kept for one sentence in one other article, best first."""
POSTINGS = (400_000, 100, 10_000)
"""What a story may look up in all, and the least and most for one sentence."""
KEPT = (20_000, 5, 100)
"""The same for the candidates that are kept."""


def candidates(
    sentences: Sequence[Sentence], profiles: Sequence[Profile]
) -> Iterator[tuple[int, int]]:
    """Pairs (a, b) of sentence numbers of two articles, a < b, each once, in order.

    An inverted index over the features, looked up from the rarest on until the
    sentence's share is used up: so the cost grows with the story, not with its
    square, and a small story is compared as a whole.
    """
    reach, kept = (_share(budget, len(sentences)) for budget in (POSTINGS, KEPT))
    postings = _postings(profiles, reach)
    articles = [s.article for s in sentences]
    lengths = [p.length for p in profiles]
    total = len(sentences)
    wanted: set[int] = set()
    for number, profile in enumerate(profiles):
        scores = _scores(profile, postings, reach)
        for other in _best(number, scores, articles, lengths, kept):
            wanted.add(number * total + other if number < other else other * total + number)
    for both in sorted(wanted):
        yield divmod(both, total)


def _share(budget: tuple[int, int, int], sentences: int) -> int:
    whole, least, most = budget
    return min(max(whole // max(sentences, 1), least), most)


def _postings(profiles: Sequence[Profile], reach: int) -> dict[str | int, list[int]]:
    """For each feature that may be looked up the sentences that have it: two, `reach` at most."""
    postings: dict[str | int, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for word in profile.words:
            postings[word].append(number)
        for pair in profile.pairs:
            postings[pair].append(number)
    return {feature: kin for feature, kin in postings.items() if 1 < len(kin) <= reach}


def _scores(profile: Profile, postings: dict[str | int, list[int]], reach: int) -> dict[int, float]:
    """Other sentences by the squared weight of the rare features they share."""
    features: Iterable[tuple[str | int, float]]
    features = chain(profile.words.items(), profile.pairs.items())
    found = [
        (len(kin), weight, at, kin)
        for at, (feature, weight) in enumerate(features)
        if (kin := postings.get(feature)) is not None
    ]
    found.sort()
    scores: dict[int, float] = defaultdict(float)
    for size, weight, _, kin in found:
        reach -= size
        if reach < 0:
            break
        square = weight * weight
        for other in kin:
            scores[other] += square
    return scores


def _best(
    number: int,
    scores: dict[int, float],
    articles: Sequence[str],
    lengths: Sequence[float],
    kept: int,
) -> list[int]:
    """The likeliest `kept` of the others, best first, `BEST` of an article at most."""
    own = articles[number]
    others = [
        (score / lengths[other], -other)
        for other, score in scores.items()
        if articles[other] != own
    ]
    others.sort(reverse=True)
    ranked = others if len(others) <= kept else others[: 2 * kept]
    taken: dict[str, int] = defaultdict(int)
    found = []
    for _, other in ranked:
        article = articles[-other]
        taken[article] += 1
        if taken[article] <= BEST:
            found.append(-other)
            if len(found) == kept:
                break
    return found
