"""Where in a sentence its dateline and its quotations stand."""

from __future__ import annotations

import re

from tui.analysis.words.sentence import Sentence, once

LOOK = 80
"""Characters in which the bracket of a dateline opens."""
_DATELINE = re.compile(r"^[A-Z][\w .,'’/-]{1,60}\((?:[A-Z][\w ]{1,30})\)[^-–—]{0,30}\s[-–—]+\s")
"""`Moscow (AFP) July 13, 2025 - ` says where and when was written, not what happened."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def dateline_end(text: str) -> int:
    """Where the dateline at the head of a sentence's text ends; 0 when there is none."""
    found = _DATELINE.match(text) if "(" in text[:LOOK] else None
    return found.end() if found else 0


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of everything in `text` between double quotation marks, marks included."""
    return [m.span() for m in _QUOTED.finditer(text)]


def quoted(sentence: Sentence, at: int) -> bool:
    """Whether position `at` of the article stands inside a quotation of `sentence`."""
    inside = at - sentence.span.start
    return any(start <= inside < end for start, end in _quotations(sentence))


@once
def _quotations(sentence: Sentence) -> list[tuple[int, int]]:
    return quoted_spans(sentence.text)
