"""How two words stand to each other in meaning, by the shipped hierarchy of senses.

A reworded sentence has another word for the same thing, a changed one has
another thing of the same kind: `car` for `automobile` against `car` for `boat`.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from tui.analysis.words.gazetteer import one_given_name
from tui.analysis.words.lexicon import lines, root
from tui.analysis.words.meanings import same_words

NEAR = 5
"""Steps up from a narrow sense to a broader one that still speaks of the same thing."""
KIN = 3
"""Steps up from both words within which one broader sense makes them things of one kind."""


class Tie(Enum):
    """What one word is to another."""

    SAME = "same"
    """Forms of one word, or words for one thing."""
    LIKE = "like"
    """Words that news uses for one another."""
    NEAR = "near"
    """Words that come near to saying the same."""
    BROADER = "broader"
    """One is a kind of the other: `dog`, `animal`."""
    OPPOSITE = "opposite"
    SISTERS = "sisters"
    """Two things of one kind: `dog`, `cat`."""
    OTHER = "other"
    """Both are known, and not near."""
    UNKNOWN = "unknown"


@cache
def _senses() -> tuple[tuple[tuple[int, ...], ...], dict[str, tuple[int, ...]]]:
    """The broader senses of each sense, and the senses of each word, commonest first."""
    above: list[tuple[int, ...]] = []
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines("senses.txt")):
        _, told, *words = line.split()
        above.append(tuple(map(int, told.split(","))) if told != "-" else ())
        for word in words:
            found.setdefault(word, []).append(number)
    return tuple(above), {w: tuple(s) for w, s in found.items()}


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """Lemma → its antonyms."""
    found: dict[str, set[str]] = {}
    for line in lines("antonyms.txt"):
        first, *others = line.split()
        for word in others:
            found.setdefault(first, set()).add(word)
            found.setdefault(word, set()).add(first)
    return {w: frozenset(o) for w, o in found.items()}


def known(lemma: str) -> bool:
    """Whether the lists hold the word: then a capital may stand for the place in the sentence."""
    return lemma in _senses()[1]


@lru_cache(maxsize=20_000)
def _above(word: str) -> dict[int, int]:
    """The senses of a word and all broader ones → steps up to them."""
    above, senses = _senses()
    found: dict[int, int] = {}
    edge = list(senses.get(word, ()))
    steps = 0
    while edge and steps < 12:
        fresh = [s for s in dict.fromkeys(edge) if s not in found]
        found.update(dict.fromkeys(fresh, steps))
        edge = [p for s in fresh for p in above[s]]
        steps += 1
    return found


@lru_cache(maxsize=100_000)
def tie(a: str, b: str) -> Tie:
    """What lemma `a` is to lemma `b`; the same either way round."""
    if a == b or root(a) == root(b):
        return Tie.SAME
    same = same_words()
    if same.get(a, a) == same.get(b, b):
        return Tie.SAME
    if b in antonyms().get(a, ()):
        return Tie.OPPOSITE
    if one_given_name(a, b) and not (known(a) and known(b)):  # `bill` and `will` are words too
        return Tie.SAME
    if _of_one_kind(a, b):
        return Tie.SISTERS
    _, senses = _senses()
    mine, yours = senses.get(a, ()), senses.get(b, ())
    if set(mine) & set(yours):
        return Tie.SAME
    if _classes(a) & _classes(b):
        return Tie.LIKE
    if told := _stands_for(a, b):
        return told
    if _heads(a, b) or _heads(b, a):
        return Tie.BROADER
    if not mine or not yours:
        return Tie.UNKNOWN
    up, down = _above(a), _above(b)
    if _holds(up, yours) or _holds(down, mine):
        return Tie.BROADER
    common = [s for s in up if s in down and up[s] <= KIN and down[s] <= KIN]
    if any(_depth(s) >= 3 for s in common):
        return Tie.SISTERS
    return Tie.OTHER


@cache
def _kinds() -> dict[str, dict[int, int]]:
    """Word → the kinds it stands in, and which thing of each it is."""
    found: dict[str, dict[int, int]] = {}
    for kind, line in enumerate(lines("kinds.txt")):
        for thing, forms in enumerate(line.split("|")):
            for form in forms.split(","):
                found.setdefault(form.strip(), {})[kind] = thing
    return found


def _of_one_kind(a: str, b: str) -> bool:
    """Whether they are two things of one kind, whatever a thesaurus says, and never one thing."""
    mine, yours = _kinds().get(a, {}), _kinds().get(b, {})
    both = mine.keys() & yours.keys()
    return bool(both) and all(mine[kind] != yours[kind] for kind in both)


@cache
def _class_lines() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("synonyms.txt")):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {w: frozenset(n) for w, n in found.items()}


def _classes(word: str) -> frozenset[int]:
    """The classes of words that news uses for one another in which the word stands."""
    table = _class_lines()
    return table.get(word, frozenset()) | table.get(root(word), frozenset())


@cache
def _thesaurus() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Word → the words that say the same; word → those that come near it."""
    tables: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
    for line in lines("thesaurus.txt"):
        strong, _, weak = line.partition("|")
        word, *same = strong.split()
        for table, others in zip(tables, (same, weak.split()), strict=True):
            for other in others:
                table.setdefault(word, set()).add(other)
                table.setdefault(other, set()).add(word)
    one, two = ({w: frozenset(o) for w, o in t.items()} for t in tables)
    return one, two


def _stands_for(a: str, b: str) -> Tie | None:
    """LIKE or NEAR where the thesaurus, or that of the heads of their families, has both."""
    strong, weak = _thesaurus()
    for x in dict.fromkeys((a, root(a))):
        for y in dict.fromkeys((b, root(b))):
            if y in strong.get(x, ()):
                return Tie.LIKE
    near = any(b in weak.get(x, ()) for x in (a, root(a))) or root(b) in weak.get(a, ())
    return Tie.NEAR if near else None


def _heads(whole: str, head: str) -> bool:
    """Whether `whole` is written as a kind of `head`: `gunman`, `man`; no `woman`, `man`."""
    kind = whole.removesuffix(head)
    return len(head) >= 3 <= len(kind) < len(whole) and known(kind) and known(head)


def _holds(up: dict[int, int], senses: tuple[int, ...]) -> bool:
    """Whether one of the senses is not far above, and no word for everything."""
    return any(up.get(s, 99) <= NEAR and (up[s] <= 2 or _depth(s) >= 4) for s in senses)


@lru_cache(maxsize=20_000)
def _depth(sense: int) -> int:
    """Steps from a sense up to the broadest."""
    above, _ = _senses()
    steps = 0
    while above[sense] and steps < 20:
        sense = above[sense][0]
        steps += 1
    return steps
