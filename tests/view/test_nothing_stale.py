"""What is kept from key to key is what would be drawn anew."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from tests.view.sample import open_app, piloted, press, reader_of, reading_of, settle
from tui.view.parts import foresight
from tui.view.screens.reader import ReaderScreen
from tui.view.state import Reading
from tui.view.widgets.lines_view import LinesView
from tui.view.widgets.sheet_view import SheetView

WALKS = [
    ("j", "j", "J", "space", "l", "k", "G", "g"),
    ("]", "]", "}", "a", "[", "x", "f", "f", "f", "f", "f"),
    ("1", "j", "2", "1", "u", "J", "1", "k", "="),
    ("slash", "h", "u", "r", "t", "enter", "n", "1", "N", "slash", "backspace", "escape"),
    ("vertical_line", "J", "1", "vertical_line", "J", "vertical_line", "z", "Z", "minus", "plus"),
    ("s", "1", "comma", "s", "L", "H", "f8", "j", "&", "escape", "%"),
]

NAMES = {" ": "space", "]": "right_square_bracket", "[": "left_square_bracket"}


def drawn(pilot: Pilot[int]) -> list[Strip]:
    """Every cell of the screen with its style, as it would go to the terminal."""
    return [strip.simplify() for strip in pilot.app.screen._compositor.render_strips()]


def forget(pilot: Pilot[int]) -> None:
    """Throw away all that is kept from key to key, and make the page anew."""
    screen, reading = reader_of(pilot), reading_of(pilot)
    fresh = ReaderScreen(reading, screen.config)
    kept = {
        "sides": ("_weights", "_weighed", "_drawn", "_pointed", "_spine_rows", "_looks", "_tags"),
        "bar": ("_box",),
        "top": ("_counts", "_detail"),
        "walks": ("_known",),
    }
    for part, names in kept.items():
        for name in names:
            setattr(getattr(screen, part), name, getattr(getattr(fresh, part), name))
    screen._foot = ()
    unread = Reading(reading.story, reading.open_desk)
    for name in ("_shown", "_arranged", "_decided", "_marked"):
        setattr(reading, name, getattr(unread, name))
    reading._tagged = None
    for widget in screen.query(LinesView):
        widget.notify_style_update()
        widget.refresh()
        if isinstance(widget, SheetView):
            sheet = widget.sheet
            widget._drawn_as = None
            if sheet is not None and hasattr(sheet, "_cache"):
                sheet._cache.clear()
    screen.rebuild()


@pytest.mark.parametrize("keys", WALKS, ids=lambda keys: " ".join(keys[:3]))
@pytest.mark.parametrize("size", [(160, 34), (100, 24)], ids=lambda s: f"{s[0]}x{s[1]}")
@piloted
async def test_the_screen_after_keys_is_one_made_anew(
    path: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with open_app(path, size) as pilot:
        for key in keys:
            await press(pilot, key)
            before = drawn(pilot)
            forget(pilot)
            await settle(pilot)
            now = drawn(pilot)
            changed = [
                (y, a.text, b.text)
                for y, (a, b) in enumerate(zip(before, now, strict=True))
                if a != b
            ]
            assert not changed, key


@pytest.mark.parametrize(
    "keys",
    [
        ("]", "]", "1", "]", "]", "[", "[", "["),
        ("l", "l", "l", "h", "h", "}", "}", "x", "}", "]", "]"),
        ("slash", "h", "u", "r", "t", "enter", "n", "n", "1", "n", "Z", "n", "N"),
        ("g", "]", "f", "f", "]", "f", "f", "f", "]", "minus", "]", "l", "plus", "l"),
    ],
    ids=lambda keys: " ".join(keys[:3]),
)
@pytest.mark.parametrize("size", [(160, 34), (80, 24)], ids=lambda s: f"{s[0]}x{s[1]}")
@piloted
async def test_what_was_laid_out_before_a_key_is_what_it_would_lay_out(
    path: Path, size: tuple[int, int], keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foresight, "REST", 0.001)
    laid_out = []
    async with open_app(path, size) as pilot:
        for key in keys:
            await press(pilot, key)
            before = drawn(pilot)
            forget(pilot)
            await settle(pilot)
            assert before == drawn(pilot), key
            await pilot.pause(0.01)
            laid_out.append(reader_of(pilot).columns.foresight.page)
    assert any(laid_out)


@pytest.mark.parametrize("keys", ["jjJjk", "JJ JkKj", "jj]]Jj["], ids=repr)
@piloted
async def test_keys_that_wait_lead_where_keys_one_by_one_do(path: Path, keys: str) -> None:
    async with open_app(path, (160, 34)) as pilot:
        await press(pilot, "g", *(NAMES.get(key, key) for key in keys))
        apart, cursor = drawn(pilot), reading_of(pilot).cursor
        await press(pilot, "g")
        driver = pilot.app._driver
        assert driver is not None
        for key in keys:
            event = events.Key(NAMES.get(key, key), key)
            event.set_sender(pilot.app)
            driver.send_message(event)
        await settle(pilot)
        assert reading_of(pilot).cursor == cursor
        assert [strip.text for strip in drawn(pilot)] == [strip.text for strip in apart]


@piloted
async def test_another_size_is_filled_to_its_edges(path: Path) -> None:
    async with open_app(path, (200, 50)) as pilot:
        for width, height in [(160, 34), (80, 24), (112, 30), (60, 12), (200, 50)]:
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert [strip.cell_length for strip in drawn(pilot)] == [width] * height
