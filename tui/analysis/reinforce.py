"""What two sentences have in common with a third article's speaks for the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.sentence import Likeness, Sentence

TRUST = 0.4
"""How much of a detour over a third sentence counts."""
SURE = 0.1
"""Likenesses below this carry nothing on."""
FAINT = 0.03
"""A pair that only a detour joins is kept from this score."""


def reinforce(
    sentences: Sequence[Sentence], likenesses: Sequence[Likeness]
) -> tuple[Likeness, ...]:
    """The likenesses raised by their best detour, and the pairs that only a detour joins.

    In order of a, then b; scores never fall.
    """
    score = {(k.a, k.b): k.score for k in likenesses}
    near: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for like in likenesses:
        if like.score >= SURE:
            near[like.a].append((like.b, like.score))
            near[like.b].append((like.a, like.score))
    detour: dict[tuple[int, int], float] = {}
    for around in near.values():
        around.sort()
        for at, (a, to_a) in enumerate(around):
            for b, to_b in around[at + 1 :]:
                if sentences[a].article != sentences[b].article:
                    detour[a, b] = max(detour.get((a, b), 0.0), to_a * to_b)
    for pair, worth in detour.items():
        direct = score.get(pair, 0.0)
        raised = direct + TRUST * worth * (1 - direct)
        if raised >= FAINT:
            score[pair] = round(raised, 6)
    return tuple(Likeness(a, b, score[a, b]) for a, b in sorted(score))
