"""Words of an article cut to what a message has room for."""

from __future__ import annotations


def shortened(words: str, most: int = 40) -> str:
    """`words` on one line of at most `most` characters, ending in `…` where some are left out."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
