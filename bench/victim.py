"""The program in a pseudo-terminal, to be typed at, killed, hung up on and looked at afterwards."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from pathlib import Path

from terminal import Program

RASHOMON = (sys.executable, "-m", "tui")
ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
SHOWN = (b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[<u", b"\x1b[?1004l")
"""What has to be written behind `LEFT` or before it so that a shell finds its terminal."""


def sentences(count: int) -> list[str]:
    return [
        f"Sentence number {n} tells of the harbour and its {n + 100} boats." for n in range(count)
    ]


def make_story(folder: Path, claims: int = 60) -> Path:
    """Two short articles, so that the comparison is over soon."""
    folder.mkdir(parents=True)
    lines = sentences(claims)
    (folder / "a.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    (folder / "b.txt").write_text("\n\n".join(lines[:5]) + "\n", encoding="utf-8")
    return folder


class Victim(Program):
    """The program on a story, with its session in `session`."""

    def __init__(self, story: Path, session: Path, size: tuple[int, int] = (100, 24)) -> None:
        home = str(session.parent.parent / "home")
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
        os.environ["PYTHONFAULTHANDLER"] = "1"  # for `stack`
        self.code: int | None = None
        self.output = bytearray()
        self._count = 0
        command = (*RASHOMON, "read", str(story), "--session", str(session), "--annotator", "a")
        # Keys pressed at random may export to any name: nowhere but beside the story.
        super().__init__(command, size, story.parent)
        self._before = termios.tcgetattr(self._terminal)

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait(10)
        if self._terminal >= 0:
            os.close(self._terminal)

    def send(self, keys: bytes) -> None:
        os.write(self._terminal, keys)

    def _feed(self, chunk: bytes) -> bool:
        try:
            return super()._feed(chunk)
        except (TypeError, ValueError):  # of pyte, over a sequence echoed to it
            return True

    def watch(self, seconds: float) -> None:
        """Read and draw what the program writes, for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if (chunk := self._read(min(left, 0.05))) is None:
                return
            if chunk:
                self.output += chunk
                self._feed(chunk)

    def calm(self, patience: float) -> None:
        """Until nothing was written for a while: all that was typed is worked off."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            written = len(self.output)
            self.watch(0.4)
            if len(self.output) == written:
                return

    def until(self, words: str, patience: float = 20.0) -> bool:
        """Whether the screen came to show `words`, a regular expression, in time."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            if re.search(words, self.text):
                return True
            self.watch(0.02)
        return False

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    @property
    def saved(self) -> int:
        """How many tags the screen says are saved; 0 while it does not say so.

        Believed when it says the same twice: a frame may have come by half.
        """
        top = re.search(r"⚑(\d+) row \d+/\d+ · saved *$", self._screen.display[0])
        count = int(top[1]) if top else 0
        before, self._count = self._count, count
        return count if count == before else 0

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def stack(self) -> str:
        """What each thread of a program that does not end is about; ends it."""
        begun = len(self.output)
        self.signal(signal.SIGABRT)
        self.wait(5)
        return bytes(self.output[begun:]).decode("utf-8", "replace")

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does."""
        os.close(self._terminal)
        self._terminal = -1

    def wait(self, patience: float = 10.0) -> int | None:
        """The exit code as a shell tells it; None if the program is still running then."""
        end = time.perf_counter() + patience
        while self.code is None and time.perf_counter() < end:
            if self._terminal >= 0 and (chunk := self._read(0.02)):
                self.output += chunk
            elif self._terminal < 0:
                time.sleep(0.02)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                code = os.waitstatus_to_exitcode(status)
                self.code = code if code >= 0 else 128 - code
        return self.code

    @property
    def restored(self) -> bool:
        """Whether the terminal is as the program found it: modes written back and settings kept."""
        while self._terminal >= 0 and (chunk := self._read(0.05)):
            self.output += chunk
        written = bytes(self.output)
        at = written.rfind(ENTERED)
        behind = written[at:] if at >= 0 else written
        modes = at < 0 or (LEFT in behind and all(sign in behind for sign in SHOWN))
        return modes and termios.tcgetattr(self._terminal) == self._before
