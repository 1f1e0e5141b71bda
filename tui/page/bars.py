"""The bar under the page: a contradiction, a shared fact or a message, framed or in one line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.article import Story
from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact, Severity
from tui.model.tag import Verdict
from tui.page.lines import Fragment, Line, cells_of, cut, flow
from tui.page.marks import chip, decided
from tui.page.sides import around, differing_words, letters_of, quotes_of, told_by
from tui.page.signs import Signs
from tui.page.silent import without_answer
from tui.page.wrap import fit, width_of


def conflict_box(
    found: Contradiction,
    position: int,
    count: int,
    story: Story,
    width: int,
    height: int,
    signs: Signs,
    keys: Sequence[Fragment],
    verdict: Verdict | None,
) -> tuple[Line, ...]:
    """A frame of `height` lines: one line a side, who is silent, the keys below."""
    inner = width - 4
    title = f" {chip(found, verdict, signs)}  {position}/{count} {signs.dot} {found.question} "
    differing = differing_words(found, story)
    silent = " ".join(found.silent)
    letters = max(width_of(w) for w in (silent, *(letters_of(s.mentions) for s in found.sides))) + 2
    shown = [differing.get(n, side.shown) for n, side in enumerate(found.sides)]
    values = min(max(max(map(width_of, shown)) + 2, 10), inner // 2)
    body: list[Line] = []
    for number, side in enumerate(found.sides):
        who = letters_of(side.mentions)
        fragments = [
            Fragment(who.ljust(letters), "box-letter"),
            Fragment(fit(shown[number], values - 1).ljust(values), "box-value"),
        ]
        room = inner - letters - values
        quotes, start = told_by(side.mentions, shown[number], story)
        fragments.append(Fragment(around(quotes, start, max(room, 0)), "box-dim"))
        body.append(tuple(fragments))
    if words := without_answer(found, story):
        body.append((Fragment(silent.ljust(letters), "box-dim"), Fragment(words, "silent")))
    return framed(title, body, width, height, signs, keys, "")


def fact_box(
    fact: Fact,
    story: Story,
    width: int,
    height: int,
    signs: Signs,
    keys: Sequence[Fragment],
    verdict: Verdict | None = None,
) -> tuple[Line, ...]:
    """A frame for a shared fact: how many tell it, and in which words."""
    voices = counted(fact.voices, "independent voice")
    sign = decided(signs.shared, verdict, signs)
    title = f" {sign} shared by {letters_of(fact.mentions)} {signs.dot} {voices} "
    body: list[Line] = []
    for article in dict.fromkeys(m.article for m in fact.mentions):
        told = quotes_of([m for m in fact.mentions if m.article == article], story)
        words = told.removeprefix(f"{article} ")
        body.append((Fragment(f"{article} ", "box-letter"), Fragment(words, "box")))
    return framed(title, body, width, height, signs, keys, "-shared")


def message_box(
    title: str, texts: Sequence[str], width: int, height: int, signs: Signs
) -> tuple[Line, ...]:
    """A frame with words: the hint of a first run, or what was found."""
    body: list[Line] = []
    for text in texts:
        body += [line for line, _ in flow((Fragment(text, "box"),), width - 4)]
    return framed(f" {title} " if title else "", body, width, height, signs, (), "-plain")


def framed(
    title: str,
    body: list[Line],
    width: int,
    height: int,
    signs: Signs,
    keys: Sequence[Fragment],
    kind: str = "",
) -> tuple[Line, ...]:
    """`body` in a frame of `height` lines; what does not fit is counted."""
    room = height - 2
    if len(body) > room:
        left = len(body) - room + 1
        body = [*body[: room - 1], (Fragment(f"{signs.more} {left} more", "box-dim"),)]
    body += [()] * (room - len(body))
    return (
        _edge("╭", "╮", width, kind, title=title),
        *(_side(line, width, kind) for line in body),
        _edge("╰", "╯", width, kind, end=(_GAP, *keys, _GAP) if keys else ()),
    )


def conflict_line(
    found: Contradiction,
    position: int,
    count: int,
    story: Story,
    width: int,
    signs: Signs,
    verdict: Verdict | None = None,
) -> Line:
    """`≠2 2/5  A B Lyon ≠ D Paris  Where …?` in one line, for low screens.

    Every side shows; the question follows where there is room for it.
    """
    sign = signs.conflict if found.severity is Severity.CONFLICT else signs.differs
    parts = [Fragment(f" {chip(found, verdict, signs)} ", "box-title")]
    if width >= _ROOMY:
        parts.append(Fragment(f"{position}/{count} ", "box-dim"))
    differing = differing_words(found, story)
    letters = [letters_of(side.mentions) + " " for side in found.sides]
    room = width - cells_of(parts) - sum(width_of(w) + 3 for w in letters)
    each = max(room // len(found.sides), 3)
    for number, side in enumerate(found.sides):
        if number:
            parts.append(Fragment(f" {sign} ", "box-dim"))
        parts.append(Fragment(letters[number], "box-letter"))
        parts.append(Fragment(fit(differing.get(number, side.shown), each), "box-value"))
    if width - cells_of(parts) > 20:
        parts.append(Fragment(f"  {found.question}", "box-dim"))
    return cut(parts, width, "box")


_ROOMY = 60
"""Cells from which a line tells the position of a contradiction too."""


def _edge(
    left: str, right: str, width: int, kind: str, title: str = "", end: Sequence[Fragment] = ()
) -> Line:
    title = fit(title, width - 4)
    room = max(width - 4 - width_of(title), 0)
    shown = cut(end, min(cells_of(end), room), "box-dim")
    frame = f"box-frame{kind}"
    return (
        Fragment(f"{left}─", frame),
        Fragment(title, f"box-title{kind}"),
        Fragment("─" * (room - cells_of(shown)), frame),
        *shown,
        Fragment(f"─{right}", frame),
    )


_GAP = Fragment(" ", "box-dim")


def _side(line: Line, width: int, kind: str) -> Line:
    frame = f"box-frame{kind}"
    return (Fragment("│ ", frame), *cut(line, width - 4, "box"), Fragment(" │", frame))
