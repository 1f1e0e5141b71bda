"""Reads the values of a session file and checks each: texts, lists, numbers, words.

A missing key counts as an empty one. A value that does not fit raises Wrong, whose message says
what is allowed there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from tui.errors import RashomonError, nearest
from tui.yamlfile import At, Value

Plain = dict[str, Value]
"""A block of the file: its keys and their values."""
E = TypeVar("E", bound=StrEnum)


class Wrong(RashomonError):
    """A value that does not fit; `at` is the way to it inside its block."""

    def __init__(self, at: At, message: str):
        self.at, self.message = at, message
        super().__init__(message)


def mapping(data: Value, what: str) -> Plain:
    """`data` as keys and values; `what` names it in the refusal."""
    if isinstance(data, dict):
        return data
    raise Wrong((), f"{what} is written as `key: value` lines")


def text(fields: Plain, key: str, needed: bool = False) -> str:
    """One text; with `needed` it must not be empty."""
    value = fields.get(key, "")
    if not isinstance(value, str):
        raise Wrong((key,), f"{key} holds one text; put it in double quotes")
    if needed and not value:
        raise Wrong((key,) if key in fields else (), f"{key} is missing or empty")
    return value


def texts(fields: Plain, key: str) -> tuple[str, ...]:
    """A list of texts, none twice; one text alone counts as a list of it."""
    value = fields.get(key, [])
    if isinstance(value, str):
        value = [value] if value else []
    if isinstance(value, dict) or not all(isinstance(v, str) for v in value):
        raise Wrong((key,), f'{key} holds a list of texts: ["one", "two"]')
    for n, v in enumerate(value):
        if v in value[:n]:
            raise Wrong((key, n), f"{v!r} stands in {key} twice")
    return tuple(str(v) for v in value)


def pair(fields: Plain, key: str, unset: str = "1") -> tuple[int, int]:
    """Two whole numbers; both are `unset` where the key is not there."""
    value = fields.get(key, [unset, unset])
    if not isinstance(value, list) or len(value) != 2:
        raise Wrong((key,), f"{key} holds two numbers: [12, 34]")
    return number(value[0], (key, 0)), number(value[1], (key, 1))


def number(value: Value, at: At) -> int:
    """A whole number, not negative, as it is written: no sign, no leading zero."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        if value == "0" or not value.startswith("0"):
            return int(value)
        raise Wrong(at, f"{value!r} starts with 0; write the number without it")
    raise Wrong(
        at, f"{value!r} is not a whole number" if isinstance(value, str) else "a number is wanted"
    )


def word(fields: Plain, key: str, kind: type[E]) -> E | None:
    """One of the words of `kind`, or None where none stands."""
    value = text(fields, key)
    if not value:
        return None
    try:
        return kind(value)
    except ValueError:
        near = nearly(value.lower(), tuple(k.value for k in kind))
        hint = f"; did you mean {near}?" if near else ""
        message = f"{value!r} is no {key}; known are {choices(kind)}{hint}"
        raise Wrong((key,), message) from None


def choices(kind: type[StrEnum]) -> str:
    """The words of `kind`, for a sentence."""
    return ", ".join(k.value for k in kind)


def nearly(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that `word` is a slip of, or None; a file may hold words of others, too."""
    return nearest(word, known, 0.7)
