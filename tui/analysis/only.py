"""Claims that one article makes alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.article import Role
from tui.model.finding import Mention, Only

FEWEST_WORDS = 4
"""Content words; a shorter sentence claims too little."""


def only(
    sentences: Sequence[Sentence], likenesses: Iterable[Likeness], least: float
) -> tuple[Only, ...]:
    """Body sentences that no sentence of another article resembles, in order."""
    if len({s.article for s in sentences}) < 2:
        return ()
    best: dict[int, float] = {}
    for like in likenesses:
        for number in (like.a, like.b):
            if like.score > best.get(number, 0.0):
                best[number] = like.score
    return tuple(
        Only(Mention(s.article, s.span), _because(best.get(s.number, 0.0), least))
        for s in sentences
        if s.role is Role.BODY
        and best.get(s.number, 0.0) < least
        and sum(w.content for w in s.words) >= FEWEST_WORDS
    )


def _because(score: float, least: float) -> str:
    if score == 0:
        return "No other article shares its telling words."
    return f"Its nearest sentence elsewhere is {score:.2f} alike; a same claim needs {least:.2f}."
