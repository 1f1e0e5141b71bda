"""Every promise on tags, files and the terminal, tried hard: one table of promise, figure, result.

A few minutes in all; `--kills 1000` and the like ask for longer runs, `--only
A1,B` for parts. Third-party corpora are read from the folder that
RASHOMON_CORPORA names, and left out without it. Exit code 1 if a promise was
not kept.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torture_disk
import torture_files
import torture_git
import torture_odd
import torture_terminal
from torture_terminal import Result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40, help="sudden deaths (about 2 s each)")
    parser.add_argument("--signals", type=int, default=8, help="of each of four kinds")
    parser.add_argument("--noise", type=float, default=30, help="seconds of random bytes")
    parser.add_argument("--tags", type=int, default=1000, help="of each writer")
    parser.add_argument("--fuzzed", type=int, default=10_000, help="made-up strings")
    parser.add_argument("--merges", type=int, default=300, help="of two people's work")
    parser.add_argument("--only", default="", help="parts by the beginning of their name: A1,B")
    options = parser.parse_args()
    jobs: list[tuple[str, Callable[[], Result | None]]] = [
        *torture_disk.jobs((2, 4), options.tags),
        *torture_files.jobs(options.fuzzed),
        *torture_git.jobs(options.merges),
        *torture_terminal.jobs(options.kills, options.signals, options.noise),
        *torture_odd.jobs(),
    ]
    wanted = tuple(w for w in options.only.split(",") if w)
    rows = [_row(job) for name, job in jobs if not wanted or name.startswith(wanted)]
    return 0 if all(rows) else 1


def _row(job: Callable[[], Result | None]) -> bool:
    start = time.perf_counter()
    result = job()
    if result is None:
        return True
    promise, done, told, kept = result
    sign = "kept  " if kept else "BROKEN"
    seconds = time.perf_counter() - start
    print(f"{sign} {promise:<22} {done:<58} {told} [{seconds:.0f} s]", flush=True)
    return kept


if __name__ == "__main__":
    sys.exit(main())
