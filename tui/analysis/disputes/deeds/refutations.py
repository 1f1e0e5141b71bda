"""Denied in one article, stated in another: `no criminal inquiry`, `opened an inquiry`.

What is denied is a noun or a verb with the words beside it; another article must state the same
pair of words without a negation, about a matter that both sentences name. An article that says both
contradicts nobody, nor does a denial in quotation marks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.clashes.denied import denies_outright, of_another, of_none
from tui.analysis.clashes.modality import alleged, stopped
from tui.analysis.disputes.basis.dispute import Dispute, Stated, two_sided
from tui.analysis.disputes.wording.explain import short
from tui.analysis.disputes.wording.questions import whether
from tui.analysis.sentences.layout import quoted
from tui.analysis.sentences.polarity import Denial, hyphenated
from tui.analysis.sentences.slot_reading import reading
from tui.analysis.sentences.themes import Weights, theme, themes
from tui.analysis.words.sentence import Sentence, Word
from tui.model.finding import Kind, Severity

MANY = 20
"""Most uses of a denied word that are looked at; a commoner word is what the story is about."""
NEAR = 5
"""Words on either side of the stated word among which the other word of the pair stands."""
BESIDE = 0.4
"""Weight of that other word."""
MATTER = 0.4
"""Weight of the other themes that both sentences share."""
SCORE = 0.55
_AHEAD = re.compile(r"\b(?:will|would|shall|to|going\sto|won’t|won't|may|might|could)\b")
"""Signs of the future in front of a word."""
_RUMOUR = re.compile(
    r"\b(?:conspiracy|theory|theories|rumou?rs?|hoax|myth|false|falsely|untrue|debunked|fake)\b",
    re.I,
)
"""Signs that a sentence reports something as a rumour or a falsehood."""
_ORDERED = frozenset(
    "first second third last only same other new clear sure enough "
    "minute hour day week month year decade time".split()
)
"""Words that may be denied of one thing and true of another."""
_IF = re.compile(r"\b(?:if|unless|whether|until|should|could|might|may)\b", re.I)
"""Modals and conditions in front of a denial."""


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """A use of a word, and what stands near it."""

    sentence: Sentence
    word: Word
    near: frozenset[str]
    """Themes of the words near it."""
    denied: bool
    """Whether the use stands in the scope of a denial."""


def refutation_disputes(sentences: Sequence[Sentence], known: Weights) -> Iterator[Dispute]:
    """Denials of one article that a sentence of another article contradicts."""
    wanted = {theme(d.word) for s in sentences for d in reading(s).denials}
    places = _places(sentences, wanted)
    for sentence in sentences:
        for denial in reading(sentence).denials:
            held = places.get(theme(denial.word), ())
            if not held or denial.word.lemma in _ORDERED or _of_compound(sentence, denial):
                continue
            if _plain(sentence, denial):
                yield from _against(sentence, denial, held, known)


def _places(told: Sequence[Sentence], wanted: set[str]) -> dict[str, list[Place]]:
    """Theme → its uses, for the themes `wanted` that have at most `MANY`."""
    uses: dict[str, list[tuple[Sentence, int]]] = defaultdict(list)
    for sentence in told:
        for n, word in enumerate(sentence.words):
            if word.content and (key := theme(word)) in wanted:
                uses[key].append((sentence, n))
    return {
        key: [_place(sentence, n) for sentence, n in held]
        for key, held in uses.items()
        if len(held) <= MANY
    }


def _place(sentence: Sentence, n: int) -> Place:
    """The use of the word at position `n`."""
    words = sentence.words
    near = (*words[max(0, n - NEAR) : n], *words[n + 1 : n + 1 + NEAR])
    denied = any(w.span == words[n].span for d in reading(sentence).denials for w in d.scope)
    return Place(sentence, words[n], frozenset(theme(w) for w in near if w.content), denied)


def _plain(sentence: Sentence, denial: Denial) -> bool:
    """Whether the article itself denies it outright, and not under a condition."""
    at = denial.span.start - sentence.span.start
    if quoted(sentence, denial.span.start):
        return False
    return denies_outright(reading(sentence), denial) and not _IF.search(sentence.text[:at][-60:])


def _against(
    sentence: Sentence, denial: Denial, held: Sequence[Place], known: Weights
) -> Iterator[Dispute]:
    """The disputes between the denial and the uses `held` of its word."""
    beside = _beside(sentence, denial)
    here, key = sentence.article, theme(denial.word)
    if any(p.sentence.article == here and not p.denied and p.near & beside for p in held):
        return
    for place in held:
        other = place.sentence
        common = place.near & beside
        if other.article == here or place.denied or known.shared(common, beside) < BESIDE:
            continue
        if any(p.denied and p.sentence.article == other.article for p in held):
            continue
        rest = themes(sentence) & themes(other) - common - {key}
        if known.shared(rest, rest) < MATTER or _RUMOUR.search(other.text):
            continue
        told = reading(other)
        if any(is_not(told, place.word) for is_not in (stopped, alleged, of_none)):
            continue
        if of_another(reading(sentence), denial, told, place.word):
            continue
        if _ahead(sentence, denial.span.start) == _ahead(other, place.word.span.start):
            yield _dispute(sentence, denial, place)


def _of_compound(sentence: Sentence, denial: Denial) -> bool:
    """Whether the denied word is only part of a compound: `refused to fly to war-torn Renn`."""
    return hyphenated(sentence.text, denial.word.span.end - sentence.span.start)


def _beside(sentence: Sentence, denial: Denial) -> frozenset[str]:
    """The themes that stand with the denied word: between the cue and it, and behind it."""
    inside = [w for w in sentence.words if w.content and denial.span.covers(w.span)]
    return frozenset(theme(w) for w in (*inside, *denial.scope[1:4])) - {
        theme(denial.word), *(theme(w) for w in inside[:1] if w.folded == denial.cue)
    }  # fmt: skip


def _ahead(sentence: Sentence, at: int) -> bool:
    """Whether the word at position `at` of the article is in the future."""
    start = at - sentence.span.start
    return bool(_AHEAD.search(sentence.text[max(0, start - 24) : start]))


def _dispute(sentence: Sentence, denial: Denial, place: Place) -> Dispute:
    other = place.sentence
    here, there = denial.span, place.word.span
    return two_sided(
        Kind.NEGATION, Severity.CONFLICT, "refutal",
        whether(sentence, here, other, there),
        Stated(sentence, here, "no", short(sentence.text_at(here))),
        Stated(other, there, "yes", short(other.text_at(there))),
        SCORE,
        f"one denies it (“{denial.cue}”), the other tells it as true",
    )  # fmt: skip
