"""The word lists of this package: plain files of sections, read once when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The `[section]`s of a list and their lines in order; `# ` begins a comment."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (_DATA / name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("[") and line.endswith("]"):
            lines = found.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("# "):
            lines.append(line)
    return {section: tuple(held) for section, held in found.items()}


@cache
def furniture(section: str) -> frozenset[str]:
    """Lines of `furniture.txt` that are compared whole."""
    return frozenset(sections("furniture.txt")[section])


@cache
def beginnings() -> tuple[str, ...]:
    """How a line of furniture begins, lower case."""
    return sections("furniture.txt")["begins"]


@cache
def months() -> dict[str, int]:
    """Every name of a month in `days.txt`, lower case → its number."""
    named = sections("days.txt")
    return {
        name: number
        for number in range(1, 13)
        for line in named[str(number)]
        for name in line.split()
    }


@cache
def before_days() -> frozenset[str]:
    """Words in front of a day that stands alone on a line, lower case."""
    return frozenset(word for line in sections("days.txt")["before"] for word in line.split())


@cache
def outlets() -> dict[str, str]:
    """Every spelling of an outlet → the name to show. Long names are keyed in lower case."""
    names: dict[str, str] = {}
    for line in sections("outlets.txt")["agencies"]:
        shown, _, others = line.partition(" = ")
        for name in (shown, *others.split(", ")):
            if name:
                names[outlet_key(name)] = shown
    return names


def outlet_key(name: str) -> str:
    """Short names in capitals are acronyms and keep their case: `AA`, not `aa`."""
    return name if len(name) <= 4 and name.isupper() else name.lower()
