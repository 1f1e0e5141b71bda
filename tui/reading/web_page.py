"""Extracts the words of a web page: only code is dropped; text outside the report gets a role
that says so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tui.model.article import Role
from tui.reading.html_tokens import Token, tokens, unescape
from tui.reading.markup import Block, Builder, Extract, with_title
from tui.reading.page_head import PageHead

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol option p pre search section select summary table tbody td tfoot th thead tr ul "
    "video audio canvas object noscript head title template svg math".split()
)
_CELLS = frozenset({"td", "th"})
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont bgsound frame "
    "keygen".split()
)
_CLOSED_BY_NEXT = frozenset({"p", "dt", "dd", "option", "h1", "h2", "h3", "h4", "h5", "h6"})
_CODE = frozenset({"template", "svg", "math", "object", "canvas", "audio", "video"})
_FURNITURE = frozenset(
    {"nav", "aside", "footer", "form", "button", "select", "noscript", "dialog", "menu", "search"}
)
_LANDMARKS = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|share|sharing|social|newsletter|promo|advert"
    r"(?:isement)?|sponsor(?:ed)?|cookie|consent|comments?|sidebar|breadcrumbs?|menu|navbar|nav"
    r"|most-?read|trending|read-?more|paywall|subscribe|signup|tags|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|writer)(?:$|[\s_-])", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|credit|photo-credit)(?:$|[\s_-])", re.IGNORECASE)
_MAX_CLASSES = 300


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    name: str
    role: Role | None
    """What its blocks are; the outermost furniture wins."""


def read_page(page: str, day_first: bool = True) -> Extract:
    """The blocks of a page in its order, and what its head and data say of it.

    `page` is decoded but not cleaned yet: entities are decoded here, so clean
    the text afterwards. Linear in its length.
    """
    reader = _Reader(day_first)
    for token in tokens(page):
        reader.take(token)
    return reader.extract()


class _Reader:
    def __init__(self, day_first: bool) -> None:
        self.head = PageHead(day_first)
        self.out = Builder()
        self.open: list[_Open] = []
        self.count: Counter[str] = Counter()
        self.report: list[bool] = []
        """For each block, whether it stood inside `<article>` or `<main>`."""
        self.broken = False
        """Whether the last thing was a `<br>`."""

    def take(self, token: Token) -> None:
        if token.kind == "text":
            if not any(self.count[name] for name in _CODE):
                self.out.say(token.content)
                self.broken = self.broken and not token.content.strip()
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token.name)
        else:
            self._raw(token)

    def extract(self) -> Extract:
        self._close()
        blocks = self._outside_is_furniture(self.out.blocks)
        title, outlet = self.head.title_and_outlet()
        return Extract(with_title(blocks, title), title, outlet, self.head.published())

    def _start(self, token: Token) -> None:
        name = token.name
        if name in ("br", "hr"):
            self._break(name)
            return
        if name in ("meta", "time", "link"):
            self.head.tell(name, token.attributes, in_report=self._in_report())
        if name in _VOID:
            return
        if name in _BLOCKS:
            self._space_or_close(name)
            last = self.open[-1].name if self.open else ""
            if last in _CLOSED_BY_NEXT or (name == "li" == last):
                self._pop()
        self.open.append(_Open(name, self._role(token)))
        self.count[name] += 1

    def _break(self, name: str) -> None:
        if name == "hr" or self.broken:
            self._close()
        self.out.say(" ")
        self.broken = name == "br"

    def _space_or_close(self, name: str) -> None:
        """Separate table cells by a space, so that a row becomes one line; other elements end a
        block.
        """
        if name in _CELLS:
            self.out.say(" ")
        else:
            self._close()

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self._space_or_close(name)
        if self.count[name]:
            while self._pop() != name:
                pass

    def _raw(self, token: Token) -> None:
        if token.name == "title" and not any(self.count[name] for name in _CODE):
            self.head.title_element(unescape(token.content))
        elif token.name == "script":
            kind = next((o for o in reversed(self.open) if o.name == "script"), None)
            if kind is not None:
                self.head.data(token.content)
        elif token.name in ("textarea", "xmp", "noframes", "noembed"):
            self.out.say(unescape(token.content))

    def _pop(self) -> str:
        closed = self.open.pop()
        self.count[closed.name] -= 1
        return closed.name

    def _close(self) -> None:
        before = len(self.out.blocks)
        self.out.close(self.open[-1].role if self.open else None)
        if len(self.out.blocks) > before:
            self.report.append(self._in_report())
        self.broken = False

    def _in_report(self) -> bool:
        return bool(self.count["article"] or self.count["main"])

    def _role(self, token: Token) -> Role | None:
        """The role of an element just opened; that of an enclosing element takes precedence."""
        name = token.name
        above = self.open[-1].role if self.open else None
        if above in (Role.BOILERPLATE, Role.CAPTION):
            return above
        if name in _FURNITURE or (name == "header" and not self._in_report()):
            return Role.BOILERPLATE
        if name == "figcaption":
            return Role.CAPTION
        said = _said_by(token.attributes, name) if token.content else None
        if said or above:
            return said or above
        if name == "h1":
            return None
        return Role.SUBHEADING if name in ("h2", "h3", "h4", "h5", "h6") else None

    def _outside_is_furniture(self, blocks: list[Block]) -> list[Block]:
        """If most words are inside `<article>` or `<main>`, mark the blocks outside as
        boilerplate.
        """
        inside = sum(len(b.text) for b, own in zip(blocks, self.report, strict=True) if own)
        if inside * 2 < sum(len(b.text) for b in blocks if b.role is not Role.BOILERPLATE):
            return blocks
        return [
            block if own or block.role else Block(block.text, Role.BOILERPLATE)
            for block, own in zip(blocks, self.report, strict=True)
        ]


def _said_by(attributes: dict[str, str], name: str) -> Role | None:
    """The role that `hidden`, `role`, `class` and the like give an element."""
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")[:_MAX_CLASSES]):
        return Role.BOILERPLATE
    if attributes.get("role", "").lower() in _LANDMARKS:
        return Role.BOILERPLATE
    classes = " ".join(attributes.get(key, "") for key in ("class", "id", "itemprop", "rel"))
    classes = classes[:_MAX_CLASSES]
    if name in ("html", "body", "main", "article"):
        return None
    if _BYLINE.search(classes):
        return Role.BYLINE
    if _CAPTION.search(classes):
        return Role.CAPTION
    if name in ("div", "section", "ul", "ol", "p", "span", "a") and _CLASSES.search(classes):
        return Role.BOILERPLATE
    return None
