"""Words for the reader: citations, shortened passages, the sentence that gives the reason."""

from __future__ import annotations

import re

from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

LONGEST = 90
"""Characters of a cited passage."""
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})
"""Quoted words stand in double marks, so those inside them become single."""


def cited(article: str, words: str, longest: int = LONGEST) -> str:
    """`A says “met again on July 12”`: the article and its words, cut to `longest` characters."""
    return f"{article} says “{short(words, longest)}”"


def told_at(sentence: Sentence, span: Span, longest: int = LONGEST) -> str:
    """`A says “…met again on July 12, the ministry…”`: the words of `sentence` around `span`.

    `span` counts in the article. Cut between words to `longest` characters; an ellipsis marks each
    cut.
    """
    text, base = sentence.text, sentence.span.start
    start, end = max(0, span.start - base), min(len(text), span.end - base)
    if len(text) <= longest or end - start >= longest:
        return cited(sentence.article, text if len(text) <= longest else text[start:], longest)
    spare = longest - (end - start)
    left = max(0, min(start - spare // 2, len(text) - longest))
    right = min(len(text), left + longest)
    head = tail = ""
    if left:
        cut = text.find(" ", left - 1, start)
        left, head = (cut + 1 if cut >= 0 else text.rfind(" ", 0, start) + 1), "…"
    if right < len(text):
        cut = text.rfind(" ", end, right)
        right, tail = cut if cut > 0 else right, "…"
    words = short(text[left:right], len(text))
    return f"{sentence.article} says “{head}{words}{tail}”"


def short(words: str, longest: int = LONGEST) -> str:
    """`words` on one line of at most `longest` characters, cut between words, quotation marks
    single.
    """
    line = " ".join(words.split()).strip(' ,;:.-–—“”"').translate(_SINGLE)
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def plain(words: str) -> str:
    """`words` without quotation marks, with single spaces."""
    return " ".join(re.sub(r"[“”\"]", "", words).split())


def because(a: str, b: str, reason: str) -> str:
    """One sentence: both citations, and why they exclude each other."""
    return f"{a}, but {b}: {reason}."
