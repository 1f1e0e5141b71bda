"""Modality: whether a sentence states something, or only expects, alleges or prevents it."""

from __future__ import annotations

import re

from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.words.sentence import Word

LOOK = 90
"""Characters on one side of a denial that are searched for signs of its scope."""
_FORECAST = re.compile(
    r"\b(?:expected|could|may|might|would|likely|unlikely|plans?|planned|hopes?|hoped|vow(?:s|ed)|"
    r"asked|requests?|urged?|calls? (?:for|on)|called (?:for|on)|threaten(?:s|ed)?|whether|if|"
    r"wants?|wanted|should|must|promised?|pledged?|consider(?:s|ed|ing)?|possible|proposed?)"
    r"\W+(?:\w+\W+){0,5}$",
    re.I,
)


def forecast(reading: Reading, at: int) -> bool:
    """Whether the word at position `at` of the article is under a modal, a wish or a request."""
    text = reading.sentence.text[: at - reading.sentence.span.start]
    return bool(_FORECAST.search(text[-60:]))


def lead_text(reading: Reading, at: int, reach: int = 24) -> str:
    """The `reach` characters of the sentence in front of position `at` of the article."""
    return reading.sentence.text[: at - reading.sentence.span.start][-reach:]


_ALLEGED = re.compile(
    r"\b(?:accusations?|allegations?|suspicions?|rumou?rs?|speculation|suggestions?|fears?)\s"
    r"(?:that|of)\s[^,;:.]{0,40}$|\bwhether\s[^,;:.]{0,40}$",
    re.I,
)
"""In front of what is only alleged: a denial of that contradicts nobody."""


def alleged(reading: Reading, word: Word) -> bool:
    """Whether `word` is only what somebody is accused of, or what was in question."""
    return _ALLEGED.search(lead_text(reading, word.span.start, LOOK)) is not None


_STOP = frozenset(
    "suspend halt stop end freeze cancel ban abandon cease postpone avoid prevent refuse reject "
    "deny block oppose drop scrap lift fail avert rule prohibit forbid call urge demand".split()
)


_SHORT_OF = re.compile(
    r"\b(?:short of|far from|instead of|rather than|anything but|less than|\w{3,12}er than)\s"
    r"(?:[\w’'-]+\s){0,3}$"
)


_BID = re.compile(
    r"\b(?:vote|bid|motion|attempt|effort|bill|plan|proposal|amendment|measure|move|try)\sto\s"
    r"(?:[\w’'-]+\s){0,3}$"
)
"""In front of what a vote or a plan is to do."""
_FELL = re.compile(
    r"\b(?:failed|fell\sshort|was\s(?:rejected|defeated|blocked|voted\sdown)|collapsed|stalled)\b"
)
"""Behind it, where it came to nothing."""


def stopped(reading: Reading, word: Word) -> bool:
    """Whether `word` is the object of `suspend`, `ban`, `refuse` or the like, and so not
    affirmed.
    """
    if _SHORT_OF.search(reading.sentence.text[: word.span.start - reading.sentence.span.start]):
        return True
    if _FELL.search(reading.sentence.text, max(0, word.span.start - reading.sentence.span.start)):
        before = lead_text(reading, word.span.start, LOOK)
        if _BID.search(before):
            return True
    words = reading.sentence.words
    near = [n for n, w in enumerate(words) if 0 < word.span.start - w.span.start < 60]
    return any(
        words[n].lemma in _STOP and words[n + 1].folded not in ("with", "in") for n in near
    )  # talks that ended with a deal had one
