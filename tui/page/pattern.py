"""Regular expressions in a search: checked before use, and never longer than a moment.

Python's own `re` cannot be stopped, and a pattern like `(a+)+b` runs for hours;
`regex` can be given a time.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from math import prod
from typing import Any

import regex  # type: ignore[import-untyped]

from tui.errors import RashomonError
from tui.model.article import Article
from tui.model.span import Span

SECONDS = 0.5
"""Time for one search through all articles."""
LONGEST = 300
"""Characters of a pattern."""
MOST_REPEATS = 10_000
"""The highest product of the counts in curly brackets: nested repeats are expanded when
compiled.
"""
MOST_HITS = 20_000
"""In one article."""

Text = tuple[Article, str, Sequence[int]]
"""An article, its folded text, and where each character of that came from."""
_COUNT = regex.compile(r"\{(?:\d*,)?(\d+)\}")
_QUOTES = str.maketrans("’‘“”–—", "''\"\"--")


class BadPattern(RashomonError):
    """A regular expression that cannot be searched for; the message says what and where."""


def typed_pattern(query: str) -> str:
    """What stands between the slashes; the second one may not be typed yet."""
    inner = query[1:]
    closed = inner.endswith("/") and not inner.endswith("\\/")
    return (inner[:-1] if closed else inner).replace("\\/", "/")


def find_pattern(pattern: str, texts: Iterable[Text]) -> Iterator[tuple[Article, list[Span]]]:
    """Each article with the places of `pattern`, from left to right, none of them empty.

    Case does not count. Raises BadPattern, also in the middle of the search
    when it takes longer than `SECONDS`.
    """
    if not pattern:
        return
    wanted = _compiled(pattern)
    end = time.monotonic() + SECONDS
    for article, text, places in texts:
        found: list[Span] = []
        try:
            for match in wanted.finditer(text, timeout=max(end - time.monotonic(), 0.001)):
                if match.end() > match.start() and len(found) < MOST_HITS:
                    found.append(Span(places[match.start()], places[match.end() - 1] + 1))
        except TimeoutError:
            raise BadPattern(
                "this expression takes too long; repeat less: no (a+)+, no .* in the middle"
            ) from None
        yield article, found


def _compiled(pattern: str) -> Any:
    if len(pattern) > LONGEST:
        raise BadPattern(f"this expression is longer than {LONGEST} characters")
    if prod(max(int(n[:9]), 1) for n in _COUNT.findall(pattern)) > MOST_REPEATS:
        raise BadPattern(f"this expression repeats more than {MOST_REPEATS:,} times")
    try:
        return regex.compile(_unaccented(pattern), regex.IGNORECASE | regex.VERSION0)
    except (regex.error, OverflowError, RecursionError) as error:
        at = getattr(error, "pos", None)
        what = getattr(error, "msg", str(error))
        where = f" at character {at + 1}: {_near(pattern, at)}" if isinstance(at, int) else ""
        raise BadPattern(f"{what}{where}") from None


def _near(pattern: str, at: int) -> str:
    """The place of a mistake as the reader wrote it."""
    return f"{pattern[max(at - 8, 0) : at]}▸{pattern[at : at + 8]}"


def _unaccented(pattern: str) -> str:
    """Letters without accents and quotation marks as they are in folded text; case stays.

    `\\S` must not become `\\s`.
    """
    parts = unicodedata.normalize("NFKD", pattern.translate(_QUOTES))
    return "".join(c for c in parts if not unicodedata.combining(c))
