"""The lines below the page: the tagset by digit, and the keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.model.tag import Label
from tui.page.lines import Fragment, Line, cells_of, cut
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of


def footer_lines(
    tagset: Sequence[Label],
    commands: Sequence[tuple[str, str, str]],
    width: int,
    rows: int,
    on: frozenset[str],
    digits: Mapping[str, str],
    signs: Signs,
) -> tuple[Line, ...]:
    """The tagset by digit, and below it the keys: (key, words, command id).

    `on` names the labels of the claim under the cursor, `digits` the key that
    stands for each digit now. All rows but the last are the tagset's; with one
    row only, the keys give way to it, but for the one that lists them all.
    """
    keyed = [label for label in tagset if label.digit]
    if not keyed and rows == 1:
        return (_keys(commands, width),)
    helps = _help(commands) if rows == 1 else ()
    if len(_shared_out(keyed, width - 1 - cells_of(helps), 1)) > 1:
        helps = ()  # every digit shows first
    room, lines = width - 1 - cells_of(helps), max(rows - 1, 1)
    longest = max((width_of(label.name) for label in keyed), default=0)
    while longest > 1 and len(_shared_out(keyed, room, longest)) > lines:
        # The long names are cut first, so that every digit shows.
        longest = longest - 1 if longest > _LEAST_NAME else 1
    shared = [*_shared_out(keyed, room, longest), *[[]] * lines][:lines]
    tags = [cut(_labels(some, longest, on, digits, signs), width, "foot") for some in shared]
    if helps:
        left = cut(_labels(shared[0], longest, on, digits, signs), width - cells_of(helps), "foot")
        return ((*left, *helps),)
    return tuple(tags) if rows == 1 else (*tags, _keys(commands, width))


def _help(commands: Sequence[tuple[str, str, str]]) -> tuple[Fragment, ...]:
    """The key that lists all keys, to stand at the right edge; nothing where there is none."""
    for key, words, command in commands:
        if command == "help":
            target = f"command:{command}"
            return (
                Fragment(key, "foot-key", target=target),
                Fragment(f" {words} ", "foot", target=target),
            )
    return ()


def footer_rows(tagset: Sequence[Label], width: int, height: int) -> int:
    """Lines of the footer: one where the screen is low, three where the names need two lines."""
    if height < 16:
        return 1
    keyed = [label for label in tagset if label.digit]
    longest = max((width_of(label.name) for label in keyed), default=0)
    return 2 if len(_shared_out(keyed, width - 1, longest)) < 2 else 3


_LEAST_NAME = 3
"""Cells below which a name gives way to the letter of its chip."""


_FEW = 4
"""Cells in which a name is cut off without a sign."""


def _name(label: Label, longest: int) -> str:
    """The name in `longest` cells; in one cell the letters of the chip stand for it.

    In few cells its first letters tell more than one less of them and an ellipsis.
    """
    if longest > 1:
        return fit(label.name, longest, "…" if longest > _FEW else "")
    return label.sign or label.name[:1].upper()


def _gap(longest: int) -> int:
    """Cells between two labels."""
    return 2 if longest > 1 else 1


def _shared_out(labels: Sequence[Label], width: int, longest: int) -> list[list[Label]]:
    """The labels of each line, names cut to `longest` cells."""
    lines: list[list[Label]] = []
    used = width
    for label in labels:
        cells = width_of(_name(label, longest)) + 2  # the digit and a blank or a flag
        if used + _gap(longest) + cells > width:
            lines.append([])
            used = -_gap(longest)
        lines[-1].append(label)
        used += _gap(longest) + cells
    return lines


def _labels(
    labels: Sequence[Label],
    longest: int,
    on: frozenset[str],
    digits: Mapping[str, str],
    signs: Signs,
) -> list[Fragment]:
    """`1 fact  2⚑quote`: digit and name, the labels in `on` flagged."""
    parts: list[Fragment] = [Fragment(" ", "foot")]
    for label in labels:
        target = f"command:label-{label.digit}"
        key = digits.get(label.digit, label.digit)
        parts.append(Fragment(key, "foot-key", target=target))
        mark = f"{signs.tag}" if label.name in on else " "
        look = "foot-label" if label.name in on else "foot"
        parts.append(Fragment(f"{mark}{_name(label, longest)}", look, target=target))
        parts.append(Fragment(" " * _gap(longest), "foot"))
    return parts


def _keys(commands: Sequence[tuple[str, str, str]], width: int) -> Line:
    """As many keys as fit; the one that lists them all, or leads back, is always among them."""
    keys: list[Fragment] = [Fragment(" ", "foot")]
    for together in _fitting(_grouped(commands), width - 1):
        for key, _, command in together:
            keys.append(Fragment(key, "foot-key", target=f"command:{command}"))
        keys.append(Fragment(f" {together[0][1]}  ", "foot", target=f"command:{together[0][2]}"))
    return cut(keys, width, "foot")


def _fitting(
    groups: Sequence[list[tuple[str, str, str]]], room: int
) -> list[list[tuple[str, str, str]]]:
    needs = [sum(width_of(k) for k, _, _ in g) + width_of(g[0][1]) + 3 for g in groups]
    fit = next((n for n in range(len(groups), 0, -1) if sum(needs[:n]) <= room), 0)
    ways_out = [n for n, g in enumerate(groups) if g[0][2] in ("help", "quit")]
    helps = next((n for n, g in enumerate(groups) if g[0][2] == "help"), -1)
    if helps < fit or min(ways_out) < fit:
        return [*groups[:fit]]
    while fit and sum(needs[:fit]) + needs[helps] > room:
        fit -= 1
    return [*groups[:fit], groups[helps]]


def _grouped(commands: Iterable[tuple[str, str, str]]) -> list[list[tuple[str, str, str]]]:
    """Neighbours of one name together: `jk claim`."""
    groups: list[list[tuple[str, str, str]]] = []
    for command in commands:
        if groups and groups[-1][0][1] == command[1]:
            groups[-1].append(command)
        else:
            groups.append([command])
    return groups
