"""Reads shipped lists in which the first word of a line stands for all of them."""

from __future__ import annotations

from functools import cache

from tui.analysis.words.lexicon import lines


@cache
def line_heads(name: str) -> dict[str, str]:
    """Each form in the list `name` → the first form of its line. Forms are parted by commas."""
    return {
        form.strip(): line.split(",")[0].strip() for line in lines(name) for form in line.split(",")
    }
