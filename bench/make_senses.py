"""Write tui/analysis/data/senses.txt and antonyms.txt from the files of WordNet 3.0.

    python bench/make_senses.py FOLDER

FOLDER holds `data.noun`, `index.noun` and so on, with `cntlist.rev`. Only words of
common_words.txt and those that WordNet's own tagged texts hold are kept, each in
the senses that its part of speech mostly has.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from shipped_list import write_list

from tui.analysis.words.lexicon import lines
from tui.analysis.words.tokens import lemma

POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES = 3
"""Of one part of speech; the rarer ones make synonyms that nobody would think of."""

Synset = tuple[str, int]
"""Part of speech and offset in its data file."""


def main(folder: Path) -> None:
    common = {lemma(w) for line in lines("common_words.txt") for w in line.split()}
    kept = common | set(tagged(folder))
    meant: dict[Synset, list[str]] = defaultdict(list)
    for word, synset in indexed(folder):
        if word in kept:
            meant[synset].append(word)
    parents, against = related(folder)
    write_senses(meant, parents)
    wide: dict[Synset, list[str]] = defaultdict(list)
    for word, synset in indexed(folder, 6):
        wide[synset].append(word)
    write_antonyms(kept, wide, against)


def tagged(folder: Path) -> Iterator[str]:
    """The words that stand in the texts whose senses WordNet counted."""
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        word = line.partition("%")[0]
        if word.isalpha():
            yield word


def indexed(folder: Path, most: int = SENSES) -> Iterator[tuple[str, Synset]]:
    """Every word with its first `most` senses; the files hold the commonest first."""
    for name, pos in POS.items():
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" ") or "_" in line.split()[0]:
                continue
            parts = line.split()
            count = int(parts[2])
            told = int(parts[-count - 1])
            for offset in parts[-count:][: max(1, min(most, told or 1))]:
                yield parts[0], (pos, int(offset))


def related(
    folder: Path,
) -> tuple[dict[Synset, list[Synset]], list[tuple[Synset, str, Synset, str]]]:
    """Broader synsets of each, and pairs of words that are antonyms."""
    parents: dict[Synset, list[Synset]] = defaultdict(list)
    words: dict[Synset, list[str]] = {}
    pointers: list[tuple[Synset, int, Synset, int]] = []
    for name, pos in POS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            parts = line.partition(" | ")[0].split()
            here = (pos, int(parts[0]))
            count = int(parts[3], 16)
            words[here] = [w.partition("(")[0].lower() for w in parts[4 : 4 + 2 * count : 2]]
            rest = parts[4 + 2 * count :]
            for n in range(int(rest[0])):
                sign, offset, kind, places = rest[1 + 4 * n : 5 + 4 * n]
                there = (kind.replace("s", "a"), int(offset))
                if sign in ("@", "@i", "&") and pos == there[0]:
                    parents[here].append(there)
                elif sign == "!":
                    pointers.append((here, int(places[:2], 16), there, int(places[2:], 16)))
    return parents, [(a, words[a][m - 1], b, words[b][n - 1]) for a, m, b, n in pointers]


def write_senses(meant: dict[Synset, list[str]], parents: dict[Synset, list[Synset]]) -> None:
    kept: dict[Synset, None] = {}

    def keep(synset: Synset, depth: int = 0) -> None:
        if synset in kept or depth > 20:
            return
        for parent in parents.get(synset, ()):
            if synset[0] != "a":
                keep(parent, depth + 1)
        kept[synset] = None

    for synset in sorted(meant):
        keep(synset)
    number = {s: n for n, s in enumerate(kept)}
    rows = []
    for synset, n in number.items():
        above = sorted({number[p] for p in parents.get(synset, ()) if p in number} - {n})
        above = above if synset[0] != "a" else []
        told = ",".join(map(str, above))
        rows.append(" ".join([synset[0], told or "-", *sorted(set(meant.get(synset, ())))]))
    write_list("senses.txt", rows)


def write_antonyms(
    common: set[str], meant: dict[Synset, list[str]], against: list[tuple[Synset, str, Synset, str]]
) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for a, x, b, y in against:
        if {x, y} <= common and x in meant.get(a, ()) and y in meant.get(b, ()):
            first, second = sorted((x, y))
            found[first].add(second)
    write_list("antonyms.txt", [" ".join([word, *sorted(found[word])]) for word in sorted(found)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
