"""What the user is told about a bug in the program: one sentence, and a file with the details."""

from __future__ import annotations

import platform
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tui import __version__
from tui.model.shortened import shortened
from tui.resources import data_folder

KEPT = 10
"""How many crash files are kept."""
_MOST = 120
"""The most characters of the exception's own message in the sentence."""


def note(error: BaseException) -> str:
    """Write a crash file and return a sentence about it, without a full stop. Never raises.

    The file holds the traceback but no values, so that it gives away no texts or tags when
    somebody sends it in.
    """
    inner = getattr(error, "error", None)  # a worker of Textual wraps what it fell over
    fault = inner if isinstance(inner, BaseException) else error
    words = f"{type(fault).__name__}: {shortened(str(fault), _MOST)}"
    told = f"stopped by a fault of the program ({words})"
    try:
        return f"{told}; details are in {_written(fault)}"
    except (OSError, ValueError) as trouble:
        return f"{told}; the details could not be written: {trouble}"


def _written(fault: BaseException) -> Path:
    """The file with the details, the oldest of more than `KEPT` removed. Raises OSError."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    moment = datetime.now()
    path = folder / f"crash-{moment:%Y-%m-%d-%H%M%S-%f}.txt"
    about = (
        f"rashomon {__version__}, Python {sys.version.split()[0]}, {platform.platform()}, "
        f"{moment:%Y-%m-%d %H:%M:%S}\n\n"
    )
    details = about + "".join(traceback.format_exception(fault))
    path.write_text(details, encoding="utf-8", errors="backslashreplace")
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path
