"""Reads themes from YAML files: colours for the toolkit, colours and looks for our marks.

This is not in `view`, because themes are checked and listed without Textual. A file is named
after its theme, so that listing the themes reads none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui import yamlfile, yamlsimple
from tui.errors import BadFile, NoTheme, suggestion
from tui.resources import config_folder, shipped

SHIPPED = ("rashomon-dark", "rashomon-light", "rashomon-contrast", "rashomon-ansi")
"""The order in which themes are offered; the user's own follow by name."""

COLOURS = (
    "background", "surface", "panel", "boost", "foreground",
    "primary", "secondary", "accent", "warning", "error", "success",
)  # fmt: skip
"""What Textual's `Theme` takes."""

MARKS = (
    "shared", "conflict", "conflict-ground", "current", "current-ground", "only",
    "tag", "tag-ground", "tag-sign", "hit", "hit-ground", "cursor", "cursor-ground",
    "heading", "heading-ground", "number", "dim", "rule",
)  # fmt: skip
"""Each becomes the CSS variable `$mark-NAME`."""

LOOKS = ("shared", "same", "conflict", "current", "only", "tag", "hit", "heading", "number", "dim")
"""Each becomes the CSS variable `$mark-NAME-style`, for `text-style`."""

_STYLES = frozenset("none bold dim italic reverse strike underline underline2".split())

_ANYWHERE = ("background", "surface", "panel", "cursor-ground")

_GROUNDS: Mapping[str, tuple[str, ...]] = {
    "foreground": _ANYWHERE,
    "primary": _ANYWHERE,
    "accent": _ANYWHERE,
    "warning": _ANYWHERE,
    "error": _ANYWHERE,
    "success": _ANYWHERE,
    "shared": _ANYWHERE,
    "conflict": ("conflict-ground", *_ANYWHERE, "heading-ground"),
    "current": ("current-ground",),
    "only": _ANYWHERE,
    "tag": ("tag-ground",),
    "tag-sign": (*_ANYWHERE, "heading-ground"),
    "hit": ("hit-ground",),
    "cursor": ("background",),
    "heading": ("heading-ground",),
    "number": ("heading-ground", *_ANYWHERE),
    "dim": (*_ANYWHERE, "heading-ground"),
}
"""Colour of words → the grounds they are written on.

The cursor's is the ground of the letter it stands on, whose words have the background's.
"""

LEAST_CONTRAST = 4.5
"""For text, by WCAG 2.2, success criterion 1.4.3 (level AA)."""

_XTERM = {
    "black": "#000000", "red": "#cd0000", "green": "#00cd00", "yellow": "#cdcd00",
    "blue": "#0000ee", "magenta": "#cd00cd", "cyan": "#00cdcd", "white": "#e5e5e5",
    "bright_black": "#7f7f7f", "bright_red": "#ff0000", "bright_green": "#00ff00",
    "bright_yellow": "#ffff00", "bright_blue": "#5c5cff", "bright_magenta": "#ff00ff",
    "bright_cyan": "#00ffff", "bright_white": "#ffffff",
}  # fmt: skip
"""The sixteen colours as xterm shows them; other terminals use similar ones."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_VARIABLE = re.compile(r"[a-z][a-z0-9-]*")
_VARIABLE_VALUE = re.compile(r"[A-Za-z0-9_#%. -]+")


class ThemeFile(NamedTuple):
    """One theme, checked."""

    name: str
    dark: bool
    ansi: bool
    """Only the terminal's own sixteen colours are used."""
    colours: Mapping[str, str]
    """The names of COLOURS → `#rrggbb` or `ansi_…`."""
    variables: Mapping[str, str]
    """CSS variables without `$`: `mark-…` for MARKS and LOOKS, then the file's own."""


def theme_folders() -> tuple[Path, ...]:
    """Where themes are looked for: the shipped ones, then the user's."""
    return shipped("themes"), config_folder() / "themes"


def find_themes(folders: Iterable[Path]) -> Mapping[str, Path]:
    """Theme name → file, shipped names first; a later folder's file hides an earlier one."""
    found: dict[str, Path] = {}
    for folder in folders:
        found.update((path.stem, path) for path in sorted(folder.glob("*.yaml")))
    order = [*(n for n in SHIPPED if n in found), *sorted(n for n in found if n not in SHIPPED)]
    return MappingProxyType({name: found[name] for name in order})


def load_theme(name: str, folders: Iterable[Path] | None = None) -> ThemeFile:
    """The theme called `name`.

    Raises NoTheme when there is none, BadFile when its file is wrong.
    """
    themes = find_themes(theme_folders() if folders is None else folders)
    if name not in themes:
        near = suggestion(name, themes)
        raise NoTheme(f"no theme is called {name!r}; {near}; `rashomon themes` lists all")
    return read_theme(themes[name])


def read_theme(path: Path) -> ThemeFile:
    """The theme in the file at `path`.

    Raises BadFile with the line of the first wrong word, for words that would
    be too faint to read, and for a file that cannot be read.
    """
    try:
        checked = _Checked(yamlsimple.read(path))
    except OSError as error:
        raise BadFile(str(path), f"cannot be read: {error.strerror}") from None
    name = checked.word("name")
    if name != path.stem:
        raise checked.problem(
            ("name",), f"the theme is called {name!r}; rename it or the file, both must agree"
        )
    dark, ansi = checked.yes_no("dark"), checked.yes_no("ansi")
    colours = checked.section("colours", COLOURS)
    marks = checked.section("marks", MARKS)
    looks = checked.section("looks", LOOKS)
    for section, values in (("colours", colours), ("marks", marks)):
        for key, value in values.items():
            if why := _colour_refusal(value, ansi):
                raise checked.problem((section, key), f"{key}: {why}")
    for key, value in looks.items():
        if wrong := sorted(set(value.split()) - _STYLES) or (not value and ["nothing"]):
            raise checked.problem(
                ("looks", key),
                f"{key}: {wrong[0]!r} is no look; use some of {', '.join(sorted(_STYLES))}",
            )
    checked.contrasts(colours, marks)
    variables = {f"mark-{key}": value for key, value in marks.items()}
    variables |= {f"mark-{key}-style": value for key, value in looks.items()}
    variables |= checked.variables()
    return ThemeFile(name, dark, ansi, MappingProxyType(colours), MappingProxyType(variables))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_contrasts(values: Mapping[str, str]) -> Mapping[tuple[str, str], float]:
    """(colour of words, ground) → contrast, for every pair that the screen shows.

    `values` are the colours of COLOURS and of MARKS by their names.
    """
    return {
        (text, ground): contrast(values[text], values[ground])
        for text, grounds in _GROUNDS.items()
        for ground in grounds
    }


def words_on(ground: str, own: Iterable[str]) -> str:
    """The colour of words on `ground`: the one of a theme's `own` that stands out most from it.

    Black or white where all of those are too faint.
    """
    known = [c for c in own if c != "ansi_default"]  # nobody knows how that looks
    sixteen = ground.startswith("ansi_")
    extremes = ("ansi_black", "ansi_bright_white") if sixteen else ("#000000", "#ffffff")
    best = max(known, key=lambda c: contrast(c, ground), default=extremes[0])
    if contrast(best, ground) < LEAST_CONTRAST:
        return max(extremes, key=lambda c: contrast(c, ground))
    return best


def set_apart(values: Mapping[str, str], dark: bool) -> Mapping[str, str]:
    """The colours of words, moved away from their grounds where they are too faint.

    `values` are the colours of COLOURS and of MARKS by their names, as `#rrggbb`;
    on a dark ground a colour goes towards white, else towards black.
    """
    moved = {
        text: next(
            (
                colour
                for step in range(_STEPS)
                if (colour := _towards(values[text], 255 if dark else 0, step / _STEPS))
                and all(contrast(colour, values[g]) >= _SURE_CONTRAST for g in grounds)
            ),
            "#ffffff" if dark else "#000000",
        )
        for text, grounds in _GROUNDS.items()
    }
    return MappingProxyType(moved)


_SURE_CONTRAST = LEAST_CONTRAST + 0.05
"""Textual rounds the channels of a colour once more."""
_STEPS = 40
"""Between a colour and white or black."""


def _towards(colour: str, end: int, share: float) -> str:
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(c + (end - c) * share):02x}" for c in channels)


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light, 0 to 1; `ansi_…` as xterm shows it."""
    code = _XTERM[colour.removeprefix("ansi_")] if colour.startswith("ansi_") else colour
    red, green, blue = (_light(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _light(share: float) -> float:
    """An sRGB channel as an amount of light, both 0 to 1 (IEC 61966-2-1)."""
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colour_refusal(value: str, ansi: bool) -> str | None:
    """Why `value` is no colour of such a theme, or None when it is one."""
    if ansi:
        if value.removeprefix("ansi_") in _XTERM and value.startswith("ansi_"):
            return None
        return f"{value!r} is none of the sixteen colours, ansi_{', ansi_'.join(_XTERM)}"
    if _HEX.fullmatch(value):
        return None
    return f"{value!r} is no colour; write it as '#rrggbb' in quotes, since # begins a comment"


class _Checked:
    """A parsed theme file whose values are taken one by one, each checked."""

    def __init__(self, document: yamlfile.Document) -> None:
        self.problem = document.problem
        if not isinstance(document.data, dict):
            raise document.problem((), f"a theme holds `name: ` lines; {_COPY}")
        self.data = document.data
        known = ["name", "dark", "ansi", "colours", "marks", "looks", "variables"]
        self._names((), self.data, known, required=known[:-1])

    def word(self, key: str) -> str:
        value = self.data[key]
        if not isinstance(value, str) or not value:
            raise self.problem((key,), f"{key} takes one word")
        return value

    def yes_no(self, key: str) -> bool:
        word = self.word(key)
        if word.lower() not in yamlfile.YES_NO:
            raise self.problem((key,), f"{key}: {word!r} is neither yes nor no")
        return yamlfile.YES_NO[word.lower()]

    def section(self, name: str, known: tuple[str, ...]) -> dict[str, str]:
        """The `key: value` lines below `name`, exactly the known keys, in their order."""
        body = self._lines(name)
        self._names((name,), body, known, required=known)
        return {key: body[key] for key in known}

    def variables(self) -> dict[str, str]:
        """Values for Textual's own CSS variables, as the file says them."""
        body = self._lines("variables") if self.data.get("variables") else {}
        for key, value in body.items():
            if not _VARIABLE.fullmatch(key) or key.startswith("mark-"):
                raise self.problem(("variables", key), f"{key!r} is no name of Textual's")
            if not _VARIABLE_VALUE.fullmatch(value):
                raise self.problem(("variables", key), f"{key}: {value!r} is no colour or style")
        return body

    def contrasts(self, colours: Mapping[str, str], marks: Mapping[str, str]) -> None:
        values = {**colours, **marks}
        for (text, ground), ratio in text_contrasts(values).items():
            if ratio < LEAST_CONTRAST:
                section = "marks" if text in marks else "colours"
                raise self.problem(
                    (section, text),
                    f"{text} {values[text]} on {ground} {values[ground]} is hard to read: contrast "
                    f"{ratio:.1f}, needed {LEAST_CONTRAST}; move the two further apart",
                )

    def _lines(self, name: str) -> dict[str, str]:
        body = self.data[name]
        if not isinstance(body, dict):
            raise self.problem((name,), f"{name} holds `name: value` lines; {_COPY}")
        lines: dict[str, str] = {}
        for key, value in body.items():
            if not isinstance(value, str):
                raise self.problem((name, key), f"{key} takes one value, not a list or mapping")
            lines[key] = value
        return lines

    def _names(
        self, at: tuple[str, ...], found: Mapping[str, object], known: Iterable[str],
        required: Iterable[str],
    ) -> None:  # fmt: skip
        names = list(known)
        for key in found:
            if key not in names:
                words = f"unknown name {key!r}; {suggestion(key, names)}"
                raise self.problem((*at, key), words)
        if missing := [key for key in required if key not in found]:
            where = f" in {at[0]}" if at else ""
            raise self.problem(at, f"missing{where}: {', '.join(missing)}; {_COPY}")


_COPY = "begin with a copy of a shipped theme"
