"""How a long job says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""A callback: what is being done, in words for the reader, steps done, and steps in all."""


def quiet(words: str, done: int, steps: int) -> None:
    """A `Progress` that shows nothing."""
