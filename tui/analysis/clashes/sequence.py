"""Order of events: one sentence places something before or after an event, the other elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.analysis.sentences.slot_reading import Discord, Reading, around, kinship
from tui.analysis.words.lexicon import root, synonym_class
from tui.analysis.words.sentence import once
from tui.model.finding import Kind, Severity
from tui.model.span import Span

_BESIDE = re.compile(
    r"\b(?:(?P<before>before|ahead\sof|prior\sto)|(?P<after>after|following)"
    r"|(?P<at>at|during|told|addressed))\s(?:(?:a|an|the|his|her|its|their)\s)?"
    r"(?P<what>(?:[\w’'()-]{1,24}\s(?:'\s)?){0,5}[\w’'-]{1,24})",
    re.I,
)
_TIME = re.compile(r"\b(?:morning|day|night|evening|week|month|year)\s$", re.I)
"""In front of `after`, where it only names a time."""
_EVENTS = frozenset(
    "meeting summit conference session talk hearing trial debate vote election visit speech rally "
    "ceremony dinner lunch funeral wedding match game race briefing interview protest march parade "
    "inauguration attack raid strike crash explosion fire storm party service concert flight "
    "takeoff landing arrival departure announcement call phone".split()
)
REACH = 12
"""Words around the two places, of which two content words must be the same."""
OF_ONE_BODY = 0.75
"""Likeness of two statements that are placed beside a meeting of the same body."""


@once
def _placed(reading: Reading) -> tuple[tuple[str, str, Span], ...]:
    """Each phrase such as `after the summit`: its side (before, at, after), the event, and its
    span.

    Spans count in the article.
    """
    found = []
    base = reading.sentence.span.start
    for match in _BESIDE.finditer(reading.sentence.text):
        side = next(k for k in ("before", "after", "at") if match.group(k))
        start, end = base + match.start("what"), base + match.end("what")
        if match.group("what").lower().startswith(("it ", "he ", "she ", "they ")):
            continue  # beside what somebody did, not beside an event
        if _TIME.search(reading.sentence.text, 0, match.start()):
            continue  # `the morning after`: how long after, and of something else
        inside = [w for w in reading.sentence.words if start <= w.span.start < end]
        events = [
            (word, event) for word in inside
            if (event := word.folded if word.folded in _EVENTS else word.lemma) in _EVENTS
        ]  # fmt: skip
        if events:
            # "told a party meeting" was at the meeting, "at a meeting of the party" too
            told = match.group("at") and match.group("at").lower() in ("told", "addressed")
            word, event = events[-1 if told else 0]
            found.append((side, event, Span(base + match.start(), word.span.end)))
    return tuple(found)


def misplaced(a: Reading, b: Reading) -> Iterator[Discord]:
    """An event beside which the two sentences place the same deed differently.

    Before against after is left to `opposed`, which knows them as antonyms.
    """
    here, there = _placed(a), _placed(b)
    if not here or not there:
        return
    for side, event, span in here:
        rivals = [t for t in there if t[1] == event]
        if len(rivals) != 1 or rivals[0][0] == side or sum(h[1] == event for h in here) != 1:
            continue
        other, _, spot = rivals[0]
        if {side, other} == {"before", "after"}:
            continue  # the two words are opposites, which is told elsewhere
        beside = around(a, span, REACH) & around(b, spot, REACH)
        deeds = _deeds(a, span) & _deeds(b, spot)
        if len(beside) < 2 or not deeds:
            continue
        kin = kinship(around(a, span, 8), around(b, spot, 8))
        if "say" in deeds and _own(a, span) & _own(b, spot):
            kin = max(kin, OF_ONE_BODY)  # words spoken beside one body's meeting
        yield Discord(
            Kind.SEQUENCE, Severity.DIFFERS, span, spot, side, other,
            a.sentence.text_at(span), b.sentence.text_at(spot), 0.3 + 0.6 * kin,
            f"“{a.sentence.text_at(span)}” and “{b.sentence.text_at(spot)}” are different times",
            len(beside),
        )  # fmt: skip


_SAID = re.compile(r"\b(?:statement|said|says|told|announced|declared|remarks|speech|vowed)\b")


def _own(reading: Reading, span: Span) -> frozenset[str]:
    """What the event belongs to: the content words of its phrase and of the few words behind it."""
    words = reading.sentence.words
    inside = [n for n, w in enumerate(words) if w.span.overlaps(span)]
    near = range(inside[0] + 1, min(len(words), inside[-1] + 12))
    return frozenset(reading.keys[n] for n in near if words[n].content and n != inside[-1])


def _deeds(reading: Reading, span: Span) -> frozenset[str]:
    """Classes of the words right in front of the phrase, names left out; `say` where anybody
    speaks.
    """
    before = [w for w in reading.sentence.words if w.span.end <= span.start and w.content][-5:]
    found = {synonym_class(root(w.lemma)) or root(w.lemma) for w in before if w.text[:1].islower()}
    if _SAID.search(reading.sentence.text):
        found.add("say")
    return frozenset(found)
