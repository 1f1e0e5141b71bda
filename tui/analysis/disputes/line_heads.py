"""Shipped lists in which all words of a line count as its first one."""

from __future__ import annotations

from functools import cache

from tui.analysis.words.lexicon import lines


@cache
def line_heads(name: str) -> dict[str, str]:
    """Word or words as listed → the first of their line in the list `name`, parted by commas."""
    return {
        form.strip(): line.split(",")[0].strip() for line in lines(name) for form in line.split(",")
    }
