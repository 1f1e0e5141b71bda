"""The lines around the page: top line, conflict bar, footer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.model.article import Story
from tui.model.counted import counted
from tui.model.finding import Contradiction, Fact, Kind, Mention, Severity
from tui.model.span import Span
from tui.model.tag import Label, Verdict
from tui.page.differences import own_words
from tui.page.lines import Fragment, Line, flow, pad
from tui.page.marks import chip, decided
from tui.page.signs import Signs
from tui.page.silent import without_answer
from tui.page.wrap import fit, width_of


class Status(NamedTuple):
    """What the top line tells."""

    title: str
    detail: str
    """Articles and dates."""
    shared: int
    conflicts: int
    differs: int
    tags: int
    place: str
    """`row 2/14`."""
    state: str
    """`saved`, `saving…`, `comparing 3/5…` or empty."""
    alarm: bool = False
    """The state is bad news."""
    counted: bool = True
    """Whether the counts are known yet, and may be shown."""
    chosen: str = ""
    """Which findings the reader wants to see: `strict`, `blind`; empty for the usual."""
    question: bool = False
    """The title is what a contradiction asks, which no other line tells."""


def top_line(status: Status, width: int, signs: Signs) -> Line:
    """Title and detail at the left, counts, place and state at the right.

    Where they are too long for one line the title gives way, then the counts,
    those of contradictions last.
    """
    tail = [Fragment(status.place, "top")] if status.place else []
    if status.state:
        look = "top-warn" if status.alarm else "top-dim"
        tail.append(Fragment(f" {signs.dot} {status.state}", look))
    tail.append(Fragment(" ", "top"))
    right: list[Fragment] = []
    free = width - 1 - _cells(tail)
    if status.chosen and free > 8:
        room = min(max(width // 3, 8), free - 5)
        right += [Fragment(f" {fit(status.chosen, room)} ", "top-chosen"), Fragment("  ", "top")]
    title = _LEAST_QUESTION if status.question else _LEAST_TITLE
    right += _counts(status, width, free - _cells(right) - title, signs)
    right += tail
    used = _cells(right)
    room = width - used - 1
    shown = fit(f" {status.title}", room) if room > 3 else ""
    left = [Fragment(shown, "top-title")]
    rest = room - width_of(shown) - 2
    if rest >= width_of(status.detail):
        left.append(Fragment(f"  {status.detail}", "top-dim"))
    gap = max(width - used - _cells(left), 0)
    return cut((*left, Fragment(" " * gap, "top"), *right), width, "top")


def _counts(status: Status, width: int, room: int, signs: Signs) -> list[Fragment]:
    """How much was found and tagged, in words on wide screens; as much of it as `room` holds."""
    conflicts = "conflict" if status.conflicts == 1 else "conflicts"
    differ = "differs" if status.differs == 1 else "differ"
    counts = [
        (signs.shared, status.shared, "shared", "top-shared"),
        (signs.conflict, status.conflicts, conflicts, "top-conflict"),
        (signs.differs, status.differs, differ, "top-conflict"),
        (signs.tag, status.tags, "tagged", "top-tag"),
    ]
    words = width >= 110
    shown = [
        (
            Fragment(f"{sign} {count}" if words else f"{sign}{count}", look),
            Fragment(f" {word}  " if words else " ", "top-dim"),
        )
        for sign, count, word, look in (counts if status.counted else counts[-1:])
    ]
    if status.question and sum(map(_cells, shown)) > room:
        return []  # beside the sign of one contradiction some counts would look like others
    while shown and sum(map(_cells, shown)) > room:
        del shown[0 if len(shown) in (1, 4) else -1]
    return [part for parts in shown for part in parts]


_LEAST_TITLE = 8
_LEAST_QUESTION = 30
"""Cells that a title, or the question of a contradiction, is given before counts are."""


def conflict_box(
    found: Contradiction,
    position: int,
    count: int,
    story: Story,
    width: int,
    height: int,
    signs: Signs,
    keys: str,
    verdict: Verdict | None,
) -> tuple[Line, ...]:
    """A frame of `height` lines: one line a side, who is silent, the keys below."""
    inner = width - 4
    title = f" {chip(found, verdict, signs)}  {position}/{count} {signs.dot} {found.question} "
    differing = differing_words(found, story)
    silent = " ".join(found.silent)
    letters = max(width_of(w) for w in (silent, *(_letters(s.mentions) for s in found.sides))) + 2
    shown = [differing.get(n, side.shown) for n, side in enumerate(found.sides)]
    values = min(max(max(map(width_of, shown)) + 2, 10), inner // 2)
    body: list[Line] = []
    for number, side in enumerate(found.sides):
        who = _letters(side.mentions)
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
    keys: str,
    verdict: Verdict | None = None,
) -> tuple[Line, ...]:
    """A frame for a shared fact: how many tell it, and in which words."""
    voices = counted(fact.voices, "independent voice")
    sign = decided(signs.shared, verdict, signs)
    title = f" {sign} shared by {_letters(fact.mentions)} {signs.dot} {voices} "
    body: list[Line] = []
    for article in dict.fromkeys(m.article for m in fact.mentions):
        told = _quotes([m for m in fact.mentions if m.article == article], story)
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
    return framed(f" {title} " if title else "", body, width, height, signs, "", "-plain")


def framed(
    title: str, body: list[Line], width: int, height: int, signs: Signs, keys: str, kind: str = ""
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
        _edge("╰", "╯", width, kind, end=f" {keys} " if keys else ""),
    )


def told_by(mentions: Sequence[Mention], value: str, story: Story) -> tuple[str, int]:
    """What the articles say word for word, and where in it `value` begins, else 0.

    Where that would be the value over again, the sentence of the first who says it.
    """
    first = mentions[0]
    article = story.by_id[first.article]
    claim = article.claim_at(first.span.start)
    same = all(_bare(m.span.of(story.by_id[m.article].text)) == _bare(value) for m in mentions)
    if not same or claim is None:
        quotes = _quotes(mentions, story)
        return quotes, max(quotes.find(value.split(" … ")[0]), 0)
    before = _bare(article.text[claim.start : first.span.start])
    sentence = f"{article.id} “{_bare(claim.of(article.text), fold=False)}”"
    return sentence, len(f"{article.id} “") + len(before) + bool(before)


def _bare(words: str, fold: bool = True) -> str:
    """Words on one line without the quotation marks around them."""
    bare = " ".join(words.split()).strip(_QUOTES)
    return bare.casefold() if fold else bare


def differing_words(found: Contradiction, story: Story) -> dict[int, str]:
    """Side by number → the words that only it has, for a quotation in several wordings.

    Whole quotations are too long to show what differs; other contradictions
    have values of their own, and a side without words of its own has none.
    """
    if found.kind is not Kind.QUOTE:
        return {}
    texts = {
        str(n): side.mentions[0].span.of(story.by_id[side.mentions[0].article].text)
        for n, side in enumerate(found.sides)
    }
    words: dict[int, str] = {}
    for name, text in texts.items():
        spans = own_words(name, texts)(Span(0, len(text)), text)
        if spans:
            words[int(name)] = " … ".join(" ".join(s.of(text).split()) for s in spans)
    return words


def around(text: str, start: int, width: int) -> str:
    """`A “text”` in `width` cells, words at its beginning left out where `start` would not show."""
    if width_of(text) <= width or start < width // 2:
        return fit(text, width)
    head = text.find("“") + 1
    at = text.find(" ", max(start - width // 4, head), start) + 1 or start
    return fit(f"{text[:head]}…{text[at:]}", width)


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
    letters = [_letters(side.mentions) + " " for side in found.sides]
    room = width - _cells(parts) - sum(width_of(w) + 3 for w in letters)
    each = max(room // len(found.sides), 3)
    for number, side in enumerate(found.sides):
        if number:
            parts.append(Fragment(f" {sign} ", "box-dim"))
        parts.append(Fragment(letters[number], "box-letter"))
        parts.append(Fragment(fit(differing.get(number, side.shown), each), "box-value"))
    if width - _cells(parts) > 20:
        parts.append(Fragment(f"  {found.question}", "box-dim"))
    return cut(parts, width, "box")


_ROOMY = 60
"""Cells from which a line tells the position of a contradiction too."""


def text_line(text: str, width: int, look: str = "box") -> Line:
    return cut((Fragment(" " + text, look),), width, look)


def first_parts(text: str, width: int, apart: str = " · ") -> str:
    """As many of the parts of `text` as fit in `width` cells, whole; always the first."""
    while width_of(text) > width and apart in text:
        text = text.rpartition(apart)[0]
    return text


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
    row only, the keys give way to it.
    """
    keyed = [label for label in tagset if label.digit]
    room, lines = width - 1, max(rows - 1, 1)
    longest = max((width_of(label.name) for label in keyed), default=0)
    while longest > 1 and len(_shared_out(keyed, room, longest)) > lines:
        # The long names are cut first, so that every digit shows.
        longest = longest - 1 if longest > _LEAST_NAME else 1
    shared = [*_shared_out(keyed, room, longest), *[[]] * lines][:lines]
    tags = [cut(_labels(some, longest, on, digits, signs), width, "foot") for some in shared]
    return tuple(tags) if rows == 1 else (*tags, _keys(commands, width))


def footer_rows(tagset: Sequence[Label], width: int, height: int) -> int:
    """Lines of the footer: one where the screen is low, three where the names need two lines."""
    if height < 16:
        return 1
    keyed = [label for label in tagset if label.digit]
    longest = max((width_of(label.name) for label in keyed), default=0)
    return 2 if len(_shared_out(keyed, width - 1, longest)) < 2 else 3


_LEAST_NAME = 3
"""Cells below which a name gives way to the letter of its chip."""


def _name(label: Label, longest: int) -> str:
    """The name in `longest` cells; in one cell the letters of the chip stand for it."""
    if longest > 1:
        return fit(label.name, longest)
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
    keys: list[Fragment] = [Fragment(" ", "foot")]
    used = 1
    for together in _grouped(commands):
        need = sum(width_of(key) for key, _, _ in together) + width_of(together[0][1]) + 3
        if used + need > width:
            break
        for key, _, command in together:
            keys.append(Fragment(key, "foot-key", target=f"command:{command}"))
        keys.append(Fragment(f" {together[0][1]}  ", "foot", target=f"command:{together[0][2]}"))
        used += need
    return cut(keys, width, "foot")


def _grouped(commands: Iterable[tuple[str, str, str]]) -> list[list[tuple[str, str, str]]]:
    """Neighbours of one name together: `jk claim`."""
    groups: list[list[tuple[str, str, str]]] = []
    for command in commands:
        if groups and groups[-1][0][1] == command[1]:
            groups[-1].append(command)
        else:
            groups.append([command])
    return groups


def _cells(fragments: Iterable[Fragment]) -> int:
    return sum(width_of(f.text) for f in fragments)


_QUOTES = '"“”'


def _letters(mentions: Iterable[Mention]) -> str:
    return " ".join(dict.fromkeys(m.article for m in mentions))


def _quotes(mentions: Sequence[Mention], story: Story) -> str:
    shown = []
    for mention in mentions:
        words = " ".join(mention.span.of(story.by_id[mention.article].text).split())
        shown.append(f"{mention.article} “{words.strip(_QUOTES)}”")
    return " · ".join(dict.fromkeys(shown))


def _edge(left: str, right: str, width: int, kind: str, title: str = "", end: str = "") -> Line:
    title, end = fit(title, width - 4), fit(end, max(width - 4 - width_of(title), 0))
    fill = "─" * max(width - 4 - width_of(title) - width_of(end), 0)
    frame = f"box-frame{kind}"
    return (
        Fragment(f"{left}─", frame),
        Fragment(title, f"box-title{kind}"),
        Fragment(fill, frame),
        Fragment(end, "box-dim"),
        Fragment(f"─{right}", frame),
    )


def _side(line: Line, width: int, kind: str) -> Line:
    frame = f"box-frame{kind}"
    return (Fragment("│ ", frame), *cut(line, width - 4, "box"), Fragment(" │", frame))
