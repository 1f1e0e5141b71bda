"""Write tui/analysis/data/thesaurus.txt from Moby's Thesaurus and vectors of words.

    python bench/make_thesaurus.py WORDS.txt VECTORS.npz [VECTORS.npz …]

WORDS.txt is the Thesaurus II of Grady Ward (public domain): a word and all that may
stand for it, parted by commas. Most of that is too loose, so two common words are
kept when each stands under the other and the vectors agree that texts use them alike.
A file of vectors holds `words` and `vectors`, one row a word; used were GloVe
(Wikipedia 2014 and Gigaword 5, 100 dimensions, PDDL) and the words of
common_words.txt as all-MiniLM-L6-v2 (Apache 2.0) encodes them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from shipped_list import write_list

from tui.analysis.sentences.slot_reading import opposites
from tui.analysis.words.lexicon import function_words, lines
from tui.analysis.words.senses import Tie, antonyms, tie
from tui.analysis.words.tokens import lemma

STRONG, WEAK = 0.36, 0.24
"""Mean cosine from which two words say the same, or nearly."""
COMMON = 3
"""Directions that all words share, which say nothing of any."""


def main(thesaurus: Path, files: list[Path]) -> None:
    common = [w for line in lines("common_words.txt") for w in line.split()]
    common = [w for w in dict.fromkeys(common) if lemma(w) == w and w not in function_words()]
    told = listed(thesaurus, set(common))
    tables = [directions(f) for f in files]
    strong: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for word in common:
        for other in sorted(told.get(word, ())):
            if word >= other or word not in told.get(other, ()) or against(word, other):
                continue
            near = alike(word, other, tables)
            bar = STRONG + 0.15 * (tie(word, other) is Tie.SISTERS)
            if near >= bar:
                strong.setdefault(word, []).append(other)
            elif near >= WEAK:
                weak.setdefault(word, []).append(other)
    rows = [
        " ".join([word, *strong.get(word, ()), "|", *weak.get(word, ())]).strip()
        for word in sorted({*strong, *weak})
    ]
    write_list("thesaurus.txt", rows)


def listed(thesaurus: Path, common: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in thesaurus.read_text(encoding="latin-1").splitlines():
        word, *others = (w.strip().lower() for w in line.split(","))
        if word in common:
            found.setdefault(word, set()).update(o for o in others if o in common and o != word)
    return found


def against(word: str, other: str) -> bool:
    return other in antonyms().get(word, ()) or other in opposites().get(word, ())


def directions(path: Path) -> dict[str, np.ndarray]:
    """Word → its unit vector, without what is common to all."""
    data = np.load(path)
    rows = data["vectors"].astype(np.float32)
    rows -= rows.mean(0)
    top = np.linalg.svd(rows[:8000], full_matrices=False)[2][:COMMON]
    rows -= rows @ top.T @ top
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return dict(zip(data["words"].tolist(), rows, strict=True))


def alike(word: str, other: str, tables: list[dict[str, np.ndarray]]) -> float:
    told = [float(t[word] @ t[other]) for t in tables if word in t and other in t]
    return sum(told) / len(told) if told else 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(p) for p in sys.argv[2:]])
