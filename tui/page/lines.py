"""Lines of the screen before they get colours: fragments of text, each with the name of a look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui.model.span import Span
from tui.page.wrap import fit, width_of, wrap


class Fragment(NamedTuple):
    """A run of text drawn in one look."""

    text: str
    look: str = "text"
    """The name of a mark or of a part of the page; the screen turns it into a style."""
    article: str = ""
    """Empty for what is not article text."""
    span: Span | None = None
    """Where the text stands in the article; empty range for a chip in front of a word."""
    ids: tuple[str, ...] = ()
    """Findings and tags that cover it."""
    target: str = ""
    """What a click on it asks for: `row:7`, `article:B`; empty for the claim itself."""


Line = tuple[Fragment, ...]
"""One line of a sheet, padded to the width of what it belongs to."""


NO_SIGN = Fragment(" ")


class CellLine(NamedTuple):
    """A line of one cell: text, the width the text takes, and the gutter sign."""

    fragments: tuple[Fragment, ...]
    cells: int
    sign: Fragment = NO_SIGN
    """`≠`, `≡`, `+` or a blank; one cell."""


def flow(fragments: Iterable[Fragment], width: int) -> list[tuple[tuple[Fragment, ...], int]]:
    """Fragments wrapped as one text: per line its fragments and their width in cells."""
    parts = [f for f in fragments if f.text]
    text = "".join(f.text for f in parts)
    if not text.strip(" "):
        return []
    starts = list(accumulate((len(f.text) for f in parts), initial=0))
    lines = []
    for start, end in wrap(text, width):
        line = tuple(_cut(parts, starts, start, end))
        lines.append((line, sum(width_of(f.text) for f in line)))
    return lines


def _cut(parts: list[Fragment], starts: list[int], start: int, end: int) -> Iterator[Fragment]:
    """The characters `start` to `end` of parts that begin at `starts`."""
    for number in range(bisect_right(starts, start) - 1, len(parts)):
        part, at = parts[number], starts[number]
        if at >= end:
            break
        first, last = max(start - at, 0), min(end - at, len(part.text))
        if first == 0 and last == len(part.text):
            yield part
            continue
        span = part.span
        if span:
            span = Span(span.start + first, span.start + last)
        yield part._replace(text=part.text[first:last], span=span)


def cut_at(fragment: Fragment, spans: Iterable[Span]) -> list[Fragment]:
    """The fragment in pieces, cut wherever one of the spans begins or ends."""
    whole = fragment.span
    if whole is None or len(whole) != len(fragment.text):
        return [fragment]
    edges = {o for s in spans for o in (s.start, s.end) if whole.start < o < whole.end}
    return [
        fragment._replace(
            text=fragment.text[start - whole.start : end - whole.start], span=Span(start, end)
        )
        for start, end in pairwise(sorted({whole.start, whole.end, *edges}))
    ]


def offset_in(fragment: Fragment, cell: int) -> int | None:
    """The offset of the character drawn at a cell of the fragment; None for no text."""
    if fragment.span is None:
        return None
    used = 0
    for at, char in enumerate(fragment.text):
        used += width_of(char)
        if cell < used:
            return min(fragment.span.start + at, max(fragment.span.end - 1, fragment.span.start))
    return max(fragment.span.end - 1, fragment.span.start)


def pad(fragments: tuple[Fragment, ...], used: int, width: int, look: str = "text") -> Line:
    """The fragments filled with blanks to `width` cells."""
    if used >= width:
        return fragments
    return (*fragments, Fragment(" " * (width - used), look))


def cut(parts: Iterable[Fragment], width: int, ground: str) -> Line:
    """Fragments cut or filled to `width` cells."""
    kept: list[Fragment] = []
    used = 0
    for part in parts:
        room = width - used
        if room <= 0:
            break
        text = fit(part.text, room)
        kept.append(Fragment(text, part.look, part.article, part.span, part.ids, part.target))
        used += width_of(text)
        if text != part.text:
            break
    return pad(tuple(kept), used, width, ground)


def text_line(text: str, width: int, look: str = "box") -> Line:
    """Words behind a blank, cut or filled to `width` cells."""
    return cut((Fragment(" " + text, look),), width, look)


def cells_of(fragments: Iterable[Fragment]) -> int:
    """The width of the fragments side by side."""
    return sum(width_of(f.text) for f in fragments)


def plain(line: Line) -> str:
    """The text of a line, as the terminal shows it without colours."""
    return "".join(f.text for f in line)
