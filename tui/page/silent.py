"""The articles that take no side: those that say nothing, and those without a clear answer."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.article import Story
from tui.model.finding import Contradiction


def says_nothing(articles: Sequence[str]) -> str:
    """What is said of the articles that say nothing; their letters stand in front."""
    return "does not say" if len(articles) == 1 else "do not say"


def unclear(found: Contradiction, story: Story) -> list[str]:
    """The articles that mention the matter, but in which no answer was found."""
    heard = {m.article for m in found.mentions} | set(found.silent)
    return [a.id for a in story.readable if a.id not in heard]


def answers_nothing(articles: Sequence[str]) -> str:
    """What is said of such articles; their letters stand in front."""
    return f"{'mentions' if len(articles) == 1 else 'mention'} it, but no answer was found"


def without_answer(found: Contradiction, story: Story) -> str:
    """What is said of the silent, whose letters stand in front, and of the unclear.

    Empty where every article takes a side.
    """
    others = unclear(found, story)
    told = [says_nothing(found.silent)] if found.silent else []
    told += [f"{' '.join(others)}: {answers_nothing(others)}"] if others else []
    return " · ".join(told)
