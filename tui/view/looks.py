"""Looks to terminal styles: the one place where a mark's name becomes colour."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

LOOKS = (
    "text", "title", "shared", "same", "conflict", "differs", "current", "only", "rejected", "hit",
    "own",
    "chip-conflict", "chip-differs", "chip-rejected", "chip-current", "chip-tag",
    "sign-conflict", "sign-differs", "sign-shared", "sign-only", "sign-tag",
    "heading", "heading-number", "heading-dim", "heading-conflict", "heading-differs",
    "heading-rejected", "head", "head-name", "head-dim", "head-title", "head-chips", "letter",
    "letter-here", "cursor", "bar", "rule", "dim", "also", "silent", "problem",
    "top", "top-title", "top-dim", "top-shared", "top-conflict", "top-tag", "top-warn",
    "spine", "spine-dim", "spine-head", "spine-here", "spine-shared", "spine-conflict",
    "spine-differs", "spine-only", "spine-tag", "spine-bar",
    "box", "box-frame", "box-frame-shared", "box-frame-plain", "box-title", "box-title-shared",
    "box-title-plain", "box-value", "box-dim", "box-letter",
    "foot", "foot-key", "foot-label", "foot-dim",
)  # fmt: skip
"""Every look a page may use; each is styled as `.look--NAME` in app.tcss."""


class StyleBook:
    """The styles of one widget under one theme; made anew when styles change."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, bool], Style] = {}
        base_background = widget.background_colors[1]
        self._base = Style(color=widget.styles.color.rich_color, bgcolor=base_background.rich_color)
        cursor = widget.get_component_styles("look--cursor")
        self._cursor = Style(bgcolor=cursor.background.rich_color) + cursor.text_style

    def style(self, look: str, under_cursor: bool = False) -> Style:
        """The style of a look; the cursor's ground shows where the look has none."""
        key = (look, under_cursor)
        if key not in self._known:
            self._known[key] = self._make(look, under_cursor)
        return self._known[key]

    def _make(self, look: str, under_cursor: bool) -> Style:
        # get_visual_style drops opaque grounds and `reverse`, so the rules are read one by one.
        rules = self._widget.get_component_styles(f"look--{look}")
        style = self._base
        if under_cursor:
            style += self._cursor
        if rules.has_rule("color"):
            style += Style(color=rules.color.rich_color)
        if rules.has_rule("background") and rules.background.a > 0:
            style += Style(bgcolor=rules.background.rich_color)
        if rules.has_rule("text_style"):
            style += rules.text_style
        return style
