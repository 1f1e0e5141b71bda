"""A number with what it counts, in words."""

from __future__ import annotations


def counted(number: int, one: str) -> str:
    """`1 tag`, `3 tags`, `0 tags`; the noun's plural is its singular with an s."""
    return f"{number} {one}{'s' * (number != 1)}"
