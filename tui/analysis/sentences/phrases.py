"""What is shown for an answer: the words and the preposition before them, never a whole
sentence.
"""

from __future__ import annotations

import re

from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind
from tui.model.span import Span

MOST_WORDS = 12
"""Words of a passage that is shown whole, from the event to the answer."""

_ON = re.compile(
    r"\b(?:on|in|at|by|since|until|from|around|before|after|late|early|last|next)\s"
    r"(?:the\s)?(?:(?:early|late|evening of|night of|morning of)\s)?$",
    re.I,
)
_IN = re.compile(
    r"\b(?:in|at|to|from|near|off|on|outside|inside)\s(?:the\s)?"
    r"(?:(?:city|town|village|region|province|state|port)\sof\s)?$",
    re.I,
)
_PLACE_NOUN = re.compile(r"(?:\s[A-Z][\w’'-]{1,20}){1,2}")
_REACH = 32
"""Characters in front of an answer that are searched."""


def phrase(sentence: Sentence, answer: Span, kind: Kind) -> Span:
    """The span of `answer` with its preposition: `on July 12`, `in the city of Lyon`.

    `answer` and the result count in the article. Only dates and places have one.
    """
    pattern = {Kind.DATE: _ON, Kind.PLACE: _IN}.get(kind)
    if pattern is None:
        return answer
    base = sentence.span.start
    at, end = answer.start - base, answer.end - base
    lead = sentence.text[max(0, at - _REACH) : at]
    found = pattern.search(lead)
    start = answer.start - (len(lead) - found.start()) if found else answer.start
    if kind is Kind.PLACE and (more := _PLACE_NOUN.match(sentence.text, end)):
        end = more.end()
    return Span(start, base + end)
