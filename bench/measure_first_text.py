"""From exec to the first text on the screen, as a multiple of a bare Textual app's.

    python bench/measure_first_text.py [RUNS] [STORY]

Both run in a pseudo-terminal of 160 × 48, in turns, so that a busy machine slows
both. Prints medians and their ratio.
"""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = HERE.parent / "seeds" / "lavrov-wang-2025"
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|.)")
PATIENCE = 20.0


def seconds_to(marker: str, command: Sequence[str]) -> float:
    """How long it takes until the words of `marker` were drawn. Raises TimeoutError."""
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
        os.execv(command[0], command)
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))
        drawn = b""
        while time.perf_counter() - start < PATIENCE:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    drawn += os.read(terminal, 65_536)
                except OSError:
                    break
                if marker.encode() in ESCAPES.sub(b"", drawn):
                    return time.perf_counter() - start
        raise TimeoutError(f"{marker!r} did not appear: {ESCAPES.sub(b'', drawn)[-500:]!r}")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def first_words(story: Path) -> str:
    """Words that only the story's text can have put on the screen."""
    from tui import workspace
    from tui.model.settings import ReadingSettings

    article = workspace.read([story], ReadingSettings()).readable[0]
    first = article.told[0].span.of(article.text).split()
    return " ".join(first[:2])


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    story = Path(sys.argv[2]) if len(sys.argv) > 2 else SEED
    ours = [sys.executable, str(Path(sys.executable).with_name("rashomon")), str(story)]
    bare = [sys.executable, str(HERE / "bare_app.py")]
    marker = first_words(story)
    times: list[tuple[float, float]] = [
        (seconds_to("READY", bare), seconds_to(marker, ours)) for _ in range(runs + 1)
    ][1:]  # the first pair warms the disk's cache
    low, high = (statistics.median(column) for column in zip(*times, strict=True))
    took = f"{high * 1000:.0f} / {low * 1000:.0f} ms"
    print(f"first text: {high / low:.2f} × a bare Textual app ({took})")


if __name__ == "__main__":
    main()
