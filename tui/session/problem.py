"""What is wrong in a session file, for a list a reader can work through."""

from __future__ import annotations

from dataclasses import dataclass

from tui.errors import BadFile


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in a session file; `str()` is ready to be shown.

    The words may quote the file, control characters included, in `repr` form
    only; so they are inert wherever they are printed.
    """

    file: str
    line: int
    """From 1."""
    column: int
    message: str
    """What is wrong, which word, and the way out."""
    grave: bool = True
    """True if something could not be read; False for a warning about a file that was read in
    full.
    """

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


def problem(error: BadFile, shift: int = 0, grave: bool = True) -> Problem:
    """The problem an error tells; `shift` lines down, for a piece read by itself."""
    return Problem(error.file, (error.line or 1) + shift, error.column or 1, error.message, grave)
