"""The shipped word lists: what counts as the same word, and what carries no news.

Read once per process, on first use; importing this module reads nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log, sqrt
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"

_MARKS = "\u200c\u200d" + "".join(
    chr(code) for code in range(0x300, 0x1E00) if unicodedata.category(chr(code))[0] == "M"
)
"""What is written upon or beside a letter, and part of its word: vowel signs of Arabic, Hebrew and
Indian scripts, accents that stand by themselves; and what joins letters or keeps them apart."""
_WORD = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"

TOKEN = re.compile(
    rf"""
    \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])   # 1,300  3.5  12:30  18th  1990s
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W\d_]))?    # U.S.  p.m.
    | {_WORD}(?:['’]{_WORD})*                        # words, don't, O'Neill
    | \d+                                            # the 5 of 5kg
    | %
    """,
    re.VERBOSE,
)
"""One word or number; a hyphen parts words. Linear: no two branches can share a prefix for long."""


def fold(word: str) -> str:
    """Lower case without accents, curly apostrophes straight, points and possessive dropped."""
    low = word.casefold().replace("’", "'")
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    if low.endswith("'s"):
        low = low[:-2]
    if low[:1].isdigit():
        return low.replace(",", "")
    return low.replace(".", "") if "." in low else low


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write a thing, as folded words."""

    parts: tuple[str, ...]
    case: str
    """`upper`: only in capitals; `capital`: needs a first capital; empty: any."""
    means: str

    def fits(self, texts: Iterable[str]) -> bool:
        """Whether the letters are upper or lower case as this alias requires."""
        if self.case == "upper":
            return all(t.isupper() for t in texts)
        return self.case != "capital" or next(iter(texts))[:1].isupper()


@dataclass(frozen=True)
class Aliases:
    """Aliases by their first word, longest first."""

    by_first: dict[str, tuple[Alias, ...]] = field(default_factory=dict)

    def with_more(self, more: Iterable[Alias]) -> Aliases:
        """These aliases and `more`; of two equal ones the first given counts."""
        found: dict[str, list[Alias]] = {k: list(v) for k, v in self.by_first.items()}
        for alias in more:
            kin = found.setdefault(alias.parts[0], [])
            if not any(k.parts == alias.parts and k.case == alias.case for k in kin):
                kin.append(alias)
        return Aliases({k: tuple(sorted(v, key=_longest_first)) for k, v in found.items()})


def _longest_first(alias: Alias) -> tuple[int, tuple[str, ...], str]:
    return -len(alias.parts), alias.parts, alias.case


def alias(written: str, means: str) -> Alias | None:
    """`written` in the form in which it is looked up; None if it contains no word."""
    words = TOKEN.findall(written)
    if not words:
        return None
    letters = [c for c in written if c.isalpha()]
    case = ""
    if len(words) == 1 and letters and all(c.isupper() for c in letters):
        case = "upper"
    elif written[0].isupper():
        case = "capital"
    return Alias(tuple(fold(w) for w in words), case, means)


@cache
def shipped_aliases() -> Aliases:
    """Countries, organisations, offices: everything with more than one name."""
    return Aliases().with_more(f for f in _all_aliases() if f)


def _all_aliases() -> Iterator[Alias | None]:
    for line in lines("countries.txt"):
        name, *others = (column.strip() for column in line.split("|"))
        means = name.lower()
        yield alias(name, means)
        for column in others:
            for written in column.split(","):
                yield alias(written.strip(), means)
    for line in lines("aliases.txt"):
        means, _, rest = line.partition(":")
        for written in rest.split(","):
            yield alias(written.strip(), means.strip())


@cache
def proper() -> frozenset[str]:
    """What the names of countries and organisations count as: one thing, not its words."""
    return frozenset(
        f.means for f in _all_aliases() if f and f.case == "capital" and len(f.parts) > 1
    )


@cache
def irregular() -> dict[str, str]:
    """Past forms of verbs that look like other words → the verb."""
    return dict(line.split() for line in lines("irregular.txt"))


@cache
def american() -> dict[str, str]:
    """British spelling → American, both as lemmas."""
    return dict(line.split() for line in lines("spelling.txt"))


@cache
def function_words() -> frozenset[str]:
    """Folded words that carry no news by themselves."""
    return frozenset(w for line in lines("function_words.txt") for w in line.split())


def lines(name: str) -> Iterator[str]:
    """The lines of a shipped list, without blank ones and comments."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


@cache
def line_heads(name: str) -> dict[str, str]:
    """Each form in the list `name` → the first form of its line. Forms are parted by commas."""
    return {
        form.strip(): line.split(",")[0].strip() for line in lines(name) for form in line.split(",")
    }


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("families.txt"):
        first, *others = line.split()
        found.update(dict.fromkeys(others, first))
    return found


@lru_cache(maxsize=200_000)
def root(lemma: str) -> str:
    """The word that stands for the family of `lemma`: `suspension` and `suspend` share one."""
    return _families().get(lemma, lemma)


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("synonyms.txt"):
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(root(word), first)
    return found


def synonym_class(root: str) -> str | None:
    """The class of words that news uses for one another, named by its first; None for most."""
    return _classes().get(root)


@cache
def _ranks() -> dict[str, int]:
    words = (w for line in lines("common_words.txt") for w in line.split())
    return {w: n for n, w in enumerate(words)}


@lru_cache(maxsize=200_000)
def rareness(lemma: str) -> float:
    """How rare a word is in news at large: about 0.6 for the commonest, 1.2 where unlisted.

    By its rank alone, after Zipf's law.
    """
    rank = _ranks().get(lemma)
    return 1.17 if rank is None else sqrt(log(rank + 20) / 8)


def facing(name: str) -> dict[str, frozenset[str]]:
    """Word → words on the other sides of its lines in a list: `left, left | right | third`."""
    found: dict[str, set[str]] = {}
    for line in lines(name):
        sides = [{w.strip() for w in side.split(",")} for side in line.split("|")]
        for side in sides:
            for word in side:
                found.setdefault(word, set()).update(*(o for o in sides if o is not side))
    return {word: frozenset(others) for word, others in found.items()}
