"""Theme files to Textual themes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.themefile import COLOURS, MARKS, ThemeFile, load_theme, set_apart


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


def toolkit_theme(name: str) -> Theme:
    """A theme of Textual's with our marks, which it lacks, its faint words moved from the ground.

    One of sixteen colours is left as it is: nobody knows the terminal's own ground.
    """
    theme = BUILTIN_THEMES[name]
    ours = load_theme("rashomon-dark" if theme.dark else "rashomon-light").variables
    marks = {key: value for key, value in ours.items() if key.startswith("mark-")}
    if theme.ansi:
        return replace(theme, variables={**marks, **theme.variables})
    made = theme.to_color_system().generate()
    values = {key.removeprefix("mark-"): value for key, value in marks.items()}
    values |= {key: Color.parse(made[key]).hex6 for key in COLOURS}
    values["heading-ground"] = values["panel"]  # ours is a shade of our own background
    values |= set_apart(values, theme.dark)
    marks |= {f"mark-{key}": values[key] for key in MARKS}
    colours: dict[str, Any] = {key: values[key] for key in COLOURS if key != "boost"}
    return replace(theme, variables={**marks, **theme.variables}, **colours)
