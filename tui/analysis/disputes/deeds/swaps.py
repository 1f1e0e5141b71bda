"""Agent and patient exchanged: A approached B here, B approached A there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.deeds.sole_deeds import doer_of
from tui.analysis.disputes.wording.explain import short
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.names import Named
from tui.analysis.sentences.roles import PASSIVE
from tui.analysis.sentences.slot_reading import denied_words, reading
from tui.analysis.words.lexicon import line_heads
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

AFTER = 40
"""Characters between a verb and its object."""
MANY = 60
"""Most deeds of one sort between two parties that are compared with each other."""
SCORE = 0.65
_LEAD = re.compile(
    r"^\s(?:to\s|against\s|at\s|on\s|with\s)?"
    r"(?:(?:the\s)?(?:[\w’'.-]+\s){0,4}|(?:his|her|its|their)\s(?:[\w’'-]+\s){0,2}[\w’'-]+,\s)$"
)
"""Between a verb and its object: `called his counterpart, …`."""


@dataclass(frozen=True, eq=False, slots=True)
class Act:
    """A deed of one party to another, as one sentence tells it."""

    sentence: Sentence
    verb: Word
    sort: str
    """First verb of its line in `directed.txt`."""
    doer: Named
    other: Named


def swap_disputes(sentences: Sequence[Sentence], cast: Cast) -> Iterator[Dispute]:
    """Deeds that two articles tell in opposite directions."""
    acts: dict[tuple[str, tuple[str, ...]], list[Act]] = defaultdict(list)
    before: Sentence | None = None
    for sentence in sentences:
        for act in _acts(sentence, before, cast):
            acts[act.sort, tuple(sorted((act.doer.key, act.other.key)))].append(act)
        before = sentence
    for key in sorted(acts):
        told = acts[key][:MANY]
        ways: dict[str, set[str]] = defaultdict(set)
        for act in told:
            ways[act.sentence.article].add(act.doer.key)
        for a, b in combinations(told, 2):
            here, there = ways[a.sentence.article], ways[b.sentence.article]
            if a.doer.key != b.doer.key and len(here) == 1 == len(there):
                yield _dispute(a, b, cast)


def _acts(sentence: Sentence, before: Sentence | None, cast: Cast) -> Iterator[Act]:
    """The deeds of one sentence, neither quoted nor denied, with agent and patient."""
    base, text = sentence.span.start, sentence.text
    sorts = line_heads("directed.txt")
    verbs = [w for w in sentence.words if w.lemma in sorts and w.folded != w.lemma]
    if not verbs:
        return
    denied = denied_words(reading(sentence))
    named = [n for n in cast.mentions(sentence) if n.kind in ("person", "body", "country")]
    for verb in verbs:
        at, end = verb.span.start - base, verb.span.end - base
        if verb.span in denied or quoted(sentence, verb.span.start):
            continue
        if not verb.folded.endswith(("ed", "t", "g", "ot", "uck", "ght", "old", "aid")):
            continue
        doer = doer_of(sentence, verb.span, (verb.lemma,), before, cast)
        if doer is None:
            continue
        if PASSIVE.search(text[max(0, at - 20) : at]):
            fronts = [n for n in named if n.span.end <= verb.span.start]
            other = fronts[-1] if fronts and verb.span.start - fronts[-1].span.end < 14 else None
        else:
            other = next(
                (
                    n for n in named
                    if n.kind == doer.kind
                    and 0 < (gap := n.span.start - base - end) <= AFTER
                    and _LEAD.match(text[end : end + gap])
                    and not text.startswith(("'", "’"), n.span.end - base)
                ),
                None,
            )  # fmt: skip
        if other and doer.key != other.key and doer.kind == other.kind:
            yield Act(sentence, verb, sorts[verb.lemma], doer, other)


def _dispute(a: Act, b: Act, cast: Cast) -> Dispute:
    x, y = short(cast.name(a.doer.key), 26), short(cast.name(b.doer.key), 26)
    return two_sided(
        Kind.ACTOR, Severity.CONFLICT, "swap",
        f"Who did what to whom (“{a.verb.text}”): {x} to {y}, or {y} to {x}?",
        Stated(a.sentence, _told(a), a.doer.key, cast.name(a.doer.key)),
        Stated(b.sentence, _told(b), b.doer.key, cast.name(b.doer.key)),
        SCORE,
        f"{x} and {y} have changed places",
    )  # fmt: skip


def _told(act: Act) -> Span:
    """The span from the first of agent, verb and patient to the last, as far as they stand in the
    sentence.
    """
    spans = [
        s for s in (act.doer.span, act.verb.span, act.other.span) if act.sentence.span.covers(s)
    ]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
