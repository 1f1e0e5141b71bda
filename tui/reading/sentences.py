"""Splits paragraphs into sentences, keeping those of a short quotation together.

Sentences are found by nupunkt (Punkt: Kiss & Strunk 2006, with a list of abbreviations). A
claim is what a reader tags with one key. A short quotation of several sentences, with its
speaker, is one claim; a long one is split into its sentences, because nobody can call a whole
speech true or false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.model.article import Article, Paragraph, Paragraphs, Story
from tui.model.span import Span
from tui.reading.wordlists import months

QUOTED_TOGETHER = 280
"""Sentences of one quotation are one claim up to this many characters: four lines or so."""

_PORTION = 20_000
"""Characters given to nupunkt at once, …"""
_WORD = 300
"""… without words longer than this: it is quadratic in both."""

_LONG_WORD = re.compile(rf"\S{{{_WORD},}}")
_OTHER_STOP = re.compile(r"[。！？।؟۔]+[”’」』）\"]*\s*")
_QUOTES = re.compile('["“”„«»「」]')
_OPEN = {"“": "”", "„": "“", "«": "»", "»": "«", "「": "」", '"': '"'}


def split_sentences(story: Story) -> Story:
    """The same story with the sentences of every paragraph."""
    return replace(story, articles=tuple(_split(article) for article in story.articles))


def _split(article: Article) -> Article:
    return replace(
        article,
        paragraphs=Paragraphs(
            p._replace(sentences=sentences_of(article.text, p)) for p in article.paragraphs
        ),
    )


def sentences_of(text: str, paragraph: Paragraph) -> tuple[Span, ...]:
    """The sentences of a paragraph in order, white space between them left out."""
    start = paragraph.span.start
    line = paragraph.span.of(text)
    sentences = _with_whole_days(line, _sentences(line))
    return tuple(Span(start + a, start + b) for a, b in _together(line, sentences))


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    """Non-empty, stripped, ascending ranges that hold every word of the line."""
    from nupunkt import sent_spans

    for lo, hi in _portions(line):
        portion = line[lo:hi]
        spans = sent_spans(portion) if hi - lo < 2 * _PORTION else [(0, hi - lo)]
        for a, b in spans:
            yield from _other_stops(line, lo + a, lo + b)


def _with_whole_days(line: str, sentences: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join `Am 14.` and `März kam er`: where a day has a full stop, it ends no sentence."""
    held: tuple[int, int] | None = None
    for start, end in sentences:
        day = held and _DAY_AT_END.search(line, max(held[1] - 3, 0), held[1])
        if held and day and _month_at(line, start, end):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


_DAY_AT_END = re.compile(r"(?<!\S)\d{1,2}\.$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def _month_at(line: str, start: int, end: int) -> bool:
    word = _FIRST_WORD.match(line, start, end)
    return word is not None and word.group().lower() in months()


def _portions(line: str) -> Iterator[tuple[int, int]]:
    """The parts of a line given to nupunkt one by one; only very long or hostile lines have
    several.
    """
    at = 0
    for match in _LONG_WORD.finditer(line):
        yield from _pieces(line, at, match.start())
        yield match.span()
        at = match.end()
    yield from _pieces(line, at, len(line))


def _pieces(line: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    while end - at > _PORTION:
        cut = max(line.rfind(". ", at, at + _PORTION) + 1, line.rfind(" ", at, at + _PORTION)) + 1
        yield at, cut
        at = cut
    if at < end:
        yield at, end


def _other_stops(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split further at the full stops of scripts that nupunkt does not know, and strip."""
    cuts = [m.end() for m in _OTHER_STOP.finditer(line, start, end)]
    for a, b in zip([start, *cuts], [*cuts, end], strict=True):
        piece = line[a:b]
        words = piece.strip()
        if words:
            begin = a + piece.index(words)
            yield begin, begin + len(words)


def _together(line: str, sentences: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join sentences while a quotation is open and the claim stays readable."""
    first, last, closer = 0, 0, ""
    for start, end in sentences:
        if last and closer and end - first <= QUOTED_TOGETHER:
            last = end
        else:
            if last:
                yield first, last
            first, last = start, end
        closer = _still_open(line, start, end, closer)
    if last:
        yield first, last


def _still_open(line: str, start: int, end: int, closer: str) -> str:
    """The mark that will close the quotation open at `end`, empty if none is."""
    for match in _QUOTES.finditer(line, start, end):
        mark = match.group()
        closer = ("" if mark == closer else closer) if closer else _OPEN.get(mark, "")
    return closer
