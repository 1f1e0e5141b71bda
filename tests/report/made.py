"""A three-line story and its analysis, made by hand, for the tests of the writers."""

from datetime import date

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
    finding_key,
)
from tui.model.span import Span
from tui.model.tag import Anchor, Confidence, Decision, Session, Status, Tag, Verdict


def article(id: str, *lines: str, **more: object) -> Article:
    """An article with a paragraph a line and one sentence a paragraph."""
    paragraphs, at = [], 0
    for number, line in enumerate(lines, 1):
        span = Span(at, at + len(line))
        paragraphs.append(Paragraph(number, span, Role.BODY, (span,)))
        at += len(line) + 1
    text = "\n".join(lines)
    return Article(id, f"{id.lower()}.txt", text, "00ff", Paragraphs(paragraphs), **more)  # type: ignore[arg-type]


STORY = Story(
    "fire",
    "Fire at the harbour",
    (
        article(
            "A",
            "Ten boats burned on 3 May.",
            "The mayor spoke.",
            title="Boats burn",
            outlet="Gazette",
            published=date(2025, 5, 4),
            published_from=Source.HEADER,
        ),
        article("B", "Ten boats burned on 3 May.", notes=("Two bytes were not UTF-8.",)),
        article("C", "Nobody was hurt.", "Twelve boats burned on 3 May."),
        Article("D", "d.txt", "", "", problem="d.txt is empty."),
    ),
    notes=("Left out: notes.pdf.",),
)


def mention(id: str, words: str) -> Mention:
    at = STORY.by_id[id].text.index(words)
    return Mention(id, Span(at, at + len(words)))


def cell(id: str, number: int) -> tuple[Piece, ...]:
    return (Piece(number, STORY.by_id[id].paragraphs[number - 1].span),)


BOATS = Contradiction(
    "x1",
    Kind.NUMBER,
    Severity.CONFLICT,
    "How many boats burned?",
    (
        Side("10 boats", "ten boats", (mention("A", "Ten boats"), mention("B", "Ten boats"))),
        Side("12 boats", "twelve boats", (mention("C", "Twelve boats"),)),
    ),
    (),
    0.81234567,
    "number",
    "“Ten boats” and “Twelve boats” count the same boats.",
)
MAY = Fact(
    "f1",
    "Boats burned on 3 May.",
    2,
    tuple(mention(id, "burned on 3 May") for id in "ABC"),
)
MAYOR = Only(mention("A", "The mayor spoke."))
ANALYSIS = Analysis(
    rows=(
        Row(1, "Boats", 0.9, ("boats",), {"C": cell("C", 2), "A": cell("A", 1), "B": cell("B", 1)}),
        Row(2, "Mayor", 1.0, (), {"A": cell("A", 2)}),
        Row(3, "Hurt", 1.0, (), {"C": cell("C", 1)}),
    ),
    links=(Link(ParagraphRef("A", 1), ParagraphRef("C", 2), 0.123456, ("boats", "burned")),),
    facts=(MAY,),
    contradictions=(BOATS,),
    only=(MAYOR,),
    voices={"A": "A", "B": "A", "C": "C"},
)
TAG = Tag(
    "t1",
    Anchor("C", "c.txt", mention("C", "Nobody was hurt.").span, "Nobody was hurt."),
    ("check", "fact"),
    "Ask the hospital.",
    Status.NEEDS_CALL,
    Confidence.LOW,
)
SESSION = Session(
    "fire",
    "ana",
    tags=(TAG,),
    decisions=(Decision(finding_key(BOATS, STORY), Verdict.REJECTED, BOATS.question),),
)
PLACES = {"t1": mention("C", "Nobody was hurt.")}
