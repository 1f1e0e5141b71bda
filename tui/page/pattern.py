"""Regular expressions in a search: checked before use, and never longer than a moment.

Python's own `re` cannot be stopped, and a pattern like `(a+)+b` runs for hours;
`regex` can be given a time.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import prod
from operator import methodcaller
from typing import Any

import regex  # type: ignore[import-untyped]

from tui.errors import RashomonError
from tui.model.article import Article
from tui.model.span import Span

SECONDS, SECONDS_EACH = 0.5, 0.2
"""Time for one search through all articles, and more of it for each million characters."""
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
    when it takes longer than `SECONDS` and `SECONDS_EACH` allow. What the caller does
    with the places takes none of that time.
    """
    if not pattern:
        return
    wanted = _compiled(pattern)
    left = SECONDS
    for article, text, places in texts:
        left += SECONDS_EACH * len(text) / 1_000_000
        begun = time.monotonic()
        try:
            matches = wanted.finditer(text, timeout=max(left, 0.001))
            some = ((at, end) for at, end in map(_place, matches) if end > at)
            found = list(islice(some, MOST_HITS))
        except TimeoutError:
            raise BadPattern(
                "this expression takes too long; repeat less: no (a+)+, no .* in the middle"
            ) from None
        left -= time.monotonic() - begun
        yield article, [Span(places[at], places[end - 1] + 1) for at, end in found]


_place = methodcaller("span")


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
