"""How the matrix is drawn: columns for a width, a line a finding, the finding in hand below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model.finding import Contradiction, Fact, Mention
from tui.model.tag import Verdict
from tui.page.filters import Certainty, Filter
from tui.page.heads import outlet_of
from tui.page.lines import Fragment, Line, cut
from tui.page.list_head import Choice, list_head
from tui.page.matrix import Board, Cell, Entry, Group, MatrixFilter, Told
from tui.page.sides import around, told_by
from tui.page.silent import without_answer
from tui.page.wrap import fit, width_of

_LEAST_TITLE = 16
_BEST_TITLE = 60
"""Once a title has so many cells, further room goes to the articles' answers."""
_GLYPHS = 4
"""Cells of a column that holds signs only."""
_ANSWER, _WIDEST = 14, 30
"""Cells of a column from which it also tells the answer, and the most it takes."""
_LOOKED_AT = 400
"""The widths depend on this many findings, not only on those on screen, or columns would jump."""


class Grid(NamedTuple):
    """How the width is shared out."""

    width: int
    chip: int
    row: int
    title: int
    cell: int
    """Cells of one article's column."""
    columns: tuple[str, ...]
    """The articles that fit, in their order."""
    left: int
    """How many articles stand left of them."""
    right: int

    @property
    def answers(self) -> bool:
        """Whether a cell has room for what the article says."""
        return self.cell >= _ANSWER


def grid(board: Board, entries: Sequence[Entry], width: int, article: str, first: int) -> Grid:
    """The columns for `width` cells; the one of `article` always shows.

    `first` is the leftmost column shown before: columns move only when they must.
    """
    numbers = [c.id.lstrip("x") for c in board.analysis.contradictions[-1:]]
    chip = max(map(len, numbers), default=0) + 1 + len(board.signs.confirmed)
    row = max(len(str(len(board.rows))), 3) if width >= 60 else 0
    fixed = 1 + chip + 1 + (row + 1 if row else 0) + 1
    every = board.articles
    glyphs = max([_GLYPHS, *(len(a) + 1 for a in every)])
    least = min(max(_LEAST_TITLE, (width - fixed) // 3), max(width - fixed - glyphs, 1))
    count = max(min(len(every), (width - fixed - least) // glyphs), 1 if every else 0)
    start = _start(every, count, article, first)
    columns = every[start : start + count]
    room = width - fixed
    longest = max((width_of(board.title(e)) for e in entries[:_LOOKED_AT]), default=least)
    wanted = max(min(longest + 2, _BEST_TITLE), least)
    cell = glyphs
    if columns and (room - wanted) // len(columns) >= _ANSWER:
        some = board.analysis.contradictions[:_LOOKED_AT]
        answers = (answer for finding in some for answer in board.answers(finding))
        names = (outlet_of(board.story.by_id[id]) for id in every)
        needed = max((width_of(words) + 5 for words in (*answers, *names)), default=0)
        cell = min((room - wanted) // len(columns), max(needed, _ANSWER), _WIDEST)
    title = max(room - cell * len(columns), 1)
    return Grid(
        width, chip, row, title, cell, columns, start, len(every) - start - len(columns)
    )  # fmt: skip


def _start(every: Sequence[str], count: int, article: str, first: int) -> int:
    last = max(len(every) - count, 0)
    start = min(max(first, 0), last)
    if article in every:
        at = every.index(article)
        start = min(max(start, at - count + 1), at)
    return min(start, last)


# -- above ---------------------------------------------------------------------


def head_lines(
    board: Board,
    shown: int,
    wanted: MatrixFilter,
    grid: Grid,
    article: str,
    keys: Mapping[str, str],
    chosen: Filter,
) -> tuple[Line, Line]:
    """What shows and in what order; below it the articles' letters, and outlets in wide columns.

    `chosen` is what the whole program shows.
    """
    total = len(board.entries)
    title = f"Matrix: {shown} of {total}" if wanted.narrows else f"Matrix: {total}"
    kinds, certainty = chosen.kinds, chosen.certainty
    choices = (
        Choice("filter-findings", "show", wanted.group.value, wanted.group is Group.ALL),
        Choice("order", "order", wanted.order.value, True),
        Choice("kinds", "kinds", ", ".join(k.words for k in kinds) or "all", not kinds),
        Choice("certainty", "certainty", certainty.value, certainty is Certainty.NORMAL),
    )
    first = list_head(title, wanted.words, choices, keys, grid.width)
    return first, _letters(board, grid, article)


def _letters(board: Board, grid: Grid, article: str) -> Line:
    s = board.signs
    row = f"{'row':>{grid.row}} " if grid.row else ""
    name = "what is told"
    more = []
    if grid.left:
        more.append(f"{s.left} {grid.left}")
    if grid.right:
        more.append(f"{grid.right} {s.right}")
    end = f" {' '.join(more)} " if more else ""
    title = fit(name, max(grid.title - width_of(end), 0)).ljust(grid.title - width_of(end)) + end
    parts = [
        Fragment(" " * (grid.chip + 2) + row, "head-dim"),
        Fragment(title[: grid.title], "head-dim"),
    ]
    for id in grid.columns:
        look = "letter-here" if id == article else "letter"
        text = fit(id, grid.cell - 1)
        parts.append(Fragment(text, look, id, target=f"column:{id}"))
        used = width_of(text)
        if grid.answers:
            outlet = " " + fit(outlet_of(board.story.by_id[id]), grid.cell - used - 3)
            parts.append(Fragment(outlet, "head-dim", target=f"column:{id}"))
            used += width_of(outlet)
        parts.append(Fragment(" " * (grid.cell - used), "head"))
    return cut(parts, grid.width, "head")


# -- a line --------------------------------------------------------------------


def entry_line(board: Board, entry: Entry, at: int, grid: Grid, article: str, here: bool) -> Line:
    """One finding; `at` is its position in the list, `here` whether the cursor is in it."""
    finding, target = entry.finding, f"line:{at}"
    look = board.look(finding)
    row = f"{'' if entry.row is None else entry.row + 1:>{grid.row}} " if grid.row else ""
    words = fit(board.title(entry), max(grid.title - 1, 0))
    title = words + " " * (grid.title - width_of(words))
    ground = "+here" if here else ""
    chip = fit(board.chip(finding), grid.chip)
    parts = [
        Fragment(board.signs.bar if here else " ", "bar", target=target),
        Fragment(chip, f"sign-{look}{ground}", target=target),
        Fragment(" " * (grid.chip + 1 - width_of(chip)), f"text{ground}", target=target),
        Fragment(row, f"dim{ground}", target=target),
        Fragment(title, _title_look(finding, look) + ground, target=target),
    ]
    for id in grid.columns:
        cell = board.cell(finding, id)
        parts += _cell(board, finding, cell, id, grid, here, here and id == article, target)
    return cut(parts, grid.width, f"text{ground}")


def _title_look(finding: Told, look: str) -> str:
    if look == "rejected":
        return "rejected"
    return "title" if isinstance(finding, Contradiction) else "text"


def _cell(
    board: Board,
    finding: Told,
    cell: Cell,
    id: str,
    grid: Grid,
    here: bool,
    in_hand: bool,
    target: str,
) -> list[Fragment]:
    glyph, look = glyph_of(board, finding, cell, id)
    ground = "+here" if here else ""
    where = f"{target}:{id}"
    shown = fit(glyph, grid.cell - 1)
    used = width_of(shown)
    parts = [Fragment(shown, "cell-here" if in_hand else look + ground, id, target=where)]
    if cell.tagged and used < grid.cell:
        parts.append(Fragment(board.signs.tag, f"sign-tag{ground}", id, target=where))
        used += width_of(board.signs.tag)
    if grid.answers and grid.cell - used > 4:
        text = " " + fit(_answer(board, finding, cell), grid.cell - used - 2)
        dim = "dim" if isinstance(finding, Fact) else look
        parts.append(Fragment(text, dim + ground, id, target=where))
        used += width_of(text)
    parts.append(Fragment(" " * (grid.cell - used), f"text{ground}", id, target=where))
    return parts


def glyph_of(board: Board, finding: Told, cell: Cell, article: str) -> tuple[str, str]:
    """The sign of a cell and its look: `1` which side, `≡` tells it, `–` does not say.

    `·` where a fact is not told, or where an article speaks of what is disputed and no
    answer was found in it.
    """
    s = board.signs
    if cell.mention is None:
        says_nothing = isinstance(finding, Contradiction) and article in finding.silent
        return (s.silent if says_nothing else s.dot), "dim"
    rejected = board.look(finding) == "rejected"
    if isinstance(finding, Fact):
        return s.shared, "rejected" if rejected else "sign-shared"
    glyphs = "/".join(side_sign(board, number) for number in cell.sides)
    return glyphs, "rejected" if rejected else f"side-{min(cell.sides[0] + 1, 3)}"


def side_sign(board: Board, number: int) -> str:
    """The sign of the side with this number, from 0."""
    sides = board.signs.sides
    return sides[number] if number < len(sides) else board.signs.more


def _answer(board: Board, finding: Told, cell: Cell) -> str:
    if cell.mention is None or isinstance(finding, Fact):
        return ""
    answers = board.answers(finding)
    return " / ".join(answers[number] for number in cell.sides)


# -- the finding in hand -------------------------------------------------------


def detail_lines(
    board: Board, entry: Entry | None, article: str, width: int, height: int
) -> tuple[Line, ...]:
    """The finding in hand in `height` lines: its sides with their words, and who is silent.

    The words are those of `article` where it takes the side.
    """
    if height < 1:
        return ()
    if entry is None:
        rule = cut((Fragment("─" * width, "box-frame-plain"),), width, "box")
        return (rule, *[cut((), width, "box")] * (height - 1))
    finding = entry.finding
    body = _sides(board, finding, article, width)
    if len(body) > height - 1:
        left = len(body) - height + 2
        body = [*body[: max(height - 2, 0)], (Fragment(f" … {left} more", "box-dim"),)]
    lines = [_rule(board, entry, width), *(cut(line, width, "box") for line in body)]
    lines += [cut((), width, "box")] * (height - len(lines))
    return tuple(lines[:height])


def _rule(board: Board, entry: Entry, width: int) -> Line:
    shared = isinstance(entry.finding, Fact)
    frame = "box-frame-shared" if shared else "box-frame"
    look = "box-title-shared" if shared else "box-title"
    verdict = board.verdict(entry.finding)
    words = {Verdict.CONFIRMED: "you confirmed this", Verdict.REJECTED: "you rejected this"}
    end = f" {words[verdict]} " if verdict else ""
    title = f" {board.chip(entry.finding)} {board.title(entry)} "
    title = fit(title, max(width - 3 - width_of(end), 0))
    line = "─" * max(width - 2 - width_of(title) - width_of(end), 0)
    return cut(
        (Fragment("──", frame), Fragment(title, look), Fragment(line, frame),
         Fragment(end, "box-dim")), width, "box",
    )  # fmt: skip


def _tellers(board: Board, fact: Fact, article: str) -> list[Line]:
    """What the mentions of a fact share, and the words of each article."""
    told = _told(fact.mentions, article)
    who = max(width_of(id) for id, _ in told) + 2
    lines: list[Line] = [(Fragment(f"   {fact.because}", "box"),)] if fact.because else []
    for id, mention in told:
        lines.append(
            (
                Fragment(f" {board.signs.shared} ", "box-title-shared"),
                Fragment(id + " " * (who - width_of(id)), "box-letter"),
                Fragment(f"“{_words(board, mention)}”", "box-dim"),
            )
        )
    return lines


def _sides(board: Board, finding: Told, article: str, width: int) -> list[Line]:
    if isinstance(finding, Fact):
        return _tellers(board, finding, article)
    letters = [" ".join(dict.fromkeys(m.article for m in s.mentions)) for s in finding.sides]
    silent = " ".join(finding.silent)
    who = min(max(map(width_of, (*letters, silent))) + 2, max(width // 4, 6))
    answers = board.answers(finding)
    value = min(max(map(width_of, answers)) + 2, max(width // 2 - who, 8))
    lines: list[Line] = []
    for number, side in enumerate(finding.sides):
        shown, ids = fit(answers[number], value - 1), fit(letters[number], who - 1)
        (_, mention), *_ = _told(side.mentions, article)
        lines.append(
            (
                Fragment(f" {side_sign(board, number)} ", f"side-{min(number + 1, 3)}"),
                Fragment(ids + " " * (who - width_of(ids)), "box-letter"),
                Fragment(shown + " " * (value - width_of(shown)), f"side-{min(number + 1, 3)}"),
                Fragment(
                    _side_words(board, mention, answers[number], width - who - value - 3), "box-dim"
                ),
            )
        )
    if words := without_answer(finding, board.story):
        silent = fit(silent, who - 1)
        gap = " " * (who - width_of(silent))
        sign = f" {board.signs.silent if finding.silent else ' '} "
        lines.append((Fragment(sign + silent + gap, "box-dim"), Fragment(words, "silent")))
    return lines


def _told(mentions: Sequence[Mention], article: str) -> list[tuple[str, Mention]]:
    """One mention an article, the one of `article` first."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.article, mention)
    return sorted(first.items(), key=lambda item: item[0] != article)


def _side_words(board: Board, mention: Mention, value: str, width: int) -> str:
    """The words of one article for a side, or its sentence where they are the value itself."""
    words, start = told_by((mention,), value, board.story)
    return around(words, start, max(width, 0))


def _words(board: Board, mention: Mention) -> str:
    text = mention.span.of(board.story.by_id[mention.article].text)
    return " ".join(text.split()).strip('"“”')
