"""The slots of one sentence, put together, and the tools to compare those of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from tui.analysis.sentences.dates import whens
from tui.analysis.sentences.layout import dateline_end, quoted
from tui.analysis.sentences.polarity import Denial, denials
from tui.analysis.sentences.quantities import Quantity, quantities
from tui.analysis.sentences.when import When
from tui.analysis.words.lexicon import facing, lines
from tui.analysis.words.meanings import meaning
from tui.analysis.words.opcodes import Code, opcodes
from tui.analysis.words.sentence import Sentence, Word, once, once_with
from tui.model.finding import Kind, Severity
from tui.model.span import Span

LONGEST = 4000
"""Characters from which a sentence is not compared: nothing so long is a sentence of a report."""


@dataclass(frozen=True, slots=True)
class Discord:
    """A slot in which two sentences differ; `a` and `b` are where it stands in each."""

    kind: Kind
    severity: Severity
    a: Span
    """In the article of the first sentence."""
    b: Span
    """In the article of the second."""
    value_a: str
    """Normalised, for comparison."""
    value_b: str
    shown_a: str
    """In words, for the reader."""
    shown_b: str
    strength: float
    """How surely both cannot be true if the sentences are about one thing, 0 to 1."""
    reason: str
    near: int = 0
    """How many content words stand near the slot in both sentences."""


@dataclass(frozen=True, eq=False)
class Reading:
    """The slots of one sentence."""

    sentence: Sentence
    whens: tuple[When, ...]
    """The days it names, without the dateline and without quoted relative days; spans in its
    text."""
    numbers: tuple[Quantity, ...]
    """Its quantities; spans in its text."""
    denials: tuple[Denial, ...]
    """What it denies; spans in the article."""
    keys: tuple[str, ...]
    """The meaning of every word, in order."""
    content: frozenset[str]
    """The meanings of its content words."""
    poles: tuple[tuple[Word, str, frozenset[str]], ...]
    """Its words that have antonyms: the word, its meaning, the antonyms."""
    loaded: tuple[tuple[Word, frozenset[str]], ...]
    """Its words that take sides, each with the other words for the same thing."""
    graded: tuple[tuple[Word, frozenset[str]], ...]
    """Its words for an act that has stronger or weaker names, each with those."""
    lemmas: frozenset[str]
    kept: dict[object, Any] = field(default_factory=dict, repr=False)
    """Cache of what was read from it; see `once`."""


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Lemma → lemmas that cannot be true together with it."""
    return facing("opposites.txt")


@cache
def loaded_groups() -> dict[str, frozenset[str]]:
    """Lemma → lemmas that name the same thing and judge it differently."""
    found: dict[str, set[str]] = {}
    for line in lines("loaded_words.txt"):
        sides = [{w.strip() for w in side.split(",")} for side in line.split("|")]
        for left, right in (sides, sides[::-1]) if len(sides) == 2 else (sides * 2,):
            for word in left:
                found.setdefault(word, set()).update(right - {word})
    return {word: frozenset(others) for word, others in found.items()}


@cache
def degrees() -> dict[str, frozenset[str]]:
    """Lemma → lemmas for the same act of another degree."""
    return facing("degrees.txt")


@once
def reading(sentence: Sentence) -> Reading:
    """The slots of `sentence`; read once and kept with it."""
    days = _told_days(sentence)
    keys = tuple(meaning(w) for w in sentence.words)
    against, others = opposites(), loaded_groups()
    return Reading(
        sentence,
        days,
        quantities(sentence.text, [d.span for d in days]),
        denials(sentence),
        keys,
        frozenset(k for k, w in zip(keys, sentence.words, strict=True) if w.content),
        tuple(
            (w, k, found)
            for w, k in zip(sentence.words, keys, strict=True)
            if (found := against.get(w.lemma) or against.get(k))
        ),
        tuple((w, found) for w in sentence.words if (found := others.get(w.lemma))),
        tuple((w, found) for w in sentence.words if (found := degrees().get(w.lemma))),
        frozenset(w.lemma for w in sentence.words),
    )


def _told_days(sentence: Sentence) -> tuple[When, ...]:
    """The days of the sentence without those of its dateline, and without a quoted "today"."""
    head = dateline_end(sentence.text)
    return tuple(
        w for w in whens(sentence.text, sentence.published)
        if w.span.start >= head
        and (w.month or not quoted(sentence, sentence.span.start + w.span.start))
    )  # fmt: skip


DENIED = 2
"""Words of the scope of a negation that it certainly denies."""


@once
def denied_words(reading: Reading) -> frozenset[Span]:
    """Where in the article the words stand that the sentence denies."""
    return frozenset(w.span for d in reading.denials for w in d.scope[:DENIED])


def denied_at(sentence: Sentence, span: Span) -> bool:
    """Whether the sentence denies a word at `span` of its article."""
    return any(span.overlaps(denied) for denied in denied_words(reading(sentence)))


def overlap(a: Reading, b: Reading) -> float:
    """Share of the shorter sentence's content that the other has too, 0 to 1."""
    here, there = a.content, b.content
    least = len(here) if len(here) < len(there) else len(there)
    return len(here & there) / least if least else 0.0


@lru_cache(maxsize=1000)
def word_diff(a: Reading, b: Reading) -> Sequence[Code]:
    """The word-level diff of two sentences: runs that are equal, replaced, deleted or inserted.

    The codes are those of `difflib.SequenceMatcher` over positions of words.
    """
    return opcodes(a.keys, b.keys)


def around(reading: Reading, span: Span, reach: int = 5) -> frozenset[str]:
    """Meanings of the content words up to `reach` words around `span` of the article, numbers left
    out.
    """
    return _around(reading, (span.start, span.end, reach))


@once_with
def _around(reading: Reading, place: tuple[int, int, int]) -> frozenset[str]:
    start, end, reach = place
    words = reading.sentence.words
    inside = [n for n, w in enumerate(words) if w.span.start < end and start < w.span.end]
    if not inside:
        return frozenset()
    lo, hi = max(0, inside[0] - reach), inside[-1] + reach + 1
    return frozenset(
        reading.keys[n]
        for n in range(lo, min(hi, len(words)))
        if words[n].content
        and not (inside[0] <= n <= inside[-1])
        and not words[n].text[0].isdigit()
    )


def sides(reading: Reading, word: Word, reach: int) -> tuple[frozenset[str], frozenset[str]]:
    """Meanings of the content words among the `reach` in front of `word`, and those behind it."""
    words = reading.sentence.words
    at = next(n for n, w in enumerate(words) if w.span == word.span)

    def told(lo: int, hi: int) -> frozenset[str]:
        return frozenset(
            reading.keys[n] for n in range(max(0, lo), min(len(words), hi)) if words[n].content
        )

    return told(at - reach, at), told(at + 1, at + 1 + reach)


def kinship(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other has too, 0 to 1; 0 where one is empty."""
    return len(a & b) / max(1, min(len(a), len(b)))
