"""Theme files to Textual themes."""

from __future__ import annotations

from textual.theme import Theme

from tui.themefile import ThemeFile


def theme_of(file: ThemeFile) -> Theme:
    """The theme of a checked file, with its marks as CSS variables."""
    colours = dict(file.colours)
    return Theme(
        name=file.name,
        dark=file.dark,
        ansi=file.ansi,
        variables=dict(file.variables),
        primary=colours.pop("primary"),
        **colours,
    )
