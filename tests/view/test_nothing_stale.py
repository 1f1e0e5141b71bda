"""What is kept from key to key is what would be drawn anew."""

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tests.view.user import User, open_app
from tui.view.parts import foresight
from tui.view.screens.reader import ReaderScreen
from tui.view.story.open_story import OpenStory
from tui.view.widgets import sheet_view
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


def drawn(user: User) -> list[Strip]:
    """Every cell of the screen with its style, as it would go to the terminal."""
    return [strip.simplify() for strip in user.app.screen._compositor.render_strips()]


def forget(user: User) -> None:
    """Throw away all that is kept from key to key, and make the page anew."""
    screen, reading = user.reader, user.reading
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
    unread = OpenStory(reading.story, reading.open_desk)
    for name in ("_shown", "_arranged", "_decided", "_marked", "_here"):
        setattr(reading, name, getattr(unread, name))
    reading._tagged = None
    for widget in screen.query(LinesView):
        widget.notify_style_update()
        widget.refresh()
        if isinstance(widget, SheetView):
            sheet = widget.sheet
            widget._drawn_as = None
            widget._traits.clear()
            if sheet is not None and hasattr(sheet, "_cache"):
                sheet._cache.clear()
    screen.rebuild()


@pytest.mark.parametrize("keys", WALKS, ids=lambda keys: " ".join(keys[:3]))
@pytest.mark.parametrize("size", [(160, 34), (100, 24)])
async def test_the_screen_after_keys_is_one_made_anew(
    path: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with open_app(path, size) as user:
        for key in keys:
            await user.press(key)
            before = drawn(user)
            forget(user)
            await user.settle()
            now = drawn(user)
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
        ("J", "J", "J", "K", "J", "f", "J", "1", "J", "space", "J", "K", "K"),
        ("l", "l", "l", "h", "h", "}", "}", "x", "}", "]", "]"),
        ("slash", "h", "u", "r", "t", "enter", "n", "n", "1", "n", "Z", "n", "N"),
        ("g", "]", "f", "f", "]", "f", "f", "f", "]", "minus", "]", "l", "plus", "l"),
    ],
    ids=lambda keys: " ".join(keys[:3]),
)
@pytest.mark.parametrize("size", [(160, 34), (80, 24)])
async def test_what_was_laid_out_before_a_key_is_what_it_would_lay_out(
    path: Path, size: tuple[int, int], keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foresight, "REST", 0.001)
    monkeypatch.setattr(sheet_view, "MOMENT", 0.001)
    laid_out = []
    async with open_app(path, size) as user:
        for key in keys:
            await user.press(key)
            before = drawn(user)
            forget(user)
            await user.settle()
            assert before == drawn(user), key
            await user.pause(0.01)
            laid_out.append(user.reader.columns.foresight.page)
    assert any(laid_out)


@pytest.mark.parametrize("keys", ["jjJjk", "JJ JkKj", "jj]]Jj["], ids=repr)
async def test_keys_that_wait_lead_where_keys_one_by_one_do(path: Path, keys: str) -> None:
    async with open_app(path, (160, 34)) as user:
        await user.press("g", *(NAMES.get(key, key) for key in keys))
        apart, cursor = drawn(user), user.reading.cursor
        await user.press("g")
        driver = user.app._driver
        assert driver is not None
        for key in keys:
            event = events.Key(NAMES.get(key, key), key)
            event.set_sender(user.app)
            driver.send_message(event)
        await user.settle()
        assert user.reading.cursor == cursor
        assert [strip.text for strip in drawn(user)] == [strip.text for strip in apart]


async def test_a_key_is_painted_before_anything_else_is_done(path: Path) -> None:
    async with open_app(path, (160, 34)) as user:
        while user.reader.keys_wait:  # what is still to be done counts as a key
            await user.pause()
        before = drawn(user)
        user.reader.page.commands["next-row"]()
        now = drawn(user)
        waiting = [view.id for view in user.reader.query(LinesView) if view._repaint_required]
        await user.settle()
        assert not waiting
        assert before != now == drawn(user)


async def test_what_has_to_move_first_is_not_painted_where_it_was(path: Path) -> None:
    async with open_app(path, (160, 34)) as user:
        bar = user.reader.bar.view
        bar.styles.height = 1
        user.reader.page.commands["next-row"]()
        assert bar._repaint_required
        await user.settle()
        assert not bar._repaint_required


@pytest.mark.parametrize("key", ["1", "s", "f", "z"])
async def test_nothing_is_painted_where_it_will_not_stand(
    path: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is made anew may have to move: then no line is painted at its old place."""
    async with open_app(path, (160, 34)) as user:
        painted: list[dict[str | None, Region]] = []
        refresh = user.reader._compositor_refresh

        def places() -> dict[str | None, Region]:
            return {view.id: view.region for view in user.reader.query(LinesView) if view.display}

        def paint() -> None:
            painted.append(places())
            refresh()

        monkeypatch.setattr(user.reader, "_compositor_refresh", paint)
        await user.press(key)
        assert painted
        assert all(there == places() for there in painted)


async def test_another_size_is_filled_to_its_edges(path: Path) -> None:
    async with open_app(path, (200, 50)) as user:
        for width, height in [(160, 34), (80, 24), (112, 30), (60, 12), (200, 50)]:
            await user.resize(width, height)
            assert [strip.cell_length for strip in drawn(user)] == [width] * height
