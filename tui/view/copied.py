"""Copied text as a file, for terminals that have no clipboard."""

from __future__ import annotations

from pathlib import Path

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
    for folder in (Path.cwd(), resources.data_folder()):
        path = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(text.rstrip("\n") + "\n\n")
        except OSError as error:
            why = why or f"{path}: {error.strerror}"
        else:
            return path
    raise RashomonError(f"Not written: {why}")
