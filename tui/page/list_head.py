"""The line above a list: how many of it show, of which words, by which filters, in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.page.lines import Fragment, Line, cells_of, cut
from tui.page.wrap import fit

_WORDS = 3
"""The words by which a list was narrowed take at most one part in so many of the line."""


class Choice(NamedTuple):
    """What a key switches on a list, and how it stands."""

    command: str
    """Id of the command; a click on the choice runs it."""
    name: str
    value: str
    usual: bool = False
    """Whether it leaves everything in: then it gives way first where room is short."""


def list_head(
    title: str, words: str, choices: Sequence[Choice], keys: Mapping[str, str], width: int
) -> Line:
    """`Tags: 1 of 4  “pier”  l label fact  r order text`.

    `words` are those by which the list was narrowed, where they stand nowhere else on the
    screen; `keys` gives the key of each command. Whole choices are left out, from the last,
    until the line fits; those that leave something out of the list stay.
    """
    parts = [Fragment(f" {title}", "top-title")]
    if words.strip():
        sought = fit(words.strip(), max(width // _WORDS - 2, 1))
        parts.append(Fragment(f"  “{sought}”", "top-tag"))
    room = width - cells_of(parts)
    shown = list(choices)
    while shown and sum(cells_of(_told(choice, keys)) for choice in shown) > room:
        least = next((c for c in reversed(shown) if c.usual), None)
        if least is None:
            break
        shown.remove(least)
    parts += [fragment for choice in shown for fragment in _told(choice, keys)]
    return cut(parts, width, "top")


def _told(choice: Choice, keys: Mapping[str, str]) -> list[Fragment]:
    target = f"command:{choice.command}"
    return [
        Fragment("  ", "top"),
        Fragment(keys[choice.command], "top-key", target=target),
        Fragment(f" {choice.name} ", "top-dim", target=target),
        Fragment(choice.value, "top" if choice.usual else "top-tag", target=target),
    ]
