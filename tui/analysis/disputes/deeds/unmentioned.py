"""Not discussed according to one article, discussed according to another.

`did not mention ties with Rome` against `discussed relations with Italy`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.analysis.clashes.modality import alleged
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import short
from tui.analysis.disputes.wording.questions import whether
from tui.analysis.sentences.cast import Cast
from tui.analysis.sentences.polarity import Denial, denials, with_helpers
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.words.meanings import meaning
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity
from tui.model.span import Span

FEW = 800
"""Most sentences that speak of a discussion and are compared with each denial of one."""


def unmentioned_disputes(sentences: Sequence[Sentence], cast: Cast) -> Iterator[Dispute]:
    """What one article says was not discussed, and another says was."""
    index = [s for s in sentences if any(meaning(w) == "discuss" for w in s.words)][:FEW]
    for sentence in sentences:
        for denial in denials(sentence):
            if meaning(denial.word) != "discuss":
                continue
            named = [n.span for n in cast.mentions(sentence) if n.kind not in ("role", "person")]
            about = [w for w in denial.scope[1:] if meaning(w) != "discuss"]
            if len(about) < 2 or not any(s.overlaps(w.span) for w in about for s in named):
                continue
            for other in index:
                if other is not sentence:
                    yield from _affirmed(sentence, denial, about, other)


def _affirmed(
    sentence: Sentence, denial: Denial, about: Sequence[Word], other: Sentence
) -> Iterator[Dispute]:
    """The disputes between the denial and the sentence `other`; `about` are the words it denies."""
    key = meaning(denial.word)
    refused = denials(other)
    for word in other.words:
        if meaning(word) != key or any(d.word.span == word.span for d in refused):
            continue
        if alleged(reading(other), word):
            continue
        reach = [w for w in other.words if w.content and 0 < w.span.start - word.span.end < 90]
        there = {meaning(w): w for w in reversed(reach)}
        wanted = [meaning(w) for w in about[:4]]
        common = [w for w in wanted if w in there]
        if len(common) < 2 or len(common) < 0.6 * len(wanted):
            continue
        left = Span(denial.span.start, about[min(len(about), 4) - 1].span.end)
        right = Span(word.span.start, max(there[w].span.end for w in common))
        yield two_sided(
            Kind.NEGATION, Severity.DIFFERS, "denial",
            whether(sentence, left, other, word.span),
            Stated(sentence, left, "no", short(with_helpers(sentence, left))),
            Stated(other, right, "yes", short(with_helpers(other, right))),
            0.7,
            f"one denies it (“{denial.cue}”), the other affirms it",
        )  # fmt: skip
