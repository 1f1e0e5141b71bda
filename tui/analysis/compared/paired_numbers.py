"""The numbers of two sentences paired off, whatever they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import inf

from tui.analysis.sentences.fates import names_person
from tui.analysis.sentences.quantities import Quantity, all_numbers, compatible
from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.sentences.units import measure_named
from tui.analysis.words.lexicon import function_words
from tui.analysis.words.tokens import lemma
from tui.model.span import Span

_ONE = re.compile(
    r"(?<!\bno )(?<!\bany )(?<!\bevery )(?<!\beach )(?<!\bthis )(?<!\bthat )(?<!\banother )"
    r"\b(?P<one>one|an?)(?= (?!of\b|another\b|who\b|that\b|or\b|by\b)[a-z])",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"(?: [\w'’-]{1,40}){0,4}")
_BEHIND = re.compile(r"[\w'’-]+")
_TIMES = re.compile(r"\b(?:(?P<two>twice)|thrice)\b", re.IGNORECASE)
_SPANS = re.compile(r"\s(decade|centur)(?:es|ies|s|y)?\b")


@lru_cache(maxsize=4_000)
def numbers_of(reading: Reading) -> tuple[Quantity, ...]:
    """The numbers of a sentence; decades and centuries are converted to years, `twice` is two."""
    text = reading.sentence.text
    found = []
    for q in all_numbers(text, [w.span for w in reading.whens]):
        long = _SPANS.match(text, q.span.end)
        size = {"decade": 10, "centur": 100}[long.group(1)] if long and not q.ordinal else 1
        found.append(replace(q, low=q.low * size, high=q.high * size))
    for often in _TIMES.finditer(text):
        times = 2.0 if often["two"] else 3.0
        found.append(Quantity(Span(*often.span()), often.group(), times, times, ""))
    return tuple(found)


def ones(reading: Reading, other: Reading) -> tuple[Quantity, ...]:
    """Each `one` that counts what a number of the other sentence counts: `one man`, `three men`.

    Elsewhere the word mostly counts nothing: `one of them`, `no one`, `one day`.
    """
    text, found = reading.sentence.text, []
    for match in _ONE.finditer(text):
        counted = _counted(text, match.end())
        if match["one"].lower() != "one" and not any(map(names_person, counted)):
            continue  # `a car` may be one of many
        same = [
            q for q in numbers_of(other)
            if not q.ordinal and _one_noun(counted, _counted(other.sentence.text, q.span.end))
        ]  # fmt: skip
        if same and all(q.low > 1 for q in same):
            span = Span(match.start("one"), match.end())
            found.append(Quantity(span, match["one"], 1.0, 1.0, ""))
    return tuple(found)


def _counted(text: str, end: int) -> list[str]:
    """The lemmas behind a number, at most three, up to a word that ends the phrase."""
    found: list[str] = []
    for word in _BEHIND.findall(_PHRASE.match(text, end)[0]):  # type: ignore[index]
        low = word.lower()
        base = "person" if low == "people" else lemma(low)
        if low in function_words() or base[:1].isdigit():
            break
        found.append(base)
    return found[:3]


def _one_noun(one: Sequence[str], many: Sequence[str]) -> bool:
    """Whether two phrases name one thing, or one of them only says that they are persons."""
    if set(one) & set(many):
        return True
    both = any(map(names_person, one)) and any(map(names_person, many))
    return both and "person" in {*one, *many}


_UNIT = re.compile(r"[\s-]?(?:metric\s)?([A-Za-z]+)")
"""The word behind a number."""
NEARLY = 0.03
"""Share by which an amount in another unit may be rounded."""


def _measured(reading: Reading, q: Quantity) -> tuple[str, float] | None:
    """What is measured, and the amount in one unit for all; None without a unit of measure."""
    found = _UNIT.match(reading.sentence.text, q.span.end)
    measure = measure_named(found[1]) if found else None
    return (measure[0], q.low * measure[1]) if measure else None


def _converted(a: Reading, q: Quantity, b: Reading, r: Quantity) -> bool:
    """Whether one amount is the other in another unit: 270 kilograms, 600 pounds."""
    here, there = _measured(a, q), _measured(b, r)
    if here is None or there is None or here[0] != there[0]:
        return False
    return abs(here[1] - there[1]) <= NEARLY * max(here[1], there[1])


def agreed(a: Reading, b: Reading) -> tuple[tuple[Quantity, Quantity], ...]:
    """Pairs of a number of `a` and a number of `b` that may be the same; each once, equal ones
    first.
    """
    right = list(numbers_of(b))
    left = list(numbers_of(a))
    found = []
    for exactly in (True, False):
        for q in tuple(left):
            for r in right:
                same = (
                    (q.low, q.high) == (r.low, r.high) if exactly
                    else _agree(q, r) or _converted(a, q, b, r)
                )  # fmt: skip
                if q.ordinal == r.ordinal and same:
                    found.append((q, r))
                    left.remove(q)
                    right.remove(r)
                    break
    return tuple(found)


def _agree(q: Quantity, r: Quantity) -> bool:
    """Whether one number may be the other; two bounds of one sort must be nearly the same."""
    if q.high == r.high == inf or (q.low == r.low == 0 and q.high and r.high):
        x, y = (q.low, r.low) if q.high == inf else (q.high, r.high)
        return abs(x - y) <= 0.02 * max(x, y)
    if not (q.exact and r.exact) and abs(q.low - r.low) <= 0.02 * max(q.low, r.low):
        return True  # a third is 33 percent
    return compatible(q, r)
