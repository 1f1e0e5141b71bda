"""Questions that have to name what they are about: a claim, the neighbour in a list."""

from __future__ import annotations

import re

from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.words.sentence import Sentence
from tui.model.span import Span

WIDEST = 80
"""Characters of a question that has to name more than one thing."""


def claimed(sentence: Sentence, name: Span, a: str, b: str) -> str:
    """`Who said “…”: A or B?` of the claim in `sentence`, whose source is named at `name`."""
    base = sentence.span.start
    before, after = sentence.text[: name.start - base], sentence.text[name.end - base :]
    claim = before.rpartition(",")[0] if "," in before else after
    claim = re.sub(r"^[\W_]*(?:\w+\s)?(?:said|says|told \w+|claimed)(?: that)?\s", "", claim)
    x, y = plain(short(a, 24)), plain(short(b, 24))
    room = max(20, WIDEST - len(f"Who said “”: {x} or {y}?"))
    said = plain(short(claim.strip(" ,;:.—–") or sentence.text, room))
    return f"Who said “{said}”: {x} or {y}?"


def beside_in_list(sentence: Sentence, at: Span) -> str:
    """The name before `at` in a list, else the one behind; empty where neither is certain."""
    base = sentence.span.start
    name = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}"
    link = r"(?:,|,? and)\s(?:the\s)?"
    start, end = at.start - base, at.end - base
    before = re.search(rf"({name}){link}$", sentence.text[max(0, start - 80) : start])
    after = re.match(rf"{link}({name})", sentence.text[end : end + 80])
    found = before or after
    return short(found.group(1), 26) if found else ""
