"""A report as plain text: one thing a line, no boxes, no colours, no signs to decode.

For screen readers, pipes and mail. Every heading stands alone between blank
lines, every statement is a sentence, and quotations stand in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model.clean import visible
from tui.model.listed import listed
from tui.page.wrap import wrap
from tui.report import words
from tui.report.outline import Dispute, Outline, Quote, Shared, Tagged

WIDTH = 80


def as_text(outline: Outline, rows: bool = True, width: int = WIDTH) -> str:
    """The report in lines of at most `width` cells, ending in a newline.

    Without `rows` it holds the findings alone.
    """
    page = _Page(width)
    page.line(outline.story.title)
    page.line(words.summary(outline))
    _articles(page, outline)
    _disputes(page, outline.disputes)
    _shared(page, outline.shared)
    if rows:
        _rows(page, outline)
        _alone(page, outline)
    _tagged(page, outline)
    return page.text()


class _Page:
    """Lines, wrapped as they come."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[str] = []

    def heading(self, text: str) -> None:
        self._lines.append("")
        self.line(text)
        self._lines.append("")

    def line(self, text: str, indent: int = 0) -> None:
        """One statement; its further lines stand two cells deeper than its first."""
        text = visible(" ".join(text.split()))
        first = wrap(text, self._width - indent)[:1]
        for start, end in first:
            self._lines.append(" " * indent + text[start:end])
            rest = text[end:].lstrip(" ")
            if rest:
                for start, end in wrap(rest, self._width - indent - 2):
                    self._lines.append(" " * (indent + 2) + rest[start:end])

    def text(self) -> str:
        return "\n".join(self._lines).strip("\n") + "\n"


def _articles(page: _Page, outline: Outline) -> None:
    page.heading("Articles")
    for teller in outline.tellers:
        page.line(f"{teller.article.id}. {words.teller_line(teller)}.")
        if teller.article.title:
            page.line(f"“{teller.article.title}”", 3)
        for note in words.teller_notes(teller):
            page.line(note, 3)
    for note in outline.story.notes:
        page.line(note)


def _disputes(page: _Page, disputes: Sequence[Dispute]) -> None:
    page.heading("Contradictions")
    if not disputes:
        page.line("None found.")
    for dispute in disputes:
        finding = dispute.finding
        page.line(f"{words.number(finding)}. {words.kind_of(dispute)}. {finding.question}")
        for answer in dispute.answers:
            page.line(f"{words.says(answer)}: {answer.shown}", 3)
            _quotes(page, answer.quotes)
        if finding.silent:
            page.line(f"Not said by {listed(finding.silent)}.", 3)
        page.line(f"Why: {finding.because}", 3)
        if dispute.verdict:
            page.line(words.VERDICTS[dispute.verdict], 3)


def _shared(page: _Page, facts: Sequence[Shared]) -> None:
    page.heading("Shared facts")
    if not facts:
        page.line("None found.")
    for fact in facts:
        page.line(f"{words.number(fact.finding)}. {fact.finding.text}")
        page.line(f"Told by {words.told_by(fact)}.", 3)
        if fact.verdict:
            page.line(words.VERDICTS[fact.verdict], 3)


def _quotes(page: _Page, quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        page.line(f"{quote.article}{words.in_row(quote.row)}: “{quote.text}”", 5)


def _rows(page: _Page, outline: Outline) -> None:
    page.heading("Rows")
    for step in outline.steps:
        page.line(step.sentence(len(outline.steps)))
        for article, text in step.texts:
            page.line(f"{article}: {text}", 3)


def _alone(page: _Page, outline: Outline) -> None:
    if not outline.alone:
        return
    page.heading("Told by one article alone")
    for claim in outline.alone:
        page.line(f"{claim.quote.article}{words.in_row(claim.quote.row)}: {claim.quote.text}")


def _tagged(page: _Page, outline: Outline) -> None:
    if outline.annotator is None:
        return
    page.heading(f"Tags by {outline.annotator}")
    if not outline.tagged:
        page.line("None yet.")
    for tagged in outline.tagged:
        _tag(page, tagged)


def _tag(page: _Page, tagged: Tagged) -> None:
    page.line(f"{words.tag_line(tagged)}: “{tagged.tag.anchor.quote}”")
    page.line(f"{words.tag_place(tagged)}.", 3)
    if tagged.tag.note:
        page.line(f"Note: {tagged.tag.note}", 3)
    if told := words.ruling(tagged.tag.ruling):
        page.line(told, 3)
