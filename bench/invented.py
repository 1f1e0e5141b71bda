"""Stories of invented paragraphs, and what is to be found in them.

Comparing 40,000 paragraphs takes minutes. Whoever invents them knows which tell
the same: the findings of the largest stories are written down, not found, about
as many of each kind as the program finds in smaller ones.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from tui.model.alignment import Piece, Row
from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Fact, Kind, Mention, Only, Severity, Side
from tui.model.span import Span

RETOLD = 0.4
"""Share of paragraphs that tell what another article tells, now and then with another number."""
NOUNS = (
    "harbour council mayor bridge school ferry storm market station factory river hospital".split()
)
VERBS = "closed opened reached left rebuilt damaged inspected promised flooded visited".split()
OTHERS = (
    "early late slowly again north south quietly twice together abroad nearby yesterday".split()
)
_STREET = re.compile(r"(\w+) Street")
_NUMBER = re.compile(r"after (\d+) people")


def write_story(folder: Path, articles: int, paragraphs: int, seed: int = 7) -> None:
    """Plain text files; the same numbers give the same bytes."""
    dice = random.Random(seed)
    folder.mkdir()
    told: list[str] = []
    for number in range(articles):
        again = dice.sample(told, min(len(told), round(RETOLD * paragraphs)))
        new = [invented(dice) for _ in range(paragraphs - len(again))]
        body = new + [retold(paragraph, dice) for paragraph in again]
        dice.shuffle(body)
        told += new
        head = f"Report {number + 1} on the storm in the harbour\n\nJuly {number % 9 + 10}, 2025"
        (folder / f"{number:03}.txt").write_text("\n\n".join([head, *body]) + "\n", "utf-8")


def invented(dice: random.Random) -> str:
    """A paragraph of one to three sentences; made-up names keep most of them apart."""
    sentences = []
    for _ in range(dice.randint(1, 3)):
        (name, street), (noun, other, third) = names(dice, 2), dice.sample(NOUNS, 3)
        sentences.append(
            f"The {noun} of {name} {dice.choice(VERBS)} the {other} {dice.choice(OTHERS)} after "
            f"{dice.randint(2, 900)} people {dice.choice(VERBS)} a {third} in {street} Street."
        )
    return " ".join(sentences)


def names(dice: random.Random, count: int) -> list[str]:
    letters = "abcdefghilmnoprstuv"
    return ["".join(dice.choices(letters, k=dice.randint(5, 9))).capitalize() for _ in range(count)]


def retold(paragraph: str, dice: random.Random) -> str:
    """The paragraph with other small words, and one time in five with another number."""
    words = [dice.choice(OTHERS) if word in OTHERS else word for word in paragraph.split()]
    if dice.random() < 0.2:
        words = [str(dice.randint(2, 900)) if word.isdigit() else word for word in words]
    return " ".join(words)


def findings(story: Story) -> Analysis:
    """Rows, shared facts and contradictions of a story that `write_story` made.

    Paragraphs are the same one retold when they name the same streets.
    """
    groups: dict[tuple[str, ...], list[Mention]] = {}
    numbers: dict[Mention, int] = {}
    for article in story.readable:
        for paragraph in article.told:
            here = Mention(article.id, paragraph.span)
            streets = tuple(_STREET.findall(paragraph.span.of(article.text)))
            groups.setdefault(streets or (str(paragraph.number),), []).append(here)
            numbers[here] = paragraph.number
    rows: list[Row] = []
    facts: list[Fact] = []
    clashes: list[Contradiction] = []
    only: list[Only] = []
    for streets, mentions in groups.items():
        cells = {m.article: (Piece(numbers[m], m.span),) for m in mentions}
        title = f"{streets[0]} Street"
        rows.append(Row(len(rows) + 1, title, 0.8, (), cells))
        sides = _sides(story, mentions)
        if len(cells) < 2:
            only.append(Only(mentions[0]))
        elif len(sides) > 1:
            id, question = f"x{len(clashes) + 1}", f"After how many people in {title}?"
            number = Kind.NUMBER
            clashes.append(Contradiction(
                id, number, Severity.CONFLICT, question, sides, (), 0.9, "invented", ""
            ))  # fmt: skip
        else:
            words = tuple(Mention(m.article, _claim(story, m)) for m in mentions)
            facts.append(Fact(f"f{len(facts) + 1}", title, len(cells), words))
    return Analysis(tuple(rows), (), tuple(facts), tuple(clashes), tuple(only))


def _claim(story: Story, mention: Mention) -> Span:
    """The first sentence of a paragraph."""
    return story.by_id[mention.article].claim_at(mention.span.start) or mention.span


def _sides(story: Story, mentions: list[Mention]) -> tuple[Side, ...]:
    """The first numbers that the tellings of a paragraph give, with who gives which."""
    told: dict[str, list[Mention]] = {}
    for mention in mentions:
        article = story.by_id[mention.article]
        found = _NUMBER.search(article.text, mention.span.start, mention.span.end)
        if found:
            told.setdefault(found[1], []).append(Mention(mention.article, Span(*found.span(1))))
    return tuple(Side(number, number, tuple(who)) for number, who in told.items())
