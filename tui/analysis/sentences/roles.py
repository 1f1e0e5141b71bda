"""Semantic roles without a parser: who did it to whom, passives resolved.

A noun behind a preposition has that preposition as its role; one in front of the verb is its agent
(`doer`), one behind it its patient (`done-to`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.analysis.sentences.slot_reading import Reading
from tui.analysis.words.sentence import Sentence, Word, once, once_with

PREPOSITIONS = frozenset(
    "of in on at to from by for with against over after before into onto under between among "
    "about through across near behind toward towards during without than as per via off "
    "around".split()
)
BE = frozenset("is are was were be been being got gets".split())
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s)?$")
"""Ends the text in front of a passive participle: `was ` or `were quickly `."""
_MODALS = frozenset(
    "has have had will would can could may might must shall should did do does to not never".split()
)
_LINKS = frozenset("and or the a an his her its their this that these those with".split())
SYMMETRIC = frozenset(
    "meet talk agree fight clash marry negotiate discuss cooperate compete merge collide share "
    "play partner differ join trade exchange resemble equal face".split()
)
_IRREGULAR = frozenset(
    "beat shot hit cut set hurt led won struck spread split shut bet cast cost let put quit read "
    "rid shed slit thrust upset bit hid sued bore fed fled bled bred".split()
)
"""Past forms that are the same as their lemma."""
TRANSPOSED = 0.75
"""How surely two exchanged words, all else equal, change the meaning."""
_OPEN = frozenset("who which that when where while because although but if".split())


def exchanged(a: Reading, b: Reading) -> tuple[float, tuple[Word, Word] | None]:
    """How surely two nouns have exchanged their roles, 0 to 1, and which two, in the words of `a`.

    The pair is None where nothing was exchanged.
    """
    best: tuple[float, tuple[Word, Word] | None] = (0.0, None)
    for verb in _verbs(a, b):
        left, right = _parts(a, verb), _parts(b, verb)
        shared = [k for k in left if k in right and left[k][0] != right[k][0]]
        for n, x in enumerate(shared):
            for y in shared[n + 1 :]:
                if left[x][0] != right[y][0] or left[y][0] != right[x][0]:
                    continue
                if _far(a, verb, left[x][1], left[y][1]) or _far(b, verb, right[x][1], right[y][1]):
                    continue
                parts = {left[x][0], left[y][0]}
                strength = _strength(a, b, verb, parts, left[x][1], left[y][1])
                if strength > best[0]:
                    best = strength, (left[x][1], left[y][1])
    pair = _transposed(a, b) if best[0] < TRANSPOSED else None
    return (TRANSPOSED, pair) if pair else best


FAR = 7
"""Words between a verb and a noun beyond which the noun belongs to another verb."""


def _far(reading: Reading, verb: str, *nouns: Word) -> bool:
    """Whether one of the nouns stands too far from the verb to belong to it."""
    spans = [w.span for w in reading.sentence.words]
    at = reading.keys.index(verb)
    return any(abs(spans.index(n.span) - at) > FAR for n in nouns)


def _transposed(a: Reading, b: Reading) -> tuple[Word, Word] | None:
    """Two words that have changed places while all others kept theirs; None where there are
    none.
    """
    if len(a.keys) != len(b.keys):
        return None
    moved = [n for n, (x, y) in enumerate(zip(a.keys, b.keys, strict=True)) if x != y]
    if (
        len(moved) != 2
        or a.keys[moved[0]] != b.keys[moved[1]]
        or a.keys[moved[1]] != b.keys[moved[0]]
    ):
        return None
    lo, hi = moved
    between = {w.folded for w in a.sentence.words[lo + 1 : hi]}
    if between <= _LINKS or {*a.keys[lo:hi]} & SYMMETRIC:
        return None  # "Iran and Israel" is "Israel and Iran"
    if _in_one_list(a.sentence, lo, hi) or _in_one_list(b.sentence, lo, hi):
        return None
    one, two = a.sentence.words[lo], a.sentence.words[hi]
    return (one, two) if one.content and two.content else None


_ITEM_ENDS = re.compile(r"\s?(?:,|(?:and|or)\b)")
_ITEM_BEGINS = re.compile(r"(?:,|\b(?:and|or))\s$")


def _in_one_list(sentence: Sentence, lo: int, hi: int) -> bool:
    """Whether the words at `lo` and `hi` are items of one list, whose order means nothing."""
    base, words = sentence.span.start, sentence.words
    behind = sentence.text[words[lo].span.end - base :]
    front = sentence.text[: words[hi].span.start - base]
    if not _ITEM_ENDS.match(behind) or not _ITEM_BEGINS.search(front):
        return False
    between = words[lo + 1 : hi]
    return not any(w.content and w.text.islower() for w in between)


def _strength(a: Reading, b: Reading, verb: str, parts: set[str], x: Word, y: Word) -> float:
    """How surely the exchange of `x` and `y` around `verb` changes the meaning, 0 to 1."""
    if verb in SYMMETRIC and "of" not in parts:
        return 0.1
    if parts <= {"of", "in", "on", "at", "for", "with", "as"}:
        return 0.15  # phrases of place and time stand in any order
    names = x.text[:1].isupper() + y.text[:1].isupper()
    doers = 0.15 if "doer" in parts else 0.0
    common = len(a.content & b.content) / max(1, len(a.content | b.content))
    return min(0.95, 0.4 * common + doers + 0.1 * names + 0.2)


def _verbs(a: Reading, b: Reading) -> list[str]:
    """Meanings of the verbs of `a` that `b` has too, in the order of `a`."""
    there = set(_verbal(b))
    every = {*b.keys}
    return [k for k in dict.fromkeys(_verbal(a)) if k in there or k in every]


@once
def _verbal(reading: Reading) -> tuple[str, ...]:
    return tuple(reading.keys[n] for n in verbal(reading))


def verbal(reading: Reading) -> Iterator[int]:
    """Positions of the words that are used as verbs."""
    words = reading.sentence.words
    for n, word in enumerate(words):
        if not word.content or word.text[:1].isupper():
            continue
        before = words[n - 1].folded if n else ""
        form = word.lemma != word.folded and word.folded.endswith(("ed", "t", "d", "ing", "n"))
        if (
            form
            or word.folded in _IRREGULAR
            or before in _MODALS | BE
            or (word.lemma != word.folded and not word.folded.endswith("s"))
        ):
            yield n


@once_with
def _parts(reading: Reading, verb: str) -> dict[str, tuple[str, Word]]:
    """Meaning of a noun → its role beside `verb`, and the word; nouns that occur twice are left
    out.
    """
    words = reading.sentence.words
    at = next(n for n, k in enumerate(reading.keys) if k == verb)
    passive = is_passive(words, at)
    found: dict[str, tuple[str, Word]] = {}
    twice: set[str] = set()
    part = "doer"
    verbs = {*_verbal(reading)}
    for n, (word, key) in enumerate(zip(words, reading.keys, strict=True)):
        if n == at:
            part = "done-to"
            continue
        if word.folded in PREPOSITIONS:
            part = word.folded
            continue
        if word.folded in _OPEN or (not word.content and word.folded not in _LINKS):
            part = "doer" if n < at else part
            continue
        if not word.content or key in verbs:
            continue
        if key in found:
            twice.add(key)
        found[key] = _voiced(part, passive), word
    return {k: v for k, v in found.items() if k not in twice}


def _voiced(part: str, passive: bool) -> str:
    """The role in the active voice."""
    if not passive:
        return part
    return {"doer": "done-to", "by": "doer", "done-to": "beside"}.get(part, part)


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether the verb at position `at` of `words` is passive, by a form of `be` before it."""
    before = [w.folded for w in words[max(0, at - 3) : at]]
    return any(w in BE for w in before) and not words[at].folded.endswith("ing")
