"""One vote with two tallies: `51 to 48`, `51-49`, `by six votes to three`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.analysis.clashes.times import years_apart
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, themes
from tui.analysis.sentences.when import WEEKDAYS
from tui.analysis.words.lexicon import lines
from tui.analysis.words.numerals import WORDS, value_of
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

MANY = 200
"""At most this many tallies of one story are compared with each other."""
CLOSE = 3
"""Largest difference in each half of two tallies of one vote, in a small body …"""
SHARE = 0.1
"""… and as a share of all votes, in a large one."""
BACK = 3
"""Sentences in front of a tally in which the body may be named."""
DAYS_BACK = 4
"""Those among which the day of the vote is looked for."""
SURE = 0.85
"""Score where both articles give one tally of that body."""
UNSURE = 0.55
"""Score where one gives several."""
ENOUGH = 1.0
"""Weight of the themes that two such sentences must share."""

Votes = tuple[float, float]
"""Both halves, the larger first."""
Held = Mapping[tuple[str, str], set[Votes]]
"""Article and kind of body → the tallies that it gives of such a body."""

_PARLIAMENT, _HOUSE = "parliament", "house of representatives"
"""Kinds of bodies, as `assemblies.txt` names them."""

_NUMBER = rf"(?:\d{{1,3}}|{WORDS})"
_TALLY = re.compile(
    rf"(?<![\w.,/$€£-])(?P<one>{_NUMBER})(?P<said>\svotes?)?"
    rf"(?P<for>\s(?:in\sfavou?r|for|yes))?"
    rf"(?:\s?[-–—]\s?(?:to\s?[-–—]\s?)?|\s(?:to|against)\s|,?\s(?:and|with)\s|,\s)"
    rf"(?P<two>{_NUMBER})(?P<more>\svotes?)?(?P<against>\s(?:against|opposed|no)\b)?"
    r"(?![\w%]|[.,:]\d|\s(?:percent|per\scent|%|million|billion|thousand)|-\w)",
    re.I,
)
_JOINED = re.compile(r"[-–—]|\s(?:to|against)\s", re.I)
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|tally|tallies|ballots?|roll[- ]call|margin|majority|split|ruled"
    r"|ruling|decision|decided|approv(?:ed|al)|passed|passage|rejected|confirm(?:ed|s|ation)|cleared|adopted"
    r"|advanced|defeated|upheld|struck|sided|party[- ]lines?)\b",
    re.I,
)
_BEHIND = re.compile(
    r"\s(?:(?!vot|major|decision|rul|split|margin|in\b|on\b|to\b|at\b|with\b|after\b|along\b|and\b"
    r"|that\b|for\b|against\b|as\b|by\b|when\b|of\b|over\b)[a-z]{3,}s\b)",
    re.I,
)
"""A noun behind the second number that makes a range of both: `10 to 12 workers`."""


_SENT = re.compile(r"\bto\s(?:the\s)?(?:full\s)?(?:[A-Z]\w+\s)?\w+\b")
"""Where something goes after the vote: `sends the bill to the Senate` names who did not vote."""


@dataclass(frozen=True, eq=False, slots=True)
class Tally:
    """The result of a vote, as one sentence gives it."""

    sentence: Sentence
    span: Span
    """In the article's text."""
    votes: Votes
    """The larger half first."""
    body: str
    """Kind of body, by the first word of its line in `assemblies.txt`; empty where none is named
    near."""
    days: frozenset[str]
    """The weekdays beside the vote: in its sentence, else in the nearest before that speaks of one;
    empty where none is named near."""
    sure: bool
    """Whether words beside it speak of a vote."""

    @property
    def words(self) -> str:
        """As it stands in the text."""
        return self.sentence.text_at(self.span)

    @property
    def value(self) -> str:
        """A key for comparison: `51-48 vote`."""
        return f"{self.votes[0]:g}-{self.votes[1]:g} vote"


@cache
def _bodies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind of body and the pattern of its words, the narrowest kind first."""
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(re.escape(w) + '(?:s|es)?' for w in words)})\b", re.I))
        for line in lines("assemblies.txt")
        if (words := [w.strip() for w in line.split(",")]) and (kind := words[0])
    )


def bodies_in(text: str) -> frozenset[str]:
    """The kinds of voting bodies that `text` names."""
    return frozenset(kind for kind, words in _bodies() if words.search(text))


def tally_disputes(sentences: Sequence[Sentence], known: Weights) -> Iterator[Dispute]:
    """Tallies of one vote that differ between two articles."""
    numbered = {s.number: s for s in sentences}
    every = [t for s in sentences for t in _tallies(s, numbered)]
    cast = {sum(t.votes) + more for t in every if t.sure for more in (-1, 0, 1)}
    told = [t for t in every if t.sure or sum(t.votes) in cast][:MANY]
    if len(told) < 2:
        return
    held: Held = defaultdict(set)
    for tally in told:
        held[tally.sentence.article, tally.body].add(tally.votes)
    for a, b in combinations(told, 2):
        score = _score(a, b, held, known)
        if score:
            yield _dispute(a, b, score)


def _tallies(sentence: Sentence, numbered: Mapping[int, Sentence]) -> Iterator[Tally]:
    text = sentence.text
    for match in _TALLY.finditer(text):
        one, two = value_of(match["one"]), value_of(match["two"])
        if one is None or two is None or not _may_be_vote(match, text, one, two):
            continue
        span = sentence.in_article(Span(*match.span()))
        votes = max(one, two), min(one, two)
        body = _body(sentence, match.start(), numbered)
        days = _days(sentence, numbered)
        yield Tally(sentence, span, votes, body, days, _is_vote(match, text))


def _is_vote(match: re.Match[str], text: str) -> bool:
    counted = match["said"] or match["more"]
    return bool(counted or _VOTED.search(text[max(0, match.start() - 90) : match.end() + 60]))


def _may_be_vote(match: re.Match[str], text: str, one: float, two: float) -> bool:
    counted = bool(match["said"] or match["more"])
    if not _JOINED.search(text, match.end("one"), match.start("two")):
        return bool(counted and match["against"])  # `71 votes for, 38 against`
    if one + two < 3 or (one < two and not counted and not _VOTED.search(text)):
        return False
    return counted or not _BEHIND.match(text, match.end())


def _body(sentence: Sentence, at: int, numbered: Mapping[int, Sentence]) -> str:
    """The kind of body that voted: the narrowest of the sentence, else of one before; or empty."""
    near = [sentence.text[:at], sentence.text[at:]]
    for back in range(1, BACK + 1):
        before = numbered.get(sentence.number - back)
        if before is not None and before.article == sentence.article:
            near.append(before.text)
    for text in near:
        told = _SENT.sub(" ", text)
        for kind, words in _bodies():
            if words.search(told):
                return kind
    return ""


_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.I)


def _days(sentence: Sentence, numbered: Mapping[int, Sentence]) -> frozenset[str]:
    """The weekdays of the sentence, else of the nearest of those before that speaks of a vote."""
    for back in range(DAYS_BACK + 1):
        told = numbered.get(sentence.number - back)
        if told is None or told.article != sentence.article:
            break
        if (not back or _VOTED.search(told.text)) and (found := _WEEKDAY.findall(told.text)):
            return frozenset(day.lower() for day in found)
    return frozenset()


def _score(a: Tally, b: Tally, held: Held, known: Weights) -> float:
    """How surely both are the result of one vote, 0 where they are not."""
    if a.votes == b.votes or not _near(a.votes, b.votes):
        return 0.0
    if not _may_be_one(a.body, b.body):
        return 0.0
    if a.days and b.days and not a.days & b.days:
        return 0.0
    here, there = _of_body(held, a, b), _of_body(held, b, a)
    if b.votes in here or a.votes in there:
        return 0.0  # who knows of both knows that they are two
    if _nearest(here, b.votes) != a.votes or _nearest(there, a.votes) != b.votes:
        return 0.0  # of several votes the other tells of that which went most alike
    if years_apart(reading(a.sentence), reading(b.sentence)):
        return 0.0
    if len(here) == 1 == len(there):
        return SURE
    return UNSURE if known.shared(themes(a.sentence), themes(b.sentence)) >= ENOUGH else 0.0


def _nearest(every: set[Votes], votes: Votes) -> Votes:
    return min(every, key=lambda v: (abs(v[0] - votes[0]) + abs(v[1] - votes[1]), v))


def _of_body(held: Held, one: Tally, other: Tally) -> set[Votes]:
    """The tallies of the article of `one` that may be of the body that voted."""
    body, article = one.body or other.body, one.sentence.article
    return {
        votes
        for (told, kind), every in held.items()
        if told == article and _may_be_one(kind, body)
        for votes in every
    }


def _may_be_one(kind: str, other: str) -> bool:
    """Whether two kinds of bodies, or an unnamed one, may be the same: lawmakers sit in either
    house.
    """
    known = {kind, other} - {""}
    return len(known) < 2 or known <= {_PARLIAMENT, "senate"} or known <= {_PARLIAMENT, _HOUSE}


def _near(a: Votes, b: Votes) -> bool:
    """Whether the tallies are close enough to be of one vote."""
    slack = max(CLOSE, SHARE * min(sum(a), sum(b)))
    return max(abs(a[0] - b[0]), abs(a[1] - b[1])) <= slack


def _dispute(a: Tally, b: Tally, score: float) -> Dispute:
    x, y = (f"{t.votes[0]:g}–{t.votes[1]:g}" for t in (a, b))
    body = f" of the {a.body or b.body}" if a.body or b.body else ""
    return two_sided(
        Kind.NUMBER, Severity.CONFLICT, "tally",
        f"How did the vote{body} go: {x} or {y}?",
        Stated(a.sentence, a.span, a.value, a.words),
        Stated(b.sentence, b.span, b.value, b.words),
        score,
        f"the same vote cannot have ended both {x} and {y}",
    )  # fmt: skip
