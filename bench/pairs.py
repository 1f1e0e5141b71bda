"""How well two bare sentences are told apart, by type of change: `python bench/pairs.py`.

Every base sentence of pairs/*.txt is held against its changes and its rewordings:
small edits, claims about long sentences, headlines, reports of one event,
sentences whose parts change places, and triples of which the changed sentence is
worded as freely as the other. AUC is the chance that a change scores higher
in conflict than a rewording. Half of the blocks (every second) are printed apart
and meant to stay unlooked at. Then the same with edits by machine: of the
rewordings in edits.txt, so that wording and fact are both changed, and of the
sentences of the seeds.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edits import changed, reworded

from tui.analysis.compared.pair import Comparison, compare
from tui.model.settings import ReadingSettings
from tui.reading.story import read_story, split_sentences

HERE = Path(__file__).parent
TYPES = {
    "#": "number", "d": "day", "!": "negation", "@": "name", "^": "opposite", "w": "other word",
    "s": "exchanged", "<": "comparison", "m": "modality", "q": "order",
}  # fmt: skip
BESIDE = "beside"
"""The kind of a sentence that neither follows nor is excluded."""
FILES = ("edits", "short", "claims", "headlines", "reports", "exchanged", "triples")
Block = list[tuple[str, str]]


def blocks(name: str = "edits") -> list[Block]:
    """Blocks of (sign, sentence) of one file; the first sign of each is `=`."""
    found: list[Block] = []
    for line in (HERE / "pairs" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        sign, _, text = line.partition(" ")
        if sign == "=":
            found.append([])
        if found and text and sign in ("=", "~", "?", *TYPES):
            found[-1].append((sign, text))
    return found


def seed_sentences() -> list[list[str]]:
    """The sentences of each seed, in order."""
    found = []
    for folder in sorted(p for p in (HERE.parent / "seeds").iterdir() if p.is_dir()):
        story = split_sentences(read_story([folder], ReadingSettings()))
        told = [s.of(a.text) for a in story.readable for p in a.told for s in p.claims if s]
        found.append([t for t in told if 40 <= len(t) <= 320 and t.endswith(".")])
    return found


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """The chance that one of `high` is above one of `low`; ties count half."""
    wins = sum((x > y) + 0.5 * (x == y) for x in high for y in low)
    return wins / (len(high) * len(low)) if high and low else float("nan")


@dataclass(eq=False)
class Tally:
    """What the program said of the pairs of one kind of measure."""

    name: str
    show: bool = False
    changed: dict[str, list[Comparison]] = field(default_factory=lambda: defaultdict(list))
    reworded: list[Comparison] = field(default_factory=list)

    def ask(self, kind: str, a: str, b: str) -> None:
        """Hold `b` against `a`; `kind` is empty for a rewording."""
        told = compare(a, b, None, None)
        (self.changed[kind] if kind else self.reworded).append(told)
        if self.show and (told.relation == "conflict") != (kind not in ("", BESIDE)):
            print(f"  {kind or 'same':10} {told.conflict:.2f} {told.same:.2f} {a} | {b}")

    def report(self) -> None:
        """Print AUC by type and false alarms."""
        alarms = sum(t.relation == "conflict" for t in self.reworded)
        beside = self.changed.pop(BESIDE, [])
        print(
            f"{self.name}: false alarms {alarms}/{len(self.reworded)}"
            f", {sum(t.relation == 'conflict' for t in beside)}/{len(beside)} of what is beside it"
        )
        conflict, same = _picked("conflict"), _picked("same")
        low, high = [conflict(t) for t in self.reworded], [same(t) for t in self.reworded]
        every = [t for told in self.changed.values() for t in told]
        for kind, told in (*((k, self.changed[k]) for k in TYPES.values()), ("all", every)):
            if not told:
                continue
            print(
                f"  {kind:10} conflict AUC {auc([conflict(t) for t in told], low):.3f}"
                f"  same AUC {auc(high, [same(t) for t in told]):.3f}  ({len(told)})"
            )


def _picked(name: str) -> Callable[[Comparison], float]:
    return lambda told: float(getattr(told, name))


def by_hand(name: str, chosen: Sequence[Block], show: bool) -> None:
    tally = Tally(name, show)
    for block in chosen:
        for sign, text in block[1:]:
            tally.ask(BESIDE if sign == "?" else TYPES.get(sign, ""), block[0][1], text)
    tally.report()


def by_machine(name: str, chosen: Sequence[Block]) -> None:
    """Rewordings against edited rewordings."""
    tally, chance = Tally(name), random.Random(5)
    texts = [t for block in chosen for _, t in block]
    for block in chosen:
        for sign, text in block[1:]:
            if sign == "~":
                tally.ask("", block[0][1], text)
                for kind, edited in changed(text, texts, chance):
                    tally.ask(kind, block[0][1], edited)
    tally.report()


def of_seeds() -> None:
    tally, chance = Tally("sentences of the seeds, edited by machine"), random.Random(5)
    for texts in seed_sentences():
        for text in texts:
            for other in reworded(text):
                tally.ask("", text, other)
            for kind, edited in changed(text, texts, chance):
                tally.ask(kind, text, edited)
    tally.report()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the errors of the open half")
    chosen = parser.parse_args()
    start = time.perf_counter()
    for name in FILES:
        by_hand(f"{name}, open half", blocks(name)[::2], chosen.show)
        by_hand(f"{name}, closed half", blocks(name)[1::2], False)
    every = blocks()
    by_machine("open half, rewordings edited by machine", every[::2])
    by_machine("closed half, rewordings edited by machine", every[1::2])
    of_seeds()
    print(f"{time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
