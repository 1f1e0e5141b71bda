"""Looks to terminal styles: the one place where a mark's name becomes colour.

A look names CSS variables of the theme, never a colour. They are resolved here
and not as component classes of the style sheet: sixty of those on six widgets
cost Textual a thousand rule matches, a third of the time to the first text.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from tui.themefile import words_on

Look = tuple[str, str, str]
"""Variables of the words' colour, of their ground, and of the text style.

Empty leaves what lies below; a style may also be spelt out: `bold`, `italic`.
Words in the background's colour are reversed ones, since a terminal's own
background is no colour that words can have.
"""

_WORDS: dict[str, Look] = {
    "text": ("", "", ""),
    "title": ("", "", "bold"),
    "shared": ("mark-shared", "", "mark-shared-style"),
    "same": ("mark-shared", "", "mark-same-style"),
    "conflict": ("mark-conflict", "mark-conflict-ground", "mark-conflict-style"),
    "two_ways": ("mark-tag-sign", "", ""),
    "differs": ("mark-conflict", "mark-conflict-ground", ""),
    "current": ("mark-current", "mark-current-ground", "mark-current-style"),
    "only": ("mark-only", "", "mark-only-style"),
    "rejected": ("mark-dim", "", "mark-dim-style"),
    "own": ("", "", "italic underline"),
    "part": ("", "", "underline"),
    "chosen": ("mark-hit", "mark-hit-ground", "not reverse not bold not italic underline2"),
    "chosen-end": ("mark-hit", "mark-hit-ground", "not reverse not italic bold underline2"),
    "hit": ("mark-hit", "mark-hit-ground", "mark-hit-style"),
    "hit-here": ("mark-cursor", "background", "reverse bold italic underline2"),
    "chip-conflict": ("mark-current", "mark-current-ground", "bold"),
    "chip-two_ways": ("mark-tag", "mark-tag-ground", "bold"),
    "chip-differs": ("mark-conflict", "mark-conflict-ground", "bold"),
    "chip-current": ("mark-current", "mark-current-ground", "bold underline"),
    "chip-rejected": ("mark-dim", "", "strike"),
    "chip-tag": ("mark-tag", "mark-tag-ground", "mark-tag-style"),
    "chip-asks": ("error", "", "bold reverse"),
    "sign-conflict": ("mark-conflict", "", "bold"),
    "sign-two_ways": ("mark-tag-sign", "", "bold"),
    "sign-differs": ("mark-conflict", "", ""),
    "sign-shared": ("mark-shared", "", ""),
    "sign-only": ("mark-only", "", ""),
    "sign-tag": ("mark-tag-sign", "", ""),
    "sign-rejected": ("mark-dim", "", "strike"),
    "cursor": ("", "mark-cursor-ground", ""),
    "bar": ("mark-cursor", "", "bold"),
    "rule": ("mark-rule", "", ""),
    "dim": ("mark-dim", "", ""),
    "also": ("mark-dim", "", "bold"),
    "silent": ("mark-dim", "", "italic"),
    "problem": ("error", "", "bold"),
}
_HEADINGS: dict[str, Look] = {
    "heading": ("mark-heading", "mark-heading-ground", "mark-heading-style"),
    "heading-number": ("mark-number", "mark-heading-ground", "mark-number-style"),
    "heading-dim": ("mark-dim", "mark-heading-ground", ""),
    "heading-conflict": ("mark-conflict", "mark-heading-ground", "bold"),
    "heading-two_ways": ("mark-tag-sign", "mark-heading-ground", "bold"),
    "heading-differs": ("mark-conflict", "mark-heading-ground", "bold"),
    "heading-rejected": ("mark-dim", "mark-heading-ground", "strike"),
    "head": ("", "surface", ""),
    "head-name": ("", "surface", "bold"),
    "head-dim": ("mark-dim", "surface", ""),
    "head-title": ("mark-dim", "surface", "italic"),
    "head-chips": ("mark-number", "surface", "bold"),
    "head-conflict": ("mark-conflict", "surface", "bold"),
    "letter": ("mark-number", "surface", "mark-number-style"),
    "letter-here": ("mark-cursor", "background", "reverse bold"),
}
_AROUND: dict[str, Look] = {
    "top": ("", "surface", ""),
    "top-title": ("", "surface", "bold"),
    "top-dim": ("mark-dim", "surface", ""),
    "top-shared": ("mark-shared", "surface", "bold"),
    "top-conflict": ("mark-conflict", "surface", "bold"),
    "top-tag": ("mark-tag-sign", "surface", "bold"),
    "top-key": ("accent", "surface", "bold"),
    "top-chosen": ("accent", "surface", "bold reverse"),
    "top-warn": ("error", "surface", "bold reverse"),
    "spine": ("", "surface", ""),
    "spine-dim": ("mark-dim", "surface", ""),
    "spine-head": ("mark-dim", "surface", "bold"),
    "spine-here": ("", "mark-cursor-ground", "bold"),
    "spine-shared": ("mark-shared", "surface", ""),
    "spine-conflict": ("mark-conflict", "surface", "bold"),
    "spine-two_ways": ("mark-tag-sign", "surface", "bold"),
    "spine-differs": ("mark-conflict", "surface", ""),
    "spine-only": ("mark-only", "surface", ""),
    "spine-tag": ("mark-tag-sign", "surface", "bold"),
    "spine-bar": ("mark-cursor", "surface", "bold"),
    "box": ("", "", ""),
    "box-frame": ("mark-conflict", "", ""),
    "box-frame-shared": ("mark-shared", "", ""),
    "box-frame-plain": ("mark-rule", "", ""),
    "box-title": ("mark-conflict", "", "bold"),
    "box-title-shared": ("mark-shared", "", "bold"),
    "box-title-plain": ("", "", "bold"),
    "box-letter": ("mark-number", "", "bold"),
    "box-value": ("mark-conflict", "", "bold"),
    "box-dim": ("mark-dim", "", ""),
    "side-1": ("", "", "bold"),
    "side-2": ("mark-conflict", "", "bold"),
    "side-3": ("mark-conflict", "", "bold underline"),
    "here": ("", "mark-cursor-ground", ""),
    "cell-here": ("mark-cursor", "background", "reverse bold"),
    "foot": ("", "panel", ""),
    "foot-key": ("accent", "panel", "bold"),
    "foot-label": ("mark-tag-sign", "panel", "bold reverse"),
    "foot-dim": ("mark-dim", "panel", ""),
}
LOOKS: Mapping[str, Look] = _WORDS | _HEADINGS | _AROUND
"""Every look a page may use."""


def chip_colours(variables: Mapping[str, str], colour: str) -> tuple[str, str]:
    """Words and ground of a chip in a colour that the reader chose: a variable, or `#rrggbb`."""
    ground = variables.get(colour, colour)
    return words_on(ground, (variables["background"], variables["foreground"])), ground


class StyleBook:
    """The styles of one theme; made anew when the theme changes."""

    def __init__(self, variables: Mapping[str, str], without_colour: bool = False) -> None:
        if without_colour and variables.get("mark-shared-style") == "none":
            # The sign at the left tells the line, only an underline the words.
            variables = {**variables, "mark-shared-style": "underline"}
        self._variables = variables
        self._known: dict[tuple[str, bool], Style] = {}
        self._base = Style(color=self._rich("foreground"), bgcolor=self._rich("background"))

    def style(self, look: str, under_cursor: bool = False) -> Style:
        """The style of a look; the cursor's ground shows where the look has none."""
        key = (look, under_cursor)
        if key not in self._known:
            self._known[key] = self._make(look, under_cursor)
        return self._known[key]

    def _make(self, look: str, under_cursor: bool) -> Style:
        made = self._base
        if under_cursor:
            made += self._drawn(*LOOKS["cursor"])
        for part in look.split("+"):  # `shared+own`: one look over another
            name, _, colour = part.partition("@")
            made += self._drawn(*LOOKS[name])
            if colour:  # `chip-tag@accent`: the reader's colour for a label
                made += self._chip(colour)
        return made

    def _chip(self, colour: str) -> Style:
        words, ground = chip_colours(self._variables, colour)
        return Style(color=Color.parse(words).rich_color, bgcolor=Color.parse(ground).rich_color)

    def _drawn(self, words: str, ground: str, style: str) -> Style:
        look = self._variables.get(style, style)
        # Rich has no name for a double underline of one word.
        flags = look.replace("underline2", "uu") if look != "none" else ""
        return Style.parse(flags) + Style(
            color=self._rich(words) if words else None,
            bgcolor=self._rich(ground) if ground else None,
        )

    def _rich(self, variable: str) -> RichColor | None:
        value = self._variables.get(variable, "")
        return Color.parse(value).rich_color if value else None
