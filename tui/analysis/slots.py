"""Slots of like sentence pairs: numbers, days, denials, opposites that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from tui.analysis.dispute import Answer, Dispute
from tui.analysis.explain import because, cited, short
from tui.analysis.lexicon import lines
from tui.analysis.names import Cast, gazetteer
from tui.analysis.polarity import Denial, denials
from tui.analysis.sentence import Likeness, Sentence, Word
from tui.model.finding import Kind, Mention, Severity
from tui.model.span import Span


@cache
def same_words() -> dict[str, str]:
    """Lemma → the lemma that stands for all that mean the same."""
    found: dict[str, str] = {}
    for line in lines("same_words.txt"):
        first, _, rest = line.partition(":")
        for word in (first, *rest.split(",")):
            found.setdefault(word.strip(), first.strip())
    return found


def meaning(word: Word) -> str:
    """What the word is compared by."""
    return same_words().get(word.lemma, word.lemma)


def differ(a: Sentence, b: Sentence) -> bool:
    """Whether the two sentences cannot tell one fact."""
    return False


def slot_disputes(
    sentences: Sequence[Sentence], likenesses: Sequence[Likeness], cast: Cast
) -> Iterator[Dispute]:
    """Slots of like pairs that exclude each other, and denials of what another says."""
    yield from _denied(sentences)


def _denied(sentences: Sequence[Sentence]) -> Iterator[Dispute]:
    """`did not mention ties with Rome` against `discussed relations with Italy`."""
    index: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        for key in sorted({meaning(w) for w in sentence.words if w.content}):
            index[key].append(sentence)
    for sentence in sentences:
        for denial in denials(sentence):
            key = meaning(denial.word)
            about = [w for w in denial.scope[1:] if meaning(w) != key]
            names = [w for w in about if w.text[:1].isupper()]
            if not names or len(about) < 2:
                continue
            for other in index.get(key, ()):
                if other is sentence:
                    continue
                yield from _affirmed(sentence, denial, about, other)


def _affirmed(
    sentence: Sentence, denial: Denial, about: Sequence[Word], other: Sentence
) -> Iterator[Dispute]:
    key = meaning(denial.word)
    refused = denials(other)
    for word in other.words:
        if meaning(word) != key or any(d.word.span == word.span for d in refused):
            continue
        reach = [
            w for w in other.words
            if w.content and 0 < w.span.start - word.span.end < 90
        ]  # fmt: skip
        there = {meaning(w): w for w in reversed(reach)}
        wanted = [meaning(w) for w in about[:4]]
        common = [w for w in wanted if w in there]
        if len(common) < 2 or len(common) < 0.6 * len(wanted):
            continue
        end = max(there[w].span.end for w in common)
        left = Span(denial.span.start, about[min(len(about), 4) - 1].span.end)
        right = Span(word.span.start, end)
        said_of = key == "discuss"
        yield Dispute(
            Kind.NEGATION,
            Severity.DIFFERS if said_of else Severity.CONFLICT,
            "denial",
            f"Was it so that {denial.word.lemma} {' '.join(w.text for w in about[:4])}?",
            (
                Answer("no", short(_at(sentence, left)), Mention(sentence.article, left)),
                Answer("yes", short(_at(other, right)), Mention(other.article, right)),
            ),
            0.7,
            because(
                f"{cited(sentence.article, _at(sentence, left))} denies",
                f"{cited(other.article, _at(other, right))} affirms",
                f"“{denial.cue}” excludes it",
            ),
        )


def _at(sentence: Sentence, span: Span) -> str:
    base = sentence.span.start
    return sentence.text[span.start - base : span.end - base]


def is_city(key: str) -> bool:
    """Whether the lists know the key as a city."""
    return key in gazetteer().country_of
