"""Cut text into lines of terminal cells, keeping offsets.

Widths are Rich's, because Rich is what draws: a second opinion on the width of
an emoji would shift every column to its right.
"""

from __future__ import annotations

import sys
from collections.abc import Container
from itertools import chain

from rich.cells import cell_len, split_graphemes

_NARROW = frozenset(
    map(chr, chain(range(0x20, 0x7F), range(0xA1, 0xAD), range(0xAE, 0x300), range(0x370, 0x483)))
).union("–—‘’‚“”„†•…€\u00a0≡≠≈⚑↪▸◂·✓✗")
"""Characters that are one cell wherever the program draws them."""
_JOINTS = "-–—/"
_OPENING = ('"', "“", "„", "«", "‘", "「")


def is_narrow(text: str) -> bool:
    """Whether every character is exactly one cell wide."""
    return text.isascii() or _NARROW.issuperset(text)


def width_of(text: str) -> int:
    return len(text) if is_narrow(text) else cell_len(text)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Ranges of `text`, one a line, each at most `width` cells.

    Lines break at spaces, which belong to no line, and beside wide characters, since
    Chinese and Japanese put no spaces between words; not in front of a sign that
    closes, nor behind one that opens. A word wider than the line breaks behind a
    hyphen or dash, else where it must, never inside a grapheme (a lone grapheme
    wider than the line stands alone). `width` is at least 1.
    """
    return _wrap_narrow(text, width) if is_narrow(text) else _wrap_any(text, width)


def _wrap_narrow(text: str, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    end = len(text)
    at = _skip_spaces(text, 0, end)
    while end - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        if cut <= at:
            cut = _joint(text, at, at + width)
        lines.append((at, _trim(text, at, cut)))
        at = _skip_spaces(text, cut, end)
    last = _trim(text, at, end)
    if last > at or not lines:
        lines.append((at, last))
    return lines


def _wrap_any(text: str, width: int) -> list[tuple[int, int]]:
    """The slow path: graphemes one by one, remembering the last place to break in `space`."""
    lines: list[tuple[int, int]] = []
    graphemes, _ = split_graphemes(text)
    bare = frozenset(first for first, last, _ in graphemes if last - first == 1)
    end = len(text)
    start = at = _skip_spaces(text, 0, end, bare)
    used = 0
    space = -1
    position = 0
    while position < len(graphemes):
        first, last, cells = graphemes[position]
        if first < at:
            position += 1
            continue
        blank = text[first] == " " and first in bare
        if first > start and (blank or _between_words(text, graphemes, position)):
            space = first
        if used + cells > width and first > start:
            cut = space if space > start else _joint(text, start, first, bare)
            lines.append((start, _trim(text, start, cut, bare)))
            start = at = _skip_spaces(text, cut, end, bare)
            used, space = 0, -1
            while position > 0 and graphemes[position - 1][0] >= start:
                position -= 1
            continue
        used += cells
        at = last
        position += 1
    last_end = _trim(text, start, end, bare)
    if last_end > start or not lines:
        lines.append((start, last_end))
    return lines


def _between_words(text: str, graphemes: list[tuple[int, int, int]], position: int) -> bool:
    """Whether a line may break in front of a grapheme because it, or the one before, is wide."""
    first, _, cells = graphemes[position]
    before, _, cells_before = graphemes[position - 1]
    wide = cells == _WIDE or cells_before == _WIDE
    return wide and text[first] not in _CLOSERS and text[before] not in _OPENERS


_WIDE = 2
_CLOSERS = frozenset(",.;:!?)]}”’»…，。、；：！？）］｝」』》〉】〕・ー々%％")
_OPENERS = frozenset("([{“‘«（［｛「『《〈【〔")


_EVERY = range(sys.maxsize)


def _joint(text: str, start: int, limit: int, bare: Container[int] = _EVERY) -> int:
    """Behind the last hyphen, dash or slash before `limit`, else `limit`.

    Here and below only what stands at a position in `bare` counts: a sign with an accent or
    another mark on it is one grapheme with that.
    """
    best = limit
    while best > start:
        best = max(text.rfind(joint, start, best) for joint in _JOINTS)
        if best > start and best in bare:
            return best + 1
    return limit


def _skip_spaces(text: str, at: int, end: int, bare: Container[int] = _EVERY) -> int:
    while at < end and text[at] == " " and at in bare:
        at += 1
    return at


def _trim(text: str, start: int, end: int, bare: Container[int] = _EVERY) -> int:
    while end > start and text[end - 1] == " " and end - 1 in bare:
        end -= 1
    return end


def hanging(text: str, width: int, indent: int) -> str:
    """`text` in lines of at most `width` cells, each but the first behind `indent` blanks."""
    lines = (text[start:end] for start, end in wrap(text, max(width, 1)))
    return ("\n" + " " * indent).join(lines)


def quoted(text: str) -> str:
    """`text` on one line and in quotation marks, unless it opens with one of its own."""
    line = " ".join(text.split())
    return line if line.startswith(_OPENING) else f"“{line}”"


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in at most `width` cells, cut with an ellipsis where it is longer."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    room = width - width_of(ellipsis)
    if room <= 0:
        return ellipsis[:width]
    if is_narrow(text):
        return text[:room].rstrip(f" {ellipsis}") + ellipsis
    kept, used = 0, 0
    for _, last, cells in split_graphemes(text)[0]:
        if used + cells > room:
            break
        kept, used = last, used + cells
    return text[:kept].rstrip(f" {ellipsis}") + ellipsis


def fit_end(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` in at most `width` cells, its beginning left out where it is longer: for paths."""
    if width_of(text) <= width:
        return text
    room = width - width_of(ellipsis)
    if room < 0:
        return ""
    starts = range(len(text)) if is_narrow(text) else [at for at, _, _ in split_graphemes(text)[0]]
    start = next((at for at in starts if width_of(text[at:]) <= room), len(text))
    return ellipsis + text[start:]


def first_parts(text: str, width: int, apart: str = " · ") -> str:
    """As many of the parts of `text` as fit in `width` cells, whole; always the first."""
    while width_of(text) > width and apart in text:
        text = text.rpartition(apart)[0]
    return text
