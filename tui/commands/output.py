"""The only place that prints: data on standard output, the rest on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.model.clean import visible

if TYPE_CHECKING:
    from tui.session.problem import Problem


class Shape(StrEnum):
    """For whom a list is printed: people, spreadsheets, programs."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def emit(text: str) -> None:
    """Text for people; whatever could act on a terminal is replaced."""
    sys.stdout.write(visible(text, keep_lines=True))


def emit_json(text: str) -> None:
    """JSON, which has its own escapes; always UTF-8, whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def narrate(message: str) -> None:
    """Write a message for people to standard error."""
    print(visible(message, keep_lines=True), file=sys.stderr)


def narrate_problems(problems: Iterable[Problem]) -> int:
    """Say what is wrong in a session; 2 if a tag may be missing from what is printed, else 0."""
    listed = list(problems)
    for problem in listed:
        narrate(str(problem))
    return 2 if any(problem.grave for problem in listed) else 0


class Counter:
    """`Comparing sentences 3/5…` on standard error while a person waits; silent in a pipe."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._dirty = False

    def __call__(self, words: str, done: int, steps: int) -> None:
        if self._shown:
            self._dirty = True
            print(f"\r\x1b[K{words} {done}/{steps}…", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._dirty:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
