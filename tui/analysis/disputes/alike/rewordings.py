"""A word quoted by one report for which the other has its own: `serious “doubts”`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import plain, short
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.slot_reading import overlap, reading, word_diff
from tui.analysis.sentences.themes import theme
from tui.analysis.words.sentence import Sentence, Word, once
from tui.model.finding import Kind, Severity
from tui.model.span import Span

HELD = 3
"""Equal words beside the changed one, one of them a content word."""
ALIKE = 0.4
"""Share of the shorter sentence that both must have in common."""
AROUND = 2
"""Words shown on either side of the changed one."""


def reworded(a: Sentence, b: Sentence) -> Iterator[Dispute]:
    """Words inside a quotation of one sentence in the place of which the other has others."""
    if not (_quotes(a) or _quotes(b)):
        return
    if overlap(reading(a), reading(b)) < ALIKE:
        return
    codes = word_diff(reading(a), reading(b))
    for n, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag != "replace" or not 0 < n < len(codes) - 1:
            continue
        old, new = a.words[a1:a2], b.words[b1:b2]
        if not _telling(old) or not _telling(new):
            continue
        if not (quoted(a, old[0].span.start) or quoted(b, new[0].span.start)):
            continue
        if _one_stem(old, new):
            continue
        if {*map(theme, old)} & {*map(theme, b.words)} or {*map(theme, new)} & {
            *map(theme, a.words)
        }:
            continue
        before, behind = codes[n - 1], codes[n + 1]
        held = [*a.words[max(before[1], a1 - 3) : a1], *a.words[a2 : min(behind[2], a2 + 3)]]
        beside = [w for w in (a.words[a1 - 1], a.words[a2]) if w.content]
        if len(held) >= HELD and beside:
            yield _dispute(a, (a1, a2), b, (b1, b2))


@once
def _quotes(sentence: Sentence) -> bool:
    """Whether the sentence has a double quotation mark."""
    return '"' in sentence.text or "“" in sentence.text


def _telling(words: Sequence[Word]) -> bool:
    """Whether they are one or two content words and no names."""
    return len(words) <= 2 and all(w.content and w.text[:1].islower() for w in words)


def _one_stem(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Whether one word is the other with an ending: `unprecedented`, `unprecedentedly`."""
    x, y = (" ".join(w.folded for w in words) for words in (old, new))
    return x.startswith(y) or y.startswith(x)


def _dispute(a: Sentence, at_a: tuple[int, int], b: Sentence, at_b: tuple[int, int]) -> Dispute:
    here, there = _phrase(a, at_a), _phrase(b, at_b)
    x, y = a.text_at(here), b.text_at(there)
    words = [" ".join(w.text for w in s.words[at[0] : at[1]]) for s, at in ((a, at_a), (b, at_b))]
    return two_sided(
        Kind.QUOTE, Severity.DIFFERS, "reworded",
        f"Which word was used: “{words[0]}” or “{words[1]}”?",
        Stated(a, here, x.lower(), plain(short(x, 60))),
        Stated(b, there, y.lower(), plain(short(y, 60))),
        0.45,
        f"one report quotes it, the other puts it in other words, “{words[0]}”, “{words[1]}”",
    )  # fmt: skip


def _phrase(sentence: Sentence, at: tuple[int, int]) -> Span:
    """The span of the changed words with a few on either side."""
    words = sentence.words[max(0, at[0] - AROUND) : at[1] + AROUND]
    return Span(words[0].span.start, words[-1].span.end)
