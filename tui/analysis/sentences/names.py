"""Mentions by name: runs of capitals that may be persons, and listed offices, bodies, countries,
cities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.analysis.sentences.fates import names_person
from tui.analysis.words.gazetteer import gazetteer, roles
from tui.analysis.words.lexicon import fold, function_words
from tui.analysis.words.sentence import Sentence, Word, once
from tui.model.article import Role
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of somebody or something by name."""

    span: Span
    """In the article's text."""
    key: str
    """What it is compared by: a folded surname or full name, a country, a body, a city."""
    kind: str
    """`person`, `role`, `body`, `country`, `city`; `run` while it is not known whether it is a
    person."""
    text: str
    """As it stands in the text."""


_PART = r"[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŘŚŞŠŹŻŽȘȚ][^\W\d_]{0,24}(?:['’-][^\W\d_]{1,20}){0,2}"
_RUN = re.compile(
    rf"{_PART}(?:\s(?:(?:[A-Z]\.\s?){{1,2}}|(?:bin|al|de|van|von|der|da|del|la|el)\s)?{_PART}){{0,6}}"
)
_THING = frozenset(
    "ministry council department university party agency office court house committee union bank "
    "group company corporation institute center centre association organization commission board "
    "street road avenue park river lake sea island islands bay mountain mount square bridge "
    "airport hotel church school hospital stadium station news times post press gazette radio "
    "quay wharf harbour harbor pier port theatre theater museum palace tower hall county city "
    "state states act treaty agreement war games cup league peninsula zone summit forum police "
    "army navy guard express airlines airways railways ferry charter security service fund trust "
    "society foundation ii iii minutes".split()
)  # fmt: skip
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mr mrs ms dr sir lord lady mister "
    "jr sr sen sens rep reps gov gen col lt sgt rev prof capt republican republicans democrat "
    "democrats democratic".split()
)


@once
def headline(sentence: Sentence) -> bool:
    """Whether it is a title in which every content word has a capital: `Diplomatic Ties Grow`.

    There a capital proves no name, and who is named stands below it too.
    """
    telling = [w.text for w in sentence.words if w.content and w.text[:1].isalpha()]
    capitals = sum(t[:1].isupper() for t in telling)
    return sentence.role is Role.TITLE and len(telling) >= 5 and capitals >= len(telling) - 1


@once
def runs(sentence: Sentence) -> tuple[Named, ...]:
    """Runs of capitalised words that may be names of persons, in order."""
    return tuple(_runs_of(sentence))


def _runs_of(sentence: Sentence) -> Iterable[Named]:
    base = sentence.span.start
    found = list(_RUN.finditer(sentence.text))
    known = [w.span for w in _within(sentence, found) if _listed(w)]
    for match in found:
        for start, words in _cut(match.group(), match.start(), base, known):
            low = [fold(w) for w in words.split()]
            if any(w in _THING for w in low):
                continue
            if start == 0 and len(low) > 1 and low[0].endswith("ing"):
                start, words, low = len(words.split()[0]) + 1, words.split(None, 1)[1], low[1:]
            if _is_may(sentence.text, start, low):
                yield Named(
                    Span(base + start, base + start + len(words)), fold(words), "run", words
                )
                continue
            while low and _leads(low):
                head = words.split()[0]
                start += len(head) + 1
                words = words[len(head) + 1 :]
                low = low[1:]
            while low and (low[-1] in _NOT_NAMES or low[-1] in function_words()):
                words = words[: -len(words.split()[-1])].rstrip()
                low = low[:-1]
            words = words.removesuffix("'s").removesuffix("’s")
            if not low or (words.isupper() and len(words) < 6):
                continue
            span = Span(base + start, base + start + len(words))
            yield Named(span, fold(words), "run", words)


def _leads(low: Sequence[str]) -> bool:
    """Whether the first of the folded words only stands in front of a name: `Resident Ann Roe`."""
    first = low[0]
    if first in _NOT_NAMES or first in function_words() or first in roles():
        return True
    return len(low) > 1 and names_person(first)


def _within(sentence: Sentence, found: Sequence[re.Match[str]]) -> Iterable[Word]:
    """The words that stand in one of the matches `found`, which are in order."""
    base, at = sentence.span.start, 0
    for word in sentence.words:
        while at < len(found) and base + found[at].end() <= word.span.start:
            at += 1
        if at < len(found) and base + found[at].start() < word.span.end:
            yield word


_ADDRESS = re.compile(r"\b(?:Mrs?|Ms|Minister|Secretary|President|Lady|Sir)\.?\s$")


def _is_may(text: str, start: int, low: Sequence[str]) -> bool:
    """Whether `May` is a surname here: `Theresa May`, `Mrs. May`, but not `May 3`."""
    if not low or low[-1] != "may" or len(low) > 2 or low[0] in _NOT_NAMES - {"may"}:
        return False
    end = start + sum(map(len, low)) + len(low) - 1
    if re.match(r"\s\d", text[end : end + 2]):
        return False
    if len(low) == 2:
        return low[0] not in function_words() and low[0] not in roles()
    return bool(_ADDRESS.search(text[max(0, start - 12) : start]))


_TRAIT = re.compile(
    r"-(?:born|based|led|backed|winning|educated|trained|style|elect|turned|owned|run|made|area|era)$"
)
"""A word that only describes somebody: `Michigan-born`."""


def _cut(run: str, at: int, base: int, known: list[Span]) -> Iterable[tuple[int, str]]:
    """The pieces of a run that no listed name covers: position in the text, and words."""
    start = None
    for part in re.finditer(r"\S+", run):
        span = Span(base + at + part.start(), base + at + part.end())
        if any(k.overlaps(span) for k in known) or _TRAIT.search(part.group()):
            if start is not None:
                yield at + start, run[start : part.start()].rstrip()
            start = None
            continue
        if start is None:
            start = part.start()
        if part.group().endswith(("'s", "’s")):  # whose somebody is, no part of the name
            yield at + start, run[start : part.end()]
            start = None
    if start is not None:
        yield at + start, run[start:]


def _listed(word: Word) -> bool:
    """Whether the lists know the word as something other than a person."""
    places = gazetteer()
    return (
        word.lemma in places.countries
        or word.folded in places.country_of
        or word.lemma in roles()
        or (" " in word.lemma and word.text[:1].isupper())
        or body(word)
    )


def body(word: Word) -> bool:
    """Whether the word names an organisation: an acronym, or a listed name of several words."""
    if not word.text[:1].isupper() or word.lemma in roles():
        return False
    if word.lemma in gazetteer().countries:
        return False
    return (
        (" " in word.lemma and word.lemma != word.folded)
        or (" " in word.folded and word.lemma == word.folded and word.folded.islower() is not False)
        or (word.text.isupper() and len(word.text) >= 3 and word.text.isalpha())
    )


@once
def others(sentence: Sentence) -> tuple[Named, ...]:
    """The cities, countries, offices and bodies of the sentence, in order."""
    return tuple(_others(sentence))


def _others(sentence: Sentence) -> Iterable[Named]:
    places = gazetteer()
    held = roles()
    skip = -1
    for n, word in enumerate(sentence.words):
        if n <= skip:
            continue
        if n + 1 < len(sentence.words) and word.text[:1].isupper():
            pair = f"{word.folded} {sentence.words[n + 1].folded}"
            if pair in places.country_of:
                span = Span(word.span.start, sentence.words[n + 1].span.end)
                yield Named(span, pair, "city", sentence.text_at(span))
                skip = n + 1
                continue
        if word.folded in places.country_of and word.text[:1].isupper():
            yield Named(word.span, word.folded, "city", word.text)
        elif word.lemma in places.countries:
            yield Named(word.span, word.lemma, "country", word.text)
        elif word.lemma in held and not word.folded.endswith("ial"):
            yield Named(word.span, held[word.lemma], "role", word.text)
        elif body(word):
            yield Named(word.span, word.lemma, "body", word.text)


_IN = re.compile(r"\b(?:in|at)\s(?:the\s)?(?:[a-z]+\s)?(?:city\sof\s)?$")


@once
def cities_in(sentence: Sentence) -> frozenset[str]:
    """Folded names of the cities behind `in` or `at`: where something is said to happen."""
    base = sentence.span.start
    listed = gazetteer().country_of
    return frozenset(
        w.folded
        for w in sentence.words
        if w.folded in listed
        and w.text[:1].isupper()
        and _IN.search(sentence.text[max(0, w.span.start - base - 60) : w.span.start - base])
    )
