"""Which answers to one question each article gives.

An article that gives two of them knows of two things, and contradicts nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Given:
    """Article → the answers that it gives to one question, anywhere in its text."""

    def __init__(self, answers: Iterable[tuple[str, str]]) -> None:
        """`answers` are pairs of an article and a value."""
        self._by: dict[str, set[str]] = defaultdict(set)
        for article, value in answers:
            self._by[article].add(value)

    def has(self, article: str, value: str) -> bool:
        """Whether the article gives the answer `value`."""
        return value in self._by.get(article, ())

    def single(self, a: str, b: str) -> int:
        """How many articles give one of the two answers and no other."""
        return sum(len(values) == 1 and bool(values & {a, b}) for values in self._by.values())
