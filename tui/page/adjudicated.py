"""The bar of adjudication: who labelled a claim how, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.counted import counted
from tui.page.bars import framed
from tui.page.lines import Fragment, Line, cut
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of


class Voice(NamedTuple):
    """What one annotator, or several alike, say of the claim in hand."""

    key: str
    """What decides for this answer, as the footer shows it; empty for none."""
    name: str
    """Whose answer it is."""
    short: str
    """The same in a few cells: a name, or how many they are."""
    labels: str
    note: str
    holds: bool
    """Whether it was decided that these labels hold."""


class Case(NamedTuple):
    """A disagreement as the bar shows it."""

    chip: str
    position: int
    """From 1."""
    total: int
    left: int
    """Disagreements still open."""
    voices: Sequence[Voice]
    decision: str
    """What was decided and why, in words; empty while it is open."""
    lists: str = ""
    """The key that lists all answers."""
    sentences: int = 0
    """Of a passage that is decided as a whole, because a tag covers all of it; else 0."""


def adjudication_box(
    case: Case, width: int, height: int, signs: Signs, keys: Sequence[Fragment]
) -> tuple[Line, ...]:
    """A frame of `height` lines: one line an answer, then the decision, the keys below.

    Where there is no line for the decision, it stands in the title.
    """
    left = f"{case.left} open" if case.left else "all decided"
    title = f" {case.chip}  {case.position}/{case.total} {signs.dot} {left} "
    if case.sentences:
        title += f"{signs.dot} {case.sentences} sentences under one tag, decided together "
    decision = case.decision or "not decided yet"
    inner = width - 4
    names = min(max(width_of(v.name) for v in case.voices) + 2, inner // 3)
    labels = min(max(width_of(v.labels) for v in case.voices) + 2, inner // 2)
    body = [_voice(voice, names, labels, inner, signs) for voice in case.voices]
    if len(body) > height - 2:
        body = _shortened(body, height - 2, case.lists, signs)
    if len(body) < height - 2:
        look = "box" if case.decision else "box-dim"
        body.append((Fragment(fit(decision, inner), look),))
    else:
        title += f"{signs.dot} {decision} "
    return framed(title, body, width, height, signs, keys)


def _shortened(body: list[Line], room: int, key: str, signs: Signs) -> list[Line]:
    """So many of the lines as there is room for; the last one tells the rest, and the key to it."""
    rest = counted(len(body) - room + 1, "more answer")
    words = f"{signs.more} {rest}: {key} lists all"
    return [*body[: room - 1], (Fragment(words, "box-dim"),)]


def _voice(voice: Voice, names: int, labels: int, inner: int, signs: Signs) -> Line:
    mark = signs.confirmed if voice.holds else " "
    room = max(inner - names - labels - 10, 0)
    note = f"“{voice.note}”" if voice.note else ""
    return (
        Fragment("press " if voice.key else " " * 6, "box-dim"),
        Fragment(f"{voice.key or ' '} {mark} ", "box-title"),
        Fragment(_filled(voice.name, names), "box"),
        Fragment(_filled(voice.labels, labels), "box-value"),
        Fragment(fit(note, room), "box-dim"),
    )


def _filled(text: str, width: int) -> str:
    """`text` cut and filled to `width` cells, the last one blank."""
    shown = fit(text, width - 1)
    return shown + " " * (width - width_of(shown))


def adjudication_line(case: Case, width: int) -> Line:
    """`⇄2 2/5  A=ann: fact  B=ben: doubtful` in one line, for low screens."""
    parts = [
        Fragment(f" {case.chip} ", "box-title"),
        Fragment(f"{case.position}/{case.total} ", "box-dim"),
    ]
    for voice in case.voices:
        # An equals sign, because a bare letter is an article everywhere else.
        key = f"{voice.key}=" if voice.key else ""
        look = "box-value" if voice.holds or not case.decision else "box-dim"
        parts.append(Fragment(f" {key}{voice.short}: ", "box-letter"))
        parts.append(Fragment(voice.labels, look))
    parts.append(Fragment(f"   {case.decision or 'not decided yet'}", "box-dim"))
    return cut(parts, width, "box")
