"""One claim that two reports give to two different tellers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.analysis.dispute import Answer, Dispute
from tui.analysis.explain import because, cited, short
from tui.analysis.meanings import meaning
from tui.analysis.names import Cast, Named
from tui.analysis.naming import claimed
from tui.analysis.sentence import Sentence
from tui.analysis.speech import speaker
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span

LEAST = 0.5
"""Share of the longer claim's words, without the tellers, that both must have."""
FEWEST = 4
"""Words that both must have."""


def two_tellers(a: Sentence, b: Sentence, cast: Cast) -> Iterator[Dispute]:
    """The claim of `a` and `b` where each names another teller, and none the other's."""
    left, right = cast.mentions(a), cast.mentions(b)
    x, y = _teller(a, left, cast), _teller(b, right, cast)
    if x is None or y is None or x.key == y.key or x.kind != y.kind:
        return  # a body may speak for a person
    if any(n.key == x.key for n in right) or any(n.key == y.key for n in left):
        return
    here, there = _claim(a, left), _claim(b, right)
    common = len(here & there)
    share = common / max(1, len(here), len(there))
    if common < FEWEST or share < LEAST:
        return
    names = cast.name(x.key), cast.name(y.key)
    yield Dispute(
        Kind.ATTRIBUTION, Severity.DIFFERS, "teller",
        claimed(a, x.span, short(names[0], 24), short(names[1], 24)),
        (
            Answer(x.key, names[0], Mention(a.article, x.span)),
            Answer(y.key, names[1], Mention(b.article, y.span)),
        ),
        0.5 + 0.3 * share,
        because(
            cited(a.article, a.text), cited(b.article, b.text),
            f"one claim is given to {names[0]} and to {names[1]}",
        ),
    )  # fmt: skip


def _teller(sentence: Sentence, named: Sequence[Named], cast: Cast) -> Named | None:
    start = sentence.span.start
    key = speaker(Span(start, start), sentence, named, cast, "", 12)
    return next((n for n in named if n.key == key), None) if key else None


def _claim(sentence: Sentence, named: Sequence[Named]) -> frozenset[str]:
    held = [n.span for n in named if n.kind in ("person", "body", "role")]
    return frozenset(
        meaning(w)
        for w in sentence.words
        if w.content and not any(w.span.overlaps(h) for h in held)
    )
