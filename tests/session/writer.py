"""Tags sentences of a story and prints each id once it is on disk; for other processes to kill.

python -m tests.session.writer FILE FIRST COUNT
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.session.making import NOW, article, claim, save
from tui.session.desk import Desk
from tui.session.edits import toggle_label

LONG = article(*(f"Sentence number {n} of a long story." for n in range(1, 4001)))


def main(path: Path, first: int, count: int) -> None:
    opened = Desk.open(path, "long", "anna")
    for number in range(first, first + count):
        span = claim(LONG, number)
        opened.apply(toggle_label(opened.session, LONG, span, "fact", NOW))
        save(opened)
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
