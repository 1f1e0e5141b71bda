"""E: terminals of every kind and size: no crash, and a polite word where nothing can be drawn."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from torture_terminal import Result, told
from victim import LEFT, RASHOMON, make_story

ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "xterm": {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
    "linux": {"TERM": "linux", "LC_ALL": "C.UTF-8"},
    "vt100": {"TERM": "vt100", "LC_ALL": "C.UTF-8"},
    "no colour": {"TERM": "xterm", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
    "POSIX": {"TERM": "xterm-256color", "LC_ALL": "POSIX"},
    "unknown": {"TERM": "no-such-terminal", "LC_ALL": "C.UTF-8"},
    "dumb": {"TERM": "dumb", "LC_ALL": "C.UTF-8"},
    "none": {"LC_ALL": "C.UTF-8"},
}
REFUSED = {"dumb", "none"}
"""Where one line and exit code 2 is the right answer."""
SIZES = ((1, 1), (9, 3), (80, 24), (400, 150), (65_535, 40))
KEYS = (b"jj1", b"l?\x1b", b"T\x1b", b"\x1bOP\x1b", b"zvM", b"\x11")


def one(folder: Path, environment: Mapping[str, str], size: tuple[int, int]) -> tuple[int, bytes]:
    """The exit code and all that was written; the code is None's stand-in 999 if it hung."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    home = {f"XDG_{name}_HOME": str(folder / "home") for name in ("CONFIG", "DATA", "CACHE")}
    home |= {"HOME": str(folder), "PATH": os.environ["PATH"]}
    process = subprocess.Popen(
        [*RASHOMON, str(folder / "story")], stdin=slave, stdout=slave, stderr=slave,
        env={**home, **environment, "PYTHONPATH": str(Path(__file__).resolve().parents[1])},
        start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    written = bytearray()

    def watch(least: float, most: float) -> None:
        """Read until nothing came for a while."""
        end, last = time.perf_counter() + most, time.perf_counter()
        while (now := time.perf_counter()) < end and now - last < least:
            if process.poll() is not None and not select.select([master], [], [], 0)[0]:
                return
            if select.select([master], [], [], 0.05)[0]:
                try:
                    written.extend(os.read(master, 1 << 18))
                except OSError:
                    return
                last = time.perf_counter()

    watch(1.5, 20)
    for keys in KEYS:
        if process.poll() is None:
            os.write(master, keys)
            watch(0.3, 10)
    end = time.perf_counter() + 20
    while process.poll() is None and time.perf_counter() < end:
        watch(0.1, 0.5)
    code = process.poll()
    if code is None:
        process.kill()
        process.wait()
    os.close(master)
    return 999 if code is None else code, bytes(written)


def everywhere() -> Result:
    """E: every environment at every size."""
    faults, count = [], 0
    for name, environment in ENVIRONMENTS.items():
        for size in SIZES:
            with tempfile.TemporaryDirectory(prefix="torture-") as scratch:
                folder = Path(scratch)
                make_story(folder / "story", 12)
                code, written = one(folder, environment, size)
                count += 1
                crashed = b"Traceback" in written or any(folder.rglob("crash-*.txt"))
                wanted = 2 if name in REFUSED else 0
                if code != wanted or crashed:
                    faults.append(f"{name} {size}: code {code}: {written[-200:]!r}")
                elif not wanted and LEFT not in written:
                    faults.append(f"{name} {size}: the screen was not left")
    done = f"{count} pairs of environment and size to 65,535 wide"
    return "E environments", done, told(faults, "0 crashes"), not faults


def jobs() -> list[tuple[str, Callable[[], Result]]]:
    """By the name of the promise."""
    return [("E environments", everywhere)]
