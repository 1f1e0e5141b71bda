"""Why two like sentences may differ in a slot and yet not contradict each other.

Two names of one person, two votes, two events, a report that gives both answers: a discord that one
of these explains is dropped.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.clashes.opposed import opposed
from tui.analysis.clashes.times import counted_later, on_other_days, years_apart
from tui.analysis.disputes.alike.tellers import two_sayings
from tui.analysis.disputes.figures.tallies import bodies_in
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.moments import from_where
from tui.analysis.sentences.slot_reading import Discord, reading
from tui.analysis.words.gazetteer import given_names
from tui.analysis.words.sentence import Sentence
from tui.model.finding import Kind, Severity
from tui.model.span import Span

PLAIN = 3
"""Sentences with `said` from which an article uses the word by habit."""
_SPOKEN = frozenset((Kind.NEGATION, Kind.ANTONYM))
"""Kinds of discord that belong to a quotation when they stand in one; other rules find those."""
_GIVEN_TWICE = frozenset((Kind.DATE, Kind.NUMBER))
"""Kinds of which one report may give both answers, in two neighbouring sentences."""


@dataclass(frozen=True, eq=False)
class Excuses:
    """The explanations for discords, looked for in the pair itself and in the rest of the story."""

    sentences: Sequence[Sentence]
    """All sentences of the story: their numbers are their positions."""
    cast: Cast

    def cover(self, a: Sentence, b: Sentence, d: Discord) -> bool:
        """Whether one of them explains why `a` and `b` differ in the slot."""
        if _one_person(d, self.cast) or _two_events(a, b, d, self.cast):
            return True
        if (d.kind, d.severity) == (Kind.NUMBER, Severity.CONFLICT) and (
            _told_too(a, d.shown_b) or _told_too(b, d.shown_a)
        ):
            return True
        if d.kind is Kind.NUMBER and (_two_times(a, b) or _of_ages(d) or _two_starts(a, b, d)):
            return True
        if d.value_a.endswith(" vote") and (
            _two_bodies(a, d.a, b, d.b)
            or d.value_b in self._votes[a.article]
            or d.value_a in self._votes[b.article]
        ):
            return True  # two votes, of two bodies or known to one report
        if d.kind in _SPOKEN and (quoted(a, d.a.start) or quoted(b, d.b.start)):
            return True  # whose words they are is told of the quotation
        if d.kind in _GIVEN_TWICE and self._gives_both(a, b, d):
            return True
        if "say" in (d.value_a, d.value_b) and {a.article, b.article} & self._plain_speakers:
            return True  # who mostly says "said" takes no side with "claimed"
        return d.kind is Kind.DATE and two_sayings(a, d.a, b, d.b, self.cast)

    @cached_property
    def _plain_speakers(self) -> frozenset[str]:
        """The articles that use `said` by habit, whatever they think of what was said."""
        held = Counter(s.article for s in self.sentences if any(w.lemma == "say" for w in s.words))
        return frozenset(a for a, many in held.items() if many >= PLAIN)

    @cached_property
    def _votes(self) -> dict[str, set[str]]:
        """Article → how the votes went that it tells of."""
        found: dict[str, set[str]] = defaultdict(set)
        for sentence in self.sentences:
            told = (q.value for q in reading(sentence).numbers if q.unit == "vote")
            found[sentence.article].update(told)
        return found

    def _gives_both(self, a: Sentence, b: Sentence, d: Discord) -> bool:
        """Whether a sentence next to one of the two gives the other's answer."""
        return self._near(a, d.value_b, d.kind) or self._near(b, d.value_a, d.kind)

    def _near(self, one: Sentence, value: str, kind: Kind) -> bool:
        """Whether a sentence next to `one` in its article has that value."""
        for n in (one.number - 1, one.number + 1):
            if 0 <= n < len(self.sentences) and self.sentences[n].article == one.article:
                found = reading(self.sentences[n])
                told = [w.value for w in found.whens] if kind is Kind.DATE else [
                    q.value for q in found.numbers
                ]  # fmt: skip
                if value in told:
                    return True
        return False


def _two_bodies(a: Sentence, at_a: Span, b: Sentence, at_b: Span) -> bool:
    """Whether two chambers voted: those named in front of the votes, else anywhere in the
    sentences.
    """
    here, there = (
        bodies_in(s.text[: at.start - s.span.start]) or bodies_in(s.text)
        for s, at in ((a, at_a), (b, at_b))
    )
    return bool(here and there) and not here & there


def _of_ages(discord: Discord) -> bool:
    """Whether two ages differ: `ages` compares them, person by person."""
    return discord.value_a.endswith(" age")


_DIGITS = re.compile(r"\d[\d.,]*\d")


def _told_too(one: Sentence, shown: str) -> bool:
    """Whether the sentence has the figures of the other answer as well: `the 81-strong body`."""
    held = _DIGITS.search(shown)
    return held is not None and bool(re.search(rf"(?<![\d.,]){re.escape(held[0])}(?!\d)", one.text))


_SINCE = re.compile(r"\s(later|earlier|afterwards|ago|after|before|since)\b")


def _two_starts(a: Sentence, b: Sentence, d: Discord) -> bool:
    """Whether two times are counted from two moments: `ten minutes later`, `13 minutes after
    takeoff`.
    """
    here, there = (_SINCE.match(s.text, at.end - s.span.start) for s, at in ((a, d.a), (b, d.b)))
    return here is not None and there is not None and from_where(here[1]) != from_where(there[1])


def _two_times(a: Sentence, b: Sentence) -> bool:
    """Whether the numbers were counted early and late, or are of opposite events: fired and shot
    down.
    """
    left, right = reading(a), reading(b)
    if counted_later(a.text, b.text) or any(True for _ in opposed(left, right)):
        return True
    return years_apart(left, right)


def _two_events(a: Sentence, b: Sentence, d: Discord, cast: Cast) -> bool:
    """Whether day and city both differ: then two events are told."""
    if d.kind is Kind.PLACE:
        return on_other_days(reading(a), reading(b))
    if d.kind is not Kind.DATE:
        return False
    here = {n.key for n in cast.mentions(a) if n.kind == "city"}
    there = {n.key for n in cast.mentions(b) if n.kind == "city"}
    return bool(here and there) and not here & there


def _one_person(d: Discord, cast: Cast) -> bool:
    """Whether both names may be one person's."""
    if d.kind not in (Kind.NAME, Kind.LIST, Kind.ATTRIBUTION):
        return False
    x, y = {*d.value_a.split()}, {*d.value_b.split()}
    if not _given(x).isdisjoint(_given(y)):
        return True
    return cast.one_name(frozenset(x | y))


def _given(names: Iterable[str]) -> set[int]:
    """Numbers of the lines of `nicknames.txt` in which one of the names stands."""
    known = given_names()
    return {number for name in names for number in known.get(name, ())}
