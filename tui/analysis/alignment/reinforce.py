"""Two sentences that both resemble a sentence of a third article are likelier to tell the same
thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from tui.analysis.words.sentence import Likeness, Sentence

TRUST = 0.4
"""How much a connection over a third sentence counts."""
SURE = 0.1
"""Only likenesses of at least this are used for such a connection."""
WAYS = 12
"""The likeliest neighbours of a sentence, between which it leads on."""
FAINT = 0.01
"""Pairs that score lower are forgotten."""


def reinforce(
    sentences: Sequence[Sentence], likenesses: Sequence[Likeness]
) -> tuple[Likeness, ...]:
    """The likenesses, raised where a third sentence connects the two; also new pairs found that
    way.

    In order of a, then b. No score gets lower.
    """
    articles = [s.article for s in sentences]
    score = {(k.a, k.b): k.score for k in likenesses}
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for like in likenesses:
        if like.score >= SURE:
            near[like.a].append((like.score, -like.b))
            near[like.b].append((like.score, -like.a))
    detour: dict[tuple[int, int], float] = {}
    for around in near.values():
        best = sorted((-minus, to) for to, minus in nlargest(WAYS, around))
        for at, (a, to_a) in enumerate(best):
            for b, to_b in best[at + 1 :]:
                worth = to_a * to_b
                if worth > detour.get((a, b), 0.0) and articles[a] != articles[b]:
                    detour[a, b] = worth
    for pair, worth in detour.items():
        direct = score.get(pair, 0.0)
        raised = direct + TRUST * worth * (1 - direct)
        if raised >= FAINT:
            score[pair] = round(raised, 6)
    return tuple(Likeness(a, b, score[a, b]) for a, b in sorted(score))
