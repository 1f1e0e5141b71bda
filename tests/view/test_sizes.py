"""Whatever the size of the window, the cursor keeps its claim and the claim is on screen."""

from pathlib import Path

import pytest

from tests.view.sample import (
    claim,
    open_app,
    piloted,
    place,
    press,
    reader_of,
    screen_of,
    screen_text,
    settle,
    to,
)

SIZES = [
    (240, 60), (40, 10), (60, 15), (200, 16), (77, 30), (78, 29), (111, 24), (112, 40), (153, 12),
    (154, 45), (41, 60), (235, 11), (59, 22), (1, 1), (120, 9), (120, 40),
]  # fmt: skip


@pytest.mark.parametrize(
    "start",
    [
        ("A", "Divers examined"),
        ("C", "The Alda was built"),
        ("D", "Passengers"),
    ],
    ids="first last wide".split(),
)
@piloted
async def test_resizing_never_moves_the_cursor_off_its_claim(
    path: Path, start: tuple[str, str]
) -> None:
    async with open_app(path) as pilot:
        to(pilot, *start)
        await settle(pilot)
        before = claim(pilot)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert claim(pilot) == before, (width, height)
            if width >= 40 and height >= 10:
                screen = screen_of(pilot)
                assert screen.page.spot is not None
                assert screen.page.view.line_of(screen.page.spot) is not None, (width, height)
                assert {len(line) <= width for line in screen_text(pilot).splitlines()} == {True}


@piloted
async def test_the_cursor_is_seen_after_every_key_in_a_low_window(path: Path) -> None:
    async with open_app(path, (60, 12)) as pilot:
        for key in "gjjjjlJlJlKhjjG]][}{)(;>":
            await press(pilot, key)
            screen = screen_of(pilot)
            assert screen.page.spot is not None
            assert screen.page.view.line_of(screen.page.spot) is not None, key
            assert "▌" in screen_text(pilot), key


@piloted
async def test_a_window_that_is_too_small_asks_for_room(path: Path) -> None:
    async with open_app(path, (39, 12)) as pilot:
        assert "make the window larger" in " ".join(screen_text(pilot).split())
        await press(pilot, "j", "1", "]")
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "The ferry" in screen_text(pilot)


@pytest.mark.parametrize("key", ["]", "enter", "o", "m", "equals_sign"])
@piloted
async def test_a_window_that_grew_too_small_shows_nothing_else(path: Path, key: str) -> None:
    async with open_app(path, (100, 30)) as pilot:
        await press(pilot, key)
        before = screen_text(pilot)
        await pilot.resize_terminal(39, 20)
        await settle(pilot)
        said = " ".join(screen_text(pilot).split())
        assert said == "rashomon needs 40 columns and 10 lines; make the window larger"
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert screen_text(pilot) == before


@pytest.mark.parametrize(
    "key", ["enter", "o", "T", "t", "e", "question_mark", "f1", "slash", "colon"]
)
@piloted
async def test_every_window_survives_any_size(path: Path, key: str) -> None:
    async with open_app(path, (100, 30)) as pilot:
        await press(pilot, key)
        where = place(pilot)
        for size in ((30, 5), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert place(pilot) == where
        await press(pilot, "escape")
        assert place(pilot) == "reader"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("e", ["F2 status", "F3 confidence"]),
        (["f2"], ["a add", "r rename", "1…0 key"]),
    ],
    ids="note labels".split(),
)
@pytest.mark.parametrize("size", [(40, 10), (45, 12)], ids=lambda s: f"{s[0]}x{s[1]}")
@piloted
async def test_a_window_in_a_low_terminal_shows_what_it_asks_for(
    path: Path, size: tuple[int, int], keys: list[str], words: list[str]
) -> None:
    async with open_app(path, size) as pilot:
        await press(pilot, *keys)
        for part in words:
            assert part in screen_text(pilot)


@piloted
async def test_an_export_from_a_low_terminal_shows_its_file_and_that_it_is_written(
    path: Path,
) -> None:
    async with open_app(path, (40, 10)) as pilot:
        await press(pilot, "E")
        assert "Report as text" in screen_text(pilot)
        assert "/ferry-report.txt" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Written" in screen_text(pilot)


@pytest.mark.parametrize(
    ("height", "inside", "outside"),
    [(40, "╭", ""), (29, "≠1 1/3", "╭"), (15, "", "1/3")],
)
@piloted
async def test_the_bar_grows_with_the_window(
    path: Path, height: int, inside: str, outside: str
) -> None:
    async with open_app(path, (100, height)) as pilot:
        await press(pilot, "escape")  # the hint of the first run
        shown = screen_text(pilot)
        assert inside in shown
        assert not outside or outside not in shown


@pytest.mark.parametrize(("width", "columns"), [(59, 1), (80, 2), (120, 2), (160, 3), (200, 4)])
@piloted
async def test_as_many_columns_as_fit(path: Path, width: int, columns: int) -> None:
    async with open_app(path, (width, 30)) as pilot:
        assert len(reader_of(pilot).columns.shown) == columns


@pytest.mark.parametrize(
    ("keys", "last"),
    [
        (("t",), "enter puts it on or off · esc ─╯"),
        (("e",), "esc keeps it and closes ─╯"),
        (("E",), "enter writes the file · esc ─╯"),
        (("i",), "enter go there · esc close ─╯"),
        (("colon",), "enter does it · esc ─╯"),
    ],
    ids=lambda value: "".join(value) if isinstance(value, tuple) else "",
)
@piloted
async def test_a_narrow_window_tells_whole_hints_and_how_it_closes(
    path: Path, keys: tuple[str, ...], last: str
) -> None:
    async with open_app(path, (40, 14)) as pilot:
        await press(pilot, *keys)
        (edge,) = (line for line in screen_text(pilot).splitlines() if "─╯" in line)
        assert last in edge
        assert "…" not in edge
