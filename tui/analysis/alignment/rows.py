"""Rows: the sentences of all articles laid out step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from tui.analysis.alignment.clusters import groups
from tui.analysis.alignment.headings import Heading, heading
from tui.analysis.alignment.incipits import in_lines
from tui.analysis.alignment.similarity import Profile
from tui.analysis.words.sentence import Likeness, Sentence
from tui.model.alignment import Piece, Row
from tui.model.article import Role
from tui.model.span import Span

HEADLINES = -1
"""The step that holds the titles of the articles."""


def rows(
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    likenesses: Sequence[Likeness],
    least: float,
) -> tuple[Row, ...]:
    """Every told sentence in exactly one row, in a merged order of telling.

    `least` is the average likeness below which two passages stay apart.
    """
    steps = _steps(sentences, likenesses, least)
    members: dict[int, list[int]] = defaultdict(list)
    for number, step in enumerate(steps):
        members[step].append(number)
    scores = {(like.a, like.b): like.score for like in likenesses}
    verse = in_lines(sentences)
    return tuple(
        _row(n, step, members[step], sentences, profiles, scores, verse)
        for n, step in enumerate(_order(steps, sentences), 1)
    )


def _steps(
    sentences: Sequence[Sentence], likenesses: Sequence[Likeness], least: float
) -> list[int]:
    """The step of each sentence, named by the number of its first sentence.

    A sentence like no other goes with the sentence in front of it in its
    paragraph, else with the one behind, so that a paragraph is parted only
    where its sentences belong to different steps.
    """
    told = [
        like
        for like in likenesses
        if Role.TITLE not in (sentences[like.a].role, sentences[like.b].role)
    ]
    step: dict[int, int] = {}
    for group in groups(sentences, told, least):
        step.update(dict.fromkeys(group, group[0]))
    paragraphs: dict[tuple[str, int], list[int]] = defaultdict(list)
    for sentence in sentences:
        if sentence.role is Role.TITLE:
            step[sentence.number] = HEADLINES
        paragraphs[sentence.article, sentence.paragraph].append(sentence.number)
    for numbers in paragraphs.values():
        known = [step[n] for n in numbers if n in step]
        last = known[0] if known else numbers[0]
        for n in numbers:
            last = step.setdefault(n, last)
    return [step[s.number] for s in sentences]


def _order(steps: Sequence[int], sentences: Sequence[Sentence]) -> list[int]:
    """The steps by where in their articles they are told, early ones first.

    A step stands at the mean of its places, each from 0 (the beginning of an
    article) to 1, so that what most reports lead with leads, and background
    comes last, whichever article is the longest. Ties keep the steps of an
    article together, in its order.
    """
    length: dict[str, int] = defaultdict(int)
    places: dict[int, dict[str, float]] = defaultdict(dict)
    told: dict[int, int] = {}
    for step, sentence in zip(steps, sentences, strict=True):
        places[step].setdefault(sentence.article, length[sentence.article])
        length[sentence.article] += 1
        told.setdefault(step, sentence.number)

    def place(step: int) -> tuple[bool, float, int]:
        shares = [at / length[article] for article, at in places[step].items()]
        return step != HEADLINES, sum(shares) / len(shares), told[step]

    return sorted(places, key=place)


def _row(
    n: int,
    step: int,
    numbers: Sequence[int],
    sentences: Sequence[Sentence],
    profiles: Sequence[Profile],
    scores: Mapping[tuple[int, int], float],
    verse: Collection[str],
) -> Row:
    inside = [
        scores[a, b] for i, a in enumerate(numbers) for b in numbers[i + 1 :] if (a, b) in scores
    ]
    cells = _cells([sentences[i] for i in numbers])
    if step == HEADLINES:
        found = Heading("Headlines", ())
    else:
        found = heading([sentences[i] for i in numbers], [profiles[i] for i in numbers], verse)
    score = 1.0 if len(cells) < 2 else round(max(inside, default=0.0), 4)
    return Row(n, found.title, score, found.because, cells)


def _cells(sentences: Sequence[Sentence]) -> dict[str, tuple[Piece, ...]]:
    """Runs of neighbouring sentences of one paragraph as pieces, by article."""
    cells: dict[str, list[Piece]] = {}
    last: Sentence | None = None
    for sentence in sentences:
        pieces = cells.setdefault(sentence.article, [])
        joins = (
            last is not None
            and last.number == sentence.number - 1
            and (last.article, last.paragraph) == (sentence.article, sentence.paragraph)
        )
        if joins:
            start = pieces.pop().span.start
            pieces.append(Piece(sentence.paragraph, Span(start, sentence.span.end)))
        else:
            pieces.append(Piece(sentence.paragraph, sentence.span))
        last = sentence
    return {article: tuple(pieces) for article, pieces in sorted(cells.items())}
