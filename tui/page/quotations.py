"""The same quotation in several sources, word under word, so that what differs stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.model.article import Story
from tui.model.counted import counted
from tui.model.span import Span
from tui.page.lines import Fragment, Line, cut
from tui.page.search import folded
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

_MARKS = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"|«([^«»]+)»|„([^„“”]+)[“”]|「([^「」]+)」")
_FEWEST = 3
"""A quotation of fewer words is a name or a term; so many must be alike in two sources."""
_ALIKE = 0.6
"""Share of the shorter quotation's words that both must have in the same order."""
_MOST = 200
"""Words of a quotation that are compared; what follows is left to the text."""


class Quotation(NamedTuple):
    """Words in quotation marks."""

    article: str
    span: Span
    """Between the marks."""
    words: tuple[str, ...]


class Column(NamedTuple):
    """One word of each source, or empty where it has none."""

    words: tuple[str, ...]
    same: bool
    """Whether all that quote this far have the same word."""


def quotations(story: Story, article: str, spans: Sequence[Span]) -> list[Quotation]:
    """The quotations of an article in these passages, in the order of the text."""
    text = story.by_id[article].text
    found = []
    for span in spans:
        for match in _MARKS.finditer(text, span.start, span.end):
            group = match.lastindex or 0
            words = tuple(match[group].split())[:_MOST]
            if len(words) >= _FEWEST:
                found.append(Quotation(article, Span(*match.span(group)), words))
    return found


def alike(every: Sequence[Quotation]) -> list[list[Quotation]]:
    """Quotations that several articles give in nearly the same words, at most one an article.

    Groups and their members keep the order given.
    """
    groups: list[list[Quotation]] = []
    for quotation in every:
        best, score = None, 0
        for group in groups:
            shared = _shared(group[0], quotation)
            if shared > score and all(q.article != quotation.article for q in group):
                best, score = group, shared
        if best is None:
            groups.append([quotation])
        else:
            best.append(quotation)
    return [group for group in groups if len(group) > 1]


def _shared(a: Quotation, b: Quotation) -> int:
    """How many words both have in the same order; 0 where they are not the same quotation."""
    matcher = SequenceMatcher(None, _keys(a.words), _keys(b.words), autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    enough = max(_FEWEST, _ALIKE * min(len(a.words), len(b.words)))
    return shared if shared >= enough else 0


def _keys(words: Sequence[str]) -> list[str]:
    """Words without case, accents and the signs around them."""
    return [re.sub(r"^\W+|\W+$", "", folded(word)[0]) or word for word in words]


def lined_up(texts: Sequence[Sequence[str]]) -> list[Column]:
    """The words of several texts in columns, from the first that two have to the last.

    The first text is what the others are compared with.
    """
    first, others = texts[0], texts[1:]
    under: list[dict[int, str]] = [{0: word} for word in first]
    before: list[list[dict[int, str]]] = [[] for _ in range(len(first) + 1)]
    for row, other in enumerate(others, 1):
        matcher = SequenceMatcher(None, _keys(first), _keys(other), autojunk=False)
        for _, i1, i2, j1, j2 in matcher.get_opcodes():
            paired = min(i2 - i1, j2 - j1)
            for k in range(paired):
                under[i1 + k][row] = other[j1 + k]
            # What has no word above it stands in columns of its own, shared with the others.
            extra = before[i1 + paired]
            for k, word in enumerate(other[j1 + paired : j2]):
                if k == len(extra):
                    extra.append({})
                extra[k][row] = word
    cells: list[dict[int, str]] = []
    for at in range(len(first) + 1):
        cells += before[at]
        cells += under[at : at + 1]
    return _columns(cells, len(texts))


def _columns(cells: Sequence[dict[int, str]], rows: int) -> list[Column]:
    reach = []
    for row in range(rows):
        filled = [at for at, words in enumerate(cells) if row in words]
        reach.append(range(filled[0], filled[-1] + 1) if filled else range(0))
    shared = [at for at in range(len(cells)) if sum(at in r for r in reach) > 1]
    columns = []
    for at, words in enumerate(cells[: shared[-1] + 1] if shared else ()):
        if at < shared[0]:
            continue  # the words that one source alone quotes stand in its text
        # Where one source begins later or stops earlier it does not contradict.
        quoting = [words.get(row, "") for row in range(rows) if at in reach[row]]
        told = tuple(words.get(row, "") for row in range(rows))
        columns.append(Column(told, len(set(_keys(quoting))) <= 1))
    return columns


def quotation_lines(
    story: Story, spans: Sequence[tuple[str, Sequence[Span]]], width: int, most: int, signs: Signs
) -> tuple[Line, ...]:
    """The quotations that several sources share, word under word, in at most `most` lines.

    Empty where there are none. `spans` holds each article's passages, the base first.
    """
    every = [q for article, passages in spans for q in quotations(story, article, passages)]
    lines: list[Line] = []
    for group in alike(every):
        lines += _group(group, width)
    if len(lines) > most:
        left = len(lines) - most + 1
        more = Fragment(f" {signs.more} {left} more lines of quotations", "heading-dim")
        lines = [*lines[: max(most - 1, 0)], cut((more,), width, "heading")][:most]
    return tuple(lines)


def _group(group: Sequence[Quotation], width: int) -> list[Line]:
    ids = [quotation.article for quotation in group]
    columns = lined_up([quotation.words for quotation in group])
    if all(column.same for column in columns):
        words = f"quoted word for word: “{' '.join(group[0].words)}”"
        parts = (Fragment(f" {' '.join(ids)} ", "heading-number"), Fragment(words, "heading-dim"))
        return [cut(parts, width, "heading")]
    count = sum(not column.same for column in columns)
    words = f"quoted with {counted(count, 'word')} different"
    head = (Fragment(f" {' '.join(ids)} ", "heading-number"), Fragment(words, "heading-dim"))
    lines = [cut(head, width, "heading")]
    letters = max(map(len, ids)) + 3
    bands = _bands(columns, max(width - letters - 1, 1))
    for band in bands:
        for row, id in enumerate(ids):
            if any(column.words[row] for column in band):
                lines.append(_line(id, row, band, letters, width))
    return lines


def _bands(columns: Sequence[Column], room: int) -> list[list[Column]]:
    """Columns that fit beside each other."""
    bands: list[list[Column]] = [[]]
    used = 0
    for column in columns:
        cells = min(_cells(column), room) + 1
        if used + cells - 1 > room and bands[-1]:
            bands.append([])
            used = 0
        bands[-1].append(column)
        used += cells
    return bands


def _cells(column: Column) -> int:
    return max(map(width_of, column.words))


def _line(id: str, row: int, band: Sequence[Column], letters: int, width: int) -> Line:
    room = max(width - letters - 1, 1)
    parts = [Fragment(f"  {id}".ljust(letters), "box-letter")]
    for column in band:
        cells = min(_cells(column), room)
        word = fit(column.words[row], cells)
        parts.append(Fragment(word, "text" if column.same else "differs+own"))
        parts.append(Fragment(" " * (cells - width_of(word) + 1)))
    return cut(parts, width, "text")
