"""A program in a pseudo-terminal, timed from outside: what its user would wait for."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|.)")
UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\??[0-9;]*\$p|\x1b[P_^X].*?\x1b\\", re.DOTALL
)
"""What pyte would show as text; none of it draws."""
PATIENCE = 20.0
"""Seconds after which a program is taken to hang."""
QUIET = 0.12
"""Seconds without a byte after which a screen counts as settled."""
SLOW = 5.0
"""Seconds after which a key that drew nothing is taken to change nothing."""
SIZE = (160, 48)


class Program:
    """A running program, its output read as a terminal would read it."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = SIZE, folder: Path | None = None
    ) -> None:
        """Start `command`, a path and its words, in `folder`, or where this process stands."""
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            _set_size(0, size)
            if folder is not None:
                os.chdir(folder)
            for name in ("NO_COLOR", "COLUMNS", "LINES"):
                os.environ.pop(name, None)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
            os.execv(command[0], [*command])
        self._drawn = b""
        self._screen = pyte.Screen(*size)
        self.first_change: float | None = None
        """Seconds to the first change of the screen when it was measured last."""
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def seconds_to(self, marker: str) -> float:
        """From the start of the process until the words of `marker` were drawn.

        Raises TimeoutError.
        """
        while time.perf_counter() - self.started < PATIENCE:
            chunk = self._read(0.1)
            if chunk is None:
                break
            self._drawn += chunk
            if marker.encode() in ESCAPES.sub(b"", self._drawn):
                return time.perf_counter() - self.started
        raise TimeoutError(f"{marker!r} did not appear: {ESCAPES.sub(b'', self._drawn)[-500:]!r}")

    def wait_for(self, words: str, patience: float) -> None:
        """Until the settled screen shows `words`, a regular expression. Raises TimeoutError."""
        end = time.perf_counter() + patience
        self._feed(self._drawn)
        self._drawn = b""
        while not re.search(words, "\n".join(self._screen.display)):
            if time.perf_counter() > end:
                raise TimeoutError(f"{words!r} did not appear:\n" + "\n".join(self._screen.display))
            self._feed(self._read(0.1) or b"")
        self._last_change(time.perf_counter())

    def listen(self, patience: float) -> None:
        """Take what it draws meanwhile, so that it never waits for its terminal."""
        self._read(patience)

    def press(self, key: bytes) -> float | None:
        """Seconds from the key to the last change of the screen; None if nothing changed."""
        return self._measure(lambda: os.write(self._terminal, key))

    def resize(self, size: tuple[int, int]) -> float | None:
        """Seconds from the new size to the last change of the screen."""

        def act() -> None:
            self._screen.resize(size[1], size[0])
            _set_size(self._terminal, size)

        return self._measure(act)

    def hold(self, key: bytes, times: int, every: float) -> float | None:
        """Seconds from the last of `times` keys to the last change; None if nothing changed then.

        A key goes out `every` so many seconds, whatever the program does meanwhile.
        """
        begin = time.perf_counter()
        drawn: list[bytes] = []
        for turn in range(times - 1):
            os.write(self._terminal, key)
            while (left := begin + (turn + 1) * every - time.perf_counter()) > 0:
                drawn.append(self._read(left) or b"")
        start = time.perf_counter()
        os.write(self._terminal, key)
        return self._last_change(start, b"".join(drawn))

    @property
    def megabytes(self) -> float:
        """Memory the process holds now, without its children."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True
        )
        return int(told.stdout) / 1024

    def _measure(self, act: Callable[[], object]) -> float | None:
        start = time.perf_counter()
        act()
        return self._last_change(start)

    def _last_change(self, start: float, drawn: bytes = b"") -> float | None:
        """Read until it is quiet; only then, outside the measured time, ask pyte what changed.

        `drawn` was read before.
        """
        chunks: list[tuple[float, bytes]] = []
        last = start
        while time.perf_counter() - last < (QUIET if chunks else SLOW):
            if chunk := self._read(QUIET):
                last = time.perf_counter()
                chunks.append((last, chunk))
        self._feed(drawn)
        changes = [moment - start for moment, chunk in chunks if self._feed(chunk)]
        self.first_change = changes[0] if changes else None
        return changes[-1] if changes else None

    def _feed(self, chunk: bytes) -> bool:
        before = [self._line(y) for y in range(self._screen.lines)]
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", chunk))
        return before != [self._line(y) for y in range(self._screen.lines)]

    def _line(self, y: int) -> tuple[object, ...]:
        line = self._screen.buffer[y]
        return tuple(line[x] for x in range(self._screen.columns))

    def _read(self, patience: float) -> bytes | None:
        """What the program wrote, empty if nothing came, None when it is gone."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return b""
        try:
            return os.read(self._terminal, 1 << 20)
        except OSError:
            return None


def _set_size(terminal: int, size: tuple[int, int]) -> None:
    columns, lines = size
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
