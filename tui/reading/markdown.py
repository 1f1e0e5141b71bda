"""Extracts the words of a Markdown file: front matter, blocks and their text.

A small parser is enough, because only the words are wanted. The usual library takes 80 ms to
import, before anything is shown, and drops what is nested more than twenty levels deep. Every
pattern here takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui import yamlsimple
from tui.errors import BadFile
from tui.model.article import Role
from tui.reading.days import full_days
from tui.reading.html_tokens import tokens
from tui.reading.markup import Builder, Extract, with_title

_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MOST_FRONT = 20_000
_OUTLET_KEYS = ("outlet", "source", "publisher", "publication", "site", "site_name")
_DAY_KEYS = ("date", "published", "publishdate", "pubdate", "created")

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_REFERENCE = re.compile(r" {0,3}\[([^\[\]]{1,200})\]:[ \t]*\S")

_BREAKS = ("  ", "\\")
_VERSE = 62
"""A line of at most so many characters that ends in a break is one of verse. In longer ones two
blanks at the end are a slip of who wrapped the paragraph.
"""
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,200}\]:[ \t]*(?=\S)")

_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,2000})\1(?!`)")
_LINK = re.compile(
    r"(?<!\\)!?\[((?:[^\[\]\\]|\\.){0,2000})\]"
    r"(?:\([ \t]*(?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})"
    r"(?:[ \t]+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t]*\)|\[([^\[\]]{0,200})\])"
)
_OPENS = re.compile(r"(?<![\w*_\\])(?:\*{1,3}|_{1,3}|~~)(?=[^\s*_])")
_CLOSES = re.compile(r"(?<=[^\s*_\\])(?:\*{1,3}|_{1,3}|~~)(?![\w*_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(text: str, day_first: bool = True) -> Extract:
    """The blocks of a Markdown text, and what its front matter says of it. Linear."""
    front, body, notes = _front_matter(text)
    reader = _Reader(_references(body))
    for line in body.split("\n"):
        reader.take(line)
    reader.close()
    title = _first(front, ("title", "headline")) or reader.title
    day = full_days(_first(front, _DAY_KEYS) or "", day_first)
    blocks = with_title(reader.out.blocks, title)
    return Extract(blocks, title, _first(front, _OUTLET_KEYS), day[0][1] if day else None, notes)


def _front_matter(text: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """The plain values of the front matter by lower-case key, the text after it, and a note if
    it is broken.
    """
    match = _FRONT.match(text[:_MOST_FRONT])
    if not match:
        return {}, text, ()
    try:
        data = yamlsimple.parse(match[1], "front matter").data
    except BadFile as error:
        return {}, text, (f"The front matter is read as text: {error}.",)
    if not isinstance(data, dict):
        return {}, text, ()
    values = {k.lower(): " ".join(v.split()) for k, v in data.items() if isinstance(v, str)}
    return values, text[match.end() :], ()


def _first(front: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((front[key] for key in keys if front.get(key)), None)


def _references(body: str) -> frozenset[str]:
    """Labels that are defined somewhere: `[sic]` is a word unless `[sic]: http…` stands."""
    return frozenset(
        match[1].casefold() for line in body.split("\n") if (match := _REFERENCE.match(line))
    )


@dataclass(slots=True)
class _Reader:
    references: frozenset[str]
    out: Builder = field(default_factory=Builder)
    title: str | None = None
    fence: str = ""
    """The mark that ends the open block of code, empty outside."""
    lines: list[str] = field(default_factory=list)
    """The lines of the open paragraph, without list and quotation marks."""

    def take(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self.fence:
            if fence and fence[1].startswith(self.fence) and not line[fence.end() :].strip():
                self.fence = ""
            else:
                self._block(line, None, plain=True)
        elif fence:
            self.close()
            self.fence = fence[1]
        else:
            self._line(line)

    def _line(self, line: str) -> None:
        underline = _UNDERLINE.match(line)
        if underline and self.lines:
            self._heading(1 if underline[1][0] == "=" else 2)
            return
        footnote = _FOOTNOTE.match(line)
        if footnote:
            self.close()
            line = line[footnote.end() :]
        elif _is_rule(line) or _REFERENCE.match(line):
            self.close()
            return
        line = self._without_marks(line)
        heading = _HEADING.match(line)
        if heading:
            self.close()
            self.lines.append(line[heading.end() :].rstrip().rstrip("#"))
            self._heading(len(heading[1]))
        elif line.lstrip().startswith("|"):
            self.close()
            self._block(line.replace("|", " "), None)
        elif line.strip():
            self.lines.append(line.rstrip("\\ \t"))
            if line.endswith(_BREAKS) and len(line) <= _VERSE:
                self.close()
        else:
            self.close()

    def _without_marks(self, line: str) -> str:
        """The line behind its `>` and list marks; an item begins a new block."""
        at = 0
        while True:
            quote = _QUOTE.match(line, at)
            item = None if quote else _ITEM.match(line, at)
            # "… in\n1945. Then …" is no list: only 1 may break into a paragraph.
            if item and self.lines and item[1] not in (None, "1"):
                item = None
            if not quote and not item:
                return line[at:]
            if item:
                self.close()
            at = (quote or item).end()  # type: ignore[union-attr]

    def _heading(self, level: int) -> None:
        text = self._words(" ".join(self.lines))
        self.lines.clear()
        if level == 1 and self.title is None and text:
            self.title = text
        self._block(text, None if level == 1 else Role.SUBHEADING, plain=True)

    def close(self) -> None:
        """End the open paragraph; one image alone is a caption."""
        if not self.lines:
            return
        text = " ".join(self.lines)
        self.lines.clear()
        image = _LINK.fullmatch(text.strip())
        caption = image and text.strip().startswith("!")
        self._block(text, Role.CAPTION if caption else None)

    def _block(self, text: str, role: Role | None, plain: bool = False) -> None:
        self.out.say(text if plain else self._words(text))
        self.out.close(role)

    def _words(self, text: str) -> str:
        """Text without links, emphasis, code marks, tags and escapes."""
        text = _AUTOLINK.sub(r"\1", text)
        if "[" in text:
            # Twice: an image may stand inside a link.
            text = _LINK.sub(self._label, _LINK.sub(self._label, text))
            if self.references:
                text = re.sub(r"\[([^\[\]]{1,200})\]", self._shortcut, text)
        if _OPENS.search(text) and _CLOSES.search(text):
            text = _CLOSES.sub("", _OPENS.sub("", text))
        text = _CODE.sub(r"\2", text)
        if "<" in text or "&" in text:
            text = "".join(t.content for t in tokens(text) if t.kind == "text")
        return _ESCAPE.sub(r"\1", text)

    def _label(self, match: re.Match[str]) -> str:
        reference = match[2]
        if reference is not None and (reference or match[1]).casefold() not in self.references:
            return match.group()
        return match[1]

    def _shortcut(self, match: re.Match[str]) -> str:
        if match[1].casefold() not in self.references:
            return match.group()
        return "" if match[1].startswith("^") else match[1]


def _is_rule(line: str) -> bool:
    """A line across the page, or the line under the head of a table."""
    signs = "".join(line.split())
    if len(signs) >= 3 and signs == signs[0] * len(signs) and signs[0] in "-*_":
        return True
    return "-" in signs and "|" in signs and not signs.strip("|:-")
