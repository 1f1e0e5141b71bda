"""Whatever the size of the window, the cursor keeps its claim and the claim is on screen."""

from itertools import product
from pathlib import Path

import pytest
from textual.screen import Screen

from tests.view.user import open_app
from tui.view.widgets.lines_view import Columns

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
async def test_resizing_never_moves_the_cursor_off_its_claim(
    path: Path, start: tuple[str, str]
) -> None:
    async with open_app(path) as user:
        user.to(*start)
        await user.settle()
        before = user.claim
        for width, height in SIZES:
            await user.resize(width, height)
            assert user.claim == before, (width, height)
            if width >= 40 and height >= 10:
                screen = user.screen
                assert screen.page.spot is not None
                assert screen.page.view.line_of(screen.page.spot) is not None, (width, height)
                assert {len(line) <= width for line in user.text.splitlines()} == {True}


async def test_a_lower_window_still_shows_the_claim_whole(path: Path) -> None:
    async with open_app(path, (50, 40)) as user:
        await user.press("escape", "g", "J", "J")
        tall = [line for line in user.text.splitlines() if line.startswith("▌")]
        assert len(tall) > 1
        for height in range(39, 11, -1):
            await user.resize(50, height)
            shown = [line for line in user.text.splitlines() if line.startswith("▌")]
            assert [line[:40] for line in shown] == [line[:40] for line in tall], height


async def test_the_cursor_is_seen_after_every_key_in_a_low_window(path: Path) -> None:
    async with open_app(path, (60, 12)) as user:
        for key in "gjjjjlJlJlKhjjG]][}{)(;>":
            await user.press(key)
            screen = user.screen
            assert screen.page.spot is not None
            assert screen.page.view.line_of(screen.page.spot) is not None, key
            assert "▌" in user.text, key


@pytest.mark.parametrize("key", ["l", "enter", "o", "m", "T", "slash"])
async def test_what_stands_on_a_screen_covers_all_of_it(path: Path, key: str) -> None:
    async with open_app(path) as user:
        await user.press(key)
        for width, height in [(240, 60), (112, 40), (77, 30), (60, 15), (40, 10), (39, 9)]:
            await user.resize(width, height)
            screen = user.app.screen
            places = product((*range(0, width, 5), width - 1), range(height))
            shown = {screen.get_widget_at(x, y)[0] for x, y in places}
            assert not [w for w in shown if isinstance(w, (Screen, Columns))], (width, height)


async def test_a_window_that_is_too_small_asks_for_room(path: Path) -> None:
    async with open_app(path, (39, 12)) as user:
        assert "make the window larger" in " ".join(user.text.split())
        await user.press("j", "1", "]")
        await user.resize(100, 30)
        assert "The ferry" in user.text


@pytest.mark.parametrize("key", ["]", "enter", "o", "m", "equals_sign"])
async def test_a_window_that_grew_too_small_shows_nothing_else(path: Path, key: str) -> None:
    async with open_app(path, (100, 30)) as user:
        await user.press(key)
        before = user.text
        await user.resize(39, 20)
        said = " ".join(user.text.split())
        assert said == "rashomon needs 40 columns and 10 lines; make the window larger"
        await user.resize(100, 30)
        assert user.text == before


@pytest.mark.parametrize(
    "key", ["enter", "o", "T", "t", "e", "question_mark", "f1", "slash", "colon"]
)
async def test_every_window_survives_any_size(path: Path, key: str) -> None:
    async with open_app(path, (100, 30)) as user:
        await user.press(key)
        where = user.place
        for size in ((30, 5), (1, 1), (80, 24)):
            await user.resize(*size)
        assert user.place == where
        await user.press("escape")
        assert user.place == "reader"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("e", ["F2 status", "F3 confidence"]),
        (["f2"], ["a add", "r rename", "1–0 key"]),
    ],
    ids="note labels".split(),
)
@pytest.mark.parametrize("size", [(40, 10), (45, 12)])
async def test_a_window_in_a_low_terminal_shows_what_it_asks_for(
    path: Path, size: tuple[int, int], keys: list[str], words: list[str]
) -> None:
    async with open_app(path, size) as user:
        await user.press(*keys)
        for part in words:
            assert part in user.text


async def test_an_export_from_a_low_terminal_shows_its_file_and_that_it_is_written(
    path: Path,
) -> None:
    async with open_app(path, (40, 10)) as user:
        await user.press("E")
        assert "Report as text" in user.text
        assert "/ferry-report.txt" in user.text
        await user.press("enter")
        assert "Written" in user.text


@pytest.mark.parametrize(
    ("height", "inside", "outside"),
    [(40, "╭", ""), (29, "≠1 1/3", "╭"), (15, "", "1/3")],
)
async def test_the_bar_grows_with_the_window(
    path: Path, height: int, inside: str, outside: str
) -> None:
    async with open_app(path, (100, height)) as user:
        await user.press("escape")  # the hint of the first run
        shown = user.text
        assert inside in shown
        assert not outside or outside not in shown


@pytest.mark.parametrize(("width", "columns"), [(59, 1), (80, 2), (120, 2), (160, 3), (200, 4)])
async def test_as_many_columns_as_fit(path: Path, width: int, columns: int) -> None:
    async with open_app(path, (width, 30)) as user:
        assert len(user.reader.columns.shown) == columns


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
async def test_a_narrow_window_tells_whole_hints_and_how_it_closes(
    path: Path, keys: tuple[str, ...], last: str
) -> None:
    async with open_app(path, (40, 14)) as user:
        await user.press(*keys)
        (edge,) = (line for line in user.text.splitlines() if "─╯" in line)
        assert last in edge
        assert "…" not in edge
