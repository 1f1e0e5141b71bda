"""Reads one file into its articles: one, or one for each dispatch; a file that fails says why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui.model.article import Article, Paragraph, Paragraphs, Role, Source
from tui.model.counted import counted
from tui.model.settings import ReadingSettings
from tui.model.span import Span
from tui.reading.characters import inert, spoken
from tui.reading.decode import Decoded, NotText, decode
from tui.reading.files import Unreadable, read_bytes
from tui.reading.language import NOTE, foreign
from tui.reading.origin import outlet_of, published_of
from tui.reading.plain_text import DATE_LINE, Dispatch, lay_out
from tui.reading.story_file import Said, StoryFile

_META_CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:-]{1,40})", re.I
)
_PLACE_BEHIND = re.compile(r"\s[A-Z][A-Z.'’ ]{2,40}(?:, [A-Z][a-z.]{1,12})? ?(?:[—–]|--)\s*$")
"""The dateline of a report whose first words are lost: `Mayor resigns LONDON —`."""


class _Words(NamedTuple):
    """A file's text, and what its markup says beside it."""

    text: str
    encoding: str
    notes: tuple[str, ...]
    roles: Mapping[int, Role] = MappingProxyType({})
    title: str | None = None
    outlet: str | None = None
    published: date | None = None


def read_file(
    path: Path,
    file: str,
    id: str,
    settings: ReadingSettings,
    said: StoryFile,
    most: int | None = None,
) -> list[Article]:
    """The articles of one file; `file` is its name as shown. Never raises for a bad file.

    Of a text longer than twice `most` characters, only the lines in its first `most` get
    paragraphs; None means all.
    """
    try:
        raw = read_bytes(path, int(settings.max_megabytes * 1_000_000))
        words = _words(raw, path.suffix.lower(), settings)
        text = words.text
        lines, spans = _lines(text[: text.rfind("\n", 0, most)] if long(text, most) else text)
        if not lines:
            raise NotText("holds no words that would be shown")
    except (Unreadable, NotText) as error:
        return [Article(id, file, "", "", problem=f"{file} {error}.")]
    base = Article(
        id, file, words.text, hashlib.sha256(raw).hexdigest(), encoding=words.encoding,
        notes=words.notes,
    )  # fmt: skip
    dispatches = lay_out(lines, words.roles, said.roles_of(file))
    found = []
    for place, dispatch in enumerate(dispatches, 1):
        own = base if len(dispatches) == 1 else _numbered(base, place, dispatches, spans)
        article = _article(own, dispatch, lines, spans, words, settings)
        found.append(_as_said(article, said.of(file, place)))
    return found


def long(text: str, most: int | None) -> bool:
    """Whether a text is so long that only its first `most` characters are laid out at first."""
    return most is not None and len(text) > 2 * most and "\n" in text[:most].strip()


def _words(raw: bytes, suffix: str, settings: ReadingSettings) -> _Words:
    if suffix in (".html", ".htm"):
        from tui.reading.web_page import read_page

        declared = _META_CHARSET.search(raw[:4096])
        decoded = decode(raw, declared[1].decode("ascii", "replace") if declared else None)
        extract = read_page(decoded.text, settings.day_first)
    elif suffix == ".md":
        from tui.reading.markdown import read_markdown

        decoded = decode(raw)
        extract = read_markdown(decoded.text, settings.day_first)
    else:
        decoded = decode(raw)
        return _Words(decoded.text, decoded.encoding, decoded.notes)
    # Again, because entities were decoded since.
    text, hidden = inert(extract.text)
    return _Words(
        text,
        decoded.encoding,
        (*_notes(decoded, hidden), *extract.notes),
        extract.roles,
        _shown(extract.title),
        _shown(extract.outlet),
        extract.published,
    )


def _notes(decoded: Decoded, hidden: int) -> tuple[str, ...]:
    if not hidden:
        return decoded.notes
    hidden_ones = counted(hidden, "encoded control or invisible character")
    return (*decoded.notes, f"{hidden_ones} shown as \ufffd.")


def _shown(words: str | None) -> str | None:
    """One line that is safe to show, None if there is none."""
    if not words:
        return None
    return inert(" ".join(spoken(words)[0].split()))[0] or None


def _lines(text: str) -> tuple[list[str], list[Span]]:
    """The non-blank lines of a text, stripped, and where they stand."""
    lines, spans, at = [], [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at if len(stripped) == len(line) else at + line.index(stripped)
            lines.append(stripped)
            spans.append(Span(start, start + len(stripped)))
        at += len(line) + 1
    return lines, spans


def _numbered(
    base: Article, place: int, dispatches: Sequence[Dispatch], spans: Sequence[Span]
) -> Article:
    line = base.text.count("\n", 0, spans[dispatches[place - 1].first - 1].start) + 1
    note = f"Dispatch {place} of {len(dispatches)} in this file; it begins at line {line}."
    return replace(base, id=f"{base.id}{place}", notes=(*base.notes, note))


def _article(
    base: Article,
    dispatch: Dispatch,
    lines: list[str],
    spans: list[Span],
    words: _Words,
    settings: ReadingSettings,
) -> Article:
    """One dispatch with its origin; what the markup says takes precedence over its lines."""
    title = words.title
    if dispatch.title:
        spans, title = _bare(dispatch.title, lines, spans)
    roles = dispatch.roles
    numbers = range(dispatch.first, dispatch.last + 1)
    told = (Paragraph(n, spans[n - 1], roles.get(n, Role.BODY)) for n in numbers)
    own = [lines[n - 1] for n in numbers if words.roles.get(n) is not Role.BOILERPLATE]
    outlet, outlet_from = words.outlet, Source.METADATA if words.outlet else None
    if outlet is None:
        outlet, outlet_from = outlet_of(own)
    published, published_from = words.published, Source.METADATA if words.published else None
    if published is None:
        published, published_from = published_of(own, settings.day_first)
    return replace(
        base,
        notes=(*base.notes, NOTE) if foreign(own) else base.notes,
        paragraphs=Paragraphs(told),
        title=title,
        outlet=outlet,
        outlet_from=outlet_from,
        published=published,
        published_from=published_from,
    )


def _bare(number: int, lines: list[str], spans: list[Span]) -> tuple[list[Span], str]:
    """A title without `date 2025-07-13 ` before it and a place of writing left behind it."""
    line, span = lines[number - 1], spans[number - 1]
    before, behind = DATE_LINE.match(line), _PLACE_BEHIND.search(line)
    start = before.end() if before else 0
    end = behind.start() if behind and behind.start() > start else len(line)
    if (start, end) == (0, len(line)):
        return spans, line
    spans = spans.copy()
    spans[number - 1] = Span(span.start + start, span.start + end)
    return spans, line[start:end]


def _as_said(article: Article, said: Said) -> Article:
    """The article with title, outlet and day as the reader set them in story.yaml."""
    if said.title:
        article = replace(article, title=_shown(said.title))
    if said.outlet:
        article = replace(article, outlet=_shown(said.outlet), outlet_from=Source.USER)
    if said.published:
        article = replace(article, published=said.published, published_from=Source.USER)
    return article
