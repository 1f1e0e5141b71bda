"""Writes a shipped list anew and keeps the comments at its head, which say what it holds."""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.words.lexicon import DATA


def write_list(name: str, rows: Iterable[str]) -> None:
    """`rows`, one a line, into the list `name` below the comments that it begins with."""
    path = DATA / name
    kept = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        kept.append(line)
    path.write_text("\n".join([*kept, *rows]) + "\n", encoding="utf-8", newline="\n")
