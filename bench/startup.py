"""From exec to the first text on the screen, as a multiple of a bare Textual app's.

    python bench/startup.py [RUNS] [STORY]

Both run in a pseudo-terminal of 160 × 48, in turns, so that a busy machine slows
both. Prints medians and their ratio.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from terminal import Program

HERE = Path(__file__).resolve().parent
SEED = HERE.parent / "seeds" / "lavrov-wang-2025"


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    story = Path(sys.argv[2]) if len(sys.argv) > 2 else SEED
    ours = rashomon(story)
    bare = [sys.executable, str(HERE / "bare_app.py")]
    words = first_words(story)
    pairs = [(first_text(bare, "READY"), first_text(ours, words)) for _ in range(runs + 1)]
    low, high = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
    ratio = statistics.median(b / a for a, b in pairs[1:])  # the first pair warmed the disk's cache
    print(
        f"first text: {high / low:.2f} x a bare Textual app "
        f"({high * 1000:.0f} / {low * 1000:.0f} ms; median of the pairs' ratios {ratio:.2f})"
    )


def rashomon(*arguments: str | Path) -> list[str]:
    """The installed program as a command."""
    program = Path(sys.executable).with_name("rashomon")
    return [sys.executable, str(program), *map(str, arguments)]


def first_text(command: Sequence[str], words: str) -> float:
    with Program(command) as program:
        return program.seconds_to(words)


def first_words(story: Path) -> str:
    """Words that only the story's text can have put on the screen."""
    from tui import workspace
    from tui.model.settings import ReadingSettings

    article = workspace.read([story], ReadingSettings()).readable[0]
    first = article.told[0].span.of(article.text).split()
    return " ".join(first[:2])


if __name__ == "__main__":
    main()
