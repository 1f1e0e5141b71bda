"""From a key to the settled screen, as a multiple of the least Textual can do.

    python bench/keys.py [--presses N] [--sizes 5x30,5x1000,20x2000] [--findings FOLDER]

Stories of invented paragraphs are written to a temporary folder. All programs
are open at once in pseudo-terminals of 160 x 48 and each key is pressed in one
after the other, so that a busy machine slows all of them; the yardstick is
`floor_app.py`, which repaints its whole screen from lines made beforehand.
Marks, tags and the hits of a search are on the screen. Comparing long stories
takes minutes: `--findings` keeps what was found there for the next run, and
above 5,000 paragraphs the findings are invented like the story.

Prints medians as multiples of the yardstick and of the first size, the 99th
percentile, memory, and how long the screen goes on changing after a key that
was held down at 30 Hz.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from invented import write_story
from terminal import SIZE, SLOW, Program

HERE = Path(__file__).resolve().parent
OTHER_SIZE = (120, 40)
COMPARED = 5_000
"""Paragraphs up to which a story is compared; above, its findings are invented."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--presses", type=int, default=25, help="of each key")
    parser.add_argument("--sizes", default="5x30,5x1000,20x2000", help="articles x paragraphs")
    parser.add_argument("--findings", type=Path, help="where to keep what was found")
    parser.add_argument("--only", default="", help="keys whose words contain this")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_programs:
        os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)  # nobody's own settings
        kept = wanted.findings or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        stories = [story_of(size, Path(folder), kept) for size in wanted.sizes.split(",")]
        floor = open_programs.enter_context(Program([sys.executable, str(HERE / "floor_app.py")]))
        floor.wait_for("READY", 60)
        ours = [open_programs.enter_context(start(story, kept)) for story in stories]
        sizes = [story.name for story in stories]
        for name, program in zip(sizes, ours, strict=True):
            program.wait_for(r"row \d+/", 120)
            more = program.megabytes / floor.megabytes
            print(f"{name}: memory {more:.2f} x floor ({program.megabytes:.0f} MB)")
        run = Run(floor, ours, sizes, wanted.presses, wanted.only)
        run.press_all()
        run.resize()
        run.hold(b"j")
        run.hold(b" ")


def story_of(size: str, folder: Path, kept: Path) -> Path:
    """A story of `size`, with its findings in `kept`."""
    articles, paragraphs = map(int, size.split("x"))
    story = folder / size
    write_story(story, articles, paragraphs)
    if not (kept / f"{size}.pickle").exists():
        way = "--keep" if articles * paragraphs <= COMPARED else "--invent"
        command = [sys.executable, str(HERE / "ready.py"), way, *found(story, kept)]
        subprocess.run(command, check=True)
    return story


def found(story: Path, kept: Path) -> tuple[str, str]:
    return str(kept / f"{story.name}.pickle"), str(story)


def start(story: Path, kept: Path) -> Program:
    """The program on a story whose findings are known."""
    return Program([sys.executable, str(HERE / "ready.py"), *found(story, kept)])


class Run:
    """The same keys for all programs, pressed in turns."""

    def __init__(
        self, floor: Program, ours: Sequence[Program], sizes: Sequence[str], presses: int, only: str
    ) -> None:
        self.floor, self.ours, self.sizes = floor, ours, sizes
        self.presses, self.only = presses, only

    def press_all(self) -> None:
        """Every key often, with tags and hits on the screen."""
        self.prepare(b"g1j2j3g/harbour\r")
        for words, key, before in (
            ("next claim", b"j", b"g"),
            ("next row", b"J", b"g"),
            ("a page down", b" ", b"g"),
            ("next article", b"l", b"g"),
            ("next contradiction", b"]", b"g"),
            ("next shared fact", b"}", b"g"),
            ("next hit", b"n", b"g"),
            ("tag until shown", b"1", b"g"),
            ("tag until saved", b"1", b"g"),
            ("a letter of a search", b"harbour" + b"\x7f" * 7, b"\x1b/"),
        ):
            if self.only in words:
                self.prepare(before)
                self.time(words, lambda program, turn, key=key: program.press(  # type: ignore[misc]
                    b"x" if program is self.floor else key[turn % len(key) :][:1]
                ), first="shown" in words)  # fmt: skip
        self.prepare(b"\x1bg")

    def prepare(self, keys: bytes) -> None:
        """Press keys that nobody times."""
        for program in self.ours:
            for key in keys:
                program.press(bytes([key]))

    def resize(self) -> None:
        """The window made smaller and larger again."""
        if self.only in "another size":
            self.time(
                "another size", lambda program, turn: program.resize((OTHER_SIZE, SIZE)[turn % 2])
            )

    def time(
        self, words: str, act: Callable[[Program, int], float | None], first: bool = False
    ) -> None:
        """Let every program act in turns, and print what it took: to the last change or `first`."""
        taken: list[list[float]] = [[] for _ in (self.floor, *self.ours)]
        for turn in range(self.presses):
            for times, program in zip(taken, (self.floor, *self.ours), strict=True):
                seconds = act(program, turn)
                if first:
                    seconds = program.first_change
                if seconds is not None:
                    times.append(seconds)
        least, *ours = taken
        print(f"  {words:<22}", end="")
        if not least or not all(ours):
            print(f" nothing changed within {SLOW:.0f} s")
            return
        floor, smallest = statistics.median(least), statistics.median(ours[0])
        for size, times in zip(self.sizes, ours, strict=True):
            middle = statistics.median(times)
            print(
                f" | {size}: {middle / floor:4.2f} x floor, p99 {late(times) * 1000:5.1f} ms"
                + (f", {middle / smallest:4.2f} x {self.sizes[0]}" if times is not ours[0] else ""),
                end="",
            )
        print(f" | floor {floor * 1000:.1f}, p99 {late(least) * 1000:.1f} ms", flush=True)

    def hold(self, key: bytes) -> None:
        """How long the screen changes after the last of two seconds of one key at 30 Hz."""
        print(f"  held {key.decode() if key.strip() else 'space':<17}", end="")
        self.prepare(b"g")
        for size, program in zip(self.sizes, self.ours, strict=True):
            drained = program.hold(key, 60, 1 / 30)
            print(f" | {size}: {(drained or 0) * 60:4.2f} frames after the last key", end="")
        drained = self.floor.hold(b"x", 60, 1 / 30)
        print(f" | floor {(drained or 0) * 60:4.2f}", flush=True)


def late(times: Sequence[float]) -> float:
    """The 99th percentile."""
    ranked = sorted(times)
    return ranked[min(len(ranked) - 1, round(0.99 * (len(ranked) - 1)))]


if __name__ == "__main__":
    main()
