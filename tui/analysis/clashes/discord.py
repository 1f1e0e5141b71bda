"""Finds the slots in which two sentences contradict each other: the entry to this package.

Three callers use it: the pairs of like sentences of a story, the veto on shared facts, and the
comparison of two bare sentences. The strength of a discord assumes that both sentences are about
the same thing; whether they are is for the caller to judge.
"""

from __future__ import annotations

from tui.analysis.clashes.denied import denied
from tui.analysis.clashes.loaded import graded, loaded
from tui.analysis.clashes.measures import days, numbers
from tui.analysis.clashes.opposed import opposed
from tui.analysis.clashes.sequence import misplaced
from tui.analysis.clashes.substitutions import substitutions
from tui.analysis.sentences.slot_reading import LONGEST, Discord, reading
from tui.analysis.words.sentence import Sentence, once
from tui.model.span import Span


def discords(a: Sentence, b: Sentence, rough: bool = False) -> tuple[Discord, ...]:
    """All slots in which the sentences differ, strongest first; ties stand in the order of the
    text.

    With `rough`, substitutions are left out: they mean something only in sentences of nearly the
    same words. Sentences longer than `LONGEST` give nothing.
    """
    if len(a.text) > LONGEST or len(b.text) > LONGEST:
        return ()
    return _rough(a, b) if rough else _all(a, b)


def _all(a: Sentence, b: Sentence) -> tuple[Discord, ...]:
    """All discords, kept with `a`: the same pair is asked for by several callers."""
    known = _asked(a)
    if b not in known:
        found = (*_rough(a, b), *substitutions(reading(a), reading(b)))
        known[b] = tuple(sorted(found, key=_strongest_first)) if found else ()
    return known[b]


@once
def _asked(a: Sentence) -> dict[Sentence, tuple[Discord, ...]]:
    """A cache, filled by `_all`: other sentence → the discords between `a` and it."""
    return {}


def _rough(a: Sentence, b: Sentence) -> tuple[Discord, ...]:
    """The discords that need no word-by-word alignment. A check runs only where both sentences have
    such a slot.
    """
    left, right = reading(a), reading(b)
    found: list[Discord] = []
    if left.numbers and right.numbers:
        found += numbers(left, right)
    if left.whens and right.whens:
        found += days(left, right)
    if left.denials:
        found += denied(left, right)
    if right.denials:
        found += map(_turned, denied(right, left))
    if left.poles and right.poles:
        found += opposed(left, right)
    if left.loaded and right.loaded:
        found += loaded(left, right)
    if left.graded and right.graded:
        found += graded(left, right)
    found += misplaced(left, right)
    return tuple(sorted(found, key=_strongest_first)) if found else ()


def _strongest_first(d: Discord) -> tuple[float, Span, Span]:
    return -d.strength, d.a, d.b


def _turned(d: Discord) -> Discord:
    """The same discord with `a` and `b` exchanged."""
    return Discord(
        d.kind, d.severity, d.b, d.a, d.value_b, d.value_a, d.shown_b, d.shown_a,
        d.strength, d.reason, d.near,
    )  # fmt: skip
