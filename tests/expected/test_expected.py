"""The shipped stories, read and analysed once each, against what careful readers found.

Findings are matched by overlap of character ranges, so that neither numbering
nor the exact cut of a span matters. The YAML files beside this module hold the
expectations; `known: reason` on one turns it into a strict xfail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tui import yamlfile
from tui.model.article import Story
from tui.model.finding import Analysis, Contradiction, Mention
from tui.model.settings import AnalysisSettings, ReadingSettings
from tui.model.span import Span
from tui.resources import shipped

_ENDING = ".expected.yaml"
_STORIES = sorted(shipped("seeds").glob(f"*{_ENDING}"))


@dataclass(frozen=True)
class Place:
    """A range of one file's text."""

    file: str
    span: Span


@dataclass(frozen=True)
class Quote:
    file: str
    words: str
    occurrence: int | None
    """Which of several equal places, from 1; None when the words stand once."""


class Read:
    """One shipped story and what was found in it, each worked out once when asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def story(self) -> Story:
        from tui.reading.story import read_story, split_sentences

        return split_sentences(read_story([shipped("seeds") / self.name], ReadingSettings()))

    @cached_property
    def analysis(self) -> Analysis:
        from tui.analysis.engine import analyse

        return analyse(self.story, AnalysisSettings())

    def text(self, file: str) -> str:
        return next(a.text for a in self.story.articles if a.file == file)

    def place(self, quote: Quote) -> Place:
        text, start = self.text(quote.file), -1
        for _ in range(quote.occurrence or 1):
            start = text.index(quote.words, start + 1)
        return Place(quote.file, Span(start, start + len(quote.words)))

    def at(self, mention: Mention) -> Place:
        return Place(self.story.by_id[mention.article].file, mention.span)

    def touches(self, mentions: Iterable[Mention], quotes: Iterable[Quote]) -> bool:
        """Whether any of the mentions overlaps any of the quotes."""
        places = [self.place(quote) for quote in quotes]
        return any(_overlap(self.at(m), place) for m in mentions for place in places)


def _overlap(a: Place, b: Place) -> bool:
    return a.file == b.file and a.span.overlaps(b.span)


_read = cache(Read)
"""By name, so that every test of a story shares one analysis."""


@dataclass(frozen=True)
class Expected:
    """One expectation of one story."""

    story: str
    files: Mapping[str, str]
    what: Any
    """The part of the YAML file."""

    def quotes(self, part: Any) -> tuple[Quote, ...]:
        """The quotes of a mapping, or of a list of mappings, from letters to words."""
        pairs = part.items() if isinstance(part, dict) else (p for x in part for p in x.items())
        return tuple(self._quote(letter, words) for letter, words in pairs if letter != "known")

    def _quote(self, letter: str, words: str) -> Quote:
        letter, _, occurrence = letter.partition("#")
        return Quote(self.files[letter], words, int(occurrence) if occurrence else None)

    @property
    def read(self) -> Read:
        return _read(self.story)


def _all(section: str, name: Callable[[Expected], str]) -> list[Any]:
    """Every expectation of a section in every story, as pytest takes parameters."""
    found = []
    for path in _STORIES:
        data: Any = yamlfile.read(path).data
        for what in data[section]:
            expected = Expected(data["story"], data["files"], what)
            parts = what if isinstance(what, list) else [what]
            known = next((p["known"] for p in parts if "known" in p), None)
            marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
            title = f"{data['story'].partition('-')[0]}: {name(expected)}"
            found.append(pytest.param(expected, id=title, marks=marks))
    return found


def _words(part: Any) -> Iterator[tuple[str, str]]:
    """Every (letter, words) anywhere in an expectation."""
    if isinstance(part, dict):
        for key, value in part.items():
            if len(key.partition("#")[0]) == 1 and isinstance(value, str):
                yield key, value
            else:
                yield from _words(value)
    elif isinstance(part, list):
        for value in part:
            yield from _words(value)


def _first(expected: Expected) -> str:
    return next(_words(expected.what))[1][:60]


def _whole(param: Any) -> bool:
    """Whether the expectation says `whole: true`: every telling must be among the sides."""
    return bool(param.values[0].what.get("whole"))


def _sides(expected: Expected) -> list[tuple[Quote, ...]]:
    return [expected.quotes(side) for side in expected.what["sides"].values()]


def _opposed(read: Read, found: Contradiction, a: Iterable[Quote], b: Iterable[Quote]) -> bool:
    """Whether one side of `found` touches `a` and another side touches `b`."""
    a, b = tuple(a), tuple(b)
    return any(
        read.touches(one.mentions, a) and read.touches(other.mentions, b)
        for one, other in permutations(found.sides, 2)
    )


def _show(found: Contradiction) -> str:
    return f"{found.kind}/{found.severity} {found.question} [{found.rule}]"


_SECTIONS = ("contradictions", "shared", "silent", "together", "only", "copies", "not shared")


@pytest.mark.parametrize("section", _SECTIONS)
@pytest.mark.parametrize("story", _STORIES, ids=lambda path: path.name.removesuffix(_ENDING))
def test_every_quote_names_one_place(story: Path, section: str) -> None:
    data: Any = yamlfile.read(story).data
    expected = Expected(data["story"], data["files"], data[section])
    for letter, words in _words(data[section]):
        (quote,) = expected.quotes({letter: words})
        count = expected.read.text(quote.file).count(words)
        right = count == 1 if quote.occurrence is None else count >= quote.occurrence
        assert right, f"{quote} stands {count} times"


@pytest.mark.parametrize("story", _STORIES, ids=lambda path: path.name.removesuffix(_ENDING))
@pytest.mark.parametrize("letter", "ABCDE")
def test_what_a_file_says_of_itself_is_read(story: Path, letter: str) -> None:
    data: Any = yamlfile.read(story).data
    file, wanted = data["files"][letter], data["articles"][letter]
    article = next(a for a in _read(data["story"]).story.articles if a.file == file)
    said = {"title": article.title, "published": str(article.published)}
    assert wanted == {key: said[key] for key in wanted}


@pytest.mark.parametrize("expected", _all("contradictions", lambda e: str(e.what["question"])))
def test_a_contradiction_is_found_with_its_kind_and_severity(expected: Expected) -> None:
    read, sides = expected.read, _sides(expected)
    found = [
        c
        for c in read.analysis.told(AnalysisSettings().least)
        if any(_opposed(read, c, a, b) for a, b in permutations(sides, 2))
    ]
    assert found, "not listed"
    severities = expected.what["severity"]
    right = [c for c in found if c.kind == expected.what["kind"] and c.severity.value in severities]
    assert right, f"listed otherwise: {'; '.join(map(_show, found))}"


@pytest.mark.parametrize(
    "expected",
    [p for p in _all("contradictions", lambda e: str(e.what["question"])) if _whole(p)],
)
def test_a_side_holds_every_telling_of_its_answer(expected: Expected) -> None:
    read, sides = expected.read, _sides(expected)
    held = [
        found
        for found in read.analysis.told(AnalysisSettings().least)
        if found.kind == expected.what["kind"]
        and all(
            any(all(read.touches(one.mentions, [q]) for q in side) for one in found.sides)
            for side in sides
        )
    ]
    assert held, "a telling is missing"


@pytest.mark.parametrize("expected", _all("silent", lambda e: str(e.what["why"])))
def test_what_only_looks_like_a_contradiction_is_not_listed(expected: Expected) -> None:
    read = expected.read
    a, b = expected.quotes(expected.what["a"]), expected.quotes(expected.what["b"])
    listed = [c for c in read.analysis.told(AnalysisSettings().least) if _opposed(read, c, a, b)]
    assert not listed, "; ".join(map(_show, listed))


@pytest.mark.parametrize("expected", _all("shared", lambda e: str(e.what["fact"])))
def test_a_shared_fact_holds_all_its_mentions(expected: Expected) -> None:
    read, quotes = expected.read, expected.quotes(expected.what["mentions"])
    best = max(
        (sum(read.touches(f.mentions, [q]) for q in quotes) for f in read.analysis.facts),
        default=0,
    )
    assert best == len(quotes)


@pytest.mark.parametrize("expected", _all("together", _first))
def test_what_tells_the_same_stands_in_one_row(expected: Expected) -> None:
    read = expected.read
    places = [read.place(quote) for quote in expected.quotes(expected.what)]
    rows = [
        [
            Place(read.story.by_id[article].file, piece.span)
            for article, pieces in row.cells.items()
            for piece in pieces
        ]
        for row in read.analysis.rows
    ]
    assert any(all(any(_overlap(p, cell) for cell in row) for p in places) for row in rows)


@pytest.mark.parametrize("expected", _all("only", _first))
def test_a_claim_of_one_article_is_marked_as_only_here(expected: Expected) -> None:
    read = expected.read
    assert read.touches([o.mention for o in read.analysis.only], expected.quotes(expected.what))


@pytest.mark.parametrize("expected", _all("copies", _first))
def test_copied_words_are_one_voice(expected: Expected) -> None:
    read, quotes = expected.read, expected.quotes(expected.what)
    places = [read.place(quote) for quote in quotes]
    counted = [
        f.text
        for f in read.analysis.facts
        if f.voices > 1 and all(any(_overlap(read.at(m), p) for p in places) for m in f.mentions)
    ]
    assert not counted


@pytest.mark.parametrize("expected", _all("not shared", _first))
def test_words_that_exclude_each_other_are_no_shared_fact(expected: Expected) -> None:
    read, quotes = expected.read, expected.quotes(expected.what)
    facts = [
        f.text for f in read.analysis.facts if all(read.touches(f.mentions, [q]) for q in quotes)
    ]
    assert not facts


@pytest.mark.parametrize("expected", _all("not told", _first))
def test_what_frames_an_article_is_not_told(expected: Expected) -> None:
    read = expected.read
    (quote,) = expected.quotes(expected.what)
    told = [p.span.of(a.text) for a in read.story.articles if a.file == quote.file for p in a.told]
    assert not [words for words in told if quote.words in words]
