"""Errors worth showing to a reader: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable


class RashomonError(Exception):
    """Something the reader can act on; `str(error)` is ready to be shown."""


class BadFile(RashomonError):
    """A file that cannot be used, with line and column where they are known."""

    def __init__(self, file: str, message: str, line: int | None = None, column: int | None = None):
        self.file, self.message, self.line, self.column = file, message, line, column
        super().__init__(self.where + ": " + message)

    @property
    def where(self) -> str:
        """`file:line:column`, lines and columns from 1, as editors count."""
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class NoStory(RashomonError):
    """The path named holds nothing that could be read as a story."""


class NoTheme(RashomonError):
    """No theme has the name that was asked for."""


class NotATerminal(RashomonError):
    """The reading screen was asked for where there is no terminal."""


def suggestion(word: str, known: Iterable[str], listed: str = "") -> str:
    """What to say of an unknown word: `did you mean theme?`, or all the known ones.

    `listed` says where they are listed, when they are too many for a sentence.
    """
    words = list(known)
    if near := nearest(word, words):
        return f"did you mean {near}?"
    return listed or f"known are {', '.join(words)}"


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """The known word that `word` is probably a slip of; None when none is `alike`, 0 to 1."""
    from difflib import get_close_matches  # slow to import, and only errors need it

    return next(iter(get_close_matches(word, list(known), 1, alike)), None)
