"""A few words that say what a row tells.

A short clause of one of its sentences where one stands by itself ("Lavrov met
Sunday"), else the beginning of its most telling sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.clauses import clause_numbers
from tui.analysis.lexicon import root
from tui.analysis.sentence import Sentence, Word
from tui.analysis.similarity import Profile

WIDEST = 40
"""Characters of a title."""
MOST_WORDS = 6
LEAST_SHARE = 0.3
"""A clause that holds a smaller share of the row's telling weight is no title."""

_QUOTES = "\"“”‘’'"
_NOT_INSIDE = '"“”()[],:;\n'
_AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might must should did does do".split()
)
_STOPS = frozenset(
    "with in on at for after before from as by against into over amid during following about "
    "under between since until while when where because who which that".split()
)
"""A title may end in front of one of these without losing its sense."""
_NO_START = frozenset(
    "he she it they we i you this that these those his her its their there but and or as in on at "
    "when while after before if for by with from".split()
)
_LINKS = frozenset(
    "and but so also additionally however meanwhile moreover now still then yet".split()
)


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    because: tuple[str, ...]
    """The words that the articles of the row share, most telling first."""


def heading(sentences: Sequence[Sentence], profiles: Sequence[Profile]) -> Heading:
    """The heading of the row made of these sentences."""
    weight: dict[str, float] = defaultdict(float)
    tellers: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for sentence, profile in zip(sentences, profiles, strict=True):
        for word in sentence.words:
            stem = root(word.lemma)
            if word.content and stem in profile.words:
                weight[stem] = max(weight[stem], profile.words[stem])
                tellers[stem].add(sentence.article)
                written.setdefault(stem, word.text)
    articles = len({s.article for s in sentences})
    common = {w for w in weight if len(tellers[w]) > 1} if articles > 1 else set(weight)
    value = {w: weight[w] * len(tellers[w]) for w in weight if w in common or len(common) < 2}
    ranked = sorted(value, key=lambda w: (-value[w], w))
    because = tuple(written[w] for w in ranked if w in common)[:MOST_WORDS]
    title = _clause(sentences, value) or _opening(sentences, value)
    return Heading(title, because if articles > 1 else ())


def _clause(sentences: Sequence[Sentence], value: dict[str, float]) -> str:
    """The short clause that holds most of what the row is about, or nothing."""
    enough = LEAST_SHARE * sum(sorted(value.values(), reverse=True)[:MOST_WORDS])
    best, found = enough, ""
    for sentence in sentences:
        for words in _runs(sentence):
            held = sum(value.get(r, 0.0) for r in {root(w.lemma): None for w in words})
            text = _text(sentence, words)
            if held > best and text:
                best, found = held, text
    return found


def _runs(sentence: Sentence) -> Iterator[list[Word]]:
    """Runs of words that may be read as a clause: from where one opens to a good stop."""
    numbers = clause_numbers(sentence)
    words = sentence.words
    for start, word in enumerate(words):
        opens = start == 0 or numbers[start] != numbers[start - 1]
        if not opens or word.folded in _NO_START or not word.text[0].isupper():
            continue
        for end in range(start + 3, min(start + 12, len(words) + 1)):
            at_stop = (
                end == len(words) or numbers[end] != numbers[start] or words[end].folded in _STOPS
            )
            run = list(words[start:end])
            if at_stop and run[-1].content and any(_is_verb(w) for w in run[1:-1]):
                yield run
            if end < len(words) and numbers[end] != numbers[start]:
                break


def _is_verb(word: Word) -> bool:
    if word.folded in _AUXILIARIES:
        return True
    changed = word.lemma != word.folded and " " not in word.lemma and word.text[0].islower()
    return changed and not word.folded.endswith(("s", "ing"))


def _text(sentence: Sentence, words: Sequence[Word]) -> str:
    """The words as they stand; nothing where they are too long or hold quotation marks."""
    start = words[0].span.start - sentence.span.start
    text = sentence.text[start : words[-1].span.end - sentence.span.start]
    clean = len(text) <= WIDEST and not any(c in _NOT_INSIDE for c in text)
    return text[0].upper() + text[1:] if clean else ""


def _opening(sentences: Sequence[Sentence], value: dict[str, float]) -> str:
    """How the most telling sentence begins, cut behind a word that carries news."""
    if not sentences:
        return ""

    def telling(sentence: Sentence) -> tuple[float, int]:
        stems = {root(w.lemma): None for w in sentence.words}
        return sum(value.get(r, 0.0) for r in stems), -len(sentence.text)

    sentence = max(sentences, key=telling)
    text = sentence.text.strip()
    if len(text) <= WIDEST:
        return text.strip(_QUOTES + ".").strip()
    words = list(sentence.words)
    while len(words) > 3 and words[0].folded in _LINKS:
        del words[0]
    start = end = words[0].span.start - sentence.span.start if words else 0
    for word in words:
        stop = word.span.end - sentence.span.start
        if stop - start > WIDEST - 1:
            break
        if word.content:
            end = stop
    cut = end if end > start else start + WIDEST - 1
    title = " ".join(sentence.text[start:cut].split())
    return f"{title[:1].upper()}{title[1:]}…"
