"""Theme files to Textual themes."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from tui.themefile import ThemeFile


def toolkit_names() -> tuple[str, ...]:
    """The names of Textual's own themes."""
    return tuple(sorted(BUILTIN_THEMES))


def theme_of(file: ThemeFile) -> Theme:
    """The theme of a checked file, with its marks as CSS variables."""
    c = file.colours
    return Theme(
        name=file.name,
        dark=file.dark,
        ansi=file.ansi,
        variables=dict(file.variables),
        primary=c["primary"],
        secondary=c["secondary"],
        accent=c["accent"],
        warning=c["warning"],
        error=c["error"],
        success=c["success"],
        foreground=c["foreground"],
        background=c["background"],
        surface=c["surface"],
        panel=c["panel"],
        boost=c["boost"],
    )
