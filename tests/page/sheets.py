"""Pages of the hand-made story, as wide as a test wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from tests.page.story import ANALYSIS, STORY
from tui.model.article import Story
from tui.model.finding import Analysis, Mention
from tui.model.settings import ScreenSettings
from tui.model.tag import Session
from tui.page.aligned import AlignedSheet
from tui.page.heads import dates_of
from tui.page.lines import Line, plain
from tui.page.marks import Marks, Show, finding_marks, tag_marks
from tui.page.row_sheet import Layout
from tui.page.rows import AlignedRows, Rows
from tui.page.sheet import Sheet
from tui.page.signs import UNICODE, Signs
from tui.page.stacked import CompareSheet, SourceSheet

MEASURE = ScreenSettings().measure


def marks_of(
    story: Story,
    analysis: Analysis,
    session: Session | None,
    show: Show = Show.ALL,
    signs: Signs = UNICODE,
    places: Mapping[str, Mention | None] | None = None,
) -> Marks:
    """Every mark to draw: findings and tags.

    `places` says where each tag stands now, by its id; without one it is drawn
    nowhere.
    """
    verdicts = session.verdicts if session else {}
    marks = finding_marks(story, analysis, verdicts, show, signs)
    tagged = tag_marks(session, places or {}, signs) if session and show is not Show.NONE else ()
    return marks.joined(Marks.of(tagged))


def aligned(
    story: Story = STORY,
    analysis: Analysis = ANALYSIS,
    *,
    width: int = 100,
    columns: Sequence[str] | None = None,
    fold: int = 0,
    measure: int = MEASURE,
    show: Show = Show.ALL,
    signs: Signs = UNICODE,
    rows: Rows | None = None,
) -> AlignedSheet:
    """The reading page; the first two articles side by side unless told otherwise."""
    order = tuple(a.id for a in story.articles)
    layout = Layout(
        width=width,
        columns=order[:2] if columns is None else tuple(columns),
        order=order,
        base=order[0] if order else "",
        fold=fold,
        measure=measure,
        signs=signs,
        dates=dates_of(story),
    )
    marks = marks_of(story, analysis, None, show, signs=signs)
    return AlignedSheet(story, analysis, rows or AlignedRows(analysis.rows), marks, layout)


def compare(
    row: int, width: int = 80, analysis: Analysis = ANALYSIS, measure: int = MEASURE
) -> CompareSheet:
    """The sources of a row by its position."""
    marks = marks_of(STORY, analysis, None)
    return CompareSheet(STORY, analysis.rows[row], "ABCD", marks, width, measure, UNICODE)


def source(
    article: str, width: int = 80, story: Story = STORY, measure: int = MEASURE
) -> SourceSheet:
    marks = marks_of(story, ANALYSIS, None)
    return SourceSheet(story, article, marks, width, measure, UNICODE)


def all_lines(sheet: Sheet) -> list[Line]:
    """The heads and every line of every block."""
    return [*sheet.head, *(line for block in range(len(sheet)) for line in sheet.lines(block))]


def cells(line: Line) -> int:
    return cell_len(plain(line))


def text_of(sheet: Sheet, block: int) -> list[str]:
    return [plain(line) for line in sheet.lines(block)]


def words_drawn(sheet: Sheet, article: str) -> list[str]:
    """Every word of an article's text that the page draws, block by block, chips left out.

    Hyphenated words may be broken over lines, so pieces between blanks are
    joined where the text has no blank between them.
    """
    spans = [
        (f.span, f.text)
        for block in range(len(sheet))
        for line in sheet.lines(block)
        for f in line
        if f.span and f.article == article
    ]
    text, last = "", None
    for span, words in spans:
        text += ("" if last == span.start else " ") + words
        last = span.end
    return text.split()
