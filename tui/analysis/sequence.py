"""When beside an event: before it, at it or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.analysis.lexicon import root, synonym_class
from tui.analysis.slot_reading import Discord, Reading, around, kinship, words_at
from tui.model.finding import Kind, Severity
from tui.model.span import Span

_BESIDE = re.compile(
    r"\b(?:(?P<before>before|ahead\sof|prior\sto)|(?P<after>after|following)"
    r"|(?P<at>at|during))\s(?:(?:a|an|the|his|her|its|their)\s)?(?P<what>(?:[\w’'-]{1,24}\s?){1,5})",
    re.I,
)
_EVENTS = frozenset(
    "meeting summit conference session talk hearing trial debate vote election visit speech rally "
    "ceremony dinner lunch funeral wedding match game race briefing interview protest march parade "
    "inauguration attack raid strike crash explosion fire storm party service concert flight "
    "takeoff landing arrival departure announcement call phone".split()
)


@lru_cache(maxsize=20_000)
def _placed(reading: Reading) -> tuple[tuple[str, str, Span], ...]:
    """For each event that something is placed beside: before, at or after; its lemma; where."""
    found = []
    base = reading.sentence.span.start
    for match in _BESIDE.finditer(reading.sentence.text):
        side = next(k for k in ("before", "after", "at") if match.group(k))
        start, end = base + match.start("what"), base + match.end("what")
        for word in reading.sentence.words:
            event = word.folded if word.folded in _EVENTS else word.lemma
            if start <= word.span.start < end and event in _EVENTS:
                found.append((side, event, Span(base + match.start(), word.span.end)))
                break
    return tuple(found)


def misplaced(a: Reading, b: Reading) -> Iterator[Discord]:
    """What the one places before or after an event, the other places elsewhere."""
    here, there = _placed(a), _placed(b)
    for side, event, span in here:
        rivals = [t for t in there if t[1] == event]
        if len(rivals) != 1 or rivals[0][0] == side or sum(h[1] == event for h in here) != 1:
            continue
        other, _, spot = rivals[0]
        if {side, other} == {"before", "after"}:
            continue  # the two words are opposites, which is told elsewhere
        if len(around(a, span, 8) & around(b, spot, 8)) < 2 or not _deeds(a, span) & _deeds(
            b, spot
        ):
            continue
        kin = kinship(around(a, span, 8), around(b, spot, 8))
        yield Discord(
            Kind.SEQUENCE, Severity.DIFFERS, span, spot, side, other,
            words_at(a, span), words_at(b, spot), 0.3 + 0.6 * kin,
            f"“{words_at(a, span)}” and “{words_at(b, spot)}” are two moments",
            len(around(a, span, 8) & around(b, spot, 8)),
        )  # fmt: skip


def _deeds(reading: Reading, span: Span) -> frozenset[str]:
    """What stands in front, names left out: classes of like words, or the words themselves."""
    before = [w for w in reading.sentence.words if w.span.end <= span.start and w.content][-5:]
    return frozenset(
        synonym_class(root(w.lemma)) or root(w.lemma) for w in before if w.text[:1].islower()
    )
