"""What is printed in place of characters that the encoding of the output lacks."""

from __future__ import annotations

import codecs

NAME = "nearest"
"""The error handler, for the `errors` of a stream; see `register`."""

_SIGNS = {
    "…": "...", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "·": ".",
    "≠": "!", "≈": "~", "≡": "=", "→": "->", "✓": "v", "✗": "x", "⚑": "#", "\N{MINUS SIGN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
}  # fmt: skip


def register() -> None:
    """Make the error handler known to Python."""
    codecs.register_error(NAME, _nearest)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """ASCII for what could not be written, and where to go on: `?` for what has no likeness."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(map(_likeness, lost)), error.end


def _likeness(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if not character.isalpha():
        return "?"  # half of a sign may mean something else: ½ is no 12, ≮ no <
    import unicodedata  # only where something is lost

    letters = unicodedata.normalize("NFD", character).encode("ascii", "ignore").decode("ascii")
    return letters or "?"
