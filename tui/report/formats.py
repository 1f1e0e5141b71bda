"""One report, several writers: the table that the command line and the screen choose from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from tui.model.article import Story
from tui.model.finding import Analysis, Mention
from tui.model.settings import Settings
from tui.model.tag import Session
from tui.report.outline import outline


class Format(StrEnum):
    """How a story is written down."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


class About(NamedTuple):
    """A format in words."""

    name: str
    use: str
    suffix: str


ABOUT: Mapping[Format, About] = {
    Format.TEXT: About("Report as text", "for mail and screen readers", ".txt"),
    Format.MARKDOWN: About("Report as Markdown", "for a wiki or an issue", ".md"),
    Format.HTML: About("Report as a web page", "one file, nothing fetched", ".html"),
    Format.JSON: About("Everything as JSON", "for programs", ".json"),
    Format.CSV: About("Tags as CSV", "for a spreadsheet", ".csv"),
}
"""Every format, in the order in which they are offered."""


class Reported(NamedTuple):
    """What a report is about."""

    story: Story
    analysis: Analysis
    settings: Settings
    session: Session | None
    """None when nobody has worked on it."""
    places: Mapping[str, Mention | None]
    """Where each tag stands now, by its id."""


def write(format: Format, reported: Reported) -> str:
    """The report in one format, ending in a newline."""
    story, analysis, settings, session, places = reported
    if format is Format.JSON:
        from tui.report.as_json import as_json

        return as_json(story, analysis, settings.reading, settings.analysis, session)
    if format is Format.CSV:
        from tui.report.as_csv import as_csv

        return as_csv(session.tags if session else ())
    found = settings.analysis
    whole = outline(story, analysis, found.possible, session, places, found.least)
    if format is Format.MARKDOWN:
        from tui.report.as_markdown import as_markdown

        return as_markdown(whole)
    if format is Format.HTML:
        from tui.report.as_html import as_html

        return as_html(whole)
    from tui.report.as_text import as_text

    return as_text(whole)
