"""How well two bare sentences are told apart, by type of edit: `python bench/pairs.py`.

Every base sentence of pairs.txt is held against its edits and its rewordings.
AUC is the chance that an edit scores higher in conflict than a rewording. Half
of the blocks (every second) are printed apart and meant to stay unlooked at.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path

from tui.analysis.pair import compare
from tui.model.settings import AnalysisSettings

TYPES = {
    "#": "number", "d": "day", "!": "negation", "@": "name", "^": "opposite", "w": "other word",
    "s": "exchanged",
}  # fmt: skip


def blocks() -> list[list[tuple[str, str]]]:
    """Blocks of (sign, sentence); the first sign of each is `=`."""
    found: list[list[tuple[str, str]]] = []
    for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines():
        sign, _, text = line.partition(" ")
        if sign == "=":
            found.append([])
        if found and text and sign in ("=", "~", *TYPES):
            found[-1].append((sign, text))
    return found


def auc(high: list[float], low: list[float]) -> float:
    """The chance that one of `high` is above one of `low`; ties count half."""
    wins = sum((x > y) + 0.5 * (x == y) for x in high for y in low)
    return wins / (len(high) * len(low)) if high and low else float("nan")


def report(name: str, chosen: list[list[tuple[str, str]]], show: bool) -> None:
    """Print AUC by type and false alarms for one half."""
    scores: dict[str, list[float]] = defaultdict(list)
    sames: dict[str, list[float]] = defaultdict(list)
    alarms = pairs = 0
    settings = AnalysisSettings()
    for block in chosen:
        base = block[0][1]
        others = [b for b in chosen if b is not block]
        scores["unrelated"].append(compare(base, others[0][0][1], None, None, settings).conflict)
        for sign, text in block[1:]:
            told = compare(base, text, None, None, settings)
            pairs += 1
            scores[sign].append(told.conflict)
            sames[sign].append(told.same)
            if sign == "~":
                alarms += told.relation == "conflict"
            if show and (told.relation == "conflict") == (sign == "~"):
                kind = TYPES.get(sign, "same")
                print(f"  {kind:10} {told.conflict:.2f} {told.same:.2f} {base} | {text}")
    print(f"{name}: {pairs} pairs, false alarms {alarms}/{len(scores['~'])}")
    for sign, kind in TYPES.items():
        print(
            f"  {kind:10} conflict AUC {auc(scores[sign], scores['~']):.3f}"
            f"  same AUC {auc(sames['~'], sames[sign]):.3f}  ({len(scores[sign])})"
        )
    print(f"  unrelated pairs, mean conflict {sum(scores['unrelated']) / len(chosen):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the errors of the open half")
    chosen = parser.parse_args()
    start = time.perf_counter()
    every = blocks()
    report("open half", every[::2], chosen.show)
    report("closed half", every[1::2], False)
    print(f"{time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
