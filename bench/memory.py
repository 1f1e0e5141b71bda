"""Memory of the program, as a multiple of a bare Textual app's.

    python bench/memory.py [SIZE]...

For invented stories of so many articles x paragraphs (5x30 and 20x2000): when the
first text is on the screen, while the articles are being compared, and with what
`invented.py` knows of them on the screen. Of the process on the screen; the one that
compares is another, and its use depends on how far it is. Prints what is held when
nothing changes any more, and the most that ever was (where the system tells).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from invented import write_story
from startup import first_words, rashomon
from terminal import Program

HERE = Path(__file__).resolve().parent
SETTLED = 1.5
"""Seconds without more or less memory after which nothing more is expected, …"""
CHANGE = 0.5
"""… counted in steps of so many megabytes."""


class Held(NamedTuple):
    """Megabytes."""

    now: float
    most: float


def main() -> None:
    sizes = sys.argv[1:] or ["5x30", "20x2000"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)  # nobody's own settings
        bare = held([sys.executable, str(HERE / "bare_app.py")], "READY")[1].now
        print(f"bare Textual app {bare:.0f} MB")
        for size in sizes:
            story, findings = Path(folder) / size, Path(folder) / f"{size}.pickle"
            write_story(story, *map(int, size.split("x")))
            ready = [sys.executable, str(HERE / "ready.py")]
            subprocess.run([*ready, "--invent", str(findings), str(story)], check=True)
            words = first_words(story)
            first, comparing = held(rashomon(story), words)
            _, found = held([*ready, str(findings), str(story)], words)
            print(f"{size}: first text {first.now / bare:.2f} x, ", end="")
            print(" and ".join(
                f"{what} {some.now / bare:.2f} x (at most {some.most / bare:.2f})"
                for what, some in (("while it compares", comparing), ("with findings", found))
            ))  # fmt: skip


def held(command: Sequence[str], words: str) -> tuple[Held, Held]:
    """What a program holds when it shows `words`, and when nothing changes any more."""
    with Program(command) as program:
        program.seconds_to(words)
        first = now = Held(program.megabytes, peak(program))
        since = time.perf_counter()
        while time.perf_counter() - since < SETTLED:
            program.listen(0.1)
            later = Held(program.megabytes, peak(program))
            if abs(later.now - now.now) > CHANGE:
                now, since = later, time.perf_counter()
        return first, later


def peak(program: Program) -> float:
    """The most memory the process ever held; what it holds now where the system keeps no count."""
    with suppress(OSError):
        for line in Path(f"/proc/{program.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return program.megabytes


if __name__ == "__main__":
    main()
