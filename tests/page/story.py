"""A small story and its analysis, made by hand, so that pages and screens have something fixed.

Nothing here comes from the program's own reading or analysis: a better
analysis changes no page of these tests. It holds what a page must cope with: a
contradiction in one row, one told in two rows, one of wording only, a shared
fact of all, claims told once, a row of one article, a link across rows, lines
that are no body text, wide characters and an emoji.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import TypeGuard

from tui.model.alignment import Link, ParagraphRef, Piece, Row
from tui.model.article import Article, Paragraph, Paragraphs, Role, Source, Story
from tui.model.finding import (
    Analysis,
    Contradiction,
    Fact,
    Kind,
    Mention,
    Only,
    Severity,
    Side,
)
from tui.model.span import Span

Told = tuple[Role, Sequence[str]]
"""A paragraph: its role and its sentences."""


def article(id: str, *paragraphs: Told | str | Sequence[str], **more: object) -> Article:
    """An article with one line a paragraph; a bare string or list is body text."""
    lines: list[str] = []
    made: list[Paragraph] = []
    at = 0
    for number, told in enumerate(paragraphs, 1):
        role, words = Role.BODY, told
        if _has_role(told):
            role, words = told
        sentences: list[str] = [words] if isinstance(words, str) else [str(w) for w in words]
        line = " ".join(sentences)
        claims, start = [], at
        for sentence in sentences:
            claims.append(Span(start, start + len(sentence)))
            start += len(sentence) + 1
        made.append(Paragraph(number, Span(at, at + len(line)), role, tuple(claims)))
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    file = str(more.pop("file", f"{id.lower()}.txt"))
    return Article(id, file, text, digest, Paragraphs(made), **more)  # type: ignore[arg-type]


def _has_role(told: Told | str | Sequence[str]) -> TypeGuard[Told]:
    return isinstance(told, tuple) and len(told) == 2 and isinstance(told[0], Role)


def body(text: str, id: str = "A") -> Article:
    """One article of body text, a paragraph and a claim for each line of `text`."""
    numbers = count(1)
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            span = Span(at, at + len(line))
            paragraphs.append(Paragraph(next(numbers), span, Role.BODY, (span,)))
        at += len(line) + 1
    return Article(id, f"{id.lower()}.txt", text, "00", Paragraphs(paragraphs))


def side_by_side(*articles: Article) -> tuple[Story, Analysis]:
    """A story whose n-th paragraphs stand in the n-th row, nothing found in it."""
    most = max((len(a.told) for a in articles), default=0)
    rows = []
    for number in range(most):
        cells = {
            a.id: (Piece(a.told[number].number, a.told[number].span),)
            for a in articles
            if number < len(a.told)
        }
        rows.append(Row(number + 1, f"row {number + 1}", 0.8, (), cells))
    return Story("made", "Made", articles), Analysis(rows=tuple(rows))


A = article(
    "A",
    (Role.TITLE, ["Ferry strikes pier in Norrhamn, twelve hurt"]),
    [
        "The ferry Alda struck the pier of Norrhamn on Saturday morning.",
        "Twelve people were hurt, the harbour office said.",
    ],
    [
        "The captain had reported trouble with the rudder an hour earlier.",
        "Divers examined the hull in the afternoon.",
    ],
    [
        "The mayor, Lena Ostrow, called the crossing “safe and well run”.",
        "She promised an open inquiry.",
    ],
    "The line will stay closed until Tuesday, the harbour office said.",
    "A choir on board kept singing until the boats came.",
    (Role.BOILERPLATE, ["Sign up for our newsletter."]),
    title="Ferry strikes pier in Norrhamn, twelve hurt",
    outlet="Norrhamn Post",
    outlet_from=Source.HEADER,
    published=date(2025, 5, 4),
    published_from=Source.HEADER,
)
B = article(
    "B",
    (Role.TITLE, ["Alda hits pier: nine in hospital"]),
    [
        "The ferry Alda struck the pier of Norrhamn on Saturday morning.",
        "Nine people were hurt, a spokesman of the hospital said.",
    ],
    "The company said that the rudder was overhauled in March.",
    "Mayor Ostrow called the crossing “safe and well managed”.",
    (Role.CAPTION, ["The Alda at the pier (file picture)."]),
    title="Alda hits pier: nine in hospital",
    outlet="Coast Radio",
    outlet_from=Source.METADATA,
    published=date(2025, 5, 4),
    published_from=Source.METADATA,
)
C = article(
    "C",
    (Role.DATELINE, ["NORRHAMN, May 5 (Wire)"]),
    [
        "The ferry Alda hit the pier of Norrhamn on Saturday morning with 230 people on board.",
        "Twelve were hurt.",
    ],
    [
        "The captain had reported trouble with the rudder before the crash.",
        "The service will not run again before Thursday, the company said.",
    ],
    "The Alda was built in 1998.",
    title="Ferry accident off Norrhamn",
    outlet="Nordic Wire",
    outlet_from=Source.DATELINE,
    published=date(2025, 5, 5),
    published_from=Source.DATELINE,
)
D = article(
    "D",
    "On Saturday morning the Alda struck the pier of Norrhamn ⛴️.",
    "Passengers from Osaka thanked the crew: 「ありがとうございました」.",
    "Nobody spoke to us at the town hall.",
)
STORY = Story("ferry", "A ferry strikes the pier", (A, B, C, D), root="stories/ferry")


def mention(id: str, words: str, story: Story = STORY) -> Mention:
    """The first place where an article has these words."""
    at = story.by_id[id].text.index(words)
    return Mention(id, Span(at, at + len(words)))


def cell(id: str, *numbers: int, story: Story = STORY) -> tuple[Piece, ...]:
    """Whole paragraphs, by their numbers."""
    paragraphs = story.by_id[id].paragraphs
    return tuple(Piece(n, paragraphs[n - 1].span) for n in numbers)


def _row(number: int, title: str, score: float, **cells: tuple[int, ...]) -> Row:
    return Row(number, title, score, (), {a: cell(a, *numbers) for a, numbers in cells.items()})


HURT = Contradiction(
    "x1",
    Kind.NUMBER,
    Severity.CONFLICT,
    "How many people were hurt?",
    (
        Side("12 people", "twelve", (mention("A", "Twelve people"), mention("C", "Twelve"))),
        Side("9 people", "nine", (mention("B", "Nine people"),)),
    ),
    ("D",),
    0.91,
    "number",
    "“Twelve people” and “Nine people” count the same people.",
)
MAYOR = Contradiction(
    "x2",
    Kind.QUOTE,
    Severity.DIFFERS,
    "What did the mayor call the crossing?",
    (
        Side("safe and well run", "well run", (mention("A", "“safe and well run”"),)),
        Side("safe and well managed", "well managed", (mention("B", "“safe and well managed”"),)),
    ),
    ("C", "D"),
    0.74,
    "quote",
    "One speech is quoted in two wordings.",
)
CLOSED = Contradiction(
    "x3",
    Kind.DATE,
    Severity.CONFLICT,
    "Until when does the line stay closed?",
    (
        Side("2025-05-06", "Tuesday", (mention("A", "until Tuesday"),)),
        Side("2025-05-08", "Thursday", (mention("C", "before Thursday"),)),
    ),
    ("B", "D"),
    0.55,
    "date",
    "“until Tuesday” and “before Thursday” end one closure on two days.",
)
STRUCK = Fact(
    "f1",
    "The Alda struck the pier of Norrhamn on Saturday morning.",
    4,
    (
        mention("A", "The ferry Alda struck the pier of Norrhamn on Saturday morning."),
        mention("B", "The ferry Alda struck the pier of Norrhamn on Saturday morning."),
        mention("C", "The ferry Alda hit the pier of Norrhamn on Saturday morning"),
        mention("D", "On Saturday morning the Alda struck the pier of Norrhamn"),
    ),
    "All name the ferry, the pier and the day.",
)
RUDDER = Fact(
    "f2",
    "The captain had reported trouble with the rudder.",
    2,
    (
        mention("A", "The captain had reported trouble with the rudder"),
        mention("C", "The captain had reported trouble with the rudder"),
    ),
    "Both name the captain and the rudder.",
)
ONLY = (
    Only(mention("A", "Divers examined the hull in the afternoon.")),
    Only(mention("A", "A choir on board kept singing until the boats came.")),
    Only(mention("C", "The Alda was built in 1998."), "No other article tells its age."),
    Only(mention("D", "Nobody spoke to us at the town hall.")),
)
ANALYSIS = Analysis(
    rows=(
        _row(1, "Ferry strikes pier", 0.7, A=(1,), B=(1,)),
        _row(2, "The ferry Alda struck the pier", 0.9, A=(2,), B=(2,), C=(2,), D=(1,)),
        _row(3, "Trouble with the rudder", 0.8, A=(3,), B=(3,), C=(3,)),
        _row(4, "What the mayor said", 0.6, A=(4,), B=(4,), D=(3,)),
        _row(5, "The line stays closed", 1.0, A=(5,)),
        _row(6, "Thanks to the crew", 0.2, A=(6,), D=(2,)),
        _row(7, "Age of the ship", 1.0, C=(4,)),
    ),
    links=(Link(ParagraphRef("A", 5), ParagraphRef("C", 3), 0.31, ("closed",)),),
    facts=(STRUCK, RUDDER),
    contradictions=(HURT, MAYOR, CLOSED),
    only=ONLY,
    voices={"A": "A", "B": "B", "C": "C", "D": "D"},
)
QUIET = replace(ANALYSIS, facts=(), contradictions=(), only=(), links=())
"""The same rows, and nothing found in them."""
BROKEN = Article("E", "e.txt", "", "", problem="e.txt is not text: byte 0 begins a picture")
DATES: Mapping[str, str] = {
    "A": "4 May 2025",
    "B": "4 May 2025",
    "C": "5 May 2025",
    "D": "undated",
}
