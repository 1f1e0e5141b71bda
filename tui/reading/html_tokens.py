"""Splits HTML into tokens in one pass, however broken the page.

It builds no tree: existing tree builders take time that grows with the square of the depth
(100,000 open `<div>`s took 24 s), or drop what is nested too deeply. The rules for tags,
comments and raw text are those of the HTML standard's tokenizer. Failed scans are remembered,
so that no part of a page is scanned twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_COMMENT_END = re.compile(r"--!?>")
_INSIDE = re.compile(r"[^>=]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_NUMERIC = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_MOST_ATTRIBUTES = 4_000
"""Only so many characters of a tag are searched for attributes."""


class Token(NamedTuple):
    kind: str
    """`text`, `start`, `end`, or `raw` for the inside of a script, a title and the like."""
    name: str
    """Of the tag, lower case; empty for text."""
    content: str = ""
    """For text, the words with entities decoded; for raw, the text unchanged; for start, the
    attributes.
    """

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of a start tag: names in lower case, values decoded, the first of each
        name.
        """
        found: dict[str, str] = {}
        for name, *values in _ATTRIBUTE.findall(self.content[:_MOST_ATTRIBUTES]):
            found.setdefault(name.lower(), unescape("".join(values)))
        return found


def unescape(text: str) -> str:
    """Decode entities. `&#27;` becomes ESC here, for the caller to make harmless."""
    if "&" not in text:
        return text
    return html.unescape(_NUMERIC.sub(_character, text))


def _character(match: re.Match[str]) -> str:
    digits = match[1] or match[2]
    if len(digits.lstrip("0")) > 8:
        return "\ufffd"
    code = int(digits, 16 if match[1] else 10)
    if 0x80 <= code <= 0x9F or code == 0:
        return html.unescape(match.group())  # the standard's cp1252 repairs
    if code == 0x26:
        return "&amp;"  # must not begin a second entity
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page in order; linear in its length."""
    return _Tokenizer(page).run()


class _Tokenizer:
    def __init__(self, page: str) -> None:
        self.page = page
        self.quotes_count = True
        """False after a tag whose quotes never closed: from there, `>` ends every tag."""

    def run(self) -> Iterator[Token]:
        page, at, said = self.page, 0, 0
        while (at := page.find("<", at)) >= 0:
            following = page[at + 1 : at + 2]
            if not (following.isalpha() and following.isascii()) and following not in (
                "!",
                "/",
                "?",
            ):
                at += 1
                continue
            if at > said:
                yield Token("text", "", unescape(page[said:at]))
            if following.isalpha():
                name, at = self._name(at + 1)
                end = self._tag_end(at)
                yield Token("start", name, page[at:end])
                at = end + 1
                if name in _RAW:
                    end = self._raw_end(name, at)
                    yield Token("raw", name, page[at:end])
                    at = end
            elif following == "/" and _NAME.match(page, at + 2):
                name, at = self._name(at + 2)
                yield Token("end", name)
                at = self._after(">", at)
            else:
                at = self._after_comment(at)
            said = at
        if said < len(page):
            yield Token("text", "", unescape(page[said:]))

    def _name(self, at: int) -> tuple[str, int]:
        match = _NAME.match(self.page, at)
        assert match
        return match.group().lower(), match.end()

    def _tag_end(self, at: int) -> int:
        """Where the `>` of a start tag stands; a `>` in a quoted value does not end it."""
        start = at
        while self.quotes_count:
            at = _INSIDE.match(self.page, at).end()  # type: ignore[union-attr]
            if self.page[at : at + 1] == ">":
                return at
            if at >= len(self.page):
                self.quotes_count = False
                break
            at = _SPACE.match(self.page, at + 1).end()  # type: ignore[union-attr]
            quote = self.page[at : at + 1]
            if quote and quote in "\"'":
                at = self.page.find(quote, at + 1) + 1 or len(self.page)
        end = self.page.find(">", start)
        return end if end >= 0 else len(self.page)

    def _raw_end(self, name: str, at: int) -> int:
        match = re.compile(rf"</{name}(?=[\s/>]|$)", re.IGNORECASE).search(self.page, at)
        return match.start() if match else len(self.page)

    def _after_comment(self, at: int) -> int:
        """Behind a comment, doctype or bogus comment."""
        page = self.page
        if not page.startswith("<!--", at):
            return self._after(">", at)
        for empty in ("<!-->", "<!--->"):
            if page.startswith(empty, at):
                return at + len(empty)
        match = _COMMENT_END.search(page, at + 4)
        return match.end() if match else len(page)

    def _after(self, mark: str, at: int) -> int:
        end = self.page.find(mark, at)
        return end + 1 if end >= 0 else len(self.page)
