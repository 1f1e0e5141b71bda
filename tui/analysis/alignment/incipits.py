"""Rows called by how a line of theirs begins, as poems are.

For text to which the rules of `headings` do not apply: verse, whose lines are no sentences, and
languages other than English, of which no word says whether a title may begin or end there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from unicodedata import east_asian_width

from tui.analysis.words.sentence import Sentence
from tui.model.article import Role

WIDEST = 40
"""Cells of a title; Chinese and Japanese signs take two."""
_LEAST = 16
"""A title that ends with a clause is no narrower than this; else it ends with a word."""
_LINE = 62
"""Characters of a line of verse, on average at most."""
_FEWEST_LINES = 4
_OPEN = 0.4
"""So many of the lines of a poem do not end a sentence."""
_ENDS = re.compile(r"""[.!?…;。！？।؟۔᭟]["'”’»)\]]*$""")
_CLAUSE = re.compile(r"[,;:.!?·،؛؟。、，；：！？।—–](?=\s|$|[^\W\d_a-zA-Z])")
"""A sign behind which a thought is over; in some scripts no blank follows it."""
_EDGES = " \t\n\"“”„«»‘’'`,;:.·،؛。、，；：-–—"
_FEWEST_WORDS = 8
_SHARE = 0.15
"""English prose has two to three times this share of words that carry no news."""


def in_lines(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The articles that are verse: short paragraphs, many of which end in the middle of one."""
    lines: dict[str, dict[int, str]] = defaultdict(dict)
    for sentence in sentences:
        if sentence.role is not Role.TITLE:
            before = lines[sentence.article].get(sentence.paragraph, "")
            lines[sentence.article][sentence.paragraph] = f"{before} {sentence.text}".strip()
    return frozenset(article for article, found in lines.items() if _verse(list(found.values())))


def _verse(lines: Sequence[str]) -> bool:
    if len(lines) < _FEWEST_LINES or sum(map(len, lines)) > _LINE * len(lines):
        return False
    return sum(not _ENDS.search(line) for line in lines) >= _OPEN * len(lines)


def foreign(sentences: Sequence[Sentence]) -> bool:
    """Whether these are surely not English, judging by script, or by small words."""
    letters = [sign for s in sentences for sign in s.text if sign.isalpha()]
    if sum(sign >= "\u0250" for sign in letters) * 2 > len(letters):
        return True
    words = [word for s in sentences for word in s.words if word.folded.isalpha()]
    small = sum(not word.content for word in words)
    return len(words) >= _FEWEST_WORDS and small < _SHARE * len(words)


def incipit(text: str) -> str:
    """The beginning of a line or sentence: the whole, a clause of it, or words and an ellipsis."""
    line = " ".join(text.split()).strip(_EDGES) or text.strip()
    if _cells(line) <= WIDEST:
        return capital(line)
    room = _reach(line, WIDEST)
    ends = [m.start() for m in _CLAUSE.finditer(line, 0, room + 1)]
    clause = max((end for end in ends if _cells(line[:end]) >= _LEAST), default=0)
    if clause:
        return capital(line[:clause].strip(_EDGES))
    room = _reach(line, WIDEST - 1)
    words = line[:room] if line[room] == " " else line[:room].rpartition(" ")[0]
    return capital((words or line[:room]).rstrip(_EDGES) + "…")


def capital(text: str) -> str:
    """With a capital, where the script has them for the beginning of a sentence."""
    return text[:1].title() + text[1:]


def _reach(line: str, most: int) -> int:
    """How many characters stand in so many cells."""
    width = 0
    for at, sign in enumerate(line):
        width += _cells(sign)
        if width > most:
            return at
    return len(line)


def _cells(text: str) -> int:
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in text if sign > "\u10ff")
