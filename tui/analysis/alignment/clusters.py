"""Groups sentences that belong together, by average-link clustering of their likenesses."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tui.analysis.words.sentence import Likeness, Sentence


def groups(
    sentences: Sequence[Sentence],
    likenesses: Iterable[Likeness],
    least: float,
    apart: Callable[[int, int], bool] | None = None,
) -> list[tuple[int, ...]]:
    """Groups of at least two sentence numbers, each in order, no sentence in two.

    The two groups whose pairs are most alike on average are joined, as long as
    that average is at least `least`. Pairs of one article do not count as
    alike, and pairs without a likeness count as 0: so a chain of one pair each
    does not hold. `apart` forbids two sentences the same group.
    """
    members: dict[int, list[int]] = {}
    near: dict[int, dict[int, float]] = {}
    for like in likenesses:
        members.setdefault(like.a, [like.a])
        members.setdefault(like.b, [like.b])
        near.setdefault(like.a, {})[like.b] = like.score
        near.setdefault(like.b, {})[like.a] = like.score
    tellers = {n: Counter((sentences[n].article,)) for n in members}
    age = dict.fromkeys(members, 0)
    queue = [
        (-score, a, b, 0, 0)
        for a, kin in near.items()
        for b, score in kin.items()
        if score >= least and a < b
    ]
    heapq.heapify(queue)
    while queue:
        _, a, b, age_a, age_b = heapq.heappop(queue)
        if age.get(a) != age_a or age.get(b) != age_b:
            continue
        if apart and any(apart(x, y) for x in members[a] for y in members[b]):
            continue
        _join(a, b, members, near, age)
        tellers[a] += tellers.pop(b)
        for other, total in near[a].items():
            every = len(members[a]) * len(members[other])
            if total / (0.5 * every) < least:
                continue  # there are no fewer pairs than that
            pairs = _pairs(tellers[a], tellers[other], every)
            if total / pairs >= least:
                low, high = (a, other) if a < other else (other, a)
                heapq.heappush(queue, (-total / pairs, low, high, age[low], age[high]))
    found = [tuple(sorted(group)) for group in members.values() if len(group) > 1]
    return sorted(found)


def _join(
    a: int,
    b: int,
    members: dict[int, list[int]],
    near: dict[int, dict[int, float]],
    age: dict[int, int],
) -> None:
    """Everything of group b goes to group a; `near` holds sums of scores."""
    members[a] += members.pop(b)
    for other, total in near.pop(b).items():
        kin = near[other]
        kin.pop(b, None)
        if other != a:
            near[a][other] = kin[a] = near[a].get(other, 0.0) + total
    near[a].pop(b, None)
    del age[b]
    age[a] += 1


def _pairs(one: Counter[str], two: Counter[str], every: int) -> float:
    """The `every` pairs of two groups, of which those of one article count half.

    `one` and `two` say how many sentences of each article the groups have.
    """
    few, many = (one, two) if len(one) < len(two) else (two, one)
    within = 0
    for article, n in few.items():
        if article in many:
            within += n * many[article]
    return every - 0.5 * within
