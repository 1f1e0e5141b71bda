"""The check of keys ticks what arrives, does nothing else, and is left with q twice."""

import asyncio

import pytest

from tui import keys
from tui.config import Config
from tui.model.settings import ScreenSettings, Settings
from tui.view.key_check import KeyCheck, told, wanted


def test_every_key_of_the_table_is_asked_for_once() -> None:
    keymap = keys.keymap({})
    assert set(wanted(keymap)) == {key for found in keymap.values() for key in found}


def test_a_key_without_a_command_is_named_too() -> None:
    assert told("f7", {}) == "F7 arrived; no command has it"


def test_keys_are_ticked_and_q_twice_leaves() -> None:
    async def check() -> None:
        app = KeyCheck(Config())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("j", "ctrl+d", "q", "j")
            assert app.is_running
            assert app.arrived == {"j", "ctrl+d", "q"}
            assert app.said == "j arrived: claim"
            await pilot.press("q", "q")
        assert app.return_value == 0

    asyncio.run(check())


def test_it_is_seen_without_colour_in_sixteen_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's own filter makes every colour of the terminal black."""
    monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(screen=ScreenSettings(theme="rashomon-ansi"))

    async def styles() -> None:
        app = KeyCheck(Config(settings))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            drawn = [s for strip in app.screen._compositor.render_strips() for s in strip]
        words = [s.style for s in drawn if s.text.strip() and s.style]
        assert {str(style.color and style.color.name) for style in words} == {"default"}

    asyncio.run(styles())


def test_it_has_sixteen_colours_where_the_terminal_has_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-16color")
    monkeypatch.delenv("COLORTERM")
    assert KeyCheck(Config()).theme == "rashomon-ansi"
