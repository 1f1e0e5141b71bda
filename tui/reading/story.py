"""The one door of this package: paths to a Story, and a Story to its sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.errors import NoStory
from tui.model.article import Article, Paragraph, Role, Story
from tui.model.settings import ReadingSettings
from tui.model.span import Span
from tui.reading.decode import NotText, decode
from tui.reading.files import Unreadable, find_files, read_bytes, shown
from tui.reading.origin import outlet_of, published_of, with_inferred_dates
from tui.reading.plain_text import DATE_LINE, Dispatch, lay_out


def read_story(paths: Sequence[Path], settings: ReadingSettings) -> Story:
    """One folder, or files named one by one, as a story whose sentences are not split yet.

    Articles stand in the order of the files. A file that cannot be read is an
    article with a `problem`. Raises NoStory if there is nothing to read, and
    BadFile for a mistake in `story.yaml`.
    """
    if not paths:
        raise NoStory("No story was named. Try: rashomon FOLDER, or rashomon FILE.txt FILE.html")
    notes: list[str] = []
    if len(paths) == 1 and paths[0].is_dir():
        files, notes = find_files(paths[0])
        root, name = str(paths[0]), paths[0].resolve().name
        names = [path.name for path in files]
    else:
        files, root = list(paths), ""
        names = [str(path) for path in files]
        name = files[0].resolve().parent.name
        _require_one(files)
    articles: list[Article] = []
    for place, (path, file) in enumerate(zip(files, names, strict=True)):
        articles += read_article(path, shown(file), letter(place), settings)
    articles = with_inferred_dates(articles)
    title = next((a.title for a in articles if a.title), shown(name))
    return Story(shown(name), title, tuple(articles), shown(root), tuple(notes))


def _require_one(files: Sequence[Path]) -> None:
    missing = [path for path in files if not path.exists() and not path.is_symlink()]
    if len(missing) == len(files):
        names = ", ".join(shown(path) for path in missing[:5])
        raise NoStory(f"There is no file or folder {names}. Try: rashomon FOLDER")


def letter(place: int) -> str:
    """A, B … Z, AA, AB … for places from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_article(path: Path, file: str, id: str, settings: ReadingSettings) -> list[Article]:
    """The articles of one file: one, or one a dispatch. Never raises for a bad file."""
    try:
        raw = read_bytes(path, int(settings.max_megabytes * 1_000_000))
        sha256 = hashlib.sha256(raw).hexdigest()
        decoded = decode(raw)
    except (Unreadable, NotText) as error:
        return [Article(id, file, "", "", problem=f"{file} {error}.")]
    base = Article(id, file, decoded.text, sha256, encoding=decoded.encoding, notes=decoded.notes)
    return _articles(base, settings)


def _articles(base: Article, settings: ReadingSettings) -> list[Article]:
    lines, spans = _lines(base.text)
    dispatches = lay_out(lines)
    found = []
    for place, dispatch in enumerate(dispatches, 1):
        own = base if len(dispatches) == 1 else _numbered(base, place, dispatches, spans)
        found.append(_article(own, dispatch, lines, spans, settings))
    return found


def _numbered(base: Article, place: int, dispatches: list[Dispatch], spans: list[Span]) -> Article:
    line = base.text.count("\n", 0, spans[dispatches[place - 1].first - 1].start) + 1
    note = f"Dispatch {place} of {len(dispatches)} in this file; it begins at line {line}."
    return replace(base, id=f"{base.id}{place}", notes=(*base.notes, note))


def _lines(text: str) -> tuple[list[str], list[Span]]:
    """The non-blank lines of a text, stripped, and where they stand."""
    lines, spans, at = [], [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at if stripped is line else at + line.index(stripped)
            lines.append(stripped)
            spans.append(Span(start, start + len(stripped)))
        at += len(line) + 1
    return lines, spans


def _article(
    base: Article, dispatch: Dispatch, lines: list[str], spans: list[Span], settings: ReadingSettings
) -> Article:
    title = None
    if dispatch.title:
        spans, title = _without_date(dispatch.title, lines, spans)
    roles = dispatch.roles
    paragraphs = tuple(
        Paragraph(number, spans[number - 1], roles.get(number, Role.BODY))
        for number in range(dispatch.first, dispatch.last + 1)
    )
    own = lines[dispatch.first - 1 : dispatch.last]
    outlet, outlet_from = outlet_of(own)
    published, published_from = published_of(own, paragraphs, settings.day_first)
    return replace(
        base,
        paragraphs=paragraphs,
        title=title,
        outlet=outlet,
        outlet_from=outlet_from,
        published=published,
        published_from=published_from,
    )


def _without_date(number: int, lines: list[str], spans: list[Span]) -> tuple[list[Span], str]:
    """A title behind `date 2025-07-13 ` is told without it."""
    line, span = lines[number - 1], spans[number - 1]
    match = DATE_LINE.match(line)
    if not match:
        return spans, line
    spans = spans.copy()
    spans[number - 1] = Span(span.start + match.end(), span.end)
    return spans, line[match.end() :]


def split_sentences(story: Story) -> Story:
    """The same story with the sentences of every paragraph; imports nupunkt (60 ms)."""
    from tui.reading import sentences

    return sentences.split_sentences(story)
