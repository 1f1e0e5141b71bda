"""Themes at work: the terminal's own colours, lists without colour, a theme that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ANSI_COLOR_NAMES, ColorType
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.page.story import STORY
from tests.view.sample import desk_at, make_app
from tests.view.user import open_app, using
from tui import workspace
from tui.errors import RashomonError
from tui.model.tag import COLOURS as TAG_COLOURS
from tui.page.signs import ASCII
from tui.resources import config_folder
from tui.themefile import (
    COLOURS,
    LEAST_CONTRAST,
    MARKS,
    SHIPPED,
    contrast,
    load_theme,
    text_contrasts,
)
from tui.view.app import RashomonApp
from tui.view.looks import LOOKS, StyleBook
from tui.view.story.open_story import OpenStory
from tui.view.themes import theme_of, toolkit_theme

BLACK = Color.parse("ansi_black").rich_color


async def test_the_ansi_theme_sends_the_terminals_own_colours(path: Path) -> None:
    async with open_app(path, theme="rashomon-ansi") as user:
        found = {
            colour.type
            for strip in user.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }
        assert found <= {ColorType.STANDARD, ColorType.DEFAULT}


@pytest.mark.parametrize("keys", [("1", "]"), ("t",), ("f2", "c"), ("e",), ("slash", "h")])
async def test_no_black_words_are_bold_in_sixteen_colours(
    path: Path, keys: tuple[str, ...]
) -> None:
    """Many such terminals show bold words brighter, which makes black ones grey on yellow."""
    async with open_app(path, theme="rashomon-ansi") as user:
        await user.press(*keys)
        strips = user.app.screen._compositor.render_strips()
    painted = [
        (text, style)
        for strip in strips
        for text, style, _ in strip
        if text.strip() and style and (style.bgcolor if style.reverse else style.color) == BLACK
    ]
    assert painted
    assert [text for text, style in painted if style.bold] == []


@pytest.mark.parametrize("theme", ["rashomon-dark", "rashomon-ansi"])
async def test_a_window_leaves_the_text_below_it_in_sight(path: Path, theme: str) -> None:
    async with open_app(path, theme=theme) as user:
        await user.press("g", "t")
        assert "Coast Radio" in user.text


@pytest.mark.parametrize(
    ("keys", "first", "second"),
    [(("t",), "fact", "doubtful"), (("f2",), "fact", "doubtful"), (("E",), "as text", "Markdown")],
)
async def test_the_line_in_hand_of_a_list_has_a_bar(
    path: Path, keys: tuple[str, ...], first: str, second: str
) -> None:
    async with open_app(path) as user:

        def barred() -> list[str]:
            lines = user.text.splitlines()
            return [line for line in lines if "│ ▌" in line]

        await user.press(*keys)
        (line,) = barred()
        assert first in line
        await user.press("down")
        (line,) = barred()
        assert second in line


async def test_the_bar_of_a_list_is_the_cursor_sign_in_plain_signs(path: Path) -> None:
    """Beside the frame of a window, a bar of the frame's own sign would not be seen."""
    app = make_app(path, signs=ASCII)
    async with using(app, (80, 24)) as user:
        await user.press("t")
        (line,) = (line for line in user.text.splitlines() if "| > " in line)
        assert "fact" in line


@pytest.mark.parametrize(
    ("pressed", "hint"),
    [
        (("f1",), "up down scroll"),
        (("colon",), "up down . enter does it"),
        (("E",), "up down format"),
        (("c",), "up down . enter takes it"),
    ],
    ids=["help", "palette", "export", "kinds"],
)
async def test_plain_signs_name_the_arrow_keys(
    path: Path, pressed: tuple[str, ...], hint: str
) -> None:
    """An arrow drawn as `^` or `v` reads like another key."""
    app = make_app(path, signs=ASCII)
    async with using(app, (80, 24)) as user:
        await user.press(*pressed)
        assert hint in user.text


async def test_plain_signs_flag_the_labels_of_the_claim_in_their_menu(path: Path) -> None:
    app = make_app(path, signs=ASCII)
    async with using(app, (80, 24)) as user:
        await user.press("1", "t")
        assert "1 # fact" in user.text
        assert user.text.isascii()


async def test_plain_signs_name_an_arrow_in_the_footer(path: Path) -> None:
    keymap = {"next-claim": ("down",), "previous-claim": ("up",)}
    app = make_app(path, keymap=keymap, signs=ASCII)
    async with using(app, (80, 24)) as user:
        foot = user.text.splitlines()[-1]
        assert "down" in foot
        assert "^" not in foot


WORDLESS = {"rule", "box-frame-plain"}
"""Looks of lines between words."""


def theme_called(name: str) -> Theme:
    return toolkit_theme(name) if name in BUILTIN_THEMES else theme_of(load_theme(name))


def contrast_of(style: Style, dark: bool = True) -> float:
    """The contrast of its words, in the colours of xterm where the terminal mixes them."""
    assert style.color is not None
    assert style.bgcolor is not None
    own = ("bright_white", "black") if dark else ("black", "bright_white")
    words, ground = (
        f"ansi_{usual if c.is_default else SIXTEEN[c.number]}" if c.triplet is None else c.name
        for c, usual in zip((style.color, style.bgcolor), own, strict=True)
    )
    return contrast(words, ground)


SIXTEEN: dict[int | None, str] = {number: name for name, number in ANSI_COLOR_NAMES.items()}


@pytest.mark.parametrize("name", [n for n, t in BUILTIN_THEMES.items() if t.ansi])
def test_the_place_of_the_cursor_is_readable_on_a_ground_of_the_terminals_own(name: str) -> None:
    theme = theme_called(name)
    book = StyleBook(theme.to_color_system().generate() | theme.variables)
    drawn = {
        look: contrast_of(book.style(look), theme.dark)
        for look in ("letter-here", "cell-here", "hit-here")
    }
    assert min(drawn.values()) >= LEAST_CONTRAST, drawn


@pytest.mark.parametrize("name", [*SHIPPED, *(n for n, t in BUILTIN_THEMES.items() if not t.ansi)])
def test_words_are_readable_in_every_look_and_theme(name: str) -> None:
    """Textual's own themes too: their keys of the footer were orange on grey."""
    theme = theme_called(name)
    book = StyleBook(theme.to_color_system().generate() | theme.variables)
    chips = [f"chip-tag@{colour}" for colour in TAG_COLOURS]
    drawn = {
        (look, under_cursor): contrast_of(book.style(look, under_cursor))
        for look in (*LOOKS, *chips)
        for under_cursor in (False, True)
        if look not in WORDLESS
    }
    assert {look: ratio for look, ratio in drawn.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("name", [n for n, t in BUILTIN_THEMES.items() if not t.ansi])
def test_words_are_readable_in_windows_under_every_theme_of_the_toolkit(name: str) -> None:
    theme = theme_called(name)
    made = theme.to_color_system().generate() | theme.variables
    values = {key: Color.parse(made[key]).hex6 for key in COLOURS if key in made}
    values |= {mark: made[f"mark-{mark}"] for mark in MARKS}
    faint = {p: ratio for p, ratio in text_contrasts(values).items() if ratio < LEAST_CONTRAST}
    assert faint == {}


def test_a_theme_nobody_has_is_told_with_the_line_that_asks_for_it(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("screen:\n  theme: rashomon-drak\n", encoding="utf-8")
    with pytest.raises(RashomonError, match=r"config\.yaml:2:3: .* did you mean rashomon-dark"):
        RashomonApp(
            OpenStory(STORY, lambda: desk_at(tmp_path)), workspace.load_config(file), lambda: STORY
        )


async def test_a_theme_that_is_wrong_is_told_and_passed_over(path: Path) -> None:
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("name: mine\n", encoding="utf-8")
    async with open_app(path, theme="rashomon-ansi") as user:
        await user.press("f8")
        assert user.app.theme == "rashomon-dark"
        assert "mine.yaml:1:1: missing:" in user.told[-1]
