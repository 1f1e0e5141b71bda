"""Which rows the reader has been in, kept by their claims: rows change, claims stay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tui.model.article import Article, Story
from tui.model.tag import SeenClaims
from tui.page.rows import Rows, claims_of


class Seen:
    """The claims of every row in which the cursor was.

    A row counts as seen when one of its claims does, so that a paragraph pinned
    elsewhere, a new article or a better comparison costs no progress. After an
    edit a claim is known again by its words.
    """

    def __init__(self, saved: SeenClaims = ()) -> None:
        self._story: Story | None = None
        """The story, its sentences known, that the claims are of."""
        self._starts: dict[str, Sequence[int]] = {}
        """Article id → where each of its claims begins."""
        self._numbers: dict[str, set[int]] = {}
        """Article id → the claims that were seen, by their position among `_starts`."""
        self._saved: SeenClaims | None = saved
        """What the session keeps; None when it must be told anew."""
        self._rows: tuple[Rows | None, set[int]] = (None, set())

    def settle(self, story: Story) -> None:
        """The sentences of `story` are known now; what was seen of another stays seen."""
        before, old = self._story, self._numbers
        if before is story:
            return
        if before is None:
            kept = {name: {n - 1 for n in numbers} for name, numbers in self._saved or ()}
        else:
            now = {name: article for article, name in named(story)}
            kept = {}
            for article, name in named(before):
                if (numbers := old.get(article.id)) and name in now:
                    claims = _claims(article)
                    words = {claims[n] for n in numbers}
                    kept[name] = {n for n, c in enumerate(_claims(now[name])) if c in words}
        self._story, self._saved, self._rows = story, None, (None, set())
        self._starts = {a.id: a.told.claim_starts() for a in story.articles}
        self._numbers = {
            article.id: {n for n in kept.get(name, ()) if n < len(self._starts[article.id])}
            for article, name in named(story)
        }

    def enter(self, rows: Rows, position: int) -> None:
        """The cursor is in this row; nothing is kept while the articles are not compared."""
        if self._story is None or not rows.aligned or position in self.rows(rows):
            return
        for article, pieces in rows[position].cells.items():
            starts = self._starts[article]
            self._numbers[article].update(
                max(bisect_right(starts, claim.start) - 1, 0)
                for claim in claims_of(self._story, article, pieces)
                if starts
            )
        self._saved = None
        self.rows(rows).add(position)

    def rows(self, rows: Rows) -> set[int]:
        """The positions of the rows that were seen."""
        if self._rows[0] is not rows:
            found = {
                rows.at(id, self._starts[id][n])
                for id, numbers in self._numbers.items()
                for n in numbers
            }
            self._rows = (rows, {position for position in found if position is not None})
        return self._rows[1]

    @property
    def count(self) -> int:
        """How many rows were seen, of those that were asked about last."""
        return len(self._rows[1])

    def saved(self) -> SeenClaims:
        """What the session keeps."""
        if self._saved is None and self._story is not None:
            numbers = ((name, self._numbers[a.id]) for a, name in named(self._story))
            self._saved = tuple(
                (name, tuple(sorted(n + 1 for n in found))) for name, found in numbers if found
            )
        return self._saved or ()


def column_names(story: Story) -> Mapping[str, str]:
    """Article id → its file, `FILE#2` for the second dispatch in it."""
    count: dict[str, int] = {}
    names = {}
    for article in story.articles:
        count[article.file] = number = count.get(article.file, 0) + 1
        names[article.id] = f"{article.file}#{number}" if number > 1 else article.file
    return names


def versions(story: Story) -> Mapping[str, str]:
    """Name of each article that could be read → SHA-256 of its file."""
    return {name: article.sha256 for article, name in named(story) if article.sha256}


def named(story: Story) -> list[tuple[Article, str]]:
    """The articles with the names that the session has for their columns."""
    names = column_names(story)
    return [(article, names[article.id]) for article in story.articles]


def _claims(article: Article) -> list[str]:
    """The words of its claims, in the order of the text."""
    text = article.text
    return [claim.of(text) for paragraph in article.told for claim in paragraph.claims]
