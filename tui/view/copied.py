"""Copied text as a file, for terminals that have no clipboard."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TextIO

from tui import resources
from tui.errors import RashomonError

NAME = "rashomon-copied.txt"


def append(text: str) -> Path:
    """Add `text` to the file of copies and return its path.

    In the folder the program was started in or, where that cannot be written,
    in the user's data folder. What was copied before stays; a blank line parts
    the texts. Raises RashomonError when neither can be written.
    """
    why = ""
    for folder in filter(None, (resources.working_folder(), resources.data_folder())):
        path = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _opened(path) as file:
                file.write(text.rstrip("\n") + "\n\n")
        except OSError as error:
            why = why or f"{path}: {error.strerror}"
        else:
            return path
    raise RashomonError(f"Not written: {why}")


def _opened(path: Path) -> TextIO:
    """An ordinary file, to add to. Raises OSError.

    Never what a link leads to: whoever made the folder of a story may have put one there that
    leads to a file which a shell runs.
    """
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    handle = os.open(path, flags | _NO_LINK | _NO_WAIT, 0o666)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not an ordinary file", str(path))
    return os.fdopen(handle, "a", encoding="utf-8", newline="\n")


_NO_LINK, _NO_WAIT = getattr(os, "O_NOFOLLOW", 0), getattr(os, "O_NONBLOCK", 0)
