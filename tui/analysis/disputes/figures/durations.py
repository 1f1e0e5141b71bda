"""How long one event lasted: `about 20 minutes`, `the half-hour speech`, `a two-day visit`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.basis.scores import Scores
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.numerals import WORDS, value_of
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

MANY = 60
"""At most this many durations are compared with each other."""
FAR = 1.6
"""Ratio from which two long durations differ by more than rounding."""
ENOUGH = 0.8
"""Weight that the two sentences must share."""
_MINUTES = {"minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "month": 43800.0}
_LASTED = re.compile(
    rf"\b(?=\w)(?P<half>half[- ](?:an?[- ])?(?=hour|day|minute))?"
    rf"(?:(?P<number>\d{{1,3}}|{WORDS}|an?|several)[- ])?(?P<unit>minute|hour|day|week|month)"
    r"(?P<plural>s)?(?P<long>-long)?(?P<more>\sand\sa\shalf)?\b",
    re.I,
)
_FOR = re.compile(
    r"\b(?:lasted|lasting|lasts?|spoke|speaking|talked|met|ran|running|took|spent|debated|went on)"
    r"\s(?:[a-z]+\s){0,2}?(?:for\s)?(?:(?:about|nearly|almost|around|roughly|some|over|more than|"
    r"less than|just)\s){0,2}$",
    re.I,
)
_EVENTS = frozenset(
    "meeting summit conference session talks talk hearing trial debate visit speech rally address "
    "presentation interview briefing call conversation siege standoff strike raid flight search "
    "operation ceremony march dinner lunch broadcast testimony deliberation trip tour stay "
    "blackout outage delay ceasefire truce".split()
)


_HELD = re.compile(r"\sof\s(?:[a-z]+\s){0,2}?(?=[a-z])")
"""In front of the event that took so long: `three hours of talks`."""
_WHICH = re.compile(r",?\s(?:which|that)\s$")
_OF = frozenset("to of at with before after for on in from during about".split())


@dataclass(frozen=True, eq=False, slots=True)
class Lasting:
    """How long an event lasted, as one sentence gives it."""

    sentence: Sentence
    span: Span
    minutes: float
    words: str
    event: str
    """Theme of the event; empty where only a verb says that something lasted."""


def duration_disputes(
    sentences: Sequence[Sentence], known: Weights, alike: Scores
) -> Iterator[Dispute]:
    """Durations of one event, from two articles, that no rounding makes the same."""
    told = list(islice((found for s in sentences for found in _lastings(s)), MANY))
    if len(told) < 2:
        return
    for a, b in combinations(told, 2):
        if a.sentence.article == b.sentence.article or not _apart(a, b):
            continue
        like = alike.get((a.sentence.number, b.sentence.number), 0.0)
        shared = _shared(a, b, known) + like / 2
        if shared >= ENOUGH:
            yield _dispute(a, b, min(0.75, 0.35 + 0.2 * shared))


def _shared(a: Lasting, b: Lasting, known: Weights) -> float:
    """Weight of what both sentences share, 0 where they are about two events."""
    here, there = themes(a.sentence), themes(b.sentence)
    if a.event and b.event and a.event != b.event:
        return 0.0
    if not (a.event in there if a.event else b.event in here):
        return 0.0
    return 0.4 + known.shared(here, there)


def _apart(a: Lasting, b: Lasting) -> bool:
    low, high = sorted((a.minutes, b.minutes))
    return high >= FAR * low if low >= 60 else high >= 1.35 * low


def _lastings(sentence: Sentence) -> Iterator[Lasting]:
    text = sentence.text
    for match in _LASTED.finditer(text):
        minutes = _minutes(match)
        if minutes is None:
            continue
        span = sentence.in_article(Span(*match.span()))
        behind = [w for w in sentence.words if 0 <= w.span.start - span.end <= 24][:3]
        event = next((w for w in behind if w.folded in _EVENTS or w.lemma in _EVENTS), None)
        single = not match["plural"] and not text.startswith(" ago", match.end())
        if (
            single
            and event is not None
            and "-" in match.group() + text[match.end() : match.end() + 1]
        ) or (event is not None and _HELD.match(text, match.end())):
            yield Lasting(sentence, span, minutes, match.group(), theme(event))
        elif verb := _FOR.search(text[max(0, match.start() - 48) : match.start()]):
            before = [w for w in sentence.words if w.span.end <= span.start]
            named = _antecedent(sentence, verb.group(), match.start()) or _subject(before)
            if named is not None:
                yield Lasting(sentence, span, minutes, match.group(), theme(named))


def _antecedent(sentence: Sentence, verb: str, end: int) -> Word | None:
    """The event that a relative clause tells of: `at the meeting, which lasted`; else None.

    `verb` is what stands in front of the duration that begins at `end` of the text.
    """
    found = _WHICH.search(sentence.text[: end - len(verb)])
    at = sentence.span.start + found.start() if found else -1
    return next(
        (w for w in sentence.words if w.span.end == at and {w.folded, w.lemma} & _EVENTS), None
    )


def _subject(words: Sequence[Word]) -> Word | None:
    """The last event named in front that is not in a prepositional phrase: not `the flight to
    it`.
    """
    for n in range(len(words) - 1, -1, -1):
        led = any(w.folded in _OF for w in words[max(0, n - 2) : n])
        if not led and {words[n].folded, words[n].lemma} & _EVENTS:
            return words[n]
    return None


def _minutes(match: re.Match[str]) -> float | None:
    """The duration in minutes; None where it is not told exactly."""
    unit = _MINUTES[match["unit"].lower()]
    if match["half"] and not match["number"]:
        return unit / 2
    number = (match["number"] or ("one" if match["long"] else "")).lower()
    if number in ("a", "an"):
        many: float | None = 1.0
    elif number == "several" or not number:
        return None
    else:
        many = value_of(number)
    return None if many is None else unit * (many + 0.5 * bool(match["more"]))


def _dispute(a: Lasting, b: Lasting, score: float) -> Dispute:
    x, y = plain(short(a.words, 24)), plain(short(b.words, 24))
    event = next(
        (w.text for w in a.sentence.words if a.event and theme(w) == a.event), "it"
    )  # fmt: skip
    what = f"the {event.lower()}" if event != "it" else event
    return two_sided(
        Kind.NUMBER, Severity.CONFLICT, "duration",
        f"How long did {what} last: {x} or {y}?",
        Stated(a.sentence, a.span, f"{a.minutes:g} minute", x),
        Stated(b.sentence, b.span, f"{b.minutes:g} minute", y),
        score,
        f"{x} and {y} are too far apart to be the same time rounded",
    )  # fmt: skip
