"""The likeness of two sentences, looked up by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.analysis.words.sentence import Likeness

Scores = Mapping[tuple[int, int], float]
"""Numbers of two sentences, the smaller first → their likeness, 0 to 1; other pairs are absent."""


def scores_of(likenesses: Iterable[Likeness]) -> Scores:
    """The likenesses of a story as a table, made once for all rules."""
    return {(like.a, like.b): like.score for like in likenesses}
