"""From a key to the settled screen, as a multiple of the least Textual can do.

    python bench/keys.py [--presses N] [--sizes 5x30,5x1000,20x2000] [--compare-all]

Stories of invented paragraphs are written to a temporary folder. Both programs
are open at once in pseudo-terminals of 160 x 48 and each key is pressed in the
one and then in the other, so that a busy machine slows both; the other is
`floor_app.py`, which repaints its whole screen from lines made beforehand.
Prints medians, the 99th percentile and memory. Up to 5,000 paragraphs the keys
are pressed on the compared story; above, with `--compare-all` only, and else on
the text alone, because comparing takes minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from startup import rashomon
from terminal import SIZE, SLOW, Program

HERE = Path(__file__).resolve().parent
OTHER_SIZE = (120, 40)
COMPARED = 5_000
"""Paragraphs up to which the keys wait for the comparison."""
RETOLD = 0.4
"""Share of paragraphs that tell what another article tells, now and then with another number."""
NOUNS = (
    "harbour council mayor bridge school ferry storm market station factory river hospital".split()
)
VERBS = "closed opened reached left rebuilt damaged inspected promised flooded visited".split()
OTHERS = (
    "early late slowly again north south quietly twice together abroad nearby yesterday".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--presses", type=int, default=25, help="of each key")
    parser.add_argument("--sizes", default="5x30,5x1000,20x2000", help="articles x paragraphs")
    parser.add_argument("--compare-all", action="store_true", help="long stories too")
    wanted = parser.parse_args()
    for size in wanted.sizes.split(","):
        articles, paragraphs = map(int, size.split("x"))
        compare = wanted.compare_all or articles * paragraphs <= COMPARED
        with tempfile.TemporaryDirectory() as folder, quiet_home(folder):
            story = Path(folder) / "story"
            write_story(story, articles, paragraphs)
            measure(story, f"{articles} x {paragraphs:,}", wanted.presses, compare)


@contextmanager
def quiet_home(folder: str) -> Iterator[None]:
    """No settings and no sessions of whoever runs this."""
    os.environ.update(XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
    yield


def measure(story: Path, name: str, presses: int, compare: bool) -> None:
    """Print one table for one story."""
    floor_command = [sys.executable, str(HERE / "floor_app.py")]
    with Program(floor_command) as floor, Program(rashomon(story)) as ours:
        floor.wait_for("READY", 60)
        ours.wait_for("comparing|row 1/", 120)
        print(f"\n{name} paragraphs")
        print(f"  memory on the text     {ours.megabytes / floor.megabytes:5.2f} x floor", end="")
        print(f"  ({ours.megabytes:.0f} / {floor.megabytes:.0f} MB)")
        if compare:
            ours.wait_for(r"row \d+/", 1800)
            print(
                f"  memory when compared   {ours.megabytes / floor.megabytes:5.2f} x floor", end=""
            )
            print(f"  ({ours.megabytes:.0f} / {floor.megabytes:.0f} MB)")
        else:
            ours.press(b"\x1b")
            ours.wait_for("not compared", 60)
        for words, key in keys_of(ours, compare):
            press_in_turns(ours, floor, words, key, presses)
        resize_in_turns(ours, floor, presses)


def keys_of(ours: Program, compared: bool) -> Iterator[tuple[str, bytes]]:
    """Each key with its words, made ready to be pressed many times."""
    ours.press(b"g")
    yield "next claim", b"j"
    yield "next row", b"J"
    ours.press(b"g")
    yield "a page down", b" "
    ours.press(b"g")
    if compared:
        yield "next contradiction", b"]"
        yield "next shared fact", b"}"
        ours.press(b"g")
    for letter in b"/harbour\r":
        ours.press(bytes([letter]))
    yield "next hit", b"n"
    ours.press(b"\x1b")
    yield "tag and untag", b"1"
    ours.press(b"/")
    yield "a letter of a search", b"a"
    ours.press(b"\x1b")


def press_in_turns(ours: Program, floor: Program, words: str, key: bytes, presses: int) -> None:
    times: list[float] = []
    least: list[float] = []
    for _ in range(presses):
        for program, key_of, found in ((ours, key, times), (floor, b"x", least)):
            taken = program.press(key_of)
            if taken is not None:
                found.append(taken)
    tell(words, times, least)


def resize_in_turns(ours: Program, floor: Program, presses: int) -> None:
    times: list[float] = []
    least: list[float] = []
    for turn in range(max(presses // 2, 2)):
        size = SIZE if turn % 2 else OTHER_SIZE
        for program, found in ((ours, times), (floor, least)):
            taken = program.resize(size)
            if taken is not None:
                found.append(taken)
    tell("another size", times, least)


def tell(words: str, times: list[float], least: list[float]) -> None:
    if not times or not least:
        print(f"  {words:<22} nothing changed within {SLOW:.0f} s")
        return
    ours, floor = statistics.median(times), statistics.median(least)
    slow = sorted(times)[min(len(times) - 1, round(0.99 * (len(times) - 1)))]
    print(
        f"  {words:<22} {ours / floor:5.2f} x floor  "
        f"({ours * 1000:.1f} / {floor * 1000:.1f} ms, p99 {slow * 1000:.1f}, n {len(times)})"
    )


# -- invented stories ------------------------------------------------------------


def write_story(folder: Path, articles: int, paragraphs: int, seed: int = 7) -> None:
    """Plain text files; the same numbers give the same bytes."""
    dice = random.Random(seed)
    folder.mkdir()
    told: list[str] = []
    for number in range(articles):
        again = dice.sample(told, min(len(told), round(RETOLD * paragraphs)))
        new = [invented(dice) for _ in range(paragraphs - len(again))]
        body = new + [retold(paragraph, dice) for paragraph in again]
        dice.shuffle(body)
        told += new
        head = f"Report {number + 1} on the storm in the harbour\n\nJuly {number % 9 + 10}, 2025"
        (folder / f"{number:03}.txt").write_text("\n\n".join([head, *body]) + "\n", "utf-8")


def invented(dice: random.Random) -> str:
    """A paragraph of one to three sentences; made-up names keep most of them apart."""
    sentences = []
    for _ in range(dice.randint(1, 3)):
        (name, street), (noun, other, third) = names(dice, 2), dice.sample(NOUNS, 3)
        sentences.append(
            f"The {noun} of {name} {dice.choice(VERBS)} the {other} {dice.choice(OTHERS)} after "
            f"{dice.randint(2, 900)} people {dice.choice(VERBS)} a {third} in {street} Street."
        )
    return " ".join(sentences)


def names(dice: random.Random, count: int) -> list[str]:
    letters = "abcdefghilmnoprstuv"
    return ["".join(dice.choices(letters, k=dice.randint(5, 9))).capitalize() for _ in range(count)]


def retold(paragraph: str, dice: random.Random) -> str:
    """The paragraph with other small words, and one time in five with another number."""
    words = [dice.choice(OTHERS) if word in OTHERS else word for word in paragraph.split()]
    if dice.random() < 0.2:
        words = [str(dice.randint(2, 900)) if word.isdigit() else word for word in words]
    return " ".join(words)


if __name__ == "__main__":
    main()
