"""Small stories for the tests of this folder."""

from __future__ import annotations

import re
from datetime import date

from tui.model.article import Article, Paragraph, Paragraphs, Role, Story
from tui.model.span import Span


def article(
    name: str, *paragraphs: str, title: str | None = None, published: date | None = None
) -> Article:
    """An article of these paragraphs, a sentence ending at each `. `."""
    blocks = ([title] if title else []) + list(paragraphs)
    found, at = [], 0
    for number, block in enumerate(blocks, 1):
        role = Role.TITLE if title and number == 1 else Role.BODY
        sentences, start = [], 0
        for stop in [m.end() for m in re.finditer(r"\.(?= )", block)] + [len(block)]:
            sentences.append(Span(at + start, at + stop))
            start = stop + 1
        found.append(Paragraph(number, Span(at, at + len(block)), role, tuple(sentences)))
        at += len(block) + 2
    return Article(
        name, f"{name}.txt", "\n\n".join(blocks), "", Paragraphs(found), published=published
    )


def story(*articles: Article) -> Story:
    return Story("s", "s", articles)


FIRE = (
    article(
        "A",
        "A fire destroyed three warehouses in Norwick harbour on Monday night. Nobody was hurt.",
        "Mayor Ellen Dorn praised the crews of the fire brigade.",
        "The port handles most of the fish that the county exports.",
        title="Fire destroys Norwick warehouses",
    ),
    article(
        "B",
        "Ellen Dorn, the mayor, praised the fire brigade and its crews on Tuesday.",
        "Three warehouses in the harbour of Norwick were destroyed by a fire on Monday night.",
        "Insurers expect claims of two million crowns.",
        title="Blaze in Norwick harbour",
    ),
    article(
        "C",
        "The fire in Norwick harbour destroyed three warehouses late on Monday.",
        "Schools near the harbour stayed closed because of the smoke.",
    ),
)
"""One event in three reports: A and B, A and C, B and C tell the fire; A and B the praise."""
