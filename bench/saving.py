"""How long a tag waits for the disk: journal, file and folder forced, at 1,000 claims."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.session.making import NOW, claim
from tests.session.writer import LONG
from tui.session.desk import Desk
from tui.session.edits import label_many, toggle_label


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="saving-", dir=Path.cwd()) as name:
        opened = Desk.open(Path(name) / "a.yaml", "long", "anna")
        claims = [(LONG, claim(LONG, n)) for n in range(1, options.claims + 1)]
        opened.apply(label_many(opened.session, claims, "fact", NOW))
        opened.leave()
        taken = []
        for number in range(options.saves):
            start = time.perf_counter()
            place = claim(LONG, 1 + number % options.claims)
            opened.apply(toggle_label(opened.session, LONG, place, "check", NOW))
            opened.adopt(opened.save(opened.order()))
            taken.append(1000 * (time.perf_counter() - start))
        size = (Path(name) / "a.yaml").stat().st_size // 1000
        start = time.perf_counter()
        Desk.open(Path(name) / "a.yaml", "long", "anna")
        opening = 1000 * (time.perf_counter() - start)
    cuts = statistics.quantiles(taken, n=100)
    kept = cuts[98] <= 100
    print(
        f"{'kept' if kept else 'BROKEN'}: {options.saves} saves at {options.claims:,} claims "
        f"({size} kB): p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, worst {max(taken):.1f} ms; "
        f"goal p99 <= 100 ms. Opening takes {opening:.0f} ms."
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
