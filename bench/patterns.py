"""How the program's patterns grow with hostile text: `python bench/patterns.py`.

Every compiled pattern of `tui` is run over texts built to make a regular expression
go back and forth. What takes long on a short text is tried on ever longer ones; a
linear pattern takes twice as long for twice the text. Printed is what takes more
than 1.2 times as long a character.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import tui

SIZE = 1_000_000
"""Characters of the longest text."""
FIRST = 8_000
"""Of the text on which all are tried first."""
SUSPECT = 2.5e-6
"""Processor seconds a character from which a pattern is looked at more closely."""
LIMIT = 0.7
"""Seconds from which no longer text is tried: the growth is plain by then."""
GOAL = 1.2
HOSTILE = {
    "one letter": "a", "capitals": "A", "digits": "1", "blanks": " ", "line ends": "\n",
    "words": "word ", "names": "Name ", "small numbers": "12 ", "grouped": "1,234,",
    "points": "1.2.3.", "hyphens": "a-", "quotes": '"', "curly": "“", "closing": "”",
    "apostrophes": "it's ", "brackets": "(", "pairs": "()", "said": "said ", "that": "that the ",
    "more than": "more than ", "at least": "at least ", "dates": "12 July ", "days": "Monday, ",
    "years": "2024 ", "between": "between 2024 and ", "tags": "<a>", "opened": "<",
    "links": "http://a",
    "addresses": "a@a.", "dashes": "—", "underscores": "_", "commas": "a, ", "and": "a and ",
    "named": "Mr. Name of the ", "initials": "A. B. ", "not": "not to ", "will": "will be ",
    "killed": "killed ", "percent": "1 percent ", "money": "$1 million ", "votes": "12-",
    "clock": "1:2",
    "crlf": "\r\n", "spaces and ends": " \n", "colons": "a: ", "stars": "*", "hashes": "#",
}  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Module and name of every pattern that a module of tui holds, and whether it is searched for.

    One that its module only tries at a given place may be slow to search for.
    """
    for info in sorted(pkgutil.walk_packages(tui.__path__, "tui."), key=lambda i: i.name):
        if info.name.endswith("__main__") or "_shipped" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name, value in sorted(vars(module).items()):
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                source = Path(module.__file__ or "").read_text(encoding="utf-8")
                ways = set(re.findall(rf"\b{name}\.(\w+)\(", source))
                yield f"{info.name}.{name}", value, not ways or bool(ways - {"match", "fullmatch"})


def seconds(pattern: re.Pattern[str], piece: str, size: int, searched: bool) -> float:
    """Processor time to use it on `size` characters, the better of two runs."""
    text = piece * (size // len(piece))
    took = []
    for _ in range(2):
        start = time.process_time()
        for _ in pattern.finditer(text) if searched else ():
            pass
        pattern.match(text)
        pattern.match(text, len(text) // 2)
        took.append(time.process_time() - start)
    return min(took)


def growth(
    pattern: re.Pattern[str], piece: str, most: int, searched: bool
) -> tuple[int, float, float]:
    """The longest text tried, its seconds, and its time a character against half the text."""
    size, before = FIRST, seconds(pattern, piece, FIRST, searched)
    ratio, after = 1.0, before
    while size < most and after < LIMIT:
        size *= 2
        after = seconds(pattern, piece, size, searched)
        ratio = after / (2 * before) if before else 1.0
        before = after
    return size, after, ratio


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("only", nargs="*", help="parts of the names of patterns")
    chosen = parser.parse_args()
    bad = count = 0
    for name, pattern, searched in patterns():
        if chosen.only and not any(part in name for part in chosen.only):
            continue
        count += 1
        slow = [
            (kind, piece)
            for kind, piece in HOSTILE.items()
            if seconds(pattern, piece, FIRST, searched) > SUSPECT * FIRST
        ]
        told = [(*growth(pattern, piece, chosen.size, searched), kind) for kind, piece in slow]
        for size, took, ratio, kind in told:
            if ratio > GOAL:
                print(
                    f"{name}: {ratio:.2f} times a character, {took:.2f} s for {size:,} of {kind}",
                    flush=True,
                )
        bad += any(t[2] > GOAL for t in told)
    print(f"{count} patterns, {bad} above {GOAL}")


if __name__ == "__main__":
    main()
