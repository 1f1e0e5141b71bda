"""The numbers of two sentences paired off, whatever they count."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from math import inf

from tui.analysis.sentences.quantities import Quantity, compatible, figures
from tui.analysis.sentences.slot_reading import Reading

_SPANS = re.compile(r"\s(decade|centur)(?:es|ies|s|y)?\b")


@lru_cache(maxsize=4_000)
def numbers_of(reading: Reading) -> tuple[Quantity, ...]:
    """The numbers of a sentence; decades and centuries are converted to years."""
    text = reading.sentence.text
    found = []
    for q in figures(text, [w.span for w in reading.whens]):
        long = _SPANS.match(text, q.span.end)
        size = {"decade": 10, "centur": 100}[long.group(1)] if long and not q.ordinal else 1
        found.append(replace(q, low=q.low * size, high=q.high * size))
    return tuple(found)


def agreed(a: Reading, b: Reading) -> tuple[tuple[Quantity, Quantity], ...]:
    """Pairs of a number of `a` and a number of `b` that may be the same; each once, equal ones
    first.
    """
    right = list(numbers_of(b))
    left = list(numbers_of(a))
    found = []
    for exactly in (True, False):
        for q in tuple(left):
            for r in right:
                same = (q.low, q.high) == (r.low, r.high) if exactly else _agree(q, r)
                if q.ordinal == r.ordinal and same:
                    found.append((q, r))
                    left.remove(q)
                    right.remove(r)
                    break
    return tuple(found)


def _agree(q: Quantity, r: Quantity) -> bool:
    """Whether one number may be the other; two bounds of one sort must be nearly the same."""
    if q.high == r.high == inf or (q.low == r.low == 0 and q.high and r.high):
        x, y = (q.low, r.low) if q.high == inf else (q.high, r.high)
        return abs(x - y) <= 0.02 * max(x, y)
    if not (q.exact and r.exact) and abs(q.low - r.low) <= 0.02 * max(q.low, r.low):
        return True  # a third is 33 percent
    return compatible(q, r)
