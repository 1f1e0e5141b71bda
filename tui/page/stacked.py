"""Pages of one column: the sources of a row, and one article in its own order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.model.alignment import Row
from tui.model.article import TOLD, Article, Paragraph, Role, Source, Story
from tui.model.span import Span
from tui.page.cells import cell_lines, passage
from tui.page.differences import own_in, own_words
from tui.page.heads import date_of, outlet_of
from tui.page.lines import CellLine, Fragment, Line, pad
from tui.page.marks import Mark, Marks
from tui.page.quotations import quotation_lines
from tui.page.rows import claims_of
from tui.page.signs import Signs
from tui.page.wrap import fit, width_of

FRAME = 5
"""Cells beside the text: margin, cursor bar, gutter sign, blank, margin."""


class StackedSheet:
    """Blocks of one article each, full width; see `Sheet`."""

    sticky = True
    by_article = False
    head: tuple[Line, ...] = ()

    def __init__(self, story: Story, marks: Marks, width: int, measure: int, signs: Signs) -> None:
        """`measure` is how many cells a line of text may have, however wide the sheet is."""
        self.story, self.marks, self.width, self.signs = story, marks, width, signs
        self._text = max(min(width - FRAME, measure), 1)
        self._looks = marks.looks
        self._cache: dict[int, tuple[Line, ...]] = {}

    def _framed(self, lines: Sequence[CellLine], article: str) -> list[Line]:
        framed = []
        for line in lines:
            start = (Fragment(" ", "bar", article), line.sign, Fragment(" "))
            framed.append(pad((*start, *line.fragments), line.cells + 3, self.width))
        return framed

    def _blank(self) -> Line:
        return (Fragment(" " * self.width),)


class Rival(NamedTuple):
    """A claim of another row that takes a side nobody takes in this one."""

    article: str
    claim: Span
    row: int
    """Number of the row in which it stands."""
    chips: str
    """Of the contradictions in which it takes that side."""


class CompareSheet(StackedSheet):
    """The sources of one row one below the other, their own words marked.

    Below them stand the rivals: else a contradiction told in two rows would
    show one of its sides only.
    """

    def __init__(
        self,
        story: Story,
        row: Row,
        order: Sequence[str],
        marks: Marks,
        width: int,
        measure: int,
        signs: Signs,
        room: int = 0,
        differences: bool = True,
        rivals: Sequence[Rival] = (),
    ) -> None:
        """`order` has the base first; `room` is how many lines quotations may take on top.

        Without `differences` the words stand as they are, and no quotations on top.
        """
        self.row = row
        self.articles = [a for a in order if a in row.cells]
        self.rivals = [rival for rival in rivals if rival.article in order]
        super().__init__(story, marks, width, measure, signs)
        texts = {
            a: " ".join(p.span.of(story.by_id[a].text) for p in row.cells[a]) for a in self.articles
        }
        self._own = {a: own_words(a, texts) for a in self.articles} if differences else {}
        self._base = order[0] if order else ""
        passages = [(a, [piece.span for piece in row.cells[a]]) for a in self.articles]
        self.head = ()
        if room and differences:
            self.head = quotation_lines(story, passages, width, room, signs)

    def __len__(self) -> int:
        return len(self.articles) + len(self.rivals)

    def block_of(self, article: str, offset: int) -> int | None:
        for at, rival in enumerate(self.rivals, len(self.articles)):
            if rival.article == article and rival.claim.start <= offset < rival.claim.end:
                return at
        if article not in self.articles:
            return None
        return self.articles.index(article)

    def claims(self, block: int) -> Mapping[str, tuple[Span, ...]]:
        if block >= len(self.articles):
            rival = self.rivals[block - len(self.articles)]
            return {rival.article: (rival.claim,)}
        article = self.articles[block]
        return {article: claims_of(self.story, article, self.row.cells[article])}

    def lines(self, block: int) -> Sequence[Line]:
        if block not in self._cache:
            if block < len(self.articles):
                article = self.story.by_id[self.articles[block]]
                lines = [self._heading(article)]
                for piece in self.row.cells[article.id]:
                    marks = self._with_own(article, piece.span)
                    lines += self._passage(article, piece.span, marks)
            else:
                rival = self.rivals[block - len(self.articles)]
                article = self.story.by_id[rival.article]
                where = f"{self.signs.also} from row {rival.row} {rival.chips}"
                lines = [self._heading(article, where)]
                marks = self.marks.within(article.id, rival.claim)
                lines += self._passage(article, rival.claim, marks)
            self._cache[block] = (*lines, self._blank())
        return self._cache[block]

    def _passage(self, article: Article, span: Span, marks: Sequence[Mark]) -> list[Line]:
        paragraph = article.paragraph_at(span.start)
        if paragraph is None:
            return []
        look = "title" if paragraph.role is Role.TITLE else "text"
        fragments = passage(article, paragraph, span, marks, look)
        cells = cell_lines(fragments, self._text, self.signs, self._looks)
        return self._framed(cells, article.id)

    def _with_own(self, article: Article, span: Span) -> list[Mark]:
        """The marks of a passage, and the words that differ from the row's other sources."""
        marks = self.marks.within(article.id, span)
        if article.id not in self._own:
            return marks
        words = own_in(article, span, self._own[article.id])
        return marks + [Mark(word, "own", "") for word in words]

    def _heading(self, article: Article, where: str = "") -> Line:
        name = f" {article.id} "
        told = (where, outlet_of(article), date_of(article), article.title or "")
        base = f" {self.signs.base} base" if article.id == self._base else ""
        text = " " + f" {self.signs.dot} ".join(words for words in told if words)
        text = fit(text, max(self.width - width_of(name) - width_of(base), 0))
        parts = (
            Fragment(name, "heading-number"),
            Fragment(text, "heading"),
            Fragment(base, "heading-dim"),
        )
        used = width_of(name) + width_of(text) + width_of(base)
        return pad(parts, used, self.width, "heading")


class SourceSheet(StackedSheet):
    """One article paragraph by paragraph; what is not body text is dimmed."""

    sticky = False

    def __init__(
        self, story: Story, article: str, marks: Marks, width: int, measure: int, signs: Signs
    ) -> None:
        super().__init__(story, marks, width, measure, signs)
        self.article = story.by_id[article]
        self.head = (self._head(),)

    def __len__(self) -> int:
        return len(self.article.paragraphs) or 1

    def block_of(self, article: str, offset: int) -> int | None:
        if article != self.article.id:
            return None
        return self.article.paragraphs.at(offset)

    def claims(self, block: int) -> Mapping[str, tuple[Span, ...]]:
        if block >= len(self.article.paragraphs):
            return {}
        return {self.article.id: self.article.paragraphs[block].claims}

    def lines(self, block: int) -> Sequence[Line]:
        if block not in self._cache:
            self._cache[block] = tuple(self._lines(block))
        return self._cache[block]

    def _lines(self, block: int) -> list[Line]:
        if block >= len(self.article.paragraphs):
            why = self.article.problem or f"{self.article.file} has no text"
            parts = (Fragment(why, "problem"),)
            return self._framed(cell_lines(parts, self._text, self.signs, {}), self.article.id)
        paragraph = self.article.paragraphs[block]
        fragments = [*self._role(paragraph), *self._words(paragraph)]
        cells = cell_lines(fragments, self._text, self.signs, self._looks)
        return [*self._framed(cells, self.article.id), self._blank()]

    def _role(self, paragraph: Paragraph) -> tuple[Fragment, ...]:
        if paragraph.role in TOLD:
            return ()
        return (Fragment(f"{paragraph.role.value}: ", "also"),)

    def _words(self, paragraph: Paragraph) -> list[Fragment]:
        look = "text" if paragraph.role in TOLD else "dim"
        if paragraph.role is Role.TITLE:
            look = "title"
        marks = self.marks.within(self.article.id, paragraph.span)
        return passage(self.article, paragraph, paragraph.span, marks, look)

    def _head(self) -> Line:
        article = self.article
        told = [outlet_of(article), date_of(article), article.file, article.encoding]
        if article.published_from is Source.INFERRED:
            told.append("date inferred")
        elif article.published_from:
            told.append(f"date from {article.published_from.value}")
        if article.outlet_from:
            told.append(f"outlet from {article.outlet_from.value}")
        text = f" {article.id}  " + " · ".join(dict.fromkeys(told))
        shown = fit(text, self.width)
        return pad((Fragment(shown, "heading"),), width_of(shown), self.width, "heading")
