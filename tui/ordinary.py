"""Opens ordinary files only: a named pipe would keep the program waiting for a writer."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path


def open_ordinary(path: Path) -> BufferedReader:
    """The bytes of the file at `path`, for reading. Never waits.

    Raises OSError, also for a folder, a pipe or a device.
    """
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, f"{what_is(mode)}, not an ordinary file", str(path))
    # It may have become a pipe since.
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb")


def what_is(mode: int) -> str:
    """What a file that is not ordinary is, by the mode that `stat` gives."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")
