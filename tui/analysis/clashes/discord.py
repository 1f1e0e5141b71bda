"""In what two sentences exclude each other, slot by slot.

One engine for the pairs of a story, for the veto on shared facts, and for two
bare sentences. Every discord says how strongly it speaks, given that the two
sentences tell of the same thing; whether they do is for the caller to judge.
"""

from __future__ import annotations

from functools import lru_cache

from tui.analysis.clashes.measures import days, numbers
from tui.analysis.clashes.opposed import denied, graded, loaded, opposed
from tui.analysis.clashes.sequence import misplaced
from tui.analysis.clashes.stand_ins import replaced
from tui.analysis.sentences.slot_reading import LONGEST, Discord, reading
from tui.analysis.words.sentence import Sentence


@lru_cache(maxsize=100_000)
def discords(a: Sentence, b: Sentence, rough: bool = False) -> tuple[Discord, ...]:
    """All slots in which the sentences differ, strongest first.

    `rough` leaves out what only shows in sentences of nearly the same words.
    """
    if max(len(a.text), len(b.text)) > LONGEST:
        return ()
    left, right = reading(a), reading(b)
    found = [
        *numbers(left, right),
        *days(left, right),
        *denied(left, right),
        *(_turned(d) for d in denied(right, left)),
        *opposed(left, right),
        *loaded(left, right),
        *graded(left, right),
        *misplaced(left, right),
        *([] if rough else replaced(left, right)),
    ]
    return tuple(sorted(found, key=lambda d: (-d.strength, d.a, d.b)))


def _turned(d: Discord) -> Discord:
    return Discord(
        d.kind, d.severity, d.b, d.a, d.value_b, d.value_a, d.shown_b, d.shown_a,
        d.strength, d.reason, d.near,
    )  # fmt: skip
