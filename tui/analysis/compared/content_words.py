"""The content words of a sentence, each with its kind and how much it weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.analysis.compared.naming import is_place
from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.sentences.when import MONTHS, WEEKDAYS
from tui.analysis.words.lexicon import function_words, lines, rareness
from tui.analysis.words.senses import known
from tui.analysis.words.sentence import Word

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word of one sentence."""

    at: int
    """Position among the words of the sentence."""
    word: Word
    weight: float
    """How rare the word is in news, about 0.6 to 1.2; see `lexicon.rareness`."""
    kind: str
    """number, date, name or word."""

    lemma: str
    """What it is compared by; for a verb with its particle the one word that means the same."""


def units(reading: Reading) -> tuple[Unit, ...]:
    """The content words of a sentence, weighed by how rare they are in news."""
    words = reading.sentence.words
    capitals = _capitals(words)
    found = []
    for at, word in enumerate(words):
        told = _phrasal(words, at)
        full = word.content or _full(word) or told != word.lemma or _named(words, at)
        if not full or word.folded in ("lrb", "rrb", "lsb", "rsb", "n't"):
            continue
        kind = _kind(words, at, capitals)
        weight = 1.1 if kind == "number" else rareness(told)
        found.append(Unit(at, word, weight, kind, told))
    return tuple(found)


@cache
def _particles() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Lemma of a verb → its particles and what both mean together."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in lines("phrasal.txt"):
        phrase, _, meant = line.partition(":")
        verb, *rest = phrase.split()
        found.setdefault(verb, []).append((tuple(rest), meant.strip()))
    return {verb: tuple(told) for verb, told in found.items()}


def _phrasal(words: Sequence[Word], at: int) -> str:
    """The lemma, or what the verb means with the particle right behind it."""
    for rest, meant in _particles().get(words[at].lemma, ()):
        if tuple(w.folded for w in words[at + 1 : at + 1 + len(rest)]) == rest:
            return meant
    return words[at].lemma.replace("'", "") if words[at].content else words[at].lemma


def _named(words: Sequence[Word], at: int) -> bool:
    """Whether a function word is a name or a month here: `May`, but not at the head of a
    sentence.
    """
    return at > 0 and words[at].text[:1].isupper() and words[at].folded in _CALENDAR


def _full(word: Word) -> bool:
    """Whether only the lemma is a function word: `backed` is a verb, `back` is none."""
    small = function_words()
    return word.folded not in small and word.folded.endswith(("ed", "ing")) and len(word.folded) > 4


def _capitals(words: Sequence[Word]) -> bool:
    """Whether it is a headline in which every content word has a capital."""
    telling = [w.text for w in words if w.content and w.text[:1].isalpha()]
    return len(telling) >= 4 and sum(t[:1].isupper() for t in telling) >= 0.75 * len(telling)


def _kind(words: Sequence[Word], at: int, capitals: bool) -> str:
    """number, date, name or word. In a headline only a word that no list knows is a name."""
    word = words[at]
    if word.lemma[:1].isdigit():
        return "number"
    if word.folded in _CALENDAR and word.text[:1].isupper():
        return "date"
    if not word.text[:1].isupper():
        return "word"
    # At the head of a sentence, and in a headline, a capital says little.
    plain = (at == 0 or capitals) and known(word.lemma) and not is_place(word.folded)
    return "word" if plain else "name"
