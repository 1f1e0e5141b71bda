"""The likeness of two sentences, looked up by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.analysis.words.sentence import Likeness

Scores = Mapping[tuple[int, int], float]
"""Numbers of two sentences, the smaller first → their likeness, 0 to 1; unlike pairs are absent."""


def scores_of(likenesses: Iterable[Likeness]) -> Scores:
    """The scores of a story's like pairs of sentences; made once and read by several rules."""
    return {(like.a, like.b): like.score for like in likenesses}
