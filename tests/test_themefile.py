"""Themes: complete, readable, apart for every reader, and wrong files say what is wrong."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tui.errors import BadFile, RashomonError
from tui.resources import shipped
from tui.themefile import (
    COLOURS,
    LOOKS,
    MARKS,
    SHIPPED,
    ThemeFile,
    contrast,
    find_themes,
    linear_rgb,
    load_theme,
    read_theme,
    text_contrasts,
)

THEMES = (shipped("themes"),)
Rows = tuple[tuple[float, float, float], ...]

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
# of Color Vision Deficiency", IEEE TVCG 15 (6), 2009; severity 1.0, linear RGB.
VISION: dict[str, Rows] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
JUST_NOTICEABLE = 2.3
"""Mahy, Van Eycken and Oosterlinck 1994, in CIE 1976 L*a*b* units, for large patches."""
APART = 5 * JUST_NOTICEABLE
"""Thin letters on a terminal need several times what large patches need."""


@pytest.fixture(scope="module", params=SHIPPED)
def theme(request: pytest.FixtureRequest) -> ThemeFile:
    return load_theme(request.param, THEMES)


def test_every_shipped_theme_is_complete(theme: ThemeFile) -> None:
    assert tuple(theme.colours) == COLOURS
    wanted = {f"mark-{m}" for m in MARKS} | {f"mark-{look}-style" for look in LOOKS}
    assert wanted <= theme.variables.keys()


def test_words_stand_out_from_their_ground(theme: ThemeFile) -> None:
    least = 7.0 if theme.name == "rashomon-contrast" else 4.5
    marks = {name.removeprefix("mark-"): value for name, value in theme.variables.items()}
    contrasts = text_contrasts({**marks, **theme.colours})
    faint = {pair: ratio for pair, ratio in contrasts.items() if ratio < least}
    assert not faint


@pytest.mark.parametrize("vision", VISION)
def test_marks_stay_apart_for_every_reader(theme: ThemeFile, vision: str) -> None:
    marks = {name: theme.variables[f"mark-{name}"] for name in ("shared", "conflict", "only")}
    marks |= {"tag-sign": theme.variables["mark-tag-sign"]}
    seen = {name: _lab(colour, VISION[vision]) for name, colour in marks.items()}
    near = {
        (a, b): round(_distance(seen[a], seen[b]), 1)
        for a, b in combinations(seen, 2)
        if _distance(seen[a], seen[b]) < APART
    }
    assert not near


def test_contrast_spans_1_to_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_theme_without_colour_names_uses_the_sixteen_only() -> None:
    theme = load_theme("rashomon-ansi", THEMES)
    assert all(value.startswith("ansi_") for value in theme.colours.values())
    assert not any("#" in value for value in theme.variables.values())


async def _show(theme: ThemeFile) -> set[str]:
    """Starts the toolkit with the theme; the CSS variables it then lacks."""
    from textual.app import App, ComposeResult
    from textual.theme import BUILTIN_THEMES, Theme
    from textual.widgets import DataTable, Footer, Input, Label, OptionList

    class Shown(App[None]):
        CSS = "Label { color: $mark-shared; text-style: $mark-same-style; background: $surface; }"

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return dict(theme.variables)

        def on_load(self) -> None:
            self.register_theme(
                Theme(
                    name=theme.name, dark=theme.dark, ansi=theme.ansi,
                    variables=dict(theme.variables), **dict[str, Any](theme.colours),
                )
            )  # fmt: skip
            self.theme = theme.name

        def compose(self) -> ComposeResult:
            yield from (Label("a"), Input("b"), OptionList("c"), DataTable(), Footer())

    app = Shown()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        wanted = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
        return wanted.keys() - app.theme_variables.keys()


def test_the_toolkit_takes_every_theme(theme: ThemeFile) -> None:
    import asyncio

    assert asyncio.run(_show(theme)) == set()


def test_shipped_themes_come_in_their_order_then_the_users(tmp_path: Path) -> None:
    (tmp_path / "amber.yaml").touch()
    assert tuple(find_themes((*THEMES, tmp_path, tmp_path / "absent"))) == (*SHIPPED, "amber")


def test_a_users_file_hides_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "rashomon-dark.yaml").touch()
    assert find_themes((*THEMES, tmp_path))["rashomon-dark"].parent == tmp_path


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(RashomonError, match="did you mean rashomon-light"):
        load_theme("rashomon-ligth", THEMES)


WRONG = {
    "a mark's colour that is none": (
        "  shared: '#6cb8ea'",
        "  shared: blue",
        "'blue' is no colour",
    ),
    "a colour without quotes": ("  only: '#d79bbd'", "  only: #d79bbd", "in quotes"),
    "a misspelt mark": ("  only: '#d79bbd'", "  onyl: '#d79bbd'", "did you mean only"),
    "words too faint": ("  only: '#d79bbd'", "  only: '#333333'", "only #333333 on background"),
    "neither yes nor no": ("dark: yes", "dark: maybe", "'maybe' is neither yes nor no"),
    "another name than the file's": ("name: t", "name: other", "rename it or the file"),
    "a look that is none": ("  same: bold underline", "  same: shiny", "'shiny' is no look"),
    "an empty look": ("  same: bold underline", "  same: ", "'nothing' is no look"),
    "a colour of the sixteen": ("  only: '#d79bbd'", "  only: ansi_red", "'ansi_red' is no colour"),
    "a list": ("  only: '#d79bbd'", "  only: [a]", "one value"),
    "a misspelt section": ("looks:", "loks:", "did you mean looks"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_word_is_named_with_its_line(tmp_path: Path, case: str) -> None:
    right, wrong, says = WRONG[case]
    text = (THEMES[0] / "rashomon-dark.yaml").read_text("utf-8").replace("rashomon-dark\n", "t\n")
    before, found, after = text.partition("\n" + right)
    assert found
    path = tmp_path / "t.yaml"
    path.write_text(before + "\n" + wrong + after.partition("\n")[1] + after.partition("\n")[2])
    with pytest.raises(BadFile, match=says) as caught:
        read_theme(path)
    assert caught.value.line == before.count("\n") + 2


def test_what_is_missing_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("name: t\ndark: yes\n")
    with pytest.raises(BadFile, match="missing: ansi, colours, marks, looks; begin with a copy"):
        read_theme(path)


def test_a_list_is_no_theme(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("- a\n")
    with pytest.raises(BadFile, match="a theme holds"):
        read_theme(path)


@pytest.mark.parametrize("line", ["mark-shared: '#ffffff'", "footer: '{} } Screen'"])
def test_further_variables_cannot_break_the_style_sheet(tmp_path: Path, line: str) -> None:
    text = (THEMES[0] / "rashomon-dark.yaml").read_text("utf-8").replace("rashomon-dark\n", "t\n")
    path = tmp_path / "t.yaml"
    path.write_text(f"{text}variables:\n  {line}\n")
    with pytest.raises(BadFile, match="is no "):
        read_theme(path)


def _lab(colour: str, vision: Rows) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* (D65) of a colour as someone with that vision sees it."""
    light = linear_rgb(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, light, strict=True)))) for row in vision
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _distance(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    return float(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5)
