"""How a tag looks in the list of tags."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from tui.model.clean import visible
from tui.model.tag import Status, Tag
from tui.page.asks import Ask, Kind
from tui.page.tag_list import labels_of
from tui.page.wrap import fit, hanging, width_of
from tui.view.widgets.choice_list import GUTTER_WIDTH

LABELS = 18
"""Cells for the labels of a tag, where the quotation stands beside them."""
ARTICLE = 6
BESIDE = 60
"""From this width the quotation stands beside the labels, else below them."""


def tag_line(tag: Tag, article: str, width: int) -> Content:
    """Where it stands, its labels, its words, what was said of it; the note below."""
    room = width - GUTTER_WIDTH
    labels = ", ".join(labels_of(tag))
    quote = visible(" ".join(tag.anchor.quote.split()))
    status = "" if tag.status is Status.UNCHECKED else f"  [{tag.status.value}]"
    said = status + (f"  {tag.confidence.value} confidence" if tag.confidence else "")
    note = visible(" ".join(tag.note.split()))
    parts: list[str | tuple[str, str]]
    if width < BESIDE:
        indent = 3
        parts = [
            (article.ljust(indent), "bold $primary"),
            (fit(visible(labels) + said, room - max(indent, len(article))), "bold"),
            "\n" + " " * indent + fit(quote, room - indent),
        ]
    else:
        indent = ARTICLE + LABELS + 1
        words = fit(visible(labels), LABELS)
        parts = [
            (article.ljust(ARTICLE), "bold $primary"),
            (words + " " * (LABELS + 1 - width_of(words)), "bold"),
            fit(quote, max(room - indent - width_of(said), 20)),
            (said, "bold"),
        ]
    if note:
        below = "\n" + " " * indent + hanging(note, room - indent, indent)
        parts.append((below, "italic $mark-dim"))
    return Content.assemble(*parts)


def ask_line(ask: Ask, width: int) -> Content:
    """The line of a tag that asks, and why."""
    why = " · ".join(ask.tag.conflict) if ask.kind is Kind.TWO_WAYS else ask.why
    indent = 3 if width < BESIDE else ARTICLE
    below = "\n" + " " * indent + hanging(visible(why), width - GUTTER_WIDTH - indent, indent)
    return Content.assemble(tag_line(ask.tag, ask.article, width), (below, "bold $warning"))


def head(words: str, gap: bool = False) -> Option:
    """A line above a group, which cannot be chosen."""
    return Option(Content.assemble("\n" * gap, (words, "bold $primary")), disabled=True)
