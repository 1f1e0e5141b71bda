"""Sentences and stories made of plain text, for tests of the analysis."""

from __future__ import annotations

from datetime import date

from tui.analysis.words.sentence import Sentence
from tui.analysis.words.tokens import words
from tui.model.article import Article, Paragraph, Paragraphs, Role, Story
from tui.model.span import Span


def sentence(text: str, published: date | None = None, article: str = "A", n: int = 0) -> Sentence:
    """One sentence that is its whole article."""
    span = Span(0, len(text))
    return Sentence(n, article, 1, Role.BODY, span, text, tuple(words(text, span)), published)


def sentences(*texts: str) -> tuple[Sentence, ...]:
    """Each text an article of its own: A, B, C …"""
    return tuple(sentence(t, None, chr(65 + n), n) for n, t in enumerate(texts))


def articles(*texts: str) -> list[Sentence]:
    """Each text an article: A, B, C …; its sentences are parted by `/`."""
    told: list[Sentence] = []
    for n, text in enumerate(texts):
        for part in text.split("/"):
            told.append(sentence(part.strip(), article=chr(65 + n), n=len(told)))
    return told


def story(*texts: str, published: date | None = date(2025, 6, 11)) -> Story:
    """Each text an article of one paragraph and one sentence."""
    articles = []
    for n, text in enumerate(texts):
        span = Span(0, len(text))
        paragraph = Paragraph(1, span, Role.BODY, (span,))
        articles.append(
            Article(chr(65 + n), f"{n}.txt", text, "", Paragraphs([paragraph]), published=published)
        )
    return Story("made", "made", tuple(articles))
